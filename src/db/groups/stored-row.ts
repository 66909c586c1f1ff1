import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { asReal, either, meanOfSum } from '../dialect.ts';
import { keptFacts } from './facts.ts';
import { bitsOfGroup, isInBits, reasonsOfBits } from './guards.ts';
import { missing, missingFigure } from './table.ts';

const total = sql`iif(mean is null, null, total)`;
const end = (name: 'sumLow' | 'sumHigh') =>
  sql`iif(sum is null, null, nullif(coalesce(${sql.identifier(name)}, ${missing}), sum))`;

/** What is kept of a group `h`, by the columns of its row: all that {@link toldByRow} does not tell without. */
const kept: Readonly<Record<string, SQL>> = {
  count: sql`count`,
  figures: sql`figures`,
  withheld: bitsOfGroup,
  is_exact: sql`is_exact`,
  total,
  low: end('sumLow'),
  high: end('sumHigh'),
  least: sql`nullif(minimum, ${total})`,
  most: sql`nullif(maximum, ${total})`,
  unit_id: sql`unitId`,
  facts: keptFacts,
};

export const keptColumns = Object.keys(kept);
export const keptOfGroup: SQL = sql.join(
  Object.entries(kept).map(([name, value]) => sql`${value} as ${sql.identifier(name)}`),
  sql`, `,
);

/** What is told of a group by its row, as the groups of a scan tell it. */
export function toldByRow(row: SQL) {
  const all = asReal(sql`${row}.total`);
  const sum = either(isInBits(sql`${row}.withheld`, 'NOT_ADDITIVE'), sql`null`, all);
  const endOf = (own: SQL) =>
    either(sql`${own} is null`, sum, asReal(sql`nullif(${own}, ${missingFigure})`));
  return {
    count: sql`${row}.count`,
    figures: sql`${row}.figures`,
    isExact: sql`${row}.is_exact`,
    sum,
    sumLow: endOf(sql`${row}.low`),
    sumHigh: endOf(sql`${row}.high`),
    mean: meanOfSum(all, sql`${row}.figures`),
    minimum: asReal(sql`coalesce(${row}.least, ${row}.total)`),
    maximum: asReal(sql`coalesce(${row}.most, ${row}.total)`),
    withheld: reasonsOfBits(sql`${row}.withheld`),
    unitId: sql`${row}.unit_id`,
  };
}
