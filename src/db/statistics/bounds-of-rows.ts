import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { columnOf } from '../column-of.ts';
import type { Writing } from '../database.ts';
import { relations } from '../relations.ts';
import type { TableName } from '../relations.ts';

type Value = number | string | null;

/** How many rows have a value, and between which keys they lie, by their places among all keys of an order. */
type Bounds = { count: number; low: Float64Array; high: Float64Array };

/** The same by the keys themselves, each order in its turn. */
export type BoundsOfValue = { value: Value; count: number; low: Value[]; high: Value[] };

/** So many rows are read at once. */
const piece = 5000;

type Db = Pick<Writing, 'db'>;

/** What tells rows apart, and by which of its values alone it does; by all where that is left out. */
export type Told = { by: SQL; only?: ReadonlySet<Value> };

/** Between which keys of some orders the rows of a table lie, by what tells them apart, and in the order of that. */
export function boundsOfRows(
  { db }: Db,
  table: TableName,
  { told, keys }: { told: readonly Told[]; keys: readonly string[] },
): BoundsOfValue[][] {
  const { table: rows } = relations[table];
  const id = columnOf(rows, 'id');
  const orders = keys.map((key) => orderOf({ db }, table, key));
  const own = [...told.map(({ by }) => by), ...keys.map((key) => sql`${columnOf(rows, key)}`)];
  const known = told.map(({ only }) => ({ only, bounds: new Map<Value, Bounds>() }));
  const places = new Float64Array(keys.length);
  for (let last = 0, read = piece; read === piece;) {
    const found = db.values<[number, ...Value[]]>(
      sql`select ${id}, ${sql.join(own, sql`, `)} from ${rows} not indexed where ${id} > ${last} order by ${id} limit ${piece}`,
    );
    for (const row of found) {
      [last] = row;
      for (const [at, order] of orders.entries())
        places[at] = order.placeOf(row[1 + told.length + at] ?? null);
      for (const [at, { only, bounds }] of known.entries()) {
        const value = row[1 + at] ?? null;
        if (!only || only.has(value)) widen(bounds, value, places);
      }
    }
    read = found.length;
  }
  const keysAt = (ends: Float64Array) => orders.map(({ keyAt }, at) => keyAt(ends[at] ?? 0));
  return known.map(({ bounds }) =>
    Array.from(bounds, ([value, { count, low, high }]) => ({
      value,
      count,
      low: keysAt(low),
      high: keysAt(high),
    })),
  );
}

function widen(known: Map<Value, Bounds>, value: Value, places: Float64Array): void {
  const bounds = known.get(value);
  if (!bounds) {
    known.set(value, { count: 1, low: places.slice(), high: places.slice() });
    return;
  }
  const { low, high } = bounds;
  bounds.count += 1;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    if (place < (low[at] ?? 0)) low[at] = place;
    if (place > (high[at] ?? 0)) high[at] = place;
  }
}

type Order = { placeOf: (key: Value) => number; keyAt: (place: number) => Value };

/** Numbers are their own places; texts have those in which SQLite orders them. */
function orderOf({ db }: Db, table: TableName, key: string): Order {
  const { table: rows } = relations[table];
  const column = columnOf(rows, key);
  if (column.getSQLType() !== 'text') return { placeOf: Number, keyAt: (place) => place };
  const texts = db
    .values<[string]>(sql`select distinct ${column} from ${rows} order by 1`)
    .map(([text]) => text);
  const placeOf = new Map(texts.map((text, at): [Value, number] => [text, at]));
  return { placeOf: (text) => placeOf.get(text) ?? 0, keyAt: (place) => texts[place] ?? null };
}
