import { findClauses } from './clause.ts';
import { countWhile } from './count-while.ts';

/**
 * Where the sentences and the points (要点) of a text begin, as code points in ascending order. A point
 * reaches from its number (一是, （二）, 第三,) to the next one or to the end of its paragraph; a
 * paragraph without numbers is one point.
 */
export type Stops = { sentences: readonly number[]; points: readonly number[] };

const number = '[一二三四五六七八九十]{1,3}';

/** The number that begins a point, as the first words of a clause. */
const numbered = new RegExp(
  `^(?:${number}[是要]|${number}、|[(\\uff08]${number}[)\\uff09]|第${number}(?:是|、|$))`,
  'u',
);

const endOfSentence = /[\u3002\uff01!\uff1f?\n]/u;

/** Finds where sentences and points begin; a full stop inside a quotation, title or bracket ends none. */
export function findStops(text: string): Stops {
  if (known?.text !== text) known = { text, stops: readStops(text) };
  return known.stops;
}

/** Whoever drafts or checks a report asks for the stops of its text several times. */
let known: { readonly text: string; readonly stops: Stops } | null = null;

function readStops(text: string): Stops {
  const codePoints = Array.from(text);
  const sentences: number[] = [];
  const points: number[] = [];
  let last = 0;
  for (const clause of findClauses(text)) {
    const between = codePoints.slice(last, clause.start).join('');
    const isNumbered = numbered.test(clause.text);
    const opensParagraph = last === 0 || between.includes('\n');
    if (opensParagraph || isNumbered || endOfSentence.test(between)) sentences.push(clause.start);
    if (opensParagraph || isNumbered) points.push(clause.start);
    last = clause.end;
  }
  return { sentences, points };
}

/** Which of the stretches that begin at `starts` holds a place; −1 before the first. */
export function stretchOf(starts: readonly number[], place: number): number {
  return countWhile(starts, (start) => start <= place) - 1;
}
