import type { DraftMeasure, DraftSection, DraftSpan } from '../draft.ts';

/** The measure that a figure came of: the last one that begins before it in its section, else the first of it. */
export function measureOf(
  { measures, sections }: { measures: readonly DraftMeasure[]; sections: readonly DraftSection[] },
  { start, end }: DraftSpan,
): string | null {
  const section = sections.findLast((each) => each.start <= start && end <= each.end)?.id;
  const isOwn = (measure: DraftMeasure) => section === undefined || measure.section === section;
  const before = measures.findLast((measure) => measure.start <= start && isOwn(measure));
  if (before !== undefined) return before.id;
  return section === undefined ? null : (measures.find(isOwn)?.id ?? null);
}
