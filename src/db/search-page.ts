import { eq, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { match, matching, textsOf } from './search.ts';
import { searchEntries } from './tables/search.ts';

/** What is searched for, each as a parameter: the words typed, and the scope as JSON. */
export type Search = { typed: SQLWrapper; scope: SQLWrapper };

export type SearchWindow = {
  /** How many hits at most. */
  limit: SQL;
  /** Whether they are taken from the end. */
  backward: boolean;
  /** Codes of entries that lie outside at either end; null where it is open. */
  after: SQLWrapper | null;
  before: SQLWrapper | null;
};

const index = sql.identifier('search_index');
const first = sql.raw('-1');
const last = sql.raw('9223372036854775807');

/**
 * The hits of a page by number and rank: those that hold all the words in their title have rank 0
 * and come first, all others rank 1; within a rank the shorter title comes first. Each rank is read
 * in the index's own order and no further than the page, however many hits there are.
 */
export function searchPage(search: Search, window: SearchWindow): SQL {
  const { limit, backward, after, before } = window;
  const way = backward ? sql.raw('desc') : sql.raw('asc');
  const ranked = (where: 'title' | 'elsewhere', rank: number) => {
    const low = boundOf(search, after, rank, first);
    const high = boundOf(search, before, rank, last);
    return sql`select * from (select rowid as id, ${sql.raw(String(rank))} as rank from ${index} where ${match(search.typed, where, search.scope)} and rowid > ${low} and rowid < ${high} order by rowid ${way} limit ${limit})`;
  };
  return sql`select id, rank from (${ranked('title', 0)} union all ${ranked('elsewhere', 1)}) order by rank ${way}, id ${way} limit ${limit}`;
}

/** Between which numbers the hits of a rank lie, given the entry at the edge and its own rank. */
function boundOf(search: Search, edge: SQLWrapper | null, rank: number, open: SQL): SQL {
  if (!edge) return open;
  const [before, after] = open === first ? [first, last] : [first, last];
  const { id, code } = searchEntries;
  const isTitle = sql`exists (select 1 from ${index} where rowid = ${id} and ${match(search.typed, 'title', search.scope)})`;
  // An edge of the other rank leaves all of this one on one side.
  const [sameRank, otherRank] = rank === 0 ? [isTitle, after] : [sql`not ${isTitle}`, before];
  return sql`(select case when ${sameRank} then ${id} else ${otherRank} end from ${searchEntries} where ${code} = ${edge})`;
}

/** How many entries match. */
export const countMatching = ({ typed, scope }: Search): SQL =>
  sql`select count(*) as found from ${index} where ${match(typed, 'anywhere', scope)}`;

/** Whether the entry of a code is among the hits, as a row or none. */
export const isHit = ({ typed, scope }: Search, code: SQLWrapper): SQL =>
  sql`select 1 from ${searchEntries} where ${eq(searchEntries.code, code)} and ${searchEntries.id} in ${matching(typed, scope)}`;

/**
 * Where the words stand in the texts of an entry, as a JSON list of
 * `{source, text, start, highlights}`; `start` counts from the start of the report's text and is
 * null for words that are not the report's.
 */
export const snippetsOf = (typed: SQLWrapper, entry: typeof searchEntries): SQL =>
  sql`snippets_of(${typed}, ${textsOf(entry)})`;
