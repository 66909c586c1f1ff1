import { getColumns } from 'drizzle-orm';
import type { Table } from 'drizzle-orm';
import { relations } from '../db/relations.ts';
import { readCursor, writeCursor } from '../text/cursor.ts';
import type { CursorPart } from '../text/cursor.ts';
import { badUserInput } from '../validation/bad-user-input.ts';
import type { Listing } from './listing.ts';

/** A place in a list: the code of its row, and the row's key in the order where that is known. */
export type CursorPosition = { key: CursorPart | null; code: string };

/** What a cursor of an order begins with: that of another list or order names another place. */
export const orderName = ({ table }: Listing, [column]: readonly string[]): string =>
  `${table}.${column}`;

/** The cursor of a row that holds the columns of the order. */
export const cursorOf = (
  listing: Listing,
  columns: readonly string[],
  row: Readonly<Record<string, unknown>>,
): string =>
  writeCursor([orderName(listing, columns), ...columns.map((name) => row[name] as CursorPart)]);

/**
 * The place that a cursor names. It carries its keys, so that one can go on from it when an import
 * has taken the row away. A cursor of another order of the same list, and a plain code, name their
 * row alone; whether it is there is for the database to say.
 * @throws BAD_USER_INPUT for a cursor of another list, or whose keys are none of this order
 */
export function positionOf(
  listing: Listing,
  columns: readonly string[],
  { name, cursor }: { name: 'after' | 'before'; cursor: string },
): CursorPosition {
  const parts = readCursor(cursor);
  if (!parts) return { key: null, code: cursor };
  const [order, ...keys] = parts;
  const code = keys.at(-1);
  if (typeof order !== 'string' || !order.startsWith(`${listing.table}.`)) {
    throw noCursor(name, cursor);
  }
  if (typeof code !== 'string' || keys.length > 2) throw noCursor(name, cursor);
  if (order !== orderName(listing, columns)) return { key: null, code };
  const table: Table = relations[listing.table].table;
  const areKeys =
    keys.length === columns.length &&
    columns.every((column, index) => typeof keys[index] === typeIn(table, column));
  if (!areKeys) throw noCursor(name, cursor);
  return { key: keys[0] ?? null, code };
}

const typeIn = (table: Table, column: string) =>
  getColumns(table)[column]?.getSQLType() === 'text' ? 'string' : 'number';

export const noCursor = (name: string, cursor: string, of = 'list') =>
  badUserInput(
    `${name}: ${JSON.stringify(cursor)} is no cursor of this ${of}. Take cursors from pageInfo or edges of the same ${of}.`,
  );

/** @param what of the question a cursor goes with, such as `text and filter` */
export const cursorOfAnother = (name: string, cursor: string, of: string, what: string) =>
  badUserInput(
    `${name}: ${JSON.stringify(cursor)} is a cursor of another ${of}: it goes with the ${what} that it was made with. Ask for the same again, or leave ${name} out to begin anew.`,
  );
