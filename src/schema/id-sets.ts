import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { onlyPostgres } from '../db/dialect.ts';
import { asList } from '../db/found-sets.ts';
import { matching, onlyType, reportsFound, within } from '../db/search/matching.ts';
import { frameworkItemAncestors, frameworkItems } from '../db/tables/framework.ts';
import type { SearchType } from '../vocabulary.ts';
import { isSingle, onlyOf } from '../fields/field-arguments.ts';
import type { BoundValue } from '../fields/field-arguments.ts';

/**
 * Sets of rows by their numbers, to stand after `in` in a rule: as each is worked out once and for
 * itself, an index over the numbers can be followed in its order.
 */
const asValue = (numbers: SQL) => numbers as unknown as BoundValue;

type Coded = SQLiteTable & { id: SQLWrapper; code: SQLWrapper };

/** The rows with one of these codes. A single code gives one number, which seeks as an equation. */
export function idsOf(table: Coded, codes: BoundValue): BoundValue {
  const ids = sql`(select ${table.id} as value from ${table} where ${table.code} in ${codes})`;
  return asValue(isSingle(codes) ? onlyOf(ids) : asList(ids));
}

/** The places with one of these codes, and every place that lies in them. */
export const placesWithin = (places: Coded, codes: BoundValue) =>
  asValue(within(idsOf(places, codes) as unknown as SQL));

/** The framework items with one of these codes, and every point below them. */
export const frameworkItemsWithin = (codes: BoundValue) =>
  asValue(
    sql`(select ${frameworkItemAncestors.itemId} from ${frameworkItemAncestors} where ${frameworkItemAncestors.ancestorId} in ${idsOf(frameworkItems, codes)})`,
  );

/** The rows of a type that hold all the words typed, by their `search_id`. */
export const matchingText = (type: SearchType, typed: BoundValue) => ({
  in: asValue(matching(typed, onlyType(type))),
});

/** The reports whose title, or one of whose sections, holds all the words typed. */
export const reportsMatchingText = (typed: BoundValue) => asValue(reportsFound(typed));

/** Words for periods in the spelling that they are kept in: 截至目前 for 截止目前. */
export const normalizePeriodWords = (words: BoundValue): BoundValue =>
  asValue(
    isSingle(words)
      ? onlyOf(sql`(select replace(${words}, '截止', '截至'))`)
      : asList(
          sql`(select replace(value, '截止', '截至') as value from ${words}${onlyPostgres(() => sql` words`)})`,
        ),
  );
