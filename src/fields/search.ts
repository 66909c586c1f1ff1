import { brandWithType } from '@pothos/core';
import type { SchemaTypes } from '@pothos/core';
import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import { sql } from 'drizzle-orm';
import type { GraphQLResolveInfo } from 'graphql';
import type { Database } from '../db/database.ts';
import type { End } from '../db/keyset.ts';
import { classOf, isEdge } from '../db/search/search-edge.ts';
import type { SearchEdge } from '../db/search/search-edge.ts';
import { countMatching, isBeyondEdge, searchPage, snippetsOf } from '../db/search/search-page.ts';
import type { Search } from '../db/search/matching.ts';
import { searchEntries } from '../db/tables/search.ts';
import type { Scope } from '../text/search/full-text.ts';
import type { Snippet } from '../text/search/snippet.ts';
import type { SearchType, WordSource } from '../vocabulary.ts';
import { readCursor, writeCursor } from '../text/cursor.ts';
import { badUserInput } from '../validation/bad-user-input.ts';
import { noCursor } from './cursor.ts';
import { bindParameters } from './bind-parameters.ts';
import { refuseText } from './listing.ts';
import { endsOf, pageOf, attachCursor, windowOf } from './page.ts';
import type { Page, PageArguments, Row } from './page.ts';
import type { WithDatabase } from './field-builder.ts';

export type SearchArguments = Omit<PageArguments, 'filter' | 'orderBy'> & {
  text: string;
  types?: readonly SearchType[] | null | undefined;
  reports?: readonly string[] | null | undefined;
  placesWithin?: readonly string[] | null | undefined;
  years?: readonly number[] | null | undefined;
};

/** What was found, and where the words stand in it. */
export type Hit = { code: string; type: SearchType; node: Row; snippets: () => FoundWords[] };
/** A stretch of a text; `start` is its place in the report, null where the words are not its own. */
export type FoundWords = Omit<Snippet, 'start'> & { source: WordSource; start: number | null };

/** The arguments that take codes, and the tables whose codes they are. */
export const codeArguments = { reports: 'reports', placesWithin: 'places' } as const;

/** The tables of what can be found, and their types in the API. */
const found = {
  REPORT: { table: 'reports', typename: 'Report' },
  SECTION: { table: 'sections', typename: 'Section' },
  MEASURE: { table: 'measures', typename: 'Measure' },
  OUTCOME: { table: 'outcomes', typename: 'Outcome' },
  DOCUMENT: { table: 'documents', typename: 'Document' },
  INDICATOR: { table: 'indicators', typename: 'Indicator' },
  ORGANIZATION: { table: 'organizations', typename: 'Organization' },
  PLACE: { table: 'places', typename: 'Place' },
} as const satisfies Record<SearchType, { table: string; typename: string }>;

/** The table of each type of what can be found. */
export const tablesFound = Object.fromEntries(
  Object.entries(found).map(([type, { table }]) => [type, table]),
);

/** A page of hits: one statement finds them, and one for each type among them reads them. */
export async function search(
  builder: object,
  args: SearchArguments,
  context: WithDatabase,
  info: GraphQLResolveInfo,
): Promise<Page> {
  const { db } = context;
  checkSearch(args);
  const wanted = { typed: sql`${args.text}`, scope: sql`${JSON.stringify(scopeOf(args))}` };
  const edgeAt = (end: End) => (args[end] == null ? null : edgeOf(db, wanted, args, end));
  const edges = { after: edgeAt('after'), before: edgeAt('before') };
  const { size, backward } = windowOf(args);
  const page = searchPage(wanted, { limit: sql`${size + 1}`, backward, ...edges });
  const way = sql.raw(backward ? 'desc' : 'asc');
  const entries = db.all<FoundEntry>(
    sql`select p.id, p.rank, ${classOf(sql`p.id`)} as class, ${searchEntries.code} as code, ${searchEntries.type} as type from (${page}) p join ${searchEntries} on ${searchEntries.id} = p.id order by p.rank ${way}, p.id ${way}`,
  );
  const nodes = await readNodes(builder, entries, context, info);
  let read: Map<number, FoundWords[]> | undefined;
  const hits = entries.flatMap(({ id, rank, class: titleClass, code, type }): Hit[] => {
    const node = nodes.get(id);
    // Read for all hits together, and only once one of them is asked.
    const snippets = () => {
      read ??= readSnippets(db, wanted, entries);
      return read.get(id) ?? [];
    };
    if (!node) return [];
    const hit = { code, type, node, snippets };
    attachCursor(hit, writeCursor([searchName, rank, titleClass, code]));
    return [hit];
  });
  return pageOf(hits, args, {
    isBeyond(end) {
      const edge = edges[end];
      if (!edge) return false;
      const { beyond } = db.get<{ beyond: number }>(
        sql`select ${isBeyondEdge(wanted, end, edge)} as beyond`,
      );
      return beyond === 1;
    },
    totalCount: () => db.get<{ found: number }>(countMatching(wanted)).found,
    countFacet: () => [],
  });
}

