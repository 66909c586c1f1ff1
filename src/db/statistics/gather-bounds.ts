import { aliasedTable, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { SQL, Table } from 'drizzle-orm';
import { columnOf } from '../column-of.ts';
import type { Connection, Writing } from '../database.ts';
import { ofReport } from '../layout.ts';
import { relationOf, targetOf } from '../relations/relation-of.ts';
import { relations } from '../relations.ts';
import type { TableName } from '../relations.ts';
import { boundedIn } from './bounded-columns.ts';
import { boundsOfRows } from './bounds-of-rows.ts';
import type { Told } from './bounds-of-rows.ts';
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
  /** Whether the value is that of a column, or tells whether it has one, or what a step leads to. */
  tells: 'VALUE' | 'PRESENCE' | 'STEP';
  /** The tables of which reports have rows that tell which of these they have, or lead to. */
  changing: readonly TableName[];
};

const bounded: readonly Bounded[] = (Object.keys(relations) as TableName[]).flatMap((table) => {
  const { columns, steps, keys } = boundedIn(table);
  const from = sql`${relations[table].table}`;
  const ofColumns = columns.flatMap(({ name, column, hasWords }) => {
    const presence = sql`iif(${column} is null, ${sql.raw(noValue)}, ${sql.raw(anyValue)})`;
    const own = { name: countsOf(table, name), from, changing: [table] };
    const values = hasWords ? [{ ...own, value: sql`${column}`, tells: 'VALUE' as const }] : [];
    const present = column.notNull ? [] : [{ ...own, value: presence, tells: 'PRESENCE' as const }];
    return [...values, ...present];
  });
  const ofSteps = steps.map((step) => {
    const relation = relationOf(table, step.relation);
    const far = relation.targetTable as Table;
    const target = far === relation.sourceTable ? aliasedTable(far, 'far') : far;
    const { filter } = relationToSQL(relation, relations[table].table, target);
    return {
      name: nameOfStep(table, step),
      value: step.column === undefined ? sql.raw(anyValue) : sql`${columnOf(target, step.column)}`,
      tells: 'STEP' as const,
      from: sql`${from} join ${getTableAsAliasSQL(target)} on ${filter}`,
      changing: step.isAcross ? [table, targetOf(relation)] : [table],
    };
  });
  return [...ofColumns, ...ofSteps].map((each) => ({ ...each, table, keys }));
});

/** The rows that reports have of a table, or lead to across a step, as a condition on their numbers. */
function rowsOfReports({ db }: Pick<Connection, 'db'>, ids: readonly number[]) {
  const known = new Map<string, SQL | null>();
  return ({ table, from, changing }: Bounded): SQL | null => {
    const key = `${table} ${changing.join(' ')}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const id = columnOf(relations[table].table, 'id');
    const numbers = changing.flatMap((name) => {
      const own = ids.flatMap((report) => ofReport(name, report) ?? []);
      const rows = sql`select ${id} as id from ${name === table ? relations[table].table : from} where ${sql.join(own, sql` or `)}`;
      return own.length === 0 ? [] : db.all<{ id: number }>(rows).map((row) => row.id);
    });
    const where =
      numbers.length === 0
        ? null
        : sql`${id} in (select value from json_each(${JSON.stringify(numbers)}))`;
    known.set(key, where);
    return where;
  };
}

/** Of fewer rows with a value no bounds are kept. */
const fewestRows = 100;

/** How rows are told apart by a value of their own, where so many have the same; null where none have. */
function toldBy(
  { db }: Db,
  { name, value, tells, from }: Bounded,
  fewest: number,
): (Told & Pick<Bounded, 'name' | 'tells'>) | null {
  if (tells === 'STEP') return null;
  if (tells === 'PRESENCE') return { name, tells, by: sql`${value} = ${sql.raw(anyValue)}` };
  const values = db.values<[number | string]>(
    sql`select ${value} from ${from} where ${value} is not null group by 1 having count(*) >= ${fewest}`,
  );
  if (values.length === 0) return null;
  return { name, tells, by: value, only: new Set(values.map(([each]) => each)) };
}

/** Keeps the bounds of all rows of a database that has just been written. */
export function gatherBounds(writing: Pick<Writing, 'db' | 'prepare'>, fewest = fewestRows): void {
  const insert = writing.prepare(
    'insert into value_bounds (name, value, "key", low, high) values (?, ?, ?, ?, ?)',
  );
  for (const [table, all] of Map.groupBy(bounded, (each) => each.table)) {
    const own = all.flatMap((each) => toldBy(writing, each, fewest) ?? []);
    const keys = all[0]?.keys ?? [];
    const found = boundsOfRows(writing, table, { told: own, keys });
    for (const [at, { name, tells }] of own.entries()) {
      for (const { value, count, low, high } of found[at] ?? []) {
        if (value === null || count < fewest) continue;
        // What stands for any value or for none is a byte.
        const kept = tells === 'PRESENCE' ? Buffer.from([Number(value)]) : value;
        for (const [place, key] of keys.entries())
          insert([name, kept, key, low[place], high[place]]);
      }
    }
    // What a step leads to stands in another table.
    for (const each of all.filter(({ tells }) => tells === 'STEP'))
      writing.db.run(sql`insert into ${valueBounds} ${boundsOver(each, sql`true`, fewest)}`);
  }
}

/**
 * Widens bounds by the rows of reports that have come or changed. What has gone leaves them as they are: they
 * are only wider than they might be.
 */
export function widenBounds({ db }: Db, reportIds: readonly number[]): void {
  const rowsOf = rowsOfReports({ db }, reportIds);
  for (const each of bounded) {
    const own = rowsOf(each);
    if (!own) continue;
    db.run(
      sql`insert into ${valueBounds} select n.* from (${boundsOver(each, own)}) n cross join ${valueBounds} on ${isSame} where true on conflict do update set low = min(low, excluded.low), high = max(high, excluded.high)`,
    );
  }
}

/** Whether a row of a report lies outside the bounds of a value that it has: of which column; null where none does. */
export function faultOfBounds({ db }: Pick<Connection, 'db'>, reportId: number): string | null {
  const rowsOf = rowsOfReports({ db }, [reportId]);
  for (const each of bounded) {
    const own = rowsOf(each);
    if (!own) continue;
    const { outside } = db.get<{ outside: number }>(
      sql`select count(*) as outside from (${boundsOver(each, own)}) n cross join ${valueBounds} on ${isSame} where n.low < ${valueBounds.low} or n.high > ${valueBounds.high}`,
    );
    if (outside > 0) return each.name;
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
