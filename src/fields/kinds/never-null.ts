import { Column, is } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';

const certain = new WeakSet<SQLWrapper>();

/** Says of an expression that it has a value in every row, which SQL itself does not tell. */
export function neverNull<Expression extends SQLWrapper>(expression: Expression): Expression {
  certain.add(expression);
  return expression;
}

/** Whether a value is there in every row: a column that must be, or an expression that is said to be. */
export const isNeverNull = (value: SQLWrapper): boolean =>
  (is(value, Column) && value.notNull) || certain.has(value);
