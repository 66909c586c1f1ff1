import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { snippetsIn } from '../../text/search/snippet.ts';
import type { FoundText } from '../../text/search/snippet.ts';
import { asMade, onlyPostgres, remembered, typed as asTyped, unlessPostgres } from '../dialect.ts';
import { jsonArray } from '../json.ts';
import type { End } from '../keyset.ts';
import { edgeRow } from './search-edge.ts';
import type { SearchEdge } from './search-edge.ts';
import { firstHits, hitsOf, textsOf } from './matching.ts';
import type { Search } from './matching.ts';
import { totalOfAll } from './token-counts.ts';
import type { searchEntries } from '../tables/search.ts';

export type SearchWindow = {
  /** How many hits at most. */
  limit: SQL;
  /** Whether they are taken from the end. */
  backward: boolean;
  /** Places that lie outside at either end; null where it is open. */
  after: SearchEdge | null;
  before: SearchEdge | null;
};

const first = sql.raw('-1');
const last = sql.raw(String(Number.MAX_SAFE_INTEGER));

const ranks = [
  { rank: sql.raw('0'), where: 'title' },
  { rank: sql.raw('1'), where: 'elsewhere' },
] as const;

/**
 * The hits of a page by number and rank: those that hold all the words in their title have rank 0
 * and come first, all others rank 1; within a rank the shorter title comes first. Each rank is read
 * in the indexes' own order and no further than the page, however many hits there are.
 */
export function searchPage(search: Search, window: SearchWindow): SQL {
  const { limit, backward, after, before } = window;
  const way = backward ? sql.raw('desc') : sql.raw('asc');
  const ranked = ranks.map(({ rank, where }) => {
    const low = after ? boundOf('after', rank) : first;
    const high = before ? boundOf('before', rank) : last;
    const hits = firstHits(search, where, { low, high, way, limit });
    return sql`select entry as id, ${rank} as rank from (${hits})${onlyPostgres(() => sql` r`)}`;
  });
  const [near, far] = (backward ? ranked.toReversed() : ranked) as [SQL, SQL];
  const inOrder = sql`order by rank ${way}, id ${way} limit ${limit}`;
  const edges = edgesOf(search, { after, before });
  return unlessPostgres(
    sql`${withTables(edges)}select id, rank from (${near} union all ${far}) ${inOrder}`,
    // It would look for the hits of either rank; those that are told later are wanted where the others are too few.
    () =>
      sql`${withTables([...edges, sql`near as materialized (${near})`])}select id, rank from (select * from near union all select * from (${far}) far where (select count(*) from near) < ${limit}) ranked ${inOrder}`,
  );
}

/** Whether there are hits outside an end that an edge cuts, the edge itself among them. */
export function isBeyondEdge(search: Search, end: End, edge: SearchEdge): SQL {
  const found = ranks.map(({ rank, where }) => {
    const bound = boundOf(end, rank);
    const [low, high] = end === 'after' ? [first, sql`${bound} + 1`] : [sql`${bound} - 1`, last];
    const hits = firstHits(search, where, { low, high, way: sql.raw('asc'), limit: sql.raw('1') });
    return sql`exists (${hits})`;
  });
  return sql`(${withTables(edgesOf(search, { [end]: edge }))}select ${sql.join(found, sql` or `)})`;
}

/** The edges as tables of one row each, so that each is looked for once. */
const edgesOf = (search: Search, edges: Partial<Record<End, SearchEdge | null>>): SQL[] =>
  Object.entries(edges).flatMap(([end, edge]) =>
    edge ? sql`${sql.identifier(`edge_${end}`)} as materialized (${edgeRow(search, edge)})` : [],
  );

const withTables = (tables: readonly SQL[]): SQL =>
  tables.length === 0 ? sql`` : sql`with ${sql.join([...tables], sql`, `)} `;

/** The number that bounds the hits of a rank at an end: those of the other rank lie all on one side. */
function boundOf(end: End, rank: SQL): SQL {
  const own = sql.identifier(end === 'after' ? 'low' : 'high');
  return sql`(select case when rank = ${rank} then ${own} when rank < ${rank} then ${first} else ${last} end from ${sql.identifier(`edge_${end}`)})`;
}

/** How many entries match. */
export const countMatching = (search: Search): SQL =>
  sql`select ${remembered(
    () => sql`'total', ${search.typed}, ${search.scope}`,
    sql`coalesce(${totalOfAll(search)}, (select count(*) from (${hitsOf(search, 'anywhere')})${onlyPostgres(() => sql` h`)}))`,
  )} as found`;

/**
 * Where the words stand in the texts of an entry, as a JSON list of
 * `{source, text, start, highlights}`; `start` counts from the start of the report's text and is
 * null for words that are not the report's.
 */
export const snippetsOf = (typed: SQLWrapper, entry: typeof searchEntries): SQL =>
  asMade(sql`snippets_of(${typed}, ${textsOf(entry)})`, {
    from: jsonArray([asTyped(typed, 'text'), textsOf(entry)]),
    // As a value of its own JSON is a text to SQLite.
    make: ([words, texts]: [string, string | readonly FoundText[]]) =>
      snippetsIn(words, typeof texts === 'string' ? (JSON.parse(texts) as FoundText[]) : texts),
  });
