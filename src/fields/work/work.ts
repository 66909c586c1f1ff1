import { Column, SQL, getColumns, is } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import { isEnumType } from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import { relations } from '../../db/relations.ts';
import type { TableName } from '../../db/relations.ts';
import type { Statistics } from '../../db/statistics/statistics.ts';

/**
 * What a question makes the database do, at the most and before it is asked: rows to read, where a
 * row that is grouped or scored counts as several, and bytes of the answer to write.
 */
export type Work = { rows: number; bytes: number };

/** How many rows are reckoned to be read to find those of a page, and how many it holds with the one beyond. */
export type ReckonedPage = { reckoned: number; held: number };

/**
 * Rows of one table as they occur in an answer: how many in all, and how often one and the same may
 * be among them.
 */
export type Occurring = { rows: number; repeats: number };

export const once: Occurring = { rows: 1, repeats: 1 };

/** How many different rows there are at least: the bounds of sizes hold for different rows. */
const differing = ({ rows, repeats }: Occurring) =>
  Math.ceil(rows / Math.max(1, Math.min(rows, repeats)));

/** How many rows a relation leads to from rows that occur so, at the most. */
export const reachedFrom = (
  statistics: Statistics,
  { from, relation }: { from: TableName; relation: string },
  at: Occurring,
) => Math.max(1, at.repeats) * statistics.reached(from, relation, differing(at));

/**
 * The rows that a relation leads to, of which no more than `most` are taken from each row.
 */
export function follow(
  statistics: Statistics,
  step: { from: TableName; relation: string; most?: number },
  at: Occurring,
): Occurring {
  const { from, relation, most = Number.POSITIVE_INFINITY } = step;
  const each = Math.min(most, statistics.reached(from, relation, 1));
  const rows = Math.min(at.rows * each, reachedFrom(statistics, step, at));
  return { rows, repeats: Math.min(rows, at.repeats * statistics.shared(from, relation)) };
}

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
  if (found?.dataType.startsWith('string')) return textBytes(statistics, { table, column }, at);
  return ofNumber * at.rows;
}

/** The same for a text whose sizes are kept; a missing one is written as null. */
export const textBytes = (
  statistics: Statistics,
  { table, column }: { table: TableName; column: string },
  at: Occurring,
): number => 4 * at.rows + Math.max(1, at.repeats) * statistics.bytes(table, column, differing(at));

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
