import { aliasedTable, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { SQL, Table } from 'drizzle-orm';
import { columnOf } from '../column-of.ts';
import type { Connection, Writing } from '../database.ts';
import { ofReport } from '../layout.ts';
import { relationOf, targetOf } from '../relations/relation-of.ts';
import { relations } from '../relations.ts';
import type { TableName } from '../relations.ts';
import { boundedIn } from './bounded-columns.ts';
import { countsOf, nameOfStep } from './counted-columns.ts';
import { anyValue, noValue, valueBounds } from './value-bounds.ts';

type Db = Pick<Writing, 'db'>;

/**
 * Rows of a table as a value tells them apart, which may stand in another table that a step leads to, and the
 * keys of the orders in which they have bounds.
 */
type Bounded = {
  table: TableName;
  name: string;
  value: SQL;
  from: SQL;
  keys: readonly string[];
  /** Which of them reports may change: their own, and those that steps lead from to rows of theirs. */
  ofReport: (reportId: number) => SQL[];
};

const bounded: readonly Bounded[] = (Object.keys(relations) as TableName[]).flatMap((table) => {
  const { columns, steps, keys } = boundedIn(table);
  const own = (reportId: number) => ofReport(table, reportId) ?? [];
  const from = sql`${relations[table].table}`;
  const ofColumns = columns.flatMap(({ name, column, hasWords }) => {
    const presence = sql`iif(${column} is null, ${sql.raw(noValue)}, ${sql.raw(anyValue)})`;
    const values = [...(hasWords ? [sql`${column}`] : []), ...(column.notNull ? [] : [presence])];
    return values.map((value) => ({ name: countsOf(table, name), value, from, ofReport: own }));
  });
  const ofSteps = steps.map(({ relation: step, column }) => {
    const relation = relationOf(table, step);
    const far = relation.targetTable as Table;
    const isSame = far === relation.sourceTable;
    const target = isSame ? aliasedTable(far, 'far') : far;
    const { filter } = relationToSQL(relation, relations[table].table, target);
    return {
      name: nameOfStep(table, { relation: step, column }),
      value: column === undefined ? sql.raw(anyValue) : sql`${columnOf(target, column)}`,
      from: sql`${from} join ${getTableAsAliasSQL(target)} on ${filter}`,
      ofReport: (reportId: number) => [
        own(reportId),
        (!isSame && ofReport(targetOf(relation), reportId)) || [],
      ],
    };
  });
  return [...ofColumns, ...ofSteps].map((each) => ({
    ...each,
    table,
    keys,
    ofReport: (reportId: number) => [each.ofReport(reportId)].flat(2),
  }));
});

/** Of fewer rows with a value no bounds are kept. */
const fewestRows = 100;

/** Keeps the bounds of all rows of a database that has just been written. */
export function gatherBounds({ db }: Db, fewest = fewestRows): void {
  for (const each of bounded)
    db.run(sql`insert into ${valueBounds} ${boundsOver(each, sql`true`, fewest)}`);
}

/**
 * Widens bounds by the rows of reports that have come or changed. What has gone leaves them as they are: they
 * are only wider than they might be.
 */
export function widenBounds({ db }: Db, reportIds: readonly number[]): void {
  for (const each of bounded) {
    for (const own of reportIds.flatMap((id) => each.ofReport(id))) {
      db.run(
        sql`update ${valueBounds} set low = min(${valueBounds.low}, n.low), high = max(${valueBounds.high}, n.high) from (${boundsOver(each, own)}) n where ${isSame}`,
      );
    }
  }
}

/** Whether a row of a report lies outside the bounds of a value that it has: of which column; null where none does. */
export function faultOfBounds({ db }: Pick<Connection, 'db'>, reportId: number): string | null {
  for (const each of bounded) {
    for (const own of each.ofReport(reportId)) {
      const { outside } = db.get<{ outside: number }>(
        sql`select count(*) as outside from (${boundsOver(each, own)}) n join ${valueBounds} on ${isSame} where n.low < ${valueBounds.low} or n.high > ${valueBounds.high}`,
      );
      if (outside > 0) return each.name;
    }
  }
  return null;
}

const isSame = sql`${valueBounds.name} = n.name and ${valueBounds.value} = n.value and ${valueBounds.key} = n.key`;

/** Between what each key of some rows lies, by their values of which so many have each. */
function boundsOver({ table, name, value, from, keys }: Bounded, which: SQL, fewest = 1): SQL {
  const { table: rows } = relations[table];
  const ends = keys.map((key, at) => {
    const column = columnOf(rows, key);
    return sql`, min(${column}) as ${sql.identifier(`low${at}`)}, max(${column}) as ${sql.identifier(`high${at}`)}`;
  });
  // That there is a value is asked of the groups: asked of the rows, it would have SQLite go through an index of all.
  const grouped = sql`select ${value} as value${sql.join(ends)} from ${from} where ${which} group by 1 having ${value} is not null and count(*) >= ${fewest}`;
  const each = keys.map(
    (key, at) =>
      sql`select ${name} as name, value, ${key} as key, ${sql.identifier(`low${at}`)} as low, ${sql.identifier(`high${at}`)} as high from e`,
  );
  return sql`with e as materialized (${grouped}) ${sql.join(each, sql` union all `)}`;
}
