import { Column, is, sql } from 'drizzle-orm';
import type { Name, SQL, SQLWrapper } from 'drizzle-orm';
import { postgresType, unlessPostgres } from './dialect.ts';

const list = (parts: readonly SQLWrapper[]) => sql.join([...parts], sql`, `);

/**
 * A value as JSON; what is JSON already, stays.
 * @param isThere whether it is never null
 */
export const jsonQuote = (value: SQLWrapper, isThere = false): SQL =>
  unlessPostgres(sql`json_quote(${value})`, () =>
    isThere ? sql`to_json(${value})::text` : sql`coalesce(to_json(${value})::text, 'null')`,
  );

/** From here on PostgreSQL writes whole numbers with an exponent. */
const withExponent = sql.raw('1e15');

/**
 * A number that is real, or null, as JSON in the letters of PostgreSQL, which are JavaScript's too between
 * a ten-thousandth and there: 6 where SQLite writes 6.0, and 1e-05 for 1.0e-05. So an answer has the same bytes from
 * either store.
 */
export function jsonNumber(value: SQLWrapper): SQL {
  const whole = sql`cast(${value} as integer)`;
  const written = sql`replace(${jsonQuote(value)}, '.0e', 'e')`;
  // A column is read as often as one likes; whatever else may be costly.
  const inLetters = is(value, Column)
    ? sql`case when ${value} < ${withExponent} and ${value} = ${whole} then ${whole} else ${written} end`
    : sql`rtrim(replace(${written} || '|', '.0|', ''), '|')`;
  return unlessPostgres(inLetters, () => jsonQuote(value));
}

/** A text that is JSON, as a value that is. */
export const asJson = (text: SQLWrapper): SQL =>
  unlessPostgres(sql`${text}`, () => sql`(${text})::json`);

/** JSON as a text. */
export const asText = (json: SQLWrapper): SQL =>
  unlessPostgres(sql`${json}`, () => sql`(${json})::text`);

export const jsonArray = (items: readonly SQLWrapper[]): SQL =>
  unlessPostgres(sql`json_array(${list(items)})`, () => sql`json_build_array(${list(items)})`);

/** The same as a value that can be compared and grouped by. */
export const jsonKey = (items: readonly SQLWrapper[]): SQL =>
  unlessPostgres(sql`json_array(${list(items)})`, () => sql`jsonb_build_array(${list(items)})`);

export function jsonObject(members: Readonly<Record<string, SQLWrapper>>): SQL {
  const pairs = sql.join(
    Object.entries(members).map(([name, value]) => sql`${sql.raw(`'${name}'`)}, ${value}`),
    sql`, `,
  );
  return unlessPostgres(sql`json_object(${pairs})`, () => sql`json_build_object(${pairs})`);
}

/** The values of several rows as one list; an empty one for none. */
export const jsonGroup = (item: SQLWrapper, order?: SQL): SQL => {
  const inOrder = order ? sql` order by ${order}` : sql``;
  return unlessPostgres(
    sql`json_group_array(${item}${inOrder})`,
    () => sql`coalesce(json_agg(${item}${inOrder}), '[]')`,
  );
};

/** What a member of an object, or an item of a list, holds, as a plain value. */
export const itemOf = (json: SQLWrapper, at: string | number): SQL => {
  const key = sql.raw(typeof at === 'number' ? String(at) : `'${at.replaceAll("'", "''")}'`);
  return sql`${json} ->> ${key}`;
};

/** The same as JSON. */
export const jsonItemOf = (json: SQLWrapper, at: string): SQL =>
  sql`${json} -> ${sql.raw(`'${at.replaceAll("'", "''")}'`)}`;

/** The same to be written into JSON: as it is there, and not what it says. */
export const memberOf = (json: SQLWrapper, at: string): SQL =>
  unlessPostgres(itemOf(json, at), () => sql`(${jsonItemOf(json, at)})`);

/** The items of a list as rows with a `value` and a `key`, counted from 0, to stand after `from`. */
export const eachOf = (json: SQLWrapper, as: Name): SQL =>
  unlessPostgres(
    sql`json_each(${json}) ${as}`,
    () =>
      sql`(select value, n - 1 as key from json_array_elements((${json})::json) with ordinality as item(value, n)) ${as}`,
  );

/** A text that is an item of a list. */
export const itemText = (item: SQLWrapper): SQL =>
  unlessPostgres(sql`${item}`, () => sql`(${item} #>> '{}')`);

/** The values of a list of texts or numbers, to stand after `in`. */
export const valuesOf = (json: SQLWrapper): SQL =>
  unlessPostgres(sql`(select value from json_each(${json}))`, (compared) => {
    const type = sql.raw(compared ? postgresType(compared) : 'text');
    return sql`(select value::${type} as value from json_array_elements_text((${json})::json) as value)`;
  });

/**
 * Texts of several rows as one, apart by commas; an empty one for none.
 * @param from what stands after `from`
 * @param order in which order: PostgreSQL is told always, SQLite where the rows do not come so by themselves
 */
export const joinTexts = (
  text: SQLWrapper,
  from: SQL,
  order: { sqlite: SQL; postgres: SQL },
): SQL =>
  unlessPostgres(
    sql`coalesce((select group_concat(${text}, ','${order.sqlite}) from ${from}), '')`,
    () => sql`array_to_string(array(select ${text} from ${from}${order.postgres}), ',')`,
  );

/** The same of the first rows in an order. */
export const joinFirstTexts = (
  text: SQLWrapper,
  first: { from: SQL; order: SQL; limit: SQL },
): SQL => {
  const { from, order, limit } = first;
  const inOrder = sql`from ${from} order by ${order} limit ${limit}`;
  return unlessPostgres(
    sql`coalesce((select group_concat(x, ',') from (select ${text} as x ${inOrder})), '')`,
    () => sql`array_to_string(array(select ${text} ${inOrder}), ',')`,
  );
};

/** Texts of several rows as one, with nothing between them. */
export const joinParts = (text: SQLWrapper, order: SQLWrapper): SQL =>
  unlessPostgres(
    sql`group_concat(${text}, '' order by ${order})`,
    () => sql`string_agg(${text}, '' order by ${order})`,
  );
