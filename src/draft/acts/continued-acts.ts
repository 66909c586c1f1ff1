import type { Stretch } from '../structure/reading.ts';
import type { ToldClause } from './tell-clauses.ts';

/** 以及…等微信公众号: more of what the clause before does something with. */
const goesOn = /^(?:以及|还有|及其?|并以)/u;
/** 线上“一网通办”，线下“只进一扇门”: the same verb holds for what is quoted next. */
const isQuoted = /^\p{Script=Han}{0,4}“[^”]+”$/u;

const continues = (clause: ToldClause, before: ToldClause): boolean =>
  clause.sentence === before.sentence &&
  clause.figures.length === 0 &&
  clause.result === null &&
  clause.act === null &&
  (goesOn.test(clause.words) || (before.words.endsWith('”') && isQuoted.test(clause.words)));

/** Acts with the clauses behind them that only name more of the same. */
export function withContinuations(
  acts: readonly Stretch[],
  clauses: readonly ToldClause[],
): readonly Stretch[] {
  return acts.map((act) => {
    let nth = clauses.findIndex(({ start, end }) => start === act.start && end === act.end);
    if (nth < 0) return act;
    for (;;) {
      const [before, next] = [clauses[nth], clauses[nth + 1]];
      if (!before || !next || !continues(next, before))
        return { start: act.start, end: before?.end ?? act.end };
      nth += 1;
    }
  });
}
