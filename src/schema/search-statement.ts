import { aliasedTable, getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import { crossJoin, rememberedRows, typed } from '../db/dialect.ts';
import type { CountedRows } from '../db/facet.ts';
import type { End } from '../db/keyset.ts';
import type { Search } from '../db/search/matching.ts';
import { codeOfEntry } from '../db/search/entry-code.ts';
import { searchable } from '../db/search/searchable.ts';
import { classOf, isEdge } from '../db/search/search-edge.ts';
import type { SearchEdge } from '../db/search/search-edge.ts';
import { hitsByMark, hitsByReport } from '../db/search/search-facets.ts';
import { countMatching, isBeyondEdge, searchPage, snippetsOf } from '../db/search/search-page.ts';
import { reports } from '../db/tables/report.ts';
import { searchEntries } from '../db/tables/search.ts';
import type { Faceted } from '../fields/facets.ts';
import type { FieldArguments } from '../fields/field-arguments.ts';
import { feltBy, validateText } from '../fields/listing.ts';
import type { FilterShape } from '../fields/listing.ts';
import { endsOf, pageSizes, windowOf } from '../fields/page.ts';
import type { PageArguments } from '../fields/page.ts';
import type { Statement, StatementRows } from '../fields/statement.ts';
import type { Statistics } from '../db/statistics/statistics.ts';
import { searchRows } from '../fields/work/filter-work.ts';
import { digestLength } from '../text/argument-digest.ts';
import type { Scope } from '../text/search/full-text.ts';
import { badUserInput } from '../validation/bad-user-input.ts';
import { namesOf, requiredParts, searchTypes } from '../vocabulary.ts';
import { RequiredPart, SearchType } from './enums.ts';
import { searchName, searchPositionAt } from './search-cursor.ts';
import type { SearchArguments, SearchPosition } from './search-cursor.ts';

/** What a search can be limited to, each by its mark in the index. */
const marks = {
  types: 'type',
  reports: 'report',
  placesWithin: 'place',
  years: 'year',
  parts: 'part',
} as const;

const searchFilter: FilterShape = {
  typename: 'Search',
  rows: 'hits',
  rules: {
    types: { description: 'Only what is of these types.', input: { type: [SearchType] } },
    reports: {
      description: 'The codes of reports: only what belongs to them.',
      input: { type: ['String'] },
      codesOf: 'reports',
    },
    placesWithin: {
      description:
        'The codes of places: only what belongs to their reports, and to those of every place in them.',
      input: { type: ['String'] },
      codesOf: 'places',
    },
    years: {
      description: 'The years of reports: only what belongs to these.',
      input: { type: ['Int'] },
    },
    parts: {
      description: 'Only what stands in these parts of the statutory annual report.',
      input: { type: [RequiredPart] },
    },
  },
};

export const searchFacets: Faceted = {
  typename: 'Search',
  facets: {
    types: {
      description: 'Their types, counted as if the filter named none.',
      column: 'type',
      ignores: 'types',
    },
    reports: {
      description: 'The reports that they belong to, counted as if the filter named none.',
      column: 'reportId',
      of: 'reports',
      ignores: 'reports',
    },
    places: {
      description: 'The places that their reports are about, counted as if the filter named none.',
      column: 'placeId',
      of: 'places',
      ignores: 'placesWithin',
    },
    years: {
      description: 'The years of their reports, counted as if the filter named none.',
      column: 'year',
      ignores: 'years',
    },
    parts: {
      description:
        'The parts of the statutory annual report in which they stand, counted as if the filter named none.',
      column: 'part',
      ignores: 'parts',
    },
  },
};

/** The columns of facets that the hits' reports have, and not their entries. */
const ofReports: Readonly<Record<string, SQLWrapper>> = {
  reportId: reports.id,
  placeId: reports.placeId,
  year: reports.year,
};

const scopeOf = (filter: PageArguments['filter']): Scope =>
  Object.fromEntries(
    Object.entries(marks).flatMap(([name, mark]) => {
      const values = filter?.[name];
      return values == null ? [] : [[mark, values]];
    }),
  );

/** What holds all the words: those that hold them in their title first. */
export const searchStatement: Statement = {
  noun: 'search',
  pageSize: pageSizes,
  filter: searchFilter,
  filtered: 'hits',
  check(args: SearchArguments) {
    const reason = validateText(args.text ?? '');
    if (reason !== null) throw badUserInput(`text ${reason}`, 'searchCharacters');
    windowOf(args);
    for (const end of endsOf(args)) searchPositionAt(args, end);
  },
  rows: searchRowsOf,
  estimate(statistics, args: SearchArguments) {
    const found = searchRows(statistics, args.text ?? '');
    const ends = endsOf(args).length;
    return {
      // Titles and all other texts are asked apart, and a cursor is held against either.
      page: (2 + 2 * ends) * found,
      counted: found,
      beyond: 2 * found,
      most: statistics.rows('searchEntries'),
      keyBytes: digestLength + 1 + codeBytes(statistics),
    };
  },
};

/** How many bytes the code of a hit takes, as its type says it. */
const codeBytes = (statistics: Statistics) =>
  Math.max(
    ...Object.values(searchable).map(
      ({ table, typename }) => typename.length + 1 + statistics.bytes(table, 'code', 1),
    ),
  );

/** What is found of a hit: the number of its entry, and its rank. */
const hitColumns = ['id', 'rank'] as const;

function searchRowsOf({ args, computed }: FieldArguments): StatementRows {
  const entry = aliasedTable(searchEntries, 'entry');
  // Each mention is a parameter of its own.
  const search: Search = {
    get typed() {
      return computed(({ text }) => text);
    },
    get scope() {
      return computed(({ filter }: SearchArguments) => JSON.stringify(scopeOf(filter)));
    },
  };
  const edgeAt = (end: End): SearchEdge => {
    const part = (name: keyof SearchPosition) =>
      computed((now) => searchPositionAt(now, end)[name]);
    return {
      rank: part('rank'),
      class: part('class'),
      code: part('code'),
      report: part('report'),
    };
  };
  const { backward } = windowOf(args);
  const edgeOf = (end: End) => (args[end] == null ? null : edgeAt(end));
  return {
    page(limit) {
      const window = { limit, backward, after: edgeOf('after'), before: edgeOf('before') };
      const rows = searchPage(search, window);
      if (endsOf(args).length > 0 || backward) return rows;
      const key = () => sql`'hits', ${search.typed}, ${search.scope}, ${limit}`;
      return rememberedRows(key, rows, hitColumns);
    },
    columns: hitColumns,
    isLarge: endsOf(args).length > 0,
    numbersOf: 'searchEntries',
    wholeOf: 'searchEntries',
    tables: (page) => sql`${page} ${crossJoin} ${getTableAsAliasSQL(entry)} on ${entry.id} = p.id`,
    get cursor() {
      return [
        typed(computed(searchName), 'text'),
        sql`p.rank`,
        classOf(sql`p.id`),
        codeOfEntry(entry),
      ];
    },
    values: { id: sql`${entry.id}`, type: sql`${entry.type}` },
    lists: {
      get snippets() {
        return snippetsOf(search.typed, entry);
      },
    },
    isPlace: (end) => isEdge(search, edgeAt(end)),
    isBeyond: (end) => isBeyondEdge(search, end, edgeAt(end)),
    count: () => countMatching(search),
    counted(facet) {
      const felt: Search = {
        get typed() {
          return search.typed;
        },
        get scope() {
          return computed(({ filter }: SearchArguments) =>
            JSON.stringify(scopeOf(feltBy(filter, facet))),
          );
        },
      };
      return countedHits(felt, facet.column);
    },
  };
}

/** How many hits there are of each value of a column, of their entries or of their reports. */
function countedHits(search: Search, column: string): CountedRows {
  const key = () => sql`${search.typed}, ${search.scope}`;
  const of = ofReports[column];
  if (of) return { row: reports, from: sql.empty(), stored: hitsByReport(search, of), key };
  const stored =
    column === 'type'
      ? hitsByMark(search, 'type', namesOf(searchTypes))
      : hitsByMark(search, 'part', namesOf(requiredParts));
  return { row: searchEntries, from: sql.empty(), stored, key };
}
