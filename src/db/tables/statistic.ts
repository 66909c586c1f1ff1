import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
