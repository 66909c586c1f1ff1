import { One, getColumns, getTableName, sql } from 'drizzle-orm';
import type { AnyRelation, SQL, SQLWrapper, Table } from 'drizzle-orm';

export type Direction = 'ASC' | 'DESC';

/** Where the ordered row lies: in the listed row itself, or at the far end of its relation. */
export type Through = AnyRelation | null;

function columnOf(table: Table, name: string): SQLWrapper {
  const column = getColumns(table)[name];
  if (!column) throw new Error(`no column ${name} in ${getTableName(table)}`);
  return column;
}

/** The values of the columns in the listed row, or in the one row that its relation leads to. */
export function keysOf(row: Table, columns: readonly string[], through: Through): SQL[] {
  if (!through) return columns.map((name) => sql`${columnOf(row, name)}`);
  const [source] = through.sourceColumns;
  const [target] = through.targetColumns;
  if (!(through instanceof One) || !source || !target) throw new Error('a node is one row');
  const far = through.targetTable as Table;
  return columns.map(
    (name) =>
      sql`(select ${columnOf(far, name)} from ${far} where ${target} = ${row}.${sql.identifier(source.name)})`,
  );
}

/** The order of a page, its last key being unique. */
export function orderOf(keys: readonly SQL[], direction: Direction): SQL {
  const way = direction === 'ASC' ? sql`asc` : sql`desc`;
  return sql.join(
    keys.map((key) => sql`${key} ${way}`),
    sql`, `,
  );
}

/**
 * Holds for the rows that lie beyond the cursor's row in the direction. One comparison of row
 * values, so that an index over the same columns seeks; the cursor is the row's code.
 */
export function beyond(
  keys: readonly SQL[],
  columns: readonly string[],
  listed: Table,
  cursor: string | SQL,
  direction: Direction,
): SQL {
  const position = sql.join(
    columns.map((name) => sql`${columnOf(listed, name)}`),
    sql`, `,
  );
  const code = columnOf(listed, 'code');
  const sign = direction === 'ASC' ? sql`>` : sql`<`;
  return sql`(${sql.join([...keys], sql`, `)}) ${sign} (select ${position} from ${listed} where ${code} = ${cursor})`;
}
