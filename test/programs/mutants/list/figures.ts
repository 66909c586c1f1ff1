import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const suite: Proof[] = [
  { file: 'importer/conformance.test.ts', name: 'every small report comes out' },
];
const genre = (name: string): Proof[] => [{ file: 'importer/genre-figures.test.ts', name }];

/** Faults in how figures are claimed that the genre writes in one breath. */
export const figures: readonly Mutant[] = [
  ...mutantsOf('importer/resolve/refuse-claim.ts', [
    {
      name: 'a figure is shared without a word that gives it to each',
      from: '!isOfOneKind || !isShared(told, numeral)',
      to: '!isOfOneKind',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/resolve/figure-claims.ts', [
    {
      name: 'what a number of no unit counts is not looked at',
      from: "word === '' ? unit === '' : rest.startsWith(word, at),",
      to: 'rest.startsWith(word, at),',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/resolve/shared-figure.ts', [
    {
      name: 'an average is given to each',
      from: '(?<![平人年户月日])均',
      to: '均',
      proofs: suite,
    },
    {
      name: 'figures behind 分别 stand in any order',
      from: 'return named[nth] === false && named.includes(true)',
      to: 'return named[nth] === false && !named.includes(true)',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/rows/derived/read-move.ts', [
    {
      name: 'a baseline that does not fit is taken',
      from: 'if (!from || fit(context, claimed, told, from)) return;',
      to: 'if (!from || !fit(context, claimed, told, from)) return;',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/rows/derived/change-columns.ts', [
    {
      name: 'a rate moves by a percentage',
      from: 'if (isRank || isOfHundred(unit) || from <= 0',
      to: 'if (isRank || from <= 0',
      proofs: genre('a rate moves by points'),
    },
    {
      name: 'a percentage is told of figures that are not exact',
      from: 'changePercent: isExact ? roundedPercent(absolute, from) : null,',
      to: 'changePercent: roundedPercent(absolute, from),',
      proofs: genre('a rate moves by points'),
    },
    {
      name: 'a rank that rises is worse',
      from: "isRank ? 'LOWER_IS_BETTER'",
      to: "isRank ? 'HIGHER_IS_BETTER'",
      proofs: genre('a rank is a value of its own kind'),
    },
  ]),
  ...mutantsOf('importer/rows/derived/figure-words.ts', [
    {
      name: 'what is told per village is a number of persons',
      from: 'if (per === null) return;',
      to: 'if (per === null || per !== code) return;',
      proofs: suite,
    },
    {
      name: 'a rank that rises has a higher number',
      from: '!== isRank ? change < 0 : change > 0',
      to: '? change < 0 : change > 0',
      proofs: suite,
    },
  ]),
  ...mutantsOf('importer/rows/coverage-rows.ts', [
    {
      name: 'a numeral names only the first fact that claims it',
      from: '[...facts.values()].forEach(',
      to: '[...facts.values()].slice(0, 1).forEach(',
      proofs: genre('a numeral that several facts share'),
    },
  ]),
  ...mutantsOf('db/groups/group.ts', [
    {
      name: 'ranks are what their unit is',
      from: "case when ${outcomes.valueType} = 'RANK' then 'RATE' else",
      to: "case when ${outcomes.valueType} = 'RANKS' then 'RATE' else",
      proofs: [
        { file: 'schema/groups.test.ts', name: 'groups are what a plain scan makes of them' },
      ],
    },
  ]),
];
