import { blob, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Groups of reviewed outcomes as a plain scan makes them, with every reason to withhold: those by one and by
 * two of the dimensions that people ask for most. Read in place of the outcomes.
 */
export const outcomeGroups = sqliteTable(
  'outcome_groups',
  {
    /** What the outcomes share, such as `PLACE+YEAR`; `WITHIN` is a place that theirs lies in, or is. */
    dimensions: text('dimensions').notNull(),
    /** The values of these, as outcomes hold them; null for outcomes that have none. */
    first: blob('first'),
    second: blob('second'),
    /** What groups stand in order of, by each; of no meaning without a value. */
    firstOrder: blob('first_order').notNull(),
    secondOrder: blob('second_order').notNull(),
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
    index('outcome_groups_first').on(t.dimensions, t.first, t.second),
    index('outcome_groups_second').on(t.dimensions, t.second),
  ],
);
