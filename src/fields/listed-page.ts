import { getColumns } from 'drizzle-orm';
import type { AnyRelation, SQL, Table } from 'drizzle-orm';
import { beside, isPlace, keysOf, opposite, orderOf } from '../db/keyset.ts';
import type { Direction, End, Position, Side } from '../db/keyset.ts';
import { relationOf } from '../db/relations/relation-of.ts';
import { relations } from '../db/relations.ts';
import { isNumberedByText } from '../db/text-number.ts';
import type { TableName } from '../db/relations.ts';
import { readCursor } from '../text/cursor.ts';
import type { CursorPart } from '../text/cursor.ts';
import type { FieldArguments } from './field-arguments.ts';
import { checkFilter, feltBy, filterOf } from './listing.ts';
import type { Facet, FilterValue, Listing } from './listing.ts';
import { endsOf, noCursor, windowOf } from './page.ts';
import type { PageArguments } from './page.ts';

/** An order that rows of a listing stand in. */
type ListedOrder = {
  listing: Listing;
  /** The columns that it follows, of which the last is unique. */
  columns: readonly string[];
  direction: Direction;
  /** What its cursors begin with: that of another list or order names another place. */
  cursorName: string;
  /** The columns that its cursors hold, of which the last is the code. */
  cursorColumns: readonly string[];
};

/** The columns of which no two rows of a table have the same value: an order by them needs no other. */
const uniqueColumns: ReadonlySet<string> = new Set(['code', 'textOrder']);

export function orderOfPage(listing: Listing, { orderBy }: PageArguments): ListedOrder {
  const [usual] = Object.keys(listing.orders);
  const order = listing.orders[orderBy?.field ?? usual ?? ''];
  if (!order) throw new Error(`no order ${orderBy?.field} in ${listing.typename}`);
  const direction = orderBy?.direction ?? 'ASC';
  const column = direction === 'ASC' ? order.ascending : order.descending;
  const cursorColumns = column === 'code' ? [column] : [column, 'code'];
  const { table } = relations[listing.table];
  const isByNumber = column === 'textOrder' && isNumberedByText(table);
  const tie = 'codeOrder' in getColumns(table) ? 'codeOrder' : 'code';
  return {
    listing,
    columns: isByNumber ? ['id'] : uniqueColumns.has(column) ? [column] : [column, tie],
    direction,
    cursorName: `${listing.table}.${column}`,
    cursorColumns,
  };
}

/** A place in a list: the code of its row, and the row's key in the order where that is known. */
type CursorPosition = { key: CursorPart | null; code: string };

/**
 * The place that a cursor names. It carries its keys, so that one can go on from it when an import
 * has taken the row away. A cursor of another order of the same list, and a plain code, name their
 * row alone; whether it is there is for the database to say.
 * @throws BAD_USER_INPUT for a cursor of another list, or whose keys are none of this order
 */
function positionOf(
  { listing: { table: name }, cursorColumns, cursorName }: ListedOrder,
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
    keys.length === cursorColumns.length &&
    cursorColumns.every((column, index) => typeof keys[index] === typeIn(table, column));
  if (!areKeys) throw noCursor(end, cursor);
  return { key: keys[0] ?? null, code };
}

const typeIn = (table: Table, column: string) =>
  getColumns(table)[column]?.getSQLType() === 'text' ? 'string' : 'number';

const positionAt = (listing: Listing, args: PageArguments, end: End) =>
  positionOf(orderOfPage(listing, args), end, args[end] ?? '');

/** @throws BAD_USER_INPUT, QUERY_TOO_COMPLEX for arguments of a page that cannot be taken */
export function checkPage(listing: Listing, args: PageArguments): void {
  windowOf(args);
  checkFilter(listing, args.filter);
  for (const end of endsOf(args)) positionAt(listing, args, end);
}

/** Where the rows that are listed lie at the far end of links: the links' relation to them. */
export type LinkRelation = { name: string; relation: AnyRelation } | null;

export const linkOf = (table: TableName, name: string | null): LinkRelation =>
  name === null ? null : { name, relation: relationOf(table, name) };

export type ListedPage = ReturnType<typeof listedPage>;

/**
 * What the arguments of a page ask of a listing, said once for whoever loads the page and whoever
 * compiles it: which rows, in which order, cut where. Rows are those listed, or links to them.
 */
export function listedPage(listing: Listing, link: LinkRelation, given: FieldArguments) {
  const args: PageArguments = given.args;
  const order = orderOfPage(listing, args);
  const { columns, direction } = order;
  const reading = windowOf(args).backward ? opposite[direction] : direction;
  const listed: Table = relations[listing.table].table;
  const asked = given.parameter('filter') as FilterValue;
  const keys = (row: Table) => keysOf(row, columns, link?.relation ?? null);
  const position = (end: End): Position => ({
    key: given.computed((now) => positionAt(listing, now, end).key),
    code: given.computed((now) => positionAt(listing, now, end).code),
  });
  return {
    ...order,
    link,
    ends: endsOf(args),
    /** The filter of the rows; for a facet, as that feels it. */
    filter(facet?: Facet): object {
      const filter = filterOf(listing, facet ? feltBy(asked, facet) : asked);
      return link && filter.AND.length > 0 ? { [link.name]: filter } : filter;
    },
    /** In which order rows are read: from the end of the list where the page is counted from there. */
    orderOf: (row: Table): SQL => orderOf(keys(row), reading),
    /** By which keys, and which way. */
    keys,
    reading,
    /** Holds for rows on one side of the cursor at an end. */
    isBeside(row: Table, side: Side['side'], end: End): SQL {
      const cut = { listed, columns, position: position(end) };
      return beside(keys(row), cut, { side, end, direction });
    },
    /** Whether the cursor at an end names a place, which its own keys may not say. */
    isPlace: (end: End): SQL => isPlace(listed, position(end)),
  };
}