type FoundEntry = { id: number; rank: number; class: number; code: string; type: SearchType };

function readSnippets(
  db: Database,
  { typed }: Search,
  entries: readonly FoundEntry[],
): Map<number, FoundWords[]> {
  const ids = JSON.stringify(entries.map(({ id }) => id));
  const rows = db.all<{ id: number; snippets: string }>(
    sql`select ${searchEntries.id} as id, ${snippetsOf(typed, searchEntries)} as snippets from ${searchEntries} where ${searchEntries.id} in (select value from json_each(${ids}))`,
  );
  return new Map(rows.map(({ id, snippets }) => [id, JSON.parse(snippets) as FoundWords[]]));
}

/** What a search is limited to. */
export const scopeOf = ({ types, reports, placesWithin, years }: SearchArguments): Scope => ({
  ...(types && { type: types }),
  ...(reports && { report: reports }),
  ...(placesWithin && { place: placesWithin }),
  ...(years && { year: years }),
});

/** @throws BAD_USER_INPUT where the text, the window or a cursor cannot be taken */
export function checkSearch(args: SearchArguments): void {
  const reason = refuseText(args.text);
  if (reason !== null) throw badUserInput(`text ${reason}`, 'searchCharacters');
  windowOf(args);
  for (const end of endsOf(args)) searchPositionAt(args, end);
}

/** What a cursor of a search begins with. */
export const searchName = 'search';

/** Types whose code begins with that of their report. */
const ofReports = /^(?:Section|Measure|Outcome|Document):(?<report>[^/]+)\//;

/** A place among hits: what its cursor says; rank and class are null where only the entry knows them. */
export type SearchPosition = {
  rank: number | null;
  class: number | null;
  code: string;
  report: string | null;
};

/** @throws BAD_USER_INPUT where the cursor at an end is one of something else */
export function searchPositionAt(args: Pick<SearchArguments, End>, end: End): SearchPosition {
  const cursor = args[end] ?? '';
  const parts = readCursor(cursor);
  if (!parts) return { rank: null, class: null, code: cursor, report: reportOf(cursor) };
  const [name, rank, titleClass, code, ...more] = parts;
  const isSearch =
    name === searchName &&
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

const reportOf = (code: string) =>
  (code.startsWith('Report:') && code.slice('Report:'.length)) ||
  (ofReports.exec(code)?.groups?.['report'] ?? null);

function edgeOf(db: Database, wanted: Search, args: SearchArguments, end: End): SearchEdge {
  const place = searchPositionAt(args, end);
  const edge = {
    rank: sql`${sql.param(place.rank)}`,
    class: sql`${sql.param(place.class)}`,
    code: sql`${place.code}`,
    report: sql`${sql.param(place.report)}`,
  };
  if (place.rank === null) {
    const { hit } = db.get<{ hit: number }>(sql`select ${isEdge(wanted, edge)} as hit`);
    if (!hit) throw noCursor(end, args[end] ?? '', 'search');
  }
  return edge;
}

/** The rows behind the entries by their numbers, with what the query asks of each type. */
async function readNodes(
  builder: object,
  entries: readonly FoundEntry[],
  context: WithDatabase,
  info: GraphQLResolveInfo,
): Promise<Map<number, Row>> {
  const nodes = new Map<number, Row>();
  for (const [type, some] of Map.groupBy(entries, (entry) => entry.type)) {
    const { table, typename } = found[type];
    const query = queryFromInfo({
      config: getSchemaConfig(builder as PothosSchemaTypes.SchemaBuilder<SchemaTypes>),
      context,
      info,
      typeName: typename,
      paths: [
        [{ name: 'nodes' }, { name: 'node' }],
        [{ name: 'edges' }, { name: 'node' }, { name: 'node' }],
      ],
      columns: { code: true, searchId: true },
      where: { searchId: { in: bindParameters(some.map(({ id }) => id)) } },
      limit: some.length,
    } as never) as object;
    // oxlint-disable-next-line no-await-in-loop -- the database answers one statement at a time
    for (const row of await context.db.query[table as 'outcomes'].findMany(query)) {
      brandWithType(row, typename as never);
      nodes.set((row as Row)['searchId'] as number, row);
    }
  }
  return nodes;
}
