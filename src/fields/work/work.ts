import type { Statistics } from '../../db/statistics/statistics.ts';
import type { TableName } from '../../db/relations.ts';

/**
 * What a question makes the database do, at the most and before it is asked: rows to read, where a
 * row that is grouped or scored counts as several, and bytes of the answer to write.
 */
export type Work = { rows: number; bytes: number };

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

/** How many bytes a column takes as JSON in rows that occur so, at the most. */
export const bytesIn = (
  statistics: Statistics,
  { table, column }: { table: TableName; column: string },
  at: Occurring,
) => Math.max(1, at.repeats) * statistics.bytes(table, column, differing(at));
