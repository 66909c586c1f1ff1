import { sql } from 'drizzle-orm';
import type { AnyRelation, SQL, Table } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { FacetRow } from '../db/facet.ts';
import { beside, isPlace, keysOf, orderOf } from '../db/keyset.ts';
import type { Direction, End, Position, Side } from '../db/keyset.ts';
import { relations } from '../db/relations.ts';
import { limits } from '../limits.ts';
import type { LimitName } from '../limits.ts';
import { badUserInput, outOfRange } from '../validation/bad-user-input.ts';
import { cursorOf, noCursor, positionOf } from './cursor.ts';
import { checkFilter, filterOf } from './listing.ts';
import type { Facet, FilterValue, Listing } from './listing.ts';

/** How many rows a page holds where nobody says, and by which limit at the most. */
export type PageSize = {
  usual: number;
  limit: LimitName;
  /** What to do instead of asking for more. */
  advice: (argument: 'first' | 'last') => string;
  /** Whether pages are counted from the start only. */
  isForward?: true;
};

export const pageSizes: PageSize = {
  usual: 20,
  limit: 'pageSize',
  advice: (argument) =>
    `Page on with \`${argument === 'last' ? 'before:` and `pageInfo.startCursor' : 'after:` and `pageInfo.endCursor'}\`, or ask for a table (\`?format=csv\`), which comes whole without \`${argument}\`.`,
};

export type PageArguments = {
  filter?: FilterValue | null | undefined;
  orderBy?: { field: string; direction: Direction } | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};

export type Row = Readonly<Record<string, unknown>>;

/** What a page gives to count with: the values of a facet, by its name. */
export type CountFacet = (name: string, facet: Facet) => readonly FacetRow[];

/** A page as its connection type reads it. */
export type Page = {
  rows: readonly Row[];
  /** Whether rows of the list follow the page, inside its ends or beyond them. */
  hasNextPage: () => boolean;
  hasPreviousPage: () => boolean;
  totalCount: () => number;
  countFacet: CountFacet;
};

/** What is read of a page only if it is asked. */
export type PageReaders = Pick<Page, 'totalCount' | 'countFacet'> & {
  /** Whether the list has rows outside an end of the page that a cursor cuts. */
  isBeyond: (end: End) => boolean;
};

/** What the arguments ask for, checked. */
type PageWindow = { size: number; backward: boolean };

export function windowOf(
  { first, last }: PageArguments,
  { usual, limit, advice }: PageSize = pageSizes,
): PageWindow {
  if (first != null && last != null) {
    throw badUserInput('A page is counted from one end: give first or last, not both.');
  }
  const size = first ?? last ?? usual;
  if (size < 0 || size > limits[limit].value) {
    const argument = last == null ? 'first' : 'last';
    throw outOfRange(argument, size, limit, advice(argument));
  }
  return { size, backward: last != null };
}

/** How many rows a page holds at the most, whether or not they may be asked for. */
export const sizeOf = ({ first, last }: PageArguments, { usual, limit } = pageSizes) =>
  Math.max(0, Math.min(first ?? last ?? usual, limits[limit].value));

/** The ends of a page at which a cursor cuts its list. */
export const endsOf = (args: Pick<PageArguments, End>): End[] =>
  (['after', 'before'] as const).filter((end) => args[end] != null);

/** @throws BAD_USER_INPUT where the cursor at an end names no place in the order that is asked for */
export function positionAtCursor(listing: Listing, args: PageArguments, end: End) {
  const { columns } = orderColumns(listing, args);
  return positionOf(listing, columns, { name: end, cursor: args[end] ?? '' });
}

function positionAt(db: Database, listing: Listing, args: PageArguments, end: End): Position {
  const { key, code } = positionAtCursor(listing, args, end);
  const position = { key: sql`${sql.param(key)}`, code: sql`${code}` };
  if (key === null) {
    const { table } = relations[listing.table];
    const { found } = db.get<{ found: number }>(sql`select ${isPlace(table, position)} as found`);
    if (!found) throw noCursor(end, args[end] ?? '');
  }
  return position;
}

export type LinkRelation = { name: string; relation: AnyRelation } | null;

