import { Many, sql } from 'drizzle-orm';
import type { Connection } from '../database.ts';
import { bytesOf, rowsOf, sharedOf } from './gather-statistics.ts';
import type { TableName } from '../relations.ts';
import { relationOf } from '../relations/relation-of.ts';
import { countsOf } from './counted-columns.ts';
import { statistics } from '../tables/statistic.ts';
import { valueCounts } from './value-counts.ts';

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
  /** How many different values there are in a column of outcomes by which groups are stored. */
  valuesOf: (column: GroupedColumn) => number;
  /** Whether no table has so many rows that it matters by which way they are come by. */
  isSmall: boolean;
  /** What a statement tells that only looks how rows are best reached; null for a way that it was not to follow. */
  probe: (statement: string, values: readonly unknown[]) => readonly (Probed | null)[];
};

/** Of no more rows all are read before it is found out how to read fewer. */
const fewRows = 400;

/** So many rows lie on a page of the file, or some such. */
export const stretch = 12;

/** What following a way within a budget came to. */
export type Probed = {
  /** How many rows it might be followed for at the most, for how many it was, and how many different ones these are. */
  most: number;
  reached: number;
  rows: number;
  /** How many there are in sets that it goes by. */
  members: number;
  /** In how many stretches of {@link stretch} rows of the table the first ones lie, as a part of them; null where that was not seen. */
  spread: number | null;
  /**
   * How many of these pass, where they come in their order, and at which the last was found that the
   * page needs; of others, how many are in the set that they are to meet; null where that was not tried.
   */
  hits: number | null;
  last: number;
  /** How many the page needs; 0 where they do not come in order. */
  wanted: number;
};

/** The columns of outcomes by which groups are stored. */
type GroupedColumn = 'placeId' | 'year' | 'level' | 'unitId' | 'indicatorId';

type Bucket = { count: number; sum: number; largest: number };

export function readStatistics(
  { db, readBytes }: Pick<Connection, 'db' | 'readBytes'>,
  counts: Readonly<Record<string, number>>,
): Statistics {
  return statisticsOf({
    counts,
    buckets: db.all(allBuckets),
    values: db.all(allValueCounts),
    probe(statement, given) {
      const told = readBytes(statement, given);
      return told ? (JSON.parse(Buffer.from(told).toString()) as (Probed | null)[]) : [];
    },
  });
}

/** All that a database has counted of itself, to be given to {@link statisticsOf}. */
export const allBuckets = sql`select name, "count", sum, largest from ${statistics}`;
export const allValueCounts = sql`select ${valueCounts.name} as name, count(*) as "count" from ${valueCounts} group by 1`;

/** What statistics are told from. */
export type CountedSizes = {
  counts: Readonly<Record<string, number>>;
  buckets: readonly (Bucket & { name: string })[];
  /** How many different values each column has that was counted. */
  values: readonly { name: string; count: number }[];
  probe: Statistics['probe'];
};

export function statisticsOf({ counts, buckets, values, probe }: CountedSizes): Statistics {
  const histograms = Map.groupBy(buckets, ({ name }) => name);
  for (const each of histograms.values()) each.sort((a, b) => b.largest - a.largest);
  const different = new Map(values.map(({ name, count }) => [name, count]));

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
    valuesOf: (column) => different.get(countsOf('outcomes', column)) ?? 0,
    isSmall: Object.values(counts).every((count) => count <= fewRows),
    probe,
  };
}

const isMany = (table: TableName, name: string) => relationOf(table, name) instanceof Many;

/** Whether each row that a relation leads to is led to from one row only. */
const isTree = (table: TableName, name: string) =>
  isMany(table, name) && !relationOf(table, name).throughTable;
