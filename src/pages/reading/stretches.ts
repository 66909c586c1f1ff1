import type { Report, Section } from './report-data.ts';
import type { TextSegment } from './segments.ts';

/** A stretch of the report's text with the section that it is, where it is one. */
export type SectionStretch = TextSegment & { section: Section | null };

/** The whole text in stretches: its sections, and whatever stands before, between or after them. */
export function stretchesOf({ sections, source }: Report): SectionStretch[] {
  const stretches: SectionStretch[] = [];
  let at = 0;
  for (const section of sections.toSorted((a, b) => a.start - b.start)) {
    if (section.start > at) stretches.push({ start: at, end: section.start, section: null });
    stretches.push({ start: Math.max(section.start, at), end: section.end, section });
    at = section.end;
  }
  if (at < source.characterCount)
    stretches.push({ start: at, end: source.characterCount, section: null });
  return stretches;
}
