import { aliasedTable, getColumns, getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { End } from '../db/keyset.ts';
import { relations } from '../db/relations.ts';
import { matching } from '../db/search/matching.ts';
import type { Search } from '../db/search/matching.ts';
import { classOf, isEdge } from '../db/search/search-edge.ts';
import type { SearchEdge } from '../db/search/search-edge.ts';
import { countMatching, isBeyondEdge, searchPage, snippetsOf } from '../db/search/search-page.ts';
import { searchable } from '../db/search/searchable.ts';
import { reports } from '../db/tables/report.ts';
import { searchEntries } from '../db/tables/search.ts';
import type { Faceted } from '../fields/facets.ts';
import type { FieldArguments } from '../fields/field-arguments.ts';
import { parseGlobalId } from '../fields/global-id.ts';
import { feltBy, validateText } from '../fields/listing.ts';
import type { FilterShape } from '../fields/listing.ts';
import { endsOf, noCursor, pageSizes, windowOf } from '../fields/page.ts';
import type { PageArguments } from '../fields/page.ts';
import type { Statement, StatementRows } from '../fields/statement.ts';
import { searchRows } from '../fields/work/filter-work.ts';
import { readCursor } from '../text/cursor.ts';
import type { Scope } from '../text/search/full-text.ts';
import { badUserInput } from '../validation/bad-user-input.ts';
import { SearchType } from './enums.ts';

type SearchArguments = Pick<PageArguments, 'filter' | 'first' | 'last' | End> & { text?: string };

/** What a search can be limited to, each by its mark in the index. */
const marks = { types: 'type', reports: 'report', placesWithin: 'place', years: 'year' } as const;

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
  },
};

const years = { description: 'The years of their reports.', column: 'year', ignores: 'years' };

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
    years: {
      ...years,
      description: 'The years of their reports, counted as if the filter named none.',
    },
  },
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
    for (const end of endsOf(args)) positionAt(args, end);
  },
  rows: searchRowsOf,
  estimate(statistics, args: SearchArguments) {
    const found = searchRows(statistics, args.text ?? '');
    const ends = endsOf(args).length;
    return {
      // Titles and all other texts are asked apart, and a cursor is held against either.
      page: (2 + 2 * ends) * found,
      counted: found,
      beyond: 2 * ends * found,
      most: statistics.rows('searchEntries'),
      keyBytes: statistics.bytes('searchEntries', 'code', 1),
    };
  },
};

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
    const part = (name: keyof SearchPosition) => computed((now) => positionAt(now, end)[name]);
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
    page: (limit) =>
      searchPage(search, { limit, backward, after: edgeOf('after'), before: edgeOf('before') }),
    columns: ['id', 'rank'],
    tables: (page) => sql`${page} cross join ${getTableAsAliasSQL(entry)} on ${entry.id} = p.id`,
    cursor: [sql`'search'`, sql`p.rank`, classOf(sql`p.id`), sql`${entry.code}`],
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
      const scope = computed(({ filter }: SearchArguments) =>
        JSON.stringify(scopeOf(feltBy(filter, facet))),
      );
      const where = sql`where ${searchEntries.id} in ${matching(search.typed, scope)}`;
      if (facet.column !== years.column) {
        return { row: searchEntries, from: sql`from ${searchEntries} ${where}` };
      }
      const of = sql`${reports} on ${reports.id} = ${searchEntries.reportId}`;
      return { row: reports, from: sql`from ${searchEntries} join ${of} ${where}` };
    },
  };
}

/** A place among hits: what its cursor says; rank and class are null where only the entry knows them. */
type SearchPosition = {
  rank: number | null;
  class: number | null;
  code: string;
  report: string | null;
};

/** @throws BAD_USER_INPUT where the cursor at an end is one of something else */
function positionAt(args: Pick<SearchArguments, End>, end: End): SearchPosition {
  const cursor = args[end] ?? '';
  const parts = readCursor(cursor);
  if (!parts) return { rank: null, class: null, code: cursor, report: reportOf(cursor) };
  const [name, rank, titleClass, code, ...more] = parts;
  const isSearch =
    name === 'search' &&
    (rank === 0 || rank === 1) &&
    Number.isInteger(titleClass) &&
    typeof titleClass === 'number' &&
    titleClass >= 0 &&
    titleClass < titleClasses &&
    typeof code === 'string' &&
    more.length === 0;
  if (!isSearch) throw noCursor(end, cursor, 'search');
  return { rank, class: titleClass, code, report: reportOf(code) };
}

/** More than there are. */
const titleClasses = 1024;

/** Types whose codes begin with that of their report. */
const ofReports = new Set<string>(
  Object.values(searchable)
    .filter(({ table }) => 'reportId' in getColumns(relations[table].table))
    .map(({ typename }) => typename),
);

function reportOf(entry: string): string | null {
  const { typename, id: code } = parseGlobalId(entry);
  if (typename === searchable.REPORT.typename) return code;
  return ofReports.has(typename) ? (/^([^/]+)\//.exec(code)?.[1] ?? null) : null;
}
