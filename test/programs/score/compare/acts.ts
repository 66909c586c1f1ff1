import { findClauses } from '../../../../src/text/clause.ts';
import type { Draft, DraftSpan } from '../../../../src/draft/draft.ts';
import type { Expected } from '../expected/expected.ts';
import { sharesHalf } from './pair.ts';
import type { TallyKeeper } from './tally.ts';

/**
 * Compares acts clause by clause: where one says in one act what another says in two, both say the
 * same, and a draft that calls everything an act gains nothing.
 */
export function compareActs(
  text: string,
  expected: Expected,
  draft: Draft,
  tally: TallyKeeper,
): void {
  const clauses = findClauses(text);
  const wanted = expected.acts.flatMap((act) => cut(act, clauses));
  const told = draft.measures.flatMap(({ acts, stage }) => acts.map((act) => ({ ...act, stage })));
  // Facts tell acts that are told with a figure by that figure.
  const all = expected.joinsActs ? told : [...told, ...draft.countedActs];
  const given = all.flatMap((act) => cut(act, clauses));
  for (const piece of wanted) {
    if (piece.optional) continue;
    const found = given.find((each) => sharesHalf(each, piece));
    if (!found) {
      tally.lack('acts', piece, piece.stage);
      continue;
    }
    tally.hit('acts');
    tally.judge('stages', found.stage === piece.stage, {
      place: piece,
      wanted: piece.stage,
      given: found.stage,
    });
  }
  for (const piece of given) {
    if (!wanted.some((each) => sharesHalf(each, piece))) tally.spare('acts', piece, piece.stage);
  }
}

/** The pieces of a stretch, one for each clause that it reaches into. */
function cut<Act extends DraftSpan>(act: Act, clauses: readonly DraftSpan[]): Act[] {
  return clauses.flatMap(({ start, end }) => {
    const piece = { ...act, start: Math.max(start, act.start), end: Math.min(end, act.end) };
    return piece.start < piece.end ? [piece] : [];
  });
}
