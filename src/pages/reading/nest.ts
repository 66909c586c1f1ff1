import type { Segment, TextSpan } from './segments.ts';

/** A piece of a span with what stands in it, or plain words. */
export type Nested<S extends TextSpan> =
  | { kind: 'words'; text: string; spans: readonly S[] }
  | {
      kind: 'piece';
      span: S;
      isFirst: boolean;
      isLast: boolean;
      inner: Nested<S>[];
    };

/**
 * Segments as elements can hold them, one in the other. A span that crosses another's end goes on
 * after it as a second piece; `seen` keeps what has begun already where a text comes in stretches.
 */
export function nestSegments<S extends TextSpan>(
  segments: readonly Segment<S>[],
  seen: Set<S> = new Set(),
): Nested<S>[] {
  const root: Nested<S>[] = [];
  let open: Extract<Nested<S>, { kind: 'piece' }>[] = [];
  for (const { text, end, spans } of segments) {
    const kept = open.findIndex(({ span }, depth) => span !== spans[depth]);
    if (kept >= 0) open = open.slice(0, kept);
    for (const span of spans.slice(open.length)) {
      const piece = {
        kind: 'piece' as const,
        span,
        isFirst: !seen.has(span),
        isLast: false,
        inner: [],
      };
      seen.add(span);
      (open.at(-1)?.inner ?? root).push(piece);
      open.push(piece);
    }
    (open.at(-1)?.inner ?? root).push({ kind: 'words', text, spans });
    for (const piece of open) if (piece.span.end <= end) piece.isLast = true;
  }
  return root;
}
