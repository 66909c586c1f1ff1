import { Column, is, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { isEnumType } from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import { unlessPostgres } from '../db/dialect.ts';
import { joinFirstTexts, joinTexts, jsonNumber, jsonQuote } from '../db/json.ts';

/** A piece of a JSON text: as it stands, or an SQL expression that gives it and is never null. */
export type JsonFragment = string | SQL;

/** A text in single quotes. */
const quoted = (text: string) => sql.raw(`'${text.replaceAll("'", "''")}'`);

/**
 * One SQL expression for the pieces in order. The tree of `||` is balanced: SQLite would nest as
 * deep as there are pieces.
 */
export function concatenate(pieces: readonly JsonFragment[]): SQL {
  const merged: JsonFragment[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') merged.splice(-1, 1, last + piece);
    else merged.push(piece);
  }
  return balance(merged.map((piece) => (typeof piece === 'string' ? quoted(piece) : piece)));
}

function balance(parts: readonly SQL[]): SQL {
  const [only] = parts;
  if (parts.length <= 1) return only ?? quoted('');
  const middle = parts.length >> 1;
  return sql`(${balance(parts.slice(0, middle))} || ${balance(parts.slice(middle))})`;
}

/** A member of an object. */
export type JsonMember = readonly [name: string, value: readonly JsonFragment[]];

/** The members of an object, each with its name before it. */
export function jsonObject(members: readonly JsonMember[]): JsonFragment[] {
  return [
    '{',
    ...members.flatMap(([name, value], index) => [
      `${index === 0 ? '' : ','}${JSON.stringify(name)}:`,
      ...value,
    ]),
    '}',
  ];
}

/** A list of what an expression gives for each row of what stands after `from`; see `joinTexts`. */
export const jsonList = (...joined: Parameters<typeof joinTexts>): JsonFragment[] => [
  '[',
  joinTexts(...joined),
  ']',
];

/** The same for the first rows in an order. */
export const jsonListOfFirst = (...joined: Parameters<typeof joinFirstTexts>): JsonFragment[] => [
  '[',
  joinFirstTexts(...joined),
  ']',
];

/** An expression that may be null, as JSON. */
export const orJsonNull = (text: SQLWrapper): SQL => sql`coalesce(${text}, 'null')`;

/** A value of the database as the JSON that GraphQL would give for its type. */
export function jsonLeaf(type: GraphQLNamedType, value: SQLWrapper): JsonFragment[] {
  const isThere = is(value, Column) && value.notNull;
  if (type.name === 'Boolean') {
    return [
      unlessPostgres(
        sql`case ${value} when 1 then 'true' when 0 then 'false' else 'null' end`,
        () =>
          sql`case (${value})::text when '1' then 'true' when 'true' then 'true' when '0' then 'false' when 'false' then 'false' else 'null' end`,
      ),
    ];
  }
  if (isThere && type.name === 'Int') return [sql`${value}`];
  // The names of an enum need no escaping.
  if (isThere && isEnumType(type)) return ['"', sql`${value}`, '"'];
  if (type.name === 'Float') return [jsonNumber(value)];
  // Texts are escaped, and null is null.
  return [jsonQuote(value, isThere)];
}
