import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { columnOf } from '../column-of.ts';
import type { Writing } from '../database.ts';
import { unindexed } from '../dialect.ts';
import { ofReports } from '../layout.ts';
import type { TableName } from '../relations.ts';
import { relations } from '../relations.ts';
import { valueCounts } from './value-counts.ts';
import { countedColumns, countsOf, rowCounts } from './counted-columns.ts';

const tableNames = Object.keys(relations) as TableName[];

/** Counts all rows, and those of each value, in a database that has just been written. */
export function gatherCounts(writing: Pick<Writing, 'db'>): void {
  for (const name of tableNames) count(writing, { name, scope: null, sign: 1 });
}

/**
 * Adds the rows of reports to what was counted, or takes them out of it while they still stand as they
 * were counted: one report among thousands costs what it holds itself.
 */
export function changeCounts(
  writing: Pick<Writing, 'db'>,
  reportIds: readonly number[],
  sign: 1 | -1,
): void {
  for (const name of tableNames) {
    for (const scope of ofReports(name, reportIds)) count(writing, { name, scope, sign });
  }
  writing.db.run(sql`delete from ${valueCounts} where ${valueCounts.count} = 0`);
}

/** @param scope which rows, all if null: some are found by it, and not by an index that has their values in order */
function count(
  { db }: Pick<Writing, 'db'>,
  { name, scope, sign }: { name: TableName; scope: SQL | null; sign: 1 | -1 },
): void {
  const { table } = relations[name];
  const signed = sql.raw(sign === 1 ? 'count(*)' : '-count(*)');
  const add = (counts: SQL) => {
    db.run(
      sql`insert into ${valueCounts} ${counts} on conflict do update set "count" = "count" + excluded."count"`,
    );
  };
  add(
    sql`select ${rowCounts}, ${name}, ${signed} from ${table} where ${scope ?? sql`true`} having count(*) > 0`,
  );
  for (const field of countedColumns[name] ?? []) {
    const column = columnOf(table, field);
    const value = scope ? unindexed(column) : column;
    add(
      sql`select ${countsOf(name, field)}, ${value}, ${signed} from ${table} where ${value} is not null and ${scope ?? sql`true`} group by ${value}`,
    );
  }
}
