import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { namesOf, outcomeLevels } from '../../vocabulary.ts';
import { packed, unlessPostgres, unpacked } from '../dialect.ts';
import { outcomes } from '../tables/outcome.ts';
import { indicators, units } from '../tables/unit.ts';
import { places } from '../tables/vocabulary.ts';
import { orderOfKey } from './group.ts';
import { fieldOfDimension } from './groupings.ts';
import { missing } from './table.ts';
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

/** What groups stand in order of by a dimension, as the column holds it that groups are stored under. */
export const packedOrder = (name: StoredDimension, order: SQLWrapper): SQL =>
  packed(order, typeOf(name));

/** The same as it is; null where `missing` is stored. */
export const orderOfStored = (name: StoredDimension, stored: SQL): SQL =>
  unlessPostgres(sql`nullif(${stored}, ${missing})`, () => unpacked(stored, typeOf(name)));

const typeOf = (name: StoredDimension) => (hasRows(name) ? 'text' : 'bigint');

/** What groups of a value are stored under in the order of a dimension; null for none. */
export const orderOfValue = (name: StoredDimension, value: SQL): SQL =>
  packedOrder(name, orderOfKey(name === 'WITHIN' ? 'PLACE' : name, value));

/** The same with what stands for a missing value. */
export const storedOrderOf = (name: StoredDimension, value: SQL): SQL =>
  sql`iif(${value} is null, ${missing}, ${orderOfValue(name, value)})`;

/** The tables whose rows are the values of a dimension, in the order of their codes. */
const rowsOf = { WITHIN: places, PLACE: places, UNIT: units, INDICATOR: indicators } as const;

const hasRows = (name: StoredDimension): name is keyof typeof rowsOf => Object.hasOwn(rowsOf, name);

/** The value that groups stand under as `order`; null where that is null. */
export function valueOfOrder(name: StoredDimension, order: SQL): SQL {
  if (hasRows(name)) {
    const { [name]: rows } = rowsOf;
    return sql`(select ${rows.id} from ${rows} where ${rows.code} = ${order})`;
  }
  return name === 'LEVEL' ? nameOfLevel(order) : order;
}

const nameOfLevel = (order: SQL): SQL =>
  sql`case ${order} ${sql.raw(
    namesOf(outcomeLevels)
      .map((name, at) => `when ${at} then '${name}'`)
      .join(' '),
  )} end`;

/** Holds where groups are stored as `order` under a value that is among some. */
export function isStoredAmong(name: StoredDimension, order: SQL, values: SQL): SQL {
  if (!hasRows(name))
    return unlessPostgres(
      sql`${valueOfOrder(name, order)} in ${values}`,
      () => sql`${order} in (select ${orderOfValue(name, sql`v`)} from ${values} as given(v))`,
    );
  const { [name]: rows } = rowsOf;
  const codes = packedOrder(name, rows.code);
  return sql`${order} in (select ${codes} from ${rows} where ${rows.id} in ${values})`;
}
