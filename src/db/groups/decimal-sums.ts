import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { flag, meanOfReals, meanOfSum, sumOfReals, unlessPostgres } from '../dialect.ts';

/*
 * Figures of reports are decimal numbers, mostly with few places or none. Those of up to three places are added up as
 * whole thousandths: their sum is exact, the same in whatever order it is made, and a figure can be taken out of it again.
 */

const perOne = 1000;

/** So large are the numbers at the most, and so many are added up, that their thousandths are less than 2 ** 63. */
export const exact = { number: 2 ** 29, count: 2 ** 24 };

const thousandths = (value: SQLWrapper): SQL =>
  unlessPostgres(
    sql`cast(round(${value} * ${sql.raw(String(perOne))}) as integer)`,
    () => sql`round(${value} * ${sql.raw(String(perOne))})::bigint`,
  );

/** Whether a number has up to three places. */
const isDecimal = (value: SQLWrapper): SQL =>
  sql`(abs(${value}) <= ${sql.raw(String(exact.number))} and round(${value} * ${sql.raw(String(perOne))}) / ${sql.raw(`${perOne}.0`)} = ${value})`;

/** Whether all of some numbers that there are have up to three places: 1 or 0. */
export const areDecimal = (values: readonly SQLWrapper[]): SQL =>
  flag(
    sql`(${sql.join(
      values.map((value) => sql`coalesce(${isDecimal(value)}, true)`),
      sql` and `,
    )})`,
  );

/** What is added up of a number that a row may have: its thousandths, or 0 where not all of the row’s are decimal. */
export const addedOf = (value: SQLWrapper, decimal: SQLWrapper): SQL =>
  sql`case when ${decimal} = 1 then ${thousandths(value)} else 0 end`;

/** The sum of numbers by that of their thousandths. */
export const sumOfAdded = (sum: SQLWrapper): SQL =>
  unlessPostgres(
    sql`(${sum} / ${sql.raw(`${perOne}.0`)})`,
    () => sql`((${sum})::double precision / ${sql.raw(String(perOne))})`,
  );

const decimalSum = (value: SQLWrapper, decimal: SQLWrapper): SQL =>
  sumOfAdded(sql`sum(${addedOf(value, decimal)})`);

/** The sum of the numbers of several rows; `decimal` tells of each row whether its numbers are. */
export const sumOfNumbers = (value: SQLWrapper, decimal: SQLWrapper): SQL =>
  sql`case when min(${decimal}) = 1 then ${decimalSum(value, decimal)} else ${sumOfReals(value)} end`;

/** Their mean. */
export const meanOfNumbers = (value: SQLWrapper, decimal: SQLWrapper): SQL =>
  sql`case when min(${decimal}) = 1 then ${meanOfSum(decimalSum(value, decimal), sql`count(${value})`)} else ${meanOfReals(value)} end`;
