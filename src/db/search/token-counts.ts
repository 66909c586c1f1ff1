import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { beginning, matchExpression, onlyToken } from '../../text/search/full-text.ts';
import type { Scope } from '../../text/search/full-text.ts';
import { unlessPostgres } from '../dialect.ts';
import type { Writing } from '../database.ts';
import { valueCounts } from '../tables/statistic.ts';
import { matchingType, unreported } from './matching.ts';
import type { Search } from './matching.ts';

const index = sql.identifier('search_index');

/** Under which name it is kept how many entries hold a token. */
export const searchedTokens = 'search';
const name = searchedTokens;

/** Tokens of fewer entries, and of fewer than one in so many, are counted when they are searched for. */
const fewest = 64;
const share = 64;

type Db = Pick<Writing, 'db'>;

/** How many entries hold a token, as a search of everything finds them, or one of a report. */
export const countToken = ({ db }: Db, token: string, scope: Scope = {}): number => {
  const typed = token.endsWith(beginning) ? token.slice(0, -beginning.length) : token;
  return db.get<{ count: number }>(
    sql`select count(*) as count from ${index} where ${index} match ${matchExpression(typed, 'anywhere', scope)}`,
  ).count;
};

/** The tokens that are counted. */
export const countedTokens = ({ db }: Db): { token: string; count: number }[] =>
  db.all(
    sql`select ${valueCounts.value} as token, ${valueCounts.count} as count from ${valueCounts} where ${valueCounts.name} = ${name}`,
  );

/** Counts the entries of each token that many hold, in a full-text index that has just been written. */
export function gatherTokens({ db, prepare }: Pick<Writing, 'db' | 'prepare'>): void {
  const insert = prepare('insert into value_counts (name, value, count) values (?, ?, ?)');
  const { least } = db.get<{ least: number }>(
    sql`select max(${sql.raw(String(fewest))}, count(*) / ${sql.raw(String(share))}) as least from search_entries`,
  );
  db.run(sql`create virtual table temp.tokens using fts5vocab(main, search_index, row)`);
  db.run(sql`create temp table token_counts as select term, doc from temp.tokens`);
  db.run(sql`drop table temp.tokens`);
  const keep = (token: string, count: number) => {
    insert([name, token, count]);
  };
  const pairs = db.all<{ term: string; doc: number }>(
    sql`select term, doc from temp.token_counts where length(term) = 2 and doc >= ${least}`,
  );
  for (const { term, doc } of pairs) {
    // Others are never searched for alone, such as those at the border of a figure.
    if (onlyToken(term) === term && !term.endsWith(beginning)) keep(term, doc);
  }
  const characters = db.all<{ first: string }>(
    sql`select substr(term, 1, 1) as first from temp.token_counts where length(term) <= 2 group by 1 having sum(doc) >= ${least}`,
  );
  db.run(sql`drop table temp.token_counts`);
  for (const { first } of characters) {
    const token = first + beginning;
    const count = onlyToken(first) === token ? countToken({ db }, token) : 0;
    if (count >= least) keep(token, count);
  }
}

/** Adds the entries of a report to what was counted, or takes them out while they are still there. */
export function changeTokens({ db }: Db, report: string, sign: 1 | -1): void {
  for (const { token } of countedTokens({ db })) {
    const count = countToken({ db }, token, { report: [report] });
    if (count === 0) continue;
    db.run(
      sql`update ${valueCounts} set "count" = "count" + ${sign * count} where ${valueCounts.name} = ${name} and ${valueCounts.value} = ${token}`,
    );
  }
}

/** How many hits a search of everything for one token has, where that was counted; null for any other. */
export function storedTotal({ typed, scope }: Search): SQL {
  const counted = sql`select ${valueCounts.count} from ${valueCounts} where ${valueCounts.name} = ${sql.raw(`'${name}'`)} and ${valueCounts.value} = only_token(${typed}) and ${scope} = '{}'`;
  const leftOut = sql`select count(*) from ${index} where ${matchingType(typed, 'INDICATOR')} and rowid in ${unreported}`;
  return unlessPostgres(sql`(${counted}) - (${leftOut})`, () => sql`null`);
}
