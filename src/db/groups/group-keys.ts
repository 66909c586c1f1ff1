import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { outcomes } from '../tables/outcome.ts';
import { neverNull, orderOfKey } from './group.ts';
import type { StoredDimension } from './stored-groups.ts';

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
export const columnOfOutcomes: Record<StoredDimension, SQLWrapper> = {
  WITHIN: outcomes.placeId,
  PLACE: outcomes.placeId,
  YEAR: outcomes.year,
  LEVEL: outcomes.level,
  UNIT: outcomes.unitId,
  INDICATOR: outcomes.indicatorId,
};

/** The column of a dimension that groups have in common. */
export const byColumn = (name: StoredDimension) => sql.identifier(`by${name}`);

/** A number for each value of a dimension, and one for none: groups are told apart faster by numbers. */
const numberOf = (name: StoredDimension, value: SQL): SQL =>
  name === 'LEVEL' ? orderOfKey(name, value) : sql`coalesce(${value} + 1, 0)`;

/** One number for the values of all dimensions of a row. */
export function keyOfRow(dimensions: readonly StoredDimension[]): SQL {
  const [high = sql`0`, low = sql`0`] = dimensions.map((name) => numberOf(name, keys[name]));
  return sql`((${high} << 32) + ${low})`;
}

export const withChain = (dimensions: readonly StoredDimension[]): SQL =>
  dimensions.includes('WITHIN') ? sql` cross join temp.chain n on n.place = t.place` : sql``;

/** What groups `h` stand in order of by a dimension; those within places in none. */
export const orderOf = (name: StoredDimension): SQL =>
  name === 'WITHIN' ? sql`''` : neverNull(name, orderOfKey(name, sql`h.${byColumn(name)}`));
