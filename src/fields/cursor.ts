import { getColumns } from 'drizzle-orm';
import type { Table } from 'drizzle-orm';
import type { Direction, End } from '../db/keyset.ts';
import { relations } from '../db/relations.ts';
import { readCursor } from '../text/cursor.ts';
import type { CursorPart } from '../text/cursor.ts';
import { badUserInput } from '../validation/bad-user-input.ts';
import type { Listing } from './listing.ts';
import type { PageArguments } from './page.ts';

/** An order that rows of a listing stand in. */
export type ListedOrder = {
  listing: Listing;
  /** The columns that it follows, of which the last is unique. */
  columns: readonly string[];
  direction: Direction;
  /** What its cursors begin with: that of another list or order names another place. */
  cursorName: string;
};

export function orderOfPage(listing: Listing, { orderBy }: PageArguments): ListedOrder {
  const [usual] = Object.keys(listing.orders);
  const order = listing.orders[orderBy?.field ?? usual ?? ''];
  if (!order) throw new Error(`no order ${orderBy?.field} in ${listing.typename}`);
  const direction = orderBy?.direction ?? 'ASC';
  const column = direction === 'ASC' ? order.ascending : order.descending;
  const columns = column === 'code' ? [column] : [column, 'code'];
  return { listing, columns, direction, cursorName: `${listing.table}.${column}` };
}

/** A place in a list: the code of its row, and the row's key in the order where that is known. */
type CursorPosition = { key: CursorPart | null; code: string };

/**
 * The place that a cursor names. It carries its keys, so that one can go on from it when an import
 * has taken the row away. A cursor of another order of the same list, and a plain code, name their
 * row alone; whether it is there is for the database to say.
 * @throws BAD_USER_INPUT for a cursor of another list, or whose keys are none of this order
 */
export function positionOf(
  { listing: { table: name }, columns, cursorName }: ListedOrder,
  end: End,
  cursor: string,
): CursorPosition {
  const parts = readCursor(cursor);
  if (!parts) return { key: null, code: cursor };
  const [order, ...keys] = parts;
  const code = keys.at(-1);
  if (typeof order !== 'string' || !order.startsWith(`${name}.`)) throw noCursor(end, cursor);
  if (typeof code !== 'string' || keys.length > 2) throw noCursor(end, cursor);
  if (order !== cursorName) return { key: null, code };
  const { table } = relations[name];
  const areKeys =
    keys.length === columns.length &&
    columns.every((column, index) => typeof keys[index] === typeIn(table, column));
  if (!areKeys) throw noCursor(end, cursor);
  return { key: keys[0] ?? null, code };
}

const typeIn = (table: Table, column: string) =>
  getColumns(table)[column]?.getSQLType() === 'text' ? 'string' : 'number';

export const noCursor = (end: End, cursor: string, of = 'list') =>
  badUserInput(
    `${end}: ${JSON.stringify(cursor)} is no cursor of this ${of}. Take cursors from pageInfo or edges of the same ${of}.`,
  );
