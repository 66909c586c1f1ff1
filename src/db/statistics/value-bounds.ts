import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Between which keys of an order the rows lie that have a value: whoever walks that order to them begins where
 * the first may be. Only of values that many rows have; the rows of others are found and sorted. The table is
 * made by hand beside the full-text indexes, since it has no rowid.
 */
export const valueBounds = sqliteTable('value_bounds', {
  /** `outcomes.level`, as its values are counted under. */
  name: text('name').notNull(),
  /** The value as the column holds it, or what stands for any and for none: see {@link anyValue}. */
  value: blob('value').notNull(),
  /** The property of the key, as `valueAscending`. */
  key: text('key').notNull(),
  /** No row lies before the one or behind the other; there may be none there by now. */
  low: blob('low').notNull(),
  high: blob('high').notNull(),
});

/** What stands for any value of a column, and for none. */
export const anyValue = `x'01'`;
export const noValue = `x'00'`;
