import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { inTitle, indexKinds, matchExpression, onlyToken } from '../../text/search/full-text.ts';
import type { IndexKind, Scope } from '../../text/search/full-text.ts';
import { derived, packed, typed as ofType, unlessPostgres } from '../dialect.ts';
import type { Writing } from '../database.ts';
import { valueCounts } from '../statistics/value-counts.ts';
import { countLeftOut, indexCalled } from './matching.ts';
import type { Search } from './matching.ts';

/** Under which name it is kept how many entries hold a token. */
export const searchedTokens = 'search';
const name = searchedTokens;

/** Tokens of fewer entries, and of fewer than one in so many, are counted when they are searched for. */
const fewest = 64;
const share = 64;

type Db = Pick<Writing, 'db'>;

/** How many entries hold a token, as a search of everything finds them, or one of a report. */
export function countToken({ db }: Db, token: string, scope: Scope = {}): number {
  const kind = Array.from(token).length === 1 ? 'characters' : 'pairs';
  return db.get<{ count: number }>(
    sql`select count(*) as count from ${indexCalled(kind)} where ${indexCalled(kind)} match ${matchExpression(kind, token, 'anywhere', scope)}`,
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
  const { least } = db.get<{ least: number }>(
    sql`select max(${sql.raw(String(fewest))}, count(*) / ${sql.raw(String(share))}) as least from search_entries`,
  );
  const tokens = indexKinds.flatMap((kind) => frequentTokens({ db }, kind, least));
  for (const token of tokens) {
    // Others are never searched for alone, such as those at the border of a figure.
    if (onlyToken(token) !== token) continue;
    const count = countToken({ db }, token);
    if (count >= least) insert([name, token, count]);
  }
}

/** The tokens of an index that so many entries may hold, in their titles or elsewhere. */
function frequentTokens({ db }: Db, kind: IndexKind, least: number): string[] {
  const length = kind === 'pairs' ? 2 : 1;
  db.run(sql`create virtual table temp.tokens using fts5vocab(main, ${indexCalled(kind)}, row)`);
  const found = db.all<{ token: string }>(
    sql`select ltrim(term, ${inTitle}) as token from temp.tokens where length(ltrim(term, ${inTitle})) = ${length} group by 1 having sum(doc) >= ${least}`,
  );
  db.run(sql`drop table temp.tokens`);
  return found.map(({ token }) => token);
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
  const token = unlessPostgres(sql`only_token(${typed})`, () => derived(onlyToken, typed));
  const counted = sql`select ${valueCounts.count} from ${valueCounts} where ${valueCounts.name} = ${sql.raw(`'${name}'`)} and ${valueCounts.value} = ${packed(token, 'text')} and ${ofType(scope, 'text')} = '{}'`;
  return sql`(${counted}) - (${countLeftOut({ typed, scope })})`;
}
