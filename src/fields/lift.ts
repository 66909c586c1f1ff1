import { sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';

/** A value that is out of a rule's sight: it can be compared with, and nothing else. */
export type Value = Placeholder;

/**
 * Turns texts, numbers and lists into opaque SQL parameters; booleans, nulls and the shape of
 * objects stay as they are. A rule therefore cannot branch on data or glue it into a text, and one
 * statement serves every value of the same shape. A list travels as one JSON parameter.
 */
export function lift(value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return liftList(value);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, lift(item)]));
  }
  return sql`${value}`;
}

const singles = new WeakSet<object>();

/** Whether a lifted list has exactly one value, which is part of a statement's shape. */
export const isSingle = (list: Value): boolean => singles.has(list);

/** One element seeks an index as an equation does; `json_each` over it would not. */
function liftList(values: unknown[]): SQL {
  const json = JSON.stringify(values);
  if (values.length !== 1) return sql`(select value from json_each(${json}))`;
  const single = sql`(${json} ->> 0)`;
  singles.add(single);
  return single;
}
