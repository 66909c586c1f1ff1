import { findNumerals } from '../../text/numerals/numeral-scanner.ts';
import { splitAt } from '../structure/paragraph.ts';
import type { Reading, Stretch } from '../structure/reading.ts';
import { leadLength } from './lead-words.ts';

/** A clause of a point, without the period words and conjunctions before it. */
export type ActClause = Stretch & {
  readonly words: string;
  /** What was left out before it. */
  readonly lead: string;
  /** The sentence that it stands in: its first place in the reading. */
  readonly sentence: number;
  readonly opensSentence: boolean;
  /** Whether a colon follows: 改进措施：. */
  readonly isLabel: boolean;
  /** The figures in it, in the reading. */
  readonly figures: readonly Stretch[];
};

/** 三级路长制, 四级网络: how many tiers a thing has belongs to its name. */
const isTier = (unit: string | undefined, next: string | undefined): boolean =>
  (unit === '级' || unit === '层') && next !== undefined && /\p{Script=Han}/u.test(next);

/** Where the quantities of a reading stand, in order. */
export function findFigures(reading: Reading): Stretch[] {
  const points = Array.from(reading.stored);
  return findNumerals(reading.stored)
    .filter(
      ({ kind, quantity, end }) => kind === 'QUANTITY' && !isTier(quantity?.unit, points[end]),
    )
    .map(({ start, end }) => ({ start: reading.indexOf(start), end: reading.indexOf(end) }));
}

const longestLabel = 10;

/** The clauses of a stretch, in order. */
export function findActClauses(
  text: string,
  stretch: Stretch,
  figures: readonly Stretch[],
): ActClause[] {
  const clauses: ActClause[] = [];
  let next = 0;
  /** The figures of a clause; clauses come in the order of the text, as figures do. */
  const figuresIn = (start: number, end: number): Stretch[] => {
    const found: Stretch[] = [];
    for (; (figures[next]?.end ?? Infinity) <= end; next += 1) {
      const figure = figures[next];
      if (figure && figure.start >= start) found.push(figure);
    }
    return found;
  };
  for (const sentence of splitAt(text, /[。！？\n]/, stretch.start, stretch.end)) {
    let opensSentence = true;
    for (const clause of splitAt(text, /[，；：]/, sentence.start, sentence.end)) {
      const length = leadLength(text.slice(clause.start, clause.end));
      const start = clause.start + length;
      clauses.push({
        start,
        end: clause.end,
        words: text.slice(start, clause.end),
        lead: text.slice(clause.start, start),
        sentence: sentence.start,
        opensSentence,
        isLabel: text.charAt(clause.end) === '：' && clause.end - start <= longestLabel,
        figures: figuresIn(start, clause.end),
      });
      opensSentence = false;
    }
  }
  return clauses;
}
