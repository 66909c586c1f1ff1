import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import {
  inTitle,
  indexKinds,
  matchExpression,
  onlyToken,
  tokensOfEntry,
} from '../../text/search/full-text.ts';
import type { IndexKind } from '../../text/search/full-text.ts';
import { derived, packed, typed as ofType, unlessPostgres } from '../dialect.ts';
import type { Writing } from '../database.ts';
import { valueCounts } from '../statistics/value-counts.ts';
import { ofReport } from '../layout.ts';
import { searchEntries } from '../tables/search.ts';
import { countAll, countLeftOut, indexCalled, textsOf } from './matching.ts';
import type { Search } from './matching.ts';

/** Under which name it is kept how many entries hold a token. */
export const searchedTokens = 'search';
const name = searchedTokens;

/**
 * Tokens of fewer entries are counted when they are searched for: of less than one in so many, but not of more than
 * PostgreSQL can read one by one.
 */
const least = { entries: 64, share: 64, most: 1000 };

type Db = Pick<Writing, 'db'>;

/** How many entries hold a token, as a search of everything finds them, or one of a report. */
export function countToken({ db }: Db, token: string): number {
  const kind = Array.from(token).length === 1 ? 'characters' : 'pairs';
  return db.get<{ count: number }>(
    sql`select count(*) as count from ${indexCalled(kind)} where ${indexCalled(kind)} match ${matchExpression(kind, token, 'anywhere', {})}`,
  ).count;
}

/** The tokens that are counted. */
export const countedTokens = ({ db }: Db): { token: string; count: number }[] =>
  db.all(
    sql`select ${valueCounts.value} as token, ${valueCounts.count} as count from ${valueCounts} where ${valueCounts.name} = ${name}`,
  );

/** Counts the entries of each token that many hold, in full-text indexes that have just been written. */
export function gatherTokens({ db, prepare }: Pick<Writing, 'db' | 'prepare'>): void {
  const insert = prepare('insert into value_counts (name, value, count) values (?, ?, ?)');
  const { entries } = db.get<{ entries: number }>(
    sql`select count(*) as entries from search_entries`,
  );
  const fewest = Math.max(least.entries, Math.min(entries / least.share, least.most));
  const tokens = indexKinds.flatMap((kind) => frequentTokens({ db }, kind, fewest));
  for (const token of tokens) {
    // Others are never searched for alone, such as those at the border of a figure.
    if (onlyToken(token) !== token) continue;
    const count = countToken({ db }, token);
    if (count >= fewest) insert([name, token, count]);
  }
}

/** The tokens of an index that so many entries may hold, in their titles or elsewhere. */
function frequentTokens({ db }: Db, kind: IndexKind, fewest: number): string[] {
  const length = kind === 'pairs' ? 2 : 1;
  db.run(sql`create virtual table temp.tokens using fts5vocab(main, ${indexCalled(kind)}, row)`);
  const found = db.all<{ token: string }>(
    sql`select ltrim(term, ${inTitle}) as token from temp.tokens where length(ltrim(term, ${inTitle})) = ${length} group by 1 having sum(doc) >= ${fewest}`,
  );
  db.run(sql`drop table temp.tokens`);
  return found.map(({ token }) => token);
}

/**
 * Adds the entries of a report to what was counted, or takes them out while they are still there. Their tokens are
 * made of their texts: to look for each in the index would be to read it from end to end.
 */
export function changeTokens({ db }: Db, report: string, sign: 1 | -1): void {
  const held = tokensOfReport({ db }, report);
  for (const { token } of countedTokens({ db })) {
    const count = held.get(token) ?? 0;
    if (count === 0) continue;
    db.run(
      sql`update ${valueCounts} set "count" = "count" + ${sign * count} where ${valueCounts.name} = ${name} and ${valueCounts.value} = ${token}`,
    );
  }
}

/** By each token that is counted by itself: how many entries of a report hold it. */
function tokensOfReport({ db }: Db, report: string): Map<string, number> {
  const { id, type } = searchEntries;
  const own = sql`(select id from reports where code = ${report})`;
  const entries = db.all<{ texts: string }>(
    sql`select ${textsOf({ id, type })} as texts from ${searchEntries} where ${ofReport('searchEntries', own)}`,
  );
  const held = new Map<string, number>();
  for (const { texts } of entries) {
    const list = JSON.parse(texts) as [source: string, text: string | null][];
    const all = tokensOfEntry(
      [],
      list.map(([, text]) => text ?? ''),
      [],
    );
    // A pair is one token of two characters; the last character of a text stands there alone.
    const pairs = all.pairs.split(' ').filter((token) => Array.from(token).length === 2);
    for (const token of new Set([...pairs, ...all.characters.split(' ')]))
      held.set(token, (held.get(token) ?? 0) + 1);
  }
  return held;
}

/**
 * How many hits a search of everything has, where no hit need be looked at for it: of one token that was counted and,
 * in PostgreSQL, whose index alone says how many entries hold words, of any. Null for any other.
 */
export function totalOfAll({ typed, scope }: Search): SQL {
  const token = unlessPostgres(sql`only_token(${typed})`, () => derived(onlyToken, typed));
  const isOfAll = sql`${ofType(scope, 'text')} = '{}'`;
  const counted = sql`select ${valueCounts.count} from ${valueCounts} where ${valueCounts.name} = ${sql.raw(`'${name}'`)} and ${valueCounts.value} = ${packed(token, 'text')} and ${isOfAll}`;
  const found = unlessPostgres(
    sql`(${counted})`,
    () =>
      sql`coalesce((${counted}), case when ${isOfAll} then (${countAll({ typed, scope })}) end)`,
  );
  return sql`${found} - (${countLeftOut({ typed, scope })})`;
}
