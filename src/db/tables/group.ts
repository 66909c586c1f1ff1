import { sql } from 'drizzle-orm';
import { blob, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Groups of reviewed outcomes as a plain scan makes them, with every reason to withhold: those by one, by
 * two and by some three of the dimensions that people ask for most. Read in place of the outcomes.
 */
export const outcomeGroups = sqliteTable(
  'outcome_groups',
  {
    /** What the outcomes share, as the number of its grouping; `WITHIN` is a place that theirs lies in, or is. */
    dimensions: integer('dimensions').notNull(),
    /** The values of these, as outcomes hold them; null for outcomes that have none. */
    first: blob('first'),
    second: blob('second'),
    third: blob('third'),
    /**
     * What groups stand in order of, by each: one for each value; an empty blob, which comes last, for none. Null
     * where they are by fewer.
     */
    firstOrder: blob('first_order'),
    secondOrder: blob('second_order'),
    thirdOrder: blob('third_order'),
    count: integer('count').notNull(),
    figures: integer('figures').notNull(),
    isExact: integer('is_exact', { mode: 'boolean' }),
    sum: real('sum'),
    sumLow: real('sum_low'),
    sumHigh: real('sum_high'),
    mean: real('mean'),
    minimum: real('minimum'),
    maximum: real('maximum'),
    /** Names of what is withheld and why, as a JSON list. */
    withheld: text('withheld').notNull(),
    unitId: integer('unit_id'),
    /**
     * What it is told from, as a JSON list (see `groups/facts.ts`), so that a report can be taken out and put
     * in; null for a small group, which is made anew instead.
     */
    facts: text('facts'),
  },
  (t) => [
    index('outcome_groups_first').on(t.dimensions, t.firstOrder, t.secondOrder, t.thirdOrder),
    index('outcome_groups_second')
      .on(t.dimensions, t.secondOrder, t.firstOrder)
      .where(sql`second_order is not null`),
    index('outcome_groups_third')
      .on(t.dimensions, t.thirdOrder, t.firstOrder)
      .where(sql`third_order is not null`),
  ],
);
