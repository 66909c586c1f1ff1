import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const settled = (name: string): Proof[] => [{ file: 'importer/settled.long.ts', name }];
const inAnyOrder = settled('what is settled is the same');
const withBasis = settled('what is settled goes with its basis');
const readBack = settled('what was settled is read back');
const suite: Proof[] = [
  { file: 'importer/conformance.test.ts', name: 'every small report comes out' },
];

/** Faults in how reports of one place are held against each other. */
export const settling: readonly Mutant[] = [
  ...mutantsOf('importer/settle/settler.ts', [
    {
      name: 'what was settled stays when its basis goes',
      from: 'addCounts(all, takeAway(writing, id), -1);',
      to: 'addCounts(all, {}, -1);',
      proofs: withBasis,
    },
    {
      name: 'what has gone of the settled is still counted as called for',
      from: 'set possible_count = 0, made_count = 0 where',
      to: 'set possible_count = possible_count where',
      proofs: inAnyOrder,
    },
  ]),
  ...mutantsOf('importer/snapshot/update-snapshot.ts', [
    {
      name: 'the place that a report comes to is not settled anew',
      from: 'counter.takeOut(placeId, own);\n        settler.touch(placeId);',
      to: 'counter.takeOut(placeId, own);',
      proofs: inAnyOrder,
    },
  ]),
  ...mutantsOf('importer/settle/verify-settled.ts', [
    {
      name: 'what was settled is not read back',
      from: 'if (digestSettled(db, id) !== sha256)',
      to: "if (sha256 === 'none')",
      proofs: readBack,
    },
  ]),
  ...mutantsOf('importer/settle/restated/doubts.ts', [
    {
      name: 'a figure that is said to be revised is accused',
      from: "if (saysRevised(telling, later)) return 'SAID_REVISED';",
      to: '',
      proofs: suite,
    },
    {
      name: 'a total of several years is held against one',
      from: ' || timed.test(beside);',
      to: ';',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/settle/restated/window.ts', [
    {
      name: 'a baseline without a time is of the year before',
      from: 'if (!last) return null;',
      to: 'if (!last) return yearBefore(own);',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/settle/restated/tellings.ts', [
    {
      name: 'a part is told again by another part',
      from: '(outcome.row.dimensionZh ?? null) === (earlier.row.dimensionZh ?? null) &&',
      to: '',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/snapshot/write-rows.ts', [
    {
      name: 'a place with one report that looks ahead is not settled',
      from: " union select place_id from targets union select place_id from measures where stage = 'PLANNED'",
      to: '',
      proofs: settled('a place with one report'),
    },
  ]),
  ...mutantsOf('importer/settle/held-period.ts', [
    {
      name: 'a report of another kind is blamed for its silence',
      from: 'report.kind === own.kind && ',
      to: '',
      proofs: suite,
    },
    {
      name: 'an earlier report tells what came of a later plan',
      from: 'other.year > own.year && ',
      to: '',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/settle/follow-ups.ts', [
    {
      name: 'what nothing is told of is not mentioned, though its report is not held',
      from: "isHeld ? 'NOT_MENTIONED' : 'NO_REPORT_YET'",
      to: "isHeld || true ? 'NOT_MENTIONED' : 'NO_REPORT_YET'",
      proofs: suite,
    },
    {
      name: 'a plan that is told again counts as done',
      from: "stage === 'CARRIED_OUT'",
      to: "stage !== 'CARRIED_OUT' || stage === 'CARRIED_OUT'",
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/settle/targets/settle-targets.ts', [
    {
      name: 'what is not due is judged',
      from: "if (!held.some((report) => reaches(report, due))) return { verdict: 'NOT_DUE_YET', reason: null };",
      to: '',
      proofs: suite,
    },
    {
      name: 'silence is told of a report that nobody holds',
      from: "if (!report) return { verdict: 'NO_REPORT_YET', reason: null };",
      to: "if (!report) return { verdict: 'NOT_REPORTED', reason: null };",
      proofs: suite,
    },
    {
      name: 'what may be of another scope is accused',
      from: 'if (falls && !isOfOneScope) {',
      to: 'if (falls && !isOfOneScope && !isOfOneScope === null) {',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/settle/targets/find-results.ts', [
    {
      name: 'half a year is the year',
      from: '    period.end === due &&\n',
      to: '',
      proofs: suite,
    },
    {
      name: 'of several figures the first is taken',
      from: 'return isSame ? first : null;',
      to: 'return isSame ? first : first;',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/settle/targets/judge-target.ts', [
    {
      name: 'what the bounds leave open is reached',
      from: 'if (meet(figure, goal)) return met;',
      to: "if (meet(figure, goal)) return reached('WITHIN_BOUNDS');",
      proofs: suite,
    },
    {
      name: 'two units are one',
      from: ': row.unitId === outcome.row.unitId',
      to: ': true',
      proofs: suite,
    },
    {
      name: 'points are per cent of a rate',
      from: "return level?.code === '%';",
      to: 'return unit.id === level?.id;',
      proofs: suite,
    },
    {
      name: 'a part of a rate is reached',
      from: "(isAmount && way === 'UP' ? 0 : null)",
      to: "(isAmount || way === 'UP' ? 0 : null)",
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/settle/targets/amounts.ts', [
    {
      name: 'more is wanted where less is better',
      from: "if (direction === 'LOWER_IS_BETTER') return 'DOWN';",
      to: "if (direction === 'LOWER_IS_BETTER') return 'UP';",
      proofs: suite,
    },
    {
      name: 'at most is at least',
      from: "return isFall ? 'UP' : 'DOWN';",
      to: "return isFall ? 'DOWN' : 'UP';",
      proofs: suite,
    },
  ]),
];
