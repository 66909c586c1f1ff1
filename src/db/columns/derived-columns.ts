import { SQL, sql } from 'drizzle-orm';
import type { Column, SQLWrapper } from 'drizzle-orm';
import { integer } from 'drizzle-orm/sqlite-core';

/**
 * What a generated column tells of one that it is made of, so that an index that holds the generated one
 * need not hold the other as well. Each is given the generated column of a row.
 */
export type Told = {
  /** The value of the other; null where only that is told whether it has one. */
  value: ((own: SQLWrapper) => SQL) | null;
  isPresent: (own: SQLWrapper) => SQL;
  /** What stands for no value, where the two are the same otherwise, so that one orders as the other does. */
  missing: string | null;
};

/** By the names in the database of those that it is made of. */
type ToldByName = Readonly<Record<string, Told>>;

const toldBy = new WeakMap<SQL, ToldByName>();

/** Of which columns a column tells, and what; of none for one that is not made of others. */
export function toldByColumn({ generated }: Column): ToldByName {
  return (generated?.as instanceof SQL && toldBy.get(generated.as)) || {};
}

/** A column with something else, larger or smaller than all values, where it has none. */
export function orMissing(column: string, missing: string): SQL {
  const made = sql.raw(`coalesce("${column}", ${missing})`);
  const value = (own: SQLWrapper) => sql`nullif(${own}, ${sql.raw(missing)})`;
  const isPresent = (own: SQLWrapper) => sql`${own} <> ${sql.raw(missing)}`;
  toldBy.set(made, { [column]: { value, isPresent, missing } });
  return made;
}

/** All values that a column may have, or only that it may have one. */
export type Marked = readonly (string | number)[] | 'ANY';

/**
 * One number for what several columns say that have few values each: so many bits for each of them, from
 * the lowest on, which are zero where it has no value.
 */
export function marks(marked: Readonly<Record<string, Marked>>) {
  let bits = 0;
  const told: Record<string, Told> = {};
  const parts = Object.entries(marked).map(([column, values]) => {
    const number = packed(column, values, bits);
    bits += number.bits;
    told[column] = number.told;
    return number.made;
  });
  const made = sql.raw(parts.join(' | '));
  toldBy.set(made, told);
  return integer('marks').notNull().generatedAlwaysAs(made);
}

function packed(column: string, values: Marked, at: number) {
  const bits = values === 'ANY' ? 1 : Math.ceil(Math.log2(values.length + 1));
  const places = sql.raw(String((2 ** bits - 1) * 2 ** at));
  const bitsOf = (own: SQLWrapper) => sql`(${own} & ${places})`;
  const isPresent = (own: SQLWrapper) => sql`${bitsOf(own)} <> 0`;
  if (values === 'ANY') {
    const made = `(("${column}" is not null) << ${at})`;
    return { bits, made, told: { value: null, isPresent, missing: null } };
  }
  const literals = values.map((value) => (typeof value === 'number' ? `${value}` : `'${value}'`));
  const numbers = values.map((_, place) => (place + 1) * 2 ** at);
  const whens = literals.map((literal, place) => `when ${literal} then ${numbers[place]}`);
  const made = `(case "${column}" ${whens.join(' ')} else 0 end)`;
  const back = literals.map((literal, place) => `when ${numbers[place]} then ${literal}`).join(' ');
  const value = (own: SQLWrapper) => sql`(case ${bitsOf(own)} ${sql.raw(back)} end)`;
  return { bits, made, told: { value, isPresent, missing: null } };
}
