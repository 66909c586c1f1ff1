import type { DraftSpan } from '../../../src/draft/draft.ts';

/** A text in which acts stand in ⟦…⟧ and results told in words in ⟪…⟫, without the marks. */
export type Marked = {
  readonly text: string;
  readonly acts: readonly DraftSpan[];
  readonly statements: readonly DraftSpan[];
};

export function readMarked(marked: string): Marked {
  const acts: DraftSpan[] = [];
  const statements: DraftSpan[] = [];
  const points: string[] = [];
  let start = 0;
  for (const point of marked) {
    if (point === '⟦' || point === '⟪') start = points.length;
    else if (point === '⟧') acts.push({ start, end: points.length });
    else if (point === '⟫') statements.push({ start, end: points.length });
    else points.push(point);
  }
  return { text: points.join(''), acts, statements };
}

/** Whether two spans share more than half of the shorter one. */
const overlap = (one: DraftSpan, other: DraftSpan): boolean =>
  Math.min(one.end, other.end) - Math.max(one.start, other.start) >
  0.5 * Math.min(one.end - one.start, other.end - other.start);

/** Those of some spans that no other one meets. */
export const unmet = (spans: readonly DraftSpan[], others: readonly DraftSpan[]): DraftSpan[] =>
  spans.filter((span) => !others.some((other) => overlap(span, other)));

export const wordsOf = (text: string, spans: readonly DraftSpan[]): string[] =>
  spans.map(({ start, end }) => Array.from(text).slice(start, end).join(''));
