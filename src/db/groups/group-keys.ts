import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { outcomes } from '../tables/outcome.ts';
import { orderOfKey } from './group.ts';
import { fieldOfDimension } from './groupings.ts';
import type { StoredDimension } from './groupings.ts';

/** What holds each dimension of the outcomes `t` that are grouped, `n` being a place that theirs lies in. */
export const keys: Record<StoredDimension, SQL> = {
  WITHIN: sql`n.ancestor`,
  PLACE: sql`t.place`,
  YEAR: sql`t.year`,
  LEVEL: sql`t.level`,
  UNIT: sql`t.unit`,
  INDICATOR: sql`t.indicator`,
};

/** The column of outcomes by which those of a value are found; within a place, by the places in it. */
export const columnOfOutcomes = (name: StoredDimension) => outcomes[fieldOfDimension[name]];

/** The column of a dimension that groups have in common. */
export const byColumn = (name: StoredDimension) => sql.identifier(`by${name}`);

/** A number for each value of a dimension, and one for none: groups are told apart faster by numbers. */
const numberOf = (name: StoredDimension, value: SQL): SQL =>
  name === 'LEVEL' ? orderOfKey(name, value) : sql`coalesce(${value} + 1, 0)`;

/** How many bits a value of each takes at the most: those of no three that are stored together take more than 62. */
const bitsOf: Record<StoredDimension, number> = {
  WITHIN: 22,
  PLACE: 22,
  YEAR: 14,
  LEVEL: 3,
  UNIT: 31,
  INDICATOR: 14,
};

/** One number for the values of all dimensions of a row. */
export const keyOfRow = (dimensions: readonly StoredDimension[]): SQL =>
  dimensions.reduce(
    (key, name) =>
      sql`((${key} << ${sql.raw(String(bitsOf[name]))}) + ${numberOf(name, keys[name])})`,
    sql`0`,
  );

export const withChain = (dimensions: readonly StoredDimension[]): SQL =>
  dimensions.includes('WITHIN') ? sql` cross join temp.chain n on n.place = t.place` : sql``;

/** What stands for a missing value in an order: it comes after all others. */
export const missing = sql`x''`;

/** What groups of a value are stored under in the order of a dimension; null for none. */
export const orderOfValue = (name: StoredDimension, value: SQL): SQL =>
  orderOfKey(name === 'WITHIN' ? 'PLACE' : name, value);

/** The same with what stands for a missing value. */
export const storedOrderOf = (name: StoredDimension, value: SQL): SQL =>
  sql`iif(${value} is null, ${missing}, ${orderOfValue(name, value)})`;