/** The rows on one side of each cursor of a page, as a drizzle filter over its rows or their links. */
export function besideOf(
  db: Database,
  listing: Listing,
  args: PageArguments,
  {
    link,
    side,
    ends = endsOf(args),
  }: { link: LinkRelation; side: Side['side']; ends?: readonly End[] },
): object[] {
  const { columns, direction } = orderColumns(listing, args);
  const listed: Table = relations[listing.table].table;
  return ends.map((end) => {
    const cut = { listed, columns, position: positionAt(db, listing, args, end) };
    const keys = (row: Table) => keysOf(row, columns, link?.relation ?? null);
    return { RAW: (row: Table) => beside(keys(row), cut, { side, end, direction }) };
  });
}

/** The drizzle query of a page, one row longer than the page so that one sees whether it goes on. */
export function pageQuery(
  db: Database,
  listing: Listing,
  args: PageArguments,
  through: LinkRelation = null,
) {
  const { size, backward } = windowOf(args);
  checkFilter(listing, args.filter);
  const { columns, direction } = orderColumns(listing, args);
  const opposite: Direction = direction === 'ASC' ? 'DESC' : 'ASC';
  const keys = (row: Table) => keysOf(row, columns, through?.relation ?? null);
  const filter = pageFilter(listing, args, through?.name ?? null);
  return {
    where: { AND: [filter, ...besideOf(db, listing, args, { link: through, side: 'inside' })] },
    orderBy: (row: Table): SQL => orderOf(keys(row), backward ? opposite : direction),
    limit: size + 1,
  };
}

/** What a cursor of a row is made of, as columns to read. */
export const cursorColumns = (listing: Listing, args: PageArguments): Record<string, true> =>
  Object.fromEntries(orderColumns(listing, args).columns.map((name) => [name, true]));

/** The filter of a page over the rows that it lists, its links where it goes through such. */
export function pageFilter(listing: Listing, args: PageArguments, through: string | null): object {
  return acrossLink(filterOf(listing, args.filter), through);
}

/** A filter of the rows that links lead to, as one of the links. */
export function acrossLink(filter: object, through: string | null): object {
  const isOpen = Object.values(filter).every((all) => (all as unknown[]).length === 0);
  return through && !isOpen ? { [through]: filter } : filter;
}

export function orderColumns(listing: Listing, { orderBy }: PageArguments) {
  const [usual] = Object.keys(listing.orders);
  const order = listing.orders[orderBy?.field ?? usual ?? ''];
  if (!order) throw new Error(`no order ${orderBy?.field} in ${listing.typename}`);
  const direction = orderBy?.direction ?? 'ASC';
  const column = direction === 'ASC' ? order.ascending : order.descending;
  return { columns: column === 'code' ? [column] : [column, 'code'], direction };
}

/** Cuts the fetched rows to the page that was asked for and says what lies on either side. */
export function pageOf(
  fetched: readonly Row[],
  args: PageArguments,
  { isBeyond, totalCount, countFacet }: PageReaders,
  pageSize?: PageSize,
): Page {
  const { size, backward } = windowOf(args, pageSize);
  const more = fetched.length > size;
  const rows = fetched.slice(0, size);
  const isOutside = (end: End) => args[end] != null && isBeyond(end);
  return {
    rows: backward ? rows.toReversed() : rows,
    hasNextPage: () => (more && !backward) || isOutside('before'),
    hasPreviousPage: () => (more && backward) || isOutside('after'),
    totalCount,
    countFacet,
  };
}

const cursors = new WeakMap<Row, string>();

/** Gives the rows of a page their cursors, each noted under the row that its edge is. */
export function attachCursors(
  rows: readonly Row[],
  listing: Listing,
  args: PageArguments,
  through: string | null,
): void {
  const { columns } = orderColumns(listing, args);
  for (const row of rows) attachCursor(row, cursorOf(listing, columns, nodeOf(row, through)));
}

export function attachCursor(row: Row, cursor: string): void {
  cursors.set(row, cursor);
}

/** The cursor of a row of a page. */
export function cursorOfRow(row: Row): string {
  const cursor = cursors.get(row);
  if (cursor === undefined) throw new Error('a row of no page has no cursor');
  return cursor;
}

/** The row that an edge leads to. */
export function nodeOf(edge: Row, through: string | null): Row {
  return through ? (edge[through] as Row) : edge;
}
