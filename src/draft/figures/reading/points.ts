import { readMark } from '../../structure/ladder.ts';
import type { LadderMark } from '../../structure/ladder.ts';
import type { CutClause, FigureClause } from './clauses.ts';
import type { PlacedNumeral } from './placed-numerals.ts';

/** So many characters hold the number of a point. */
const longestMark = 12;

/** Says of each clause in which point it stands: from its number to the next one or to the end of the paragraph. */
export function tellPoints(
  flat: string,
  clauses: readonly CutClause[],
  numerals: readonly PlacedNumeral[],
): FigureClause[] {
  let [point, paragraph, next] = [0, -1, 0];
  let last: LadderMark | null = null;
  return clauses.map((clause) => {
    const isFirst = clause.paragraph !== paragraph;
    if (isFirst) last = null;
    ({ paragraph } = clause);
    let { start } = clause;
    while (flat.charAt(start) === ' ') start += 1;
    while ((numerals[next]?.end ?? Infinity) <= start) next += 1;
    const mark = markAt(flat, start, numerals[next]);
    const before = flat.charAt(clause.start - 1);
    const opensPoint = mark !== null && (isFirst || isNumber(mark, last, before));
    if (opensPoint) last = mark;
    if (isFirst || opensPoint) point += 1;
    return { ...clause, point, opensPoint };
  });
}

/** The number of a point at a place: none where its digits are those of a date or a figure. */
function markAt(
  flat: string,
  start: number,
  numeral: PlacedNumeral | undefined,
): LadderMark | null {
  const mark = readMark(flat.slice(start, start + longestMark));
  if (mark === null || mark.ordinal === 0) return mark;
  const isOrdinal = numeral?.kind === 'ORDINAL' && numeral.start <= start + 1;
  return isOrdinal ? mark : null;
}

/** A number in order opens a point, 二是 wherever it stands; behind a comma nothing else does. */
function isNumber(mark: LadderMark, last: LadderMark | null, before: string): boolean {
  if (mark.rung === 'DASH' || mark.rung === 'BULLET') return before !== ',';
  const isNext = last?.rung === mark.rung ? mark.ordinal === last.ordinal + 1 : mark.ordinal === 1;
  return mark.rung === 'YISHI' ? isNext || before !== ',' : isNext && before !== ',';
}
