import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const periods: Proof[] = [{ file: 'importer/periods.test.ts' }];
const fault = (name: string): Proof[] => [{ file: 'importer/faults.long.ts', name }];
const quotes: Proof[] = [{ file: 'text/quote.test.ts' }];

/** Faults in how a seed is read, checked and made into rows. */
export const importing: readonly Mutant[] = [
  ...mutantsOf('importer/resolve/edtf-bounds.ts', [
    {
      name: 'a year with a digit X is told as a year',
      from: 'const told = (unspecified & yearBits) === 0 ? year : null;',
      to: 'const told = year;',
      proofs: periods,
    },
    {
      name: 'a season is told as months',
      from: 'if (from !== undefined && to !== undefined) return months(year, from, to);',
      to: 'if (from !== undefined || season < 25) return months(year, from ?? 1, to ?? 3);',
      proofs: periods,
    },
    {
      name: 'every fourth year is a leap year',
      from: ' && (year % 100 !== 0 || year % 400 === 0)',
      to: '',
      proofs: periods,
    },
    {
      name: 'an interval may end before it begins',
      from: 'return isBackward ? null :',
      to: 'return',
      proofs: periods,
    },
  ]),
  ...mutantsOf('importer/snapshot/import-plan.ts', [
    {
      name: 'what was made by other rules is carried on',
      from: "digestOf('RULES') !== rules || ",
      to: '',
      proofs: [
        { file: 'importer/update-snapshot.long.ts', name: 'rows that another program made' },
      ],
    },
    {
      name: 'a report that is gone from the seed stays',
      from: 'removed: [...gone, ...replaced]',
      to: 'removed: replaced',
      proofs: [
        {
          file: 'importer/update-snapshot.long.ts',
          name: 'what an import carries on answers',
          isSlow: true,
        },
      ],
    },
  ]),
  ...mutantsOf('importer/publish/next-pointer.ts', [
    {
      name: 'a spoiled snapshot is what one goes back to',
      from: 'return current || isIntact(data, pointer) ?',
      to: 'return current || pointer ?',
      proofs: [
        {
          file: 'cli/rollback.long.ts',
          name: 'where the newest snapshot is spoiled',
          isSlow: true,
        },
      ],
    },
  ]),
  ...mutantsOf('text/quote.ts', [
    {
      name: 'half a character is a quote',
      from: '    if (splitsPair(text, at) || splitsPair(text, end)) continue;\n',
      to: '',
      proofs: quotes,
    },
    {
      name: 'a quote that overlaps itself stands once',
      from: 'findWords(text, exact, at + 1)',
      to: 'findWords(text, exact, at + exact.length)',
      proofs: quotes,
    },
  ]),
  ...mutantsOf('importer/resolve/refuse-claim.ts', [
    {
      name: 'two outcomes may claim one figure',
      from: 'if (!owner) return false;',
      to: 'if (owner !== undefined || !owner) return false;',
      proofs: fault('a figure that two outcomes claim'),
    },
  ]),
  ...mutantsOf('importer/rows/derived/figure-words.ts', [
    {
      name: 'a change may go against its verb',
      from: "((verb.direction === 'UP') === claimed.value > 0) !== isRank ? change < 0 : change > 0",
      to: 'Number.isNaN(change)',
      proofs: fault('a change against its verb'),
    },
  ]),
  ...mutantsOf('importer/rows/derived/change-columns.ts', [
    {
      name: 'a change is told as a share of what came of it',
      from: 'Number(((absolute / from) * 100).toFixed(2))',
      to: 'Number(((absolute / (from + absolute)) * 100).toFixed(2))',
      proofs: [{ file: 'examples/examples.test.ts', name: 'example BiggestCuts' }],
    },
  ]),
  ...mutantsOf('importer/rows/links/link-rows.ts', [
    {
      name: 'an act may be its own outcome',
      from: '  if (!isInside) return;\n',
      to: '  if (isInside || !isInside) return;\n',
      proofs: fault('an act as its own outcome'),
    },
  ]),
];
