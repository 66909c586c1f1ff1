import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * How many rows there are of each value of the columns by which people ask for numbers, and how many of
 * each table: read where a list has no filter, or one over such a column alone. The table is made by hand
 * beside the full-text indexes, since it has no rowid.
 */
export const valueCounts = sqliteTable('value_counts', {
  /** `outcomes.level`; `rows` for how many rows the table has that the value names. */
  name: text('name').notNull(),
  /** The value as the column holds it, be it text or number; what has none is not counted. */
  value: blob('value').notNull(),
  count: integer('count').notNull(),
});
