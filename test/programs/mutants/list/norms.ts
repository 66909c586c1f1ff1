import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const suite: Proof[] = [{ file: 'importer/conformance.test.ts' }];
const norms: Proof[] = [{ file: 'importer/norms.test.ts' }];

/** Faults in how frames are read and figures held against their norms. */
export const normative: readonly Mutant[] = [
  ...mutantsOf('importer/rows/checks/norm-check.ts', [
    {
      name: 'a norm of part of a year asks for the whole of it',
      from: 'from <= `${Math.min(...years)}-01-01` &&',
      to: 'from <= `${Math.max(...years)}-12-31` &&',
      proofs: suite,
    },
    {
      name: 'a norm binds places of every rank',
      from: 'if (lowestLevel && rank > levels.indexOf(lowestLevel)) return false;',
      to: '',
      proofs: suite,
    },
    {
      name: 'a norm of one city binds another',
      from: 'return place === null || (terms.ancestors.get(placeId)?.includes(place) ?? false);',
      to: 'return true;',
      proofs: suite,
    },
    {
      name: 'half a year is held against the norm of a year',
      from: "return isEnough ? judged : unchecked('PERIOD_DIFFERS', bounds);",
      to: 'return judged;',
      proofs: suite,
    },
    {
      name: 'a part is held against the norm of the whole',
      from: "if (isPart(held)) return unchecked('PART_ONLY', bounds);",
      to: '',
      proofs: suite,
    },
    {
      name: 'what a figure may stand for is taken for what it does',
      from: "return isInside ? judgedAs('WITHIN_BOUNDS') : unchecked('BOUNDS_LEAVE_OPEN');",
      to: "return judgedAs('WITHIN_BOUNDS');",
      proofs: norms,
    },
  ]),
  ...mutantsOf('importer/rows/coverage-rows.ts', [
    {
      name: 'a heading does not count the measures of its points',
      from: 'for (const above of terms.itemAncestors.get(itemId) ?? [itemId]) {',
      to: 'for (const above of [itemId]) {',
      proofs: norms,
    },
  ]),
  ...mutantsOf('importer/rows/frameworks/framework-order.ts', [
    {
      name: 'points come after all headings',
      from: 'const below = Map.groupBy(told, parentOf);',
      to: 'const below = new Map([[undefined, told]]) as Map<ToldItem | undefined, ToldItem[]>;',
      proofs: norms,
    },
  ]),
];
