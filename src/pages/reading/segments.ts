import { indexCodePoints } from '../../text/code-points.ts';

/** A stretch of a text between two offsets in code points: start included, end excluded. */
export type TextSegment = { start: number; end: number };

/** A stretch that something is said of. */
export type TextSpan = TextSegment & { id: string };

/** A piece of a text that no span begins or ends inside of. */
export type Segment<S extends TextSpan> = TextSegment & {
  text: string;
  /** The spans that it lies in: the earlier before the later, the longer before the shorter. */
  spans: readonly S[];
};

/**
 * Cuts a stretch of a text wherever a span begins or ends, however they overlap. The segments put
 * together again are that stretch to the letter.
 */
export function cutText<S extends TextSpan>(
  text: string,
  spans: readonly S[],
  within: TextSegment,
): Segment<S>[] {
  const points = indexCodePoints(text);
  const inside = spans
    .filter(({ start, end }) => start < end && start < within.end && end > within.start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const cuts = new Set([within.start, within.end]);
  for (const { start, end } of inside) {
    for (const cut of [start, end]) if (cut > within.start && cut < within.end) cuts.add(cut);
  }
  const bounds = [...cuts].toSorted((a, b) => a - b);
  let begun = 0;
  let open: S[] = [];
  return bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1] ?? within.end;
    open = open.filter((span) => span.end > start);
    for (let next = inside[begun]; next && next.start <= start; next = inside[begun]) {
      open.push(next);
      begun += 1;
    }
    const words = text.slice(points.toIndex(start), points.toIndex(end));
    return { start, end, text: words, spans: open.slice() };
  });
}
