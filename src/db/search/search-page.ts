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
    besideEdges(edges, sql`select id, rank from (${near} union all ${far}) ${inOrder}`),
    // It would look for the hits of either rank; those that are told later are wanted where the others are too few.
    () =>
      sql`${withTables([...edges, { name: sql`near`, row: near }])}select id, rank from (select * from near union all select * from (${far}) far where (select count(*) from near) < ${limit}) ranked ${inOrder}`,
  );
}

/**
 * The hits between edges, each of which SQLite takes apart once: it does so anew wherever a table of a statement is
 * named, and refuses one that has come to a thousand tables by that.
 */
const besideEdges = (edges: readonly Edge[], hits: SQL): SQL =>
  edges.length === 0
    ? hits
    : sql`${withTables(edges)}select value ->> 0 as id, value ->> 1 as rank from ${crossJoined(edges)} cross join json_each((select json_group_array(json_array(id, rank)) from (${hits})))`;

/** Whether there are hits outside an end that an edge cuts, the edge itself among them. */
export function isBeyondEdge(search: Search, end: End, edge: SearchEdge): SQL {
  const found = ranks.map(({ rank, where }) => {
    const bound = boundOf(end, rank);
    const [low, high] = end === 'after' ? [first, sql`${bound} + 1`] : [sql`${bound} - 1`, last];
    const hits = firstHits(search, where, { low, high, way: sql.raw('asc'), limit: sql.raw('1') });
    return sql`exists (${hits})`;
  });
  const edges = edgesOf(search, { [end]: edge });
  return sql`(${withTables(edges)}select ${sql.join(found, sql` or `)}${unlessPostgres(sql` from ${crossJoined(edges)}`, () => sql``)})`;
}

/** An edge as a table of one row. */
type Edge = { name: SQLWrapper; row: SQL };

const nameOf = (end: End) => sql.identifier(`edge_${end}`);

const edgesOf = (search: Search, edges: Partial<Record<End, SearchEdge | null>>): Edge[] =>
  (['after', 'before'] as const).flatMap((end) => {
    const edge = edges[end];
    return edge ? { name: nameOf(end), row: edgeRow(search, edge) } : [];
  });

/** Each is looked for once. */
const withTables = (tables: readonly Edge[]): SQL =>
  tables.length === 0
    ? sql``
    : sql`with ${sql.join(
        tables.map(({ name, row }) => sql`${name} as materialized (${row})`),
        sql`, `,
      )} `;

const crossJoined = (edges: readonly Edge[]): SQL =>
  sql.join(
    edges.map(({ name }) => name),
    sql` cross join `,
  );

/** The number that bounds the hits of a rank at an end: those of the other rank lie all on one side. */
function boundOf(end: End, rank: SQL): SQL {
  const edge = nameOf(end);
  const own = sql`${edge}.${sql.identifier(end === 'after' ? 'low' : 'high')}`;
  const bound = sql`case when ${edge}.rank = ${rank} then ${own} when ${edge}.rank < ${rank} then ${first} else ${last} end`;
  return unlessPostgres(sql`(${bound})`, () => sql`(select ${bound} from ${edge})`);
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
