import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What a snapshot knows of its own sizes, as histograms: how many bytes the texts of a column take in
 * JSON, and how many rows a relation leads to. A bucket holds the sizes between two powers of the
 * square root of two.
 */
export const statistics = sqliteTable(
  'statistics',
  {
    /** `bytes outcomes.labelZh`, `rows measures.outcomes`. */
    name: text('name').notNull(),
    bucket: integer('bucket').notNull(),
    /** How many sizes lie in the bucket. */
    count: integer('count').notNull(),
    /** What they come to. */
    sum: integer('sum').notNull(),
    /** The largest of them. */
    largest: integer('largest').notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.bucket] })],
);

/**
 * How many rows there are of each value of the columns by which people ask for numbers, and how many of
 * each table: read where a list has no filter, or one over such a column alone.
 */
export const valueCounts = sqliteTable(
  'value_counts',
  {
    /** `outcomes.level`; `rows` for how many rows the table has that the value names. */
    name: text('name').notNull(),
    /** The value as the column holds it, be it text or number; what has none is not counted. */
    value: blob('value').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.name, t.value] }),
    index('value_counts_count').on(t.name, t.count, t.value),
  ],
);
