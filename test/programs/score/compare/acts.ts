import { findClauses } from '../../../../src/text/clause.ts';
import { toldActs } from '../../../../src/draft/acts/counted/told-acts.ts';
import type { Draft, DraftSpan } from '../../../../src/draft/draft.ts';
import type { Expected } from '../expected/expected.ts';
import { sharedLength } from './pair.ts';
import type { TallyKeeper } from './tally.ts';

/**
 * Compares acts by the words that they share: one is found where acts of the draft hold half of it, whether in one
 * or in two, and what the draft gives is judged clause by clause, so that one that calls everything an act gains nothing.
 */
export function compareActs(
  text: string,
  expected: Expected,
  draft: Draft,
  tally: TallyKeeper,
): void {
  const clauses = findClauses(text);
  const wanted = expected.acts;
  // Facts tell acts that are told with a figure by that figure.
  const all = expected.joinsActs
    ? draft.measures.flatMap(({ acts, stage }) => acts.map((act) => ({ ...act, stage })))
    : toldActs(draft);
  const given = all.flatMap((act) => cut(act, clauses));
  for (const act of wanted) {
    if (act.optional) continue;
    const own = given.filter((each) => sharedLength(each, act) > 0);
    const [found] = own;
    const held = own.reduce((sum, each) => sum + sharedLength(each, act), 0);
    if (!found || 2 * held < act.end - act.start) {
      tally.lack('acts', act, act.stage);
      continue;
    }
    tally.hit('acts');
    tally.judge('stages', found.stage === act.stage, {
      place: act,
      wanted: act.stage,
      given: found.stage,
    });
  }
  for (const piece of given) {
    const isRight = wanted.some(
      (act) =>
        2 * sharedLength(act, piece) >= Math.min(act.end - act.start, piece.end - piece.start),
    );
    if (!isRight) tally.spare('acts', piece, piece.stage);
  }
}

/** The pieces of a stretch, one for each clause that it reaches into. */
function cut<Act extends DraftSpan>(act: Act, clauses: readonly DraftSpan[]): Act[] {
  return clauses.flatMap(({ start, end }) => {
    const piece = { ...act, start: Math.max(start, act.start), end: Math.min(end, act.end) };
    return piece.start < piece.end ? [piece] : [];
  });
}
