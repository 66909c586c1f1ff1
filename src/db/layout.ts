import { getColumns, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { tableConfigOf } from './columns/table-config.ts';
import { isNumberedInReport } from './text-number.ts';
import { isInStretch } from './report-place.ts';
import { relations } from './relations.ts';
import type { TableName } from './relations.ts';
import { searchable } from './search/searchable.ts';

/** How the rows of a table are written, and what they refer to. */
export type Layout = {
  name: TableName;
  table: SQLiteTable;
  /** The columns that are written, by the field of a row that holds their value. */
  columns: readonly { field: string; column: SQLiteColumn }[];
  /** The fields that hold the number of a row of another table, or of this one. */
  references: readonly { field: string; to: TableName }[];
};

const names = new Map(
  Object.entries(relations).map(([name, { table }]) => [
    tableConfigOf(table).name,
    name as TableName,
  ]),
);

const known = new Map<TableName, Layout>();

export function layoutOf(name: TableName): Layout {
  const found = known.get(name) ?? describe(name);
  known.set(name, found);
  return found;
}

function describe(name: TableName): Layout {
  const { table } = relations[name];
  const fields = Object.entries<SQLiteColumn>(getColumns(table));
  const references = tableConfigOf(table).foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference();
    const field = fields.find(([, column]) => column.name === columns[0]?.name)?.[0];
    const to = names.get(tableConfigOf(foreignTable).name);
    return field === undefined || to === undefined ? [] : [{ field, to }];
  });
  const columns = fields.flatMap(([field, column]) =>
    column.generated === undefined ? [{ field, column }] : [],
  );
  return { name, table, columns, references };
}

/** The statement that writes one row, its values in the order of the columns. */
export function insertOf({ table, columns }: Layout): string {
  const list = columns.map(({ column }) => `"${column.name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  return `insert into "${tableConfigOf(table).name}" (${list}) values (${marks})`;
}

/** Which rows of a table are a report's; null for a table that only the vocabulary fills. */
export function ofReport(name: TableName, reportId: number | SQLWrapper): SQL | null {
  const { table, columns, references } = layoutOf(name);
  const columnOf = (field: string) => columns.find((each) => each.field === field)?.column;
  const number = columnOf('id');
  if (name === 'reports') return sql`${number} = ${reportId}`;
  if (name === 'searchEntries') return sql`${number} in (${entriesOfReport(reportId)})`;
  if (number && isNumberedInReport(table)) return isInStretch(number, reportId);
  const own = columnOf('reportId');
  if (own) return sql`${own} = ${reportId}`;
  for (const { field, to } of references) {
    const owner = layoutOf(to);
    const theirs = owner.columns.find((each) => each.field === 'reportId')?.column;
    // Of a table that the vocabulary fills too, it is not the report that its rows belong to.
    if (theirs?.notNull !== true) continue;
    const id = owner.columns.find((each) => each.field === 'id')?.column;
    if (!id) continue;
    return sql`${columnOf(field)} in (select ${id} from ${owner.table} where ${theirs} = ${reportId})`;
  }
  return null;
}

/** So many reports are asked for at once: each takes its part of a statement. */
const reportsAtOnce = 8;

/** Which rows of a table are those of some reports, some of these after the other; none for what the vocabulary fills. */
export function ofReports(name: TableName, reportIds: readonly number[]): SQL[] {
  const each = reportIds.flatMap((id) => ofReport(name, id) ?? []);
  const starts = Array.from(
    { length: Math.ceil(each.length / reportsAtOnce) },
    (_, at) => at * reportsAtOnce,
  );
  return starts.map(
    (start) => sql`(${sql.join(each.slice(start, start + reportsAtOnce), sql` or `)})`,
  );
}

/** The numbers of the search entries of a report, which the rows hold that they stand for. */
const entriesOfReport = (reportId: number | SQLWrapper): SQL =>
  sql.join(
    Object.values(searchable).flatMap(({ table: name }) => {
      const own = ofReport(name, reportId);
      const { table, columns } = layoutOf(name);
      const entry = columns.find(({ field }) => field === 'searchId')?.column;
      return own ? [sql`select ${entry} from ${table} where ${own}`] : [];
    }),
    sql` union all `,
  );

/** Which rows of a table are the vocabulary's; null for a table that only reports fill. */
export function ofVocabulary(name: TableName): SQL | null {
  if (!isOfReports(name)) return sql`true`;
  const own = layoutOf(name).columns.find(({ field }) => field === 'reportId')?.column;
  return own && !own.notNull ? sql`${own} is null` : null;
}

/** Whether single reports have rows in a table. */
export const isOfReports = (name: TableName) => ofReport(name, 0) !== null;

/** Whether both the vocabulary and single reports have rows in a table, as units are of either. */
export const isShared = (name: TableName) => isOfReports(name) && ofVocabulary(name) !== null;
