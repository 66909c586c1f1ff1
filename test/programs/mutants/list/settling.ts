import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const settled = (name: string): Proof[] => [{ file: 'importer/settled.test.ts', name }];
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
      from: 'for (const { placeId } of own) settler.touch(placeId);',
      to: '',
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
  ...mutantsOf('importer/settle/doubts.ts', [
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
  ...mutantsOf('importer/settle/window.ts', [
    {
      name: 'a baseline without a time is of the year before',
      from: 'if (!last) return null;',
      to: 'if (!last) return yearBefore(own);',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/settle/tellings.ts', [
    {
      name: 'a part is told again by another part',
      from: '(outcome.row.dimensionZh ?? null) === (earlier.row.dimensionZh ?? null) &&',
      to: '',
      proofs: suite,
    },
  ]),
];
