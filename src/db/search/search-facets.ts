import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { numbersOfAll, numbersOfUnit } from '../entry-number.ts';
import { remembered, unlessPostgres } from '../dialect.ts';
import { reports } from '../tables/report.ts';
import { searchEntries } from '../tables/search.ts';
import { hitsOf } from './matching.ts';
import type { Search } from './matching.ts';

const number = (value: number) => sql.raw(String(value));

/** A unit of the numbers of its report, as the number of an entry tells it: entries need not be looked up for it. */
const unitOfReport = sql`entry % ${number(numbersOfAll)} / ${number(numbersOfUnit)}`;

/** How many hits there are of each unit of numbers, none of which is of two reports, as a JSON list of `[one of them, count]`. */
function tallyOf(search: Search): SQL {
  const tally = sql`select min(entry) as entry, count(*) as n from (${hitsOf(search, 'anywhere')}) group by ${unitOfReport}`;
  return remembered(
    () => sql`'tally', ${search.typed}, ${search.scope}`,
    sql`(select json_group_array(json_array(entry, n)) from (${tally}))`,
  );
}

/** How many hits there are of each value of a column of their reports, as a query for `k` and `n`. */
export const hitsByReport = (search: Search, column: SQLWrapper): SQL =>
  unlessPostgres(
    sql`select ${column} as k, sum(t.value ->> 1) as n from json_each(${tallyOf(search)}) t cross join ${searchEntries} on ${searchEntries.id} = t.value ->> 0 cross join ${reports} on ${reports.id} = ${searchEntries.reportId} where ${column} is not null group by 1`,
    () =>
      sql`select ${column} as k, count(*) as n from (${hitsOf(search, 'anywhere')}) h join ${searchEntries} on ${searchEntries.id} = h.entry join ${reports} on ${reports.id} = ${searchEntries.reportId} where ${column} is not null group by 1`,
  );

/** How many hits bear each mark of a kind, as a query for `k` and `n`; the scope names none of the kind. */
export function hitsByMark(
  { typed, scope }: Search,
  kind: 'type' | 'part',
  values: readonly string[],
): SQL {
  const marked = sql`json_set(${scope}, ${sql.raw(`'$.${kind}'`)}, json_array(m.value))`;
  const count = sql`select count(*) from (${hitsOf({ typed, scope: marked }, 'anywhere')})`;
  const asked = sql`select m.value as k, (${count}) as n from json_each(${sql.raw(`'${JSON.stringify(values)}'`)}) m`;
  return unlessPostgres(
    sql`with c as materialized (${asked}) select k, n from c where n > 0`,
    () =>
      sql`select ${searchEntries[kind]} as k, count(*) as n from (${hitsOf({ typed, scope }, 'anywhere')}) h join ${searchEntries} on ${searchEntries.id} = h.entry where ${searchEntries[kind]} is not null group by 1`,
  );
}
