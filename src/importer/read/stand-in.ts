import { z } from 'zod';
import type { Path } from './parse-source.ts';

type Schema = z.core.$ZodType;

/** Words that could be told of several kinds of values; the first that a schema takes is used. */
const scalars = ['00', '2000-01-01', 'https://unread.invalid', 1, true, null];

/**
 * A value of a schema's shape that says nothing, for one that could not be read; undefined where
 * nothing need stand.
 * @param nth makes codes differ from each other
 */
export function standInFor(schema: Schema, nth: number): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return undefined;
  if (schema instanceof z.ZodLazy) return standInFor(schema.unwrap(), nth);
  if (schema instanceof z.ZodUnion) return standInFor(schema.options[0] ?? z.never(), nth);
  if (schema instanceof z.ZodObject) {
    const values = Object.entries(schema.shape as Record<string, Schema>).map(
      ([key, each]) => [key, standInFor(each, nth)] as const,
    );
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  }
  if (schema instanceof z.ZodArray) {
    const list = [0, 1].map((more) => standInFor(schema.element, nth + more));
    return [[], list.slice(0, 1), list].find((some) => isOf(schema, some));
  }
  const own = schema instanceof z.ZodEnum ? schema.options : [];
  const only = schema instanceof z.ZodLiteral ? [...schema.values] : [];
  return [...only, ...own, `unread-${nth}`, ...scalars].find((value) => isOf(schema, value));
}

const isOf = (schema: Schema, value: unknown) => z.safeParse(schema, value).success;

/**
 * The schema of what stands at a path. A union is one whole: of what is wrong inside it nobody knows
 * which of its shapes was meant.
 * @returns it, and the path to what it is the schema of
 */
export function schemaAt(whole: Schema, path: Path): { schema: Schema; at: Path } {
  let schema = whole;
  for (const [depth, key] of path.entries()) {
    const inner = unwrap(schema);
    if (inner instanceof z.ZodArray) schema = inner.element;
    else {
      const next =
        inner instanceof z.ZodObject
          ? (inner.shape as Record<PropertyKey, Schema | undefined>)[key]
          : undefined;
      if (!next) return { schema, at: path.slice(0, depth) };
      schema = next;
    }
  }
  return { schema, at: path };
}

function unwrap(schema: Schema): Schema {
  const isWrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodLazy;
  return isWrapped ? unwrap(schema.unwrap()) : schema;
}
