import { Many } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { bytesOf, rowsOf, sharedOf } from './gather-statistics.ts';
import type { TableName } from '../relations.ts';
import { relationOf } from '../relations/relation-of.ts';
import { statistics } from '../tables/statistic.ts';

/**
 * What a snapshot knows of its own sizes. Every answer is an upper bound, and true of any choice of
 * rows: those that lead to most, and those with the longest texts, are taken first.
 */
export type Statistics = {
  /** How many rows a table has. */
  rows: (table: TableName) => number;
  /** To how many rows a relation leads from so many different rows, at the most. */
  reached: (table: TableName, relation: string, from: number) => number;
  /** From how many rows a relation leads to one and the same row, at the most. */
  shared: (table: TableName, relation: string) => number;
  /** How many bytes a column takes as JSON in so many different rows, at the most. */
  bytes: (table: TableName, column: string, rows: number) => number;
};

type Bucket = { count: number; sum: number; largest: number };

export function readStatistics(db: Database, counts: Readonly<Record<string, number>>): Statistics {
  const histograms = new Map<string, Bucket[]>();
  for (const { name, ...bucket } of db.select().from(statistics).all()) {
    histograms.set(name, [...(histograms.get(name) ?? []), bucket]);
  }
  for (const buckets of histograms.values()) buckets.sort((a, b) => b.largest - a.largest);

  /** The sum of the so many largest sizes. */
  function largest(name: string, rows: number): number {
    let left = rows;
    let total = 0;
    for (const { count, sum, largest: most } of histograms.get(name) ?? []) {
      if (left <= count) return total + Math.min(sum, left * most);
      total += sum;
      left -= count;
    }
    return total;
  }

  return {
    rows: (table) => counts[table] ?? 0,
    reached: (table, relation, from) =>
      isMany(table, relation) ? largest(rowsOf(table, relation), from) : from,
    shared: (table, relation) =>
      isTree(table, relation) ? 1 : largest(sharedOf(table, relation), 1),
    bytes: (table, column, rows) => largest(bytesOf(table, column), rows),
  };
}

const isMany = (table: TableName, name: string) => relationOf(table, name) instanceof Many;

/** Whether each row that a relation leads to is led to from one row only. */
const isTree = (table: TableName, name: string) =>
  isMany(table, name) && !relationOf(table, name).throughTable;
