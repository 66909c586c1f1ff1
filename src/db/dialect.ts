import { Column, Param, Placeholder, SQL, StringChunk, entityKind, is, sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { tableConfigOf } from './columns/table-config.ts';
import type { Dialect } from './postgres/dialects.ts';

/*
 * Every statement is written once, for SQLite. What PostgreSQL says otherwise stands beside the piece that it
 * takes the place of: here, and in `json.ts` what is about JSON.
 */

/** @param compared the column that the piece is held against, where one stands before it */
type PostgresForm = (compared: Column | null) => SQL;

const forms = new WeakMap<SQL, PostgresForm>();

/** A piece of a statement, and what PostgreSQL says in its place. */
export function unlessPostgres(piece: SQL, form: PostgresForm): SQL {
  forms.set(piece, form);
  return piece;
}

/** What PostgreSQL alone needs. */
export const onlyPostgres = (form: () => SQL): SQL => unlessPostgres(sql``, form);

/** A statement as a dialect says it. */
export const inDialect = (statement: SQL, dialect: Dialect): SQL =>
  dialect === 'sqlite' ? statement : inPostgres(statement, null);

function inPostgres(piece: SQL, compared: Column | null): SQL {
  const form = forms.get(piece);
  if (form) return inPostgres(form(compared), compared);
  let before: Column | null = null;
  return new SQL(
    piece.queryChunks.map((chunk) => {
      if (is(chunk, Column)) before = chunk;
      if (is(chunk, SQL)) return inPostgres(chunk, before);
      return is(chunk, Param) && is(chunk.value, SQL) ? inPostgres(chunk.value, before) : chunk;
    }),
  );
}

/** What an answer is made of, as the bytes that it is read as. */
export const asBytes = (text: SQL): SQL => unlessPostgres(sql`cast(${text} as blob)`, () => text);

/** What a column is in PostgreSQL. */
const types: Readonly<Record<string, string>> = {
  integer: 'bigint',
  real: 'double precision',
  text: 'text',
};

export const postgresType = (column: Column): string => types[column.getSQLType()] ?? 'text';

/** A value as PostgreSQL is told of what type it is; SQLite sees it from the value. */
export const typed = (value: SQLWrapper, type: 'text' | 'bigint'): SQL =>
  unlessPostgres(sql`${value}`, () => sql`(${value})::${sql.raw(type)}`);

/** A value of a statement that changes from one request to the next. */
export const boundValue = (placeholder: Placeholder): SQL =>
  // SQLite plans a statement anew where a bare value changes after LIMIT, or against a column with statistics.
  unlessPostgres(sql`(select ${placeholder})`, () => sql`${placeholder}`);

/** A text that stands in the statement as it is, known to {@link derived}. */
export function literal(text: string): SQL {
  const written = sql.raw(`'${text.replaceAll("'", "''")}'`);
  literals.set(written, text);
  return written;
}

const literals = new WeakMap<SQL, string>();

/** A parameter that is worked out from others when they are known. */
export class DerivedPlaceholder extends Placeholder {
  static override readonly [entityKind] = 'DerivedPlaceholder';
  readonly from: readonly (Placeholder | { value: unknown })[];
  readonly of: (...values: readonly unknown[]) => unknown;
  constructor(options: Pick<DerivedPlaceholder, 'from' | 'of'>) {
    super('derived');
    this.from = options.from;
    this.of = options.of;
  }
}

/** What PostgreSQL is given that a function of SQLite works out from values; only the values of requests and {@link literal}s. */
export function derived(
  of: (...values: readonly never[]) => unknown,
  ...values: readonly SQLWrapper[]
): SQL {
  const from = values.map((value) => leafOf(value.getSQL()));
  const derive = of as DerivedPlaceholder['of'];
  if (from.some((each) => is(each, Placeholder))) {
    return sql`${new DerivedPlaceholder({ from, of: derive })}`;
  }
  return sql`${sql.param(derive(...from.map((each) => (each as { value: unknown }).value)))}`;
}

/** The one value that a piece stands for. */
function leafOf(piece: SQL): Placeholder | { value: unknown } {
  const text = literals.get(piece);
  if (text !== undefined) return { value: text };
  const said = forms.has(piece) ? inPostgres(piece, null) : piece;
  const leaves = said.queryChunks.filter(
    (chunk) => !(is(chunk, StringChunk) && chunk.value.join('').trim() === ''),
  );
  const [leaf] = leaves;
  if (leaves.length !== 1) throw new Error('no value of a request');
  if (is(leaf, Placeholder)) return leaf;
  if (is(leaf, Param)) return { value: leaf.value };
  return is(leaf, SQL) ? leafOf(leaf) : { value: leaf };
}

/** A list that SQLite works out by a function of this process, of what that takes. */
export type MadeList = { from: SQL; make: (given: never) => readonly object[] };

const madeLists = new WeakMap<SQL, MadeList>();

/** Notes of a list what PostgreSQL gives in its place, and what becomes of that. */
export function asMade(list: SQL, made: MadeList): SQL {
  madeLists.set(list, made);
  return list;
}

export const madeListOf = (list: SQL): MadeList | undefined => madeLists.get(list);

/** What joins two tables in the order in which they stand. */
export const crossJoin = unlessPostgres(sql`cross join`, () => sql`join`);

/** A value by which no index is to be taken. */
export const unindexed = (value: SQLWrapper): SQL =>
  unlessPostgres(sql`+${value}`, () => sql`${value}`);

/** Whether something holds, as a number: 1 or 0. */
export const flag = (condition: SQL): SQL =>
  unlessPostgres(sql`${condition}`, () => sql`(${condition})::int`);

/** Where in a text a part of it first stands, from 1; 0 where it does not. */
export const placeIn = (text: SQLWrapper, part: SQLWrapper): SQL =>
  unlessPostgres(sql`instr(${text}, ${part})`, () => sql`strpos(${text}, ${part})`);

/** A part of a text: from which character on, counted from 1, and how many. */
export const partOf = (text: SQLWrapper, from: SQLWrapper, length: SQLWrapper): SQL =>
  unlessPostgres(
    sql`substr(${text}, ${from}, ${length})`,
    () => sql`substr(${text}, (${from})::int, (${length})::int)`,
  );

/** One of two values: the first where a condition holds. */
export const either = (condition: SQL, one: SQLWrapper, other: SQLWrapper): SQL =>
  unlessPostgres(
    sql`iif(${condition}, ${one}, ${other})`,
    () => sql`case when ${condition} then ${one} else ${other} end`,
  );

/** A number of a column that is `numeric` as a real one, as such columns of PostgreSQL hold all. */
export const asReal = (value: SQLWrapper): SQL =>
  unlessPostgres(sql`cast(${value} as real)`, () => sql`${value}`);

/** The sum of real numbers, and their mean: SQLite adds with the rounding errors in mind. */
export const sumOfReals = (value: SQLWrapper): SQL =>
  unlessPostgres(sql`sum(${value})`, () => sql`compensated_sum(${value})`);
export const meanOfReals = (value: SQLWrapper): SQL =>
  unlessPostgres(sql`avg(${value})`, () => sql`compensated_mean(${value})`);

/** The mean of so many numbers of a sum, however little that is. */
export const meanOfSum = (sum: SQLWrapper, count: SQLWrapper): SQL =>
  unlessPostgres(sql`${sum} / ${count}`, () => sql`mean_of(${sum}, ${count})`);

/**
 * What tells every row of a table from the others, by names: SQLite numbers all of them; in PostgreSQL only
 * those have a number that say so, and others are known by their keys.
 */
export function identityOf(row: SQLiteTable, dialect: Dialect): Readonly<Record<string, SQL>> {
  if (dialect === 'sqlite') return { id: sql`${row}.rowid` };
  const { columns, primaryKeys } = tableConfigOf(row);
  const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
  const names = key.length > 0 ? key.map(({ name }) => name) : ['rowid'];
  return Object.fromEntries(names.map((name) => [name, sql`${row}.${sql.identifier(name)}`]));
}

/**
 * A value as a column holds it in which texts and numbers stand: in PostgreSQL as bytes (`postgres/packed-value.ts`).
 * @param type what it is there
 */
export const packed = (value: SQLWrapper, type: string): SQL =>
  unlessPostgres(sql`${value}`, () => sql`packed((${value})::${sql.raw(type)})`);

/** The value that such a column holds; texts of it stand in the order of their bytes, as columns do. */
export const unpacked = (value: SQLWrapper, type: string): SQL =>
  unlessPostgres(sql`${value}`, () =>
    type === 'bigint' ? sql`integer_of(${value})` : sql`(text_of(${value}) collate "C")`,
  );

/** Whether such a column holds one of some values, or the only one. */
export const isPackedAmong = (
  column: SQLWrapper,
  values: SQL,
  { type, isSingle }: { type: string; isSingle: boolean },
): SQL =>
  unlessPostgres(sql`${column} in ${values}`, () =>
    isSingle
      ? sql`${column} = ${packed(values, type)}`
      : sql`${column} in (select ${packed(sql`v`, type)} from ${values} as given(v))`,
  );

/** Under which name a connection to PostgreSQL knows by what readers call this server. */
export const originSetting = 'juzheng.origin';

/** By what readers call this server. */
export const ownOrigin = unlessPostgres(
  sql`public_origin()`,
  () => sql`current_setting('${sql.raw(originSetting)}')`,
);

/**
 * A text or a number that SQLite works out once for all who ask by the same key.
 * @param key several values, apart by commas; each mention has parameters of its own
 */
export const remembered = (key: () => SQL, value: SQL): SQL =>
  unlessPostgres(sql`coalesce(recall(${key()}), remember(${value}, ${key()}))`, () => value);

/**
 * The rows of a query in their order, found once for all who ask by the same key.
 * @param columns what they hold, each a text, a number or null
 */
export function rememberedRows(key: () => SQL, rows: SQL, columns: readonly string[]): SQL {
  const list = (each: (name: SQL, at: SQL) => SQL) =>
    sql.join(
      columns.map((name, at) => each(sql`${sql.identifier(name)}`, sql.raw(String(at)))),
      sql`, `,
    );
  const all = sql`(select json_group_array(json_array(${list((name) => name)})) from (${rows}))`;
  return unlessPostgres(
    sql`select ${list((name, at) => sql`value ->> ${at} as ${name}`)} from json_each(${remembered(key, all)})`,
    () => rows,
  );
}

/** A query for the numbers of rows of a list in JSON, as `id`, each with its place from 1 as `n`. */
export const numberedRows = (numbers: SQL): SQL =>
  unlessPostgres(
    sql`select key + 1 as n, value as id from json_each(${numbers})`,
    () =>
      sql`select n, id from unnest(translate(${numbers}, '[]', '{}')::bigint[]) with ordinality as found(id, n)`,
  );

/** A query for the numbers of rows as such a list. */
export const numbersOf = (rows: SQL): SQL =>
  unlessPostgres(
    sql`select cast(json_group_array(id) as blob) from (${rows})`,
    () => sql`select coalesce(json_agg(r.id), '[]')::text from (${rows}) r`,
  );
