import type { Passage } from '../../importer/read/shapes/terms.ts';
import { seedBounds } from '../../limits.ts';
import type { RequiredPart } from '../../vocabulary.ts';
import type { DraftSection, DraftSpan } from '../draft.ts';
import { withoutMarkup } from '../structure/markup.ts';
import type { QuotedText } from './passage.ts';

/** A section as facts have it: from its first words to those of the next, together the whole text. */
export type OutlineSection = DraftSpan & {
  readonly code: string;
  readonly title: string;
  readonly starts: Passage;
  readonly heading: string | null;
  readonly depth: number;
  readonly part: RequiredPart | null;
  /** Where its heading stands, else its first words: what proves that the part is there. */
  readonly proof: DraftSpan;
};

/** So many characters say where a section starts. */
const firstWords = 24;
const longestTitle = 80;

/**
 * The sections of a text, in the order in which they start, none two at one place, and one for what stands
 * before the first.
 */
export function outlineOf(
  quoted: QuotedText,
  sections: readonly DraftSection[],
): readonly OutlineSection[] {
  const parents = new Map(sections.map(({ id, within }) => [id, within]));
  const ordered = sections
    .filter(({ start, end }) => start >= 0 && start < end && end <= quoted.length)
    .toSorted((a, b) => a.start - b.start || depthIn(parents, a.id) - depthIn(parents, b.id));
  const opening =
    ordered[0]?.start === 0 ? [] : [{ start: 0, heading: null, part: null, depth: 1 }];
  const starts = [
    ...opening,
    ...ordered.map(({ id, start, heading, part }) => {
      return { start, heading, part, depth: depthIn(parents, id) };
    }),
  ];
  const outline: OutlineSection[] = [];
  for (const [nth, { start, heading, part, depth }] of starts.entries()) {
    const before = outline.at(-1);
    if (before?.start === start || outline.length >= seedBounds.ofReport) continue;
    const end = starts.slice(nth + 1).find((next) => next.start > start)?.start ?? quoted.length;
    const section = { start, end, heading, part };
    const told = tell(quoted, section);
    if (!told) continue;
    outline.push({
      ...told,
      start,
      end,
      part,
      code: `s-${String(outline.length + 1).padStart(2, '0')}`,
      depth: Math.min(depth, (before?.depth ?? 0) + 1, seedBounds.sectionDepth),
    });
  }
  // Where the first words of one cannot be told, the one before it goes on.
  return outline.map((section, nth) => ({
    ...section,
    end: outline[nth + 1]?.start ?? quoted.length,
  }));
}

function depthIn(parents: ReadonlyMap<string, string | null>, id: string): number {
  let depth = 1;
  for (let above = parents.get(id) ?? null; above !== null && depth < 9; depth += 1) {
    above = parents.get(above) ?? null;
  }
  return depth;
}

type Bare = DraftSpan & { heading: DraftSpan | null };

/** How a section is told; null where its first words cannot be found again. */
function tell(quoted: QuotedText, { start, end, heading: span }: Bare) {
  const line = quoted.wordsOf({ start, end: Math.min(end, start + firstWords) }).split('\n');
  const own = line.findIndex((words) => words.trim() !== '');
  const length = Array.from(line.slice(0, own + 1).join('\n')).length;
  const first = { start, end: start + Math.max(1, length) };
  const starts =
    quoted.passageOf(first) ?? quoted.passageOf({ start, end: Math.min(end, start + 400) });
  if (starts === null) return null;
  const isInside = span !== null && span.start >= start && span.end <= end && span.end > span.start;
  const heading = isInside ? quoted.wordsOf(span) : null;
  const told = withoutMarkup(heading ?? line[own] ?? '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return {
    starts,
    heading: heading !== null && heading.trim() !== '' && heading.length <= 500 ? heading : null,
    title: !/[\p{L}\p{N}]/u.test(told) ? '正文' : Array.from(told).slice(0, longestTitle).join(''),
    proof: isInside ? span : first,
  };
}

/** The section that holds a stretch wholly; null where none does. */
export const sectionOf = (
  outline: readonly OutlineSection[],
  { start, end }: DraftSpan,
): OutlineSection | null => {
  const found = outline.findLast((section) => section.start <= start);
  return found && end <= found.end ? found : null;
};
