import { SQL, is, sql } from 'drizzle-orm';
import type { Placeholder } from 'drizzle-orm';
import { derived, unlessPostgres } from '../db/dialect.ts';
import { asList, asSingle, isSingleValue } from '../db/found-sets.ts';
import { itemOf, valuesOf } from '../db/json.ts';

export type ArgumentValues = Readonly<Record<string, unknown>>;

/** Works a value out from the arguments. */
export type ValueOf = { of(args: ArgumentValues): unknown }['of'];

/** The arguments of a field, and how their values go into a statement. */
export type FieldArguments = {
  /** Their values now; only what is structure may be read, such as which are given. */
  args: ArgumentValues;
  /** An argument, its texts, numbers and lists bound to parameters. */
  parameter: (name: string) => unknown;
  /** A parameter whose value is worked out from the arguments. */
  computed: (of: ValueOf) => SQL;
};

/** The values of one request as they are, where a compiler has parameters for those of any. */
export const asGiven = (args: ArgumentValues): FieldArguments => ({
  args,
  parameter: (name) => args[name],
  computed: (of) => sql`${sql.param(of(args))}`,
});

/** A value that is out of a rule's sight: it can be compared with, and nothing else. */
export type BoundValue = Placeholder;

/** How a value goes into a statement; by its path within what is lifted, whoever wants to know. */
type ToParameter = (value: unknown, path: readonly (string | number)[]) => SQL;

const asItIs: ToParameter = (value) => sql`${value}`;

/**
 * Turns texts, numbers and lists into opaque SQL parameters; booleans, nulls and the shape of
 * objects stay as they are. A rule therefore cannot branch on data or glue it into a text, and one
 * statement serves every value of the same shape. A list travels as one JSON parameter.
 */
export function bindParameters(
  value: unknown,
  parameter: ToParameter = asItIs,
  path: readonly (string | number)[] = [],
): unknown {
  // What is lifted already stays so: a filter within a filter is lifted with it.
  if (value === null || value === undefined || typeof value === 'boolean' || is(value, SQL)) {
    return value;
  }
  if (Array.isArray(value)) return bindList(value, parameter, path);
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, item]) => [key, bindParameters(item, parameter, [...path, key])]),
    );
  }
  return parameter(value, path);
}

/**
 * What a SELECT gives, to stand after `in` as the only value: it is worked out once and not for every
 * row, and with the sign before it SQLite takes it for an equation and not for a set.
 */
export function onlyOf(select: SQL): SQL {
  return asSingle(unlessPostgres(sql`(+${select})`, () => sql`(${select})`));
}

/** Whether a lifted list has exactly one value, which is part of a statement's shape. */
export const isSingle = (list: BoundValue): boolean => isSingleValue(list);

const items = new WeakMap<object, readonly unknown[]>();

/** The values of a list as they were given, before it was lifted; undefined for what is no such list. */
export const givenIn = (list: BoundValue): readonly unknown[] | undefined => items.get(list);

/** One element seeks an index as an equation does; `json_each` over it would not. */
function bindList(values: unknown[], parameter: ToParameter, path: readonly (string | number)[]) {
  const json = parameter(JSON.stringify(values), path);
  const list =
    values.length === 1
      ? onlyOf(
          unlessPostgres(sql`(select ${itemOf(json, 0)})`, () =>
            derived((text: string) => (JSON.parse(text) as unknown[])[0], json),
          ),
        )
      : asList(valuesOf(json));
  items.set(list, values);
  return list;
}
