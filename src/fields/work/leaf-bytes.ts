import { Column, SQL, getColumns, is } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import { isEnumType } from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import type { Statistics } from '../../db/statistics/statistics.ts';
import { relations } from '../../db/relations.ts';
import type { TableName } from '../../db/relations.ts';
import { bytesIn } from './work.ts';
import type { Occurring } from './work.ts';

/** What a leaf of no text column takes, and a text that is worked out: few are longer. */
const ofNumber = 24;
const ofWorkedOut = 120;

/** How many bytes a leaf takes in an answer where nothing but its type is known. */
export function typeBytes(type: GraphQLNamedType): number {
  if (isEnumType(type)) return Math.max(...type.getValues().map(({ name }) => name.length + 2));
  return ['Int', 'Float', 'Boolean'].includes(type.name) ? ofNumber : ofWorkedOut;
}

/** The same for a column of rows, by the lengths of its texts. */
export function columnBytes(
  statistics: Statistics,
  { table, column }: { table: TableName; column: string },
  at: Occurring,
): number {
  const columns: Record<string, Column> = getColumns(relations[table].table);
  const found = columns[column];
  // A missing value is written as null.
  if (found?.dataType.startsWith('string')) {
    return 4 * at.rows + bytesIn(statistics, { table, column }, at);
  }
  return ofNumber * at.rows;
}

/** The same for an expression over a row: that of all the columns in it. */
export function expressionBytes(
  statistics: Statistics,
  { table, expression }: { table: TableName; expression: SQLWrapper },
  at: Occurring,
): number {
  const names = Object.entries<Column>(getColumns(relations[table].table))
    .filter(([, column]) => columnsIn(expression.getSQL()).has(column.name))
    .map(([name]) => name);
  const bytes = names.map((column) => columnBytes(statistics, { table, column }, at));
  return Math.max(ofNumber * at.rows, ...bytes);
}

/** The columns of an expression by their names; pieces of text hold none, and answer with themselves. */
function columnsIn(expression: unknown): ReadonlySet<string> {
  if (is(expression, Column)) return new Set([expression.name]);
  if (!is(expression, SQL)) return new Set();
  return new Set(expression.queryChunks.flatMap((chunk) => [...columnsIn(chunk)]));
}
