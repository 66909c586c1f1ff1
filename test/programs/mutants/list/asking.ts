import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const ranges: Proof[] = [{ file: 'schema/filters.test.ts' }];
const cursors = (name: string): Proof[] => [{ file: 'schema/cursors.test.ts', name }];
const ofSearch = cursors('a cursor of a search goes with its text and its filter');
const places: Proof[] = [
  { file: 'server/unknown-codes.test.ts', name: 'a code that stands in several places' },
];
const refusals = (name: string): Proof[] => [{ file: 'table/table-refusals.test.ts', name }];

/** Faults in what a question may mean, and in what is said against it. */
export const asking: readonly Mutant[] = [
  ...mutantsOf('compiler/ways/bounds.ts', [
    {
      name: 'a row without a text lies before all rows, where nothing is kept of a value',
      from: "dataType === 'string' ? `''` : '-9e999'",
      to: "'-9e999'",
      proofs: [{ file: 'compiler/bounds.long.ts', name: 'no row that is asked for lies outside' }],
    },
  ]),
  ...mutantsOf('fields/listing.ts', [
    {
      name: 'a range that is open at both ends passes what has no value',
      from: '  if (from != null || to != null) return bounds;',
      to: '  return bounds;',
      proofs: ranges,
    },
    {
      name: 'a range in the wrong order is answered with nothing',
      from: 'if (from == null || to == null || from <= to) return null;',
      to: 'if (from === to || to !== null) return null;',
      proofs: [
        { file: 'schema/filters.test.ts', name: 'a range whose ends are in the wrong order' },
      ],
    },
  ]),
  ...mutantsOf('schema/search-cursor.ts', [
    {
      name: 'a cursor goes with any text',
      from: 'digestArguments({ words, filter: { ...filter } })',
      to: 'digestArguments({ filter: { ...filter } })',
      proofs: ofSearch,
    },
    {
      name: 'a cursor goes with any filter',
      from: 'digestArguments({ words, filter: { ...filter } })',
      to: 'digestArguments({ words })',
      proofs: ofSearch,
    },
  ]),
  ...mutantsOf('text/argument-digest.ts', [
    {
      name: 'a list is told from the same in another order',
      from: 'return [...new Set(items)].toSorted();',
      to: 'return items;',
      proofs: ofSearch,
    },
    {
      name: 'null is told from what is left out',
      from: 'item !== null && item !== undefined',
      to: 'item !== undefined',
      proofs: ofSearch,
    },
  ]),
  ...mutantsOf('schema/group-statement.ts', [
    {
      name: 'a cursor of groups by their figures goes with any filter',
      from: "orderBy.field === 'KEYS' ? name :",
      to: "orderBy.field !== 'X' ? name :",
      proofs: cursors('a cursor of groups by their figures'),
    },
  ]),
  ...mutantsOf('fields/codes/unknown-codes.ts', [
    {
      name: 'a code is warned of where it stands first alone',
      from: 'known.places.size >= limits.codePlaces.value',
      to: 'known.places.size >= 1',
      proofs: places,
    },
    {
      name: 'a code is warned of at any number of places',
      from: '      if (known.places.size >= limits.codePlaces.value) continue;\n',
      to: '',
      proofs: places,
    },
  ]),
  ...mutantsOf('table/client-places.ts', [
    {
      name: 'a place in a text of ours is told as it is',
      from: 'places.get(keyOf(place)) ?? []',
      to: 'places.get(keyOf(place)) ?? place',
      proofs: refusals('a fault that stands in no text of the client'),
    },
    {
      name: 'no place is told of a table',
      from: 'known.length > 0 ?',
      to: 'known.length > 9 ?',
      proofs: refusals('where the client wrote it'),
    },
  ]),
  ...mutantsOf('importer/rows/clause-rows.ts', [
    {
      name: 'words that tell no fact cover their clause',
      from: "if (tells === 'FACT') for",
      to: 'if (tells) for',
      proofs: [{ file: 'importer/fidelity.test.ts' }],
    },
  ]),
];
