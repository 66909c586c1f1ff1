import { getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import type { Selected } from '../collect-fields.ts';
import { specOf } from '../field-spec.ts';
import { defaultGroups, maximumGroups } from '../groups.ts';
import type { GroupArguments } from '../groups.ts';
import { endsOf } from '../page.ts';
import type { Listing } from '../listing.ts';
import type { SearchArguments } from '../search.ts';
import { estimateConnection, sizeOf } from './estimate-list.ts';
import { estimateValues } from './estimate-object.ts';
import type { Estimating } from './estimating.ts';
import { filterRows, searchRows } from './filter-work.ts';
import { typeBytes } from './leaf-bytes.ts';

/** To find the words in the texts of a hit takes as long as to read so many rows. */
const rowsOfSnippets = 300;
/** In how many of its texts a hit can hold the words, and how long such a stretch is. */
const textsOfHit = 7;
/** How many words are marked in such a stretch. */
const highlightsOfText = 10;

/** What holds all the words: the index is walked through once for a page, and once to count. */
export function estimateSearch(estimating: Estimating, selected: Selected): void {
  const { statistics } = estimating;
  const args = estimating.argumentsOf(selected) as SearchArguments;
  const found = searchRows(statistics, args.text);
  const rows = Math.min(sizeOf(args), statistics.rows('searchEntries'));
  // Titles and all other texts are asked apart, and a cursor is held against either.
  const walks = 2 + 2 * endsOf(args).length;
  estimating.read(walks * found);
  const nodes = { table: 'searchEntries' as const, at: { rows, repeats: 1 } };
  estimateConnection(
    estimating,
    selected,
    {
      connections: 1,
      nodes,
      edges: nodes,
      counted: found,
      keys: ['code'],
      beyond: 2 * endsOf(args).length * found,
    },
    (type, sets) => {
      if (!isObjectType(type)) return;
      for (const part of estimating.fieldsOf(type, sets, rows))
        estimateHitPart(estimating, part, rows);
    },
  );
}

function estimateHitPart(estimating: Estimating, part: Selected, rows: number): void {
  const type = getNamedType(part.field.type);
  switch (specOf(part.field)?.kind) {
    case 'hitNode':
      estimating.read(rows);
      estimating.estimators.object(type, part.sets, {
        table: 'searchEntries',
        at: { rows, repeats: 1 },
      });
      break;
    case 'snippets':
      estimating.read(rowsOfSnippets * rows);
      estimating.writeEmpty(rows);
      estimateValues(estimating, type, part.sets, {
        times: textsOfHit * rows,
        listed: highlightsOfText,
      });
      break;
    default:
      estimating.write(rows * typeBytes(type));
  }
}

/**
 * Groups are made of all rows that pass, by a key of several values, and looked at again for each
 * reason to withhold a sum. Some of it costs as much for no rows at all.
 */
const readingsOfGroups = ({ length: dimensions }: readonly unknown[]) => 6 + 4 * dimensions;
const rowsOfNoGroups = 3000;
/** For how many reasons a sum can be withheld at once. */
const reasonsInList = 7;

/** Rows of a listing in groups. */
export function estimateGroups(estimating: Estimating, selected: Selected, listing: Listing): void {
  const { statistics } = estimating;
  const { by, filter, first } = estimating.argumentsOf(selected) as GroupArguments;
  const all = statistics.rows(listing.table);
  const passing = filterRows(statistics, { listing, filter }, { rows: all, repeats: 1 });
  estimating.read(passing + readingsOfGroups(by) * all + rowsOfNoGroups);
  const rows = Math.max(0, Math.min(first ?? defaultGroups, maximumGroups, all));
  const type = getNamedType(selected.field.type);
  estimating.writeEmpty(1);
  if (isObjectType(type)) estimateGroupParts(estimating, type, selected, rows);
}

function estimateGroupParts(
  estimating: Estimating,
  group: GraphQLObjectType,
  { sets }: Selected,
  rows: number,
): void {
  for (const part of estimating.fieldsOf(group, sets, rows)) {
    const type = getNamedType(part.field.type);
    const declared = specOf(part.field);
    if (declared?.kind === 'groupRow') {
      estimating.read(rows);
      const { table } = declared;
      estimating.estimators.object(type, part.sets, { table, at: { rows, repeats: rows } });
    } else {
      const isList = isListType(getNullableType(part.field.type));
      estimating.write(rows * typeBytes(type) * (isList ? reasonsInList : 1));
    }
  }
}
