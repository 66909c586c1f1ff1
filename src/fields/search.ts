import { brandWithType } from '@pothos/core';
import type { SchemaTypes } from '@pothos/core';
import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import { sql } from 'drizzle-orm';
import type { GraphQLResolveInfo } from 'graphql';
import type { Database } from '../db/database.ts';
import { countMatching, isHit, searchPage, snippetsOf } from '../db/search-page.ts';
import type { Search } from '../db/search-page.ts';
import { searchEntries } from '../db/tables/search.ts';
import type { Scope } from '../text/full-text.ts';
import type { Snippet } from '../text/snippet.ts';
import type { SearchType, WordSource } from '../vocabulary.ts';
import { badUserInput } from './bad-user-input.ts';
import { lift } from './lift.ts';
import { refuseText } from './listing.ts';
import { pageOf, windowOf } from './page.ts';
import type { Page, PageArguments, Row } from './page.ts';
import type { WithDatabase } from './plugin.ts';

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
  checkCursors(db, wanted, args);
  const { size, backward } = windowOf(args);
  const page = searchPage(wanted, {
    limit: sql`${size + 1}`,
    backward,
    after: args.after == null ? null : sql`${args.after}`,
    before: args.before == null ? null : sql`${args.before}`,
  });
  const way = sql.raw(backward ? 'desc' : 'asc');
  const entries = db.all<Entry>(
    sql`select p.id, ${searchEntries.code} as code, ${searchEntries.type} as type from (${page}) p join ${searchEntries} on ${searchEntries.id} = p.id order by p.rank ${way}, p.id ${way}`,
  );
  const nodes = await readNodes(builder, entries, context, info);
  let read: Map<number, FoundWords[]> | undefined;
  const hits = entries.flatMap(({ id, code, type }): Hit[] => {
    const node = nodes.get(id);
    // Read for all hits together, and only once one of them is asked.
    const snippets = () => {
      read ??= readSnippets(db, wanted, entries);
      return read.get(id) ?? [];
    };
    return node ? [{ code, type, node, snippets }] : [];
  });
  return pageOf(hits, args, {
    totalCount: () => db.get<{ found: number }>(countMatching(wanted)).found,
    countFacet: () => [],
  });
}

type Entry = { id: number; code: string; type: SearchType };

function readSnippets(
  db: Database,
  { typed }: Search,
  entries: readonly Entry[],
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

/** @throws BAD_USER_INPUT where the text or the window cannot be taken */
export function checkSearch(args: SearchArguments): void {
  const reason = refuseText(args.text);
  if (reason !== null) throw badUserInput(`text ${reason}`, 'searchCharacters');
  windowOf(args);
}

function checkCursors(db: Database, wanted: Search, { after, before }: SearchArguments): void {
  for (const [name, cursor] of Object.entries({ after, before })) {
    if (cursor == null || db.all(isHit(wanted, sql`${cursor}`)).length > 0) continue;
    throw badUserInput(
      `${name}: ${JSON.stringify(cursor)} is no cursor of this search. Take cursors from pageInfo or edges of the same search.`,
    );
  }
}

/** The rows behind the entries by their numbers, with what the query asks of each type. */
async function readNodes(
  builder: object,
  entries: readonly Entry[],
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
      where: { searchId: { in: lift(some.map(({ id }) => id)) } },
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
