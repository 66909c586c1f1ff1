import { countWhile } from '../../text/count-while.ts';
import type { Span } from './quotes.ts';

/** Stretches of a text, to be asked whether one of them holds another. */
export function stretches(): { add: (stretch: Span) => void; hold: (inner: Span) => boolean } {
  const added: Span[] = [];
  /** By their starts; each end is the farthest of those up to it. */
  let sorted: Span[] | null = null;
  return {
    add(stretch) {
      added.push(stretch);
      sorted = null;
    },
    hold({ start, end }) {
      let farthest = 0;
      sorted ??= added
        .toSorted((a, b) => a.start - b.start)
        .map((each) => ({ start: each.start, end: (farthest = Math.max(farthest, each.end)) }));
      const nearest = sorted[countWhile(sorted, (each) => each.start <= start) - 1];
      return nearest !== undefined && end <= nearest.end;
    },
  };
}
