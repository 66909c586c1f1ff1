import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { blob, integer, numeric, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { packed, unlessPostgres } from '../dialect.ts';

/**
 * Groups of reviewed outcomes as a plain scan makes them, with every reason to withhold: those by one, by
 * two and by some three of the dimensions that people ask for most. Read in place of the outcomes.
 *
 * The table has no rowid: its rows lie in the order of their dimensions. It is made by hand, beside the
 * full-text index. What follows from other columns of a row is not kept: see `stored-row.ts`.
 */
export const outcomeGroups = sqliteTable('outcome_groups', {
  /** What the outcomes share, as the number of its grouping; `WITHIN` is a place that theirs lies in, or is. */
  dimensions: integer('dimensions').notNull(),
  /**
   * What groups stand in order of, by each of these: one for each value; `missing`, which comes last, for
   * none. `unused` where they are by fewer.
   */
  first: blob('first').notNull(),
  second: blob('second').notNull(),
  third: blob('third').notNull(),
  count: integer('count').notNull(),
  figures: integer('figures').notNull(),
  /** What is withheld and why, a bit for each reason. */
  withheld: integer('withheld').notNull(),
  isExact: integer('is_exact', { mode: 'boolean' }),
  /** The sum of the figures, also where they only have a mean; null where neither is told. */
  total: numeric('total', { mode: 'number' }),
  /** Where the sum has other ends than itself: these, or `missing` for none. */
  low: numeric('low', { mode: 'number' }),
  high: numeric('high', { mode: 'number' }),
  /** The least and the greatest figure where they are told and are not the total. */
  least: numeric('least', { mode: 'number' }),
  most: numeric('most', { mode: 'number' }),
  unitId: integer('unit_id'),
  /**
   * What it is told from, as a JSON list (see `facts.ts`), so that a report can be taken out and put in; null
   * for a small group, which is made anew instead.
   */
  facts: text('facts'),
});

/** What stands for a missing value in an order: it comes after all others. */
export const missing = unlessPostgres(sql`x''`, () => packed(sql`''`, 'bytea'));

/** What stands for a missing figure; in PostgreSQL it is no number (see `postgres/copy-lines.ts`). */
export const missingFigure = unlessPostgres(sql`${missing}`, () => sql`'NaN'::double precision`);

/** What stands for a dimension that a grouping does not have: it comes before all values. */
export const unused = packed(sql`-1`, 'bigint');

/** The columns that hold the first, second and third dimension of a grouping. */
export const slots = [outcomeGroups.first, outcomeGroups.second, outcomeGroups.third] as const;

/**
 * Holds for the rows that are in the index over the second and over the third dimension, in the words of
 * the index itself, without which it is not used. Groups within a place are read by that place.
 */
export const isIndexed = (slot: (typeof slots)[number]): SQL =>
  sql`${slot} >= ${packed(sql`0`, 'bigint')} and ${outcomeGroups.dimensions} % 2 = 0`;
