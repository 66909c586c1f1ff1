import type { AnyRelation, SQL, Table } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { beyond, keysOf, orderOf } from '../db/keyset.ts';
import type { Direction } from '../db/keyset.ts';
import { relations } from '../db/relations.ts';
import { limits } from '../limits.ts';
import { badUserInput, outOfRange } from './bad-user-input.ts';
import type { CountFacet } from './facets.ts';
import { checkFilter, filterOf } from './listing.ts';
import type { FilterValue, Listing } from './listing.ts';

export const defaultPageSize = 20;
export const maximumPageSize = limits.pageSize.value;

export type PageArguments = {
  filter?: FilterValue | null | undefined;
  orderBy?: { field: string; direction: Direction } | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};

export type Row = Readonly<Record<string, unknown>>;

/** A page as its connection type reads it. */
export type Page = {
  rows: readonly Row[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  totalCount: () => number;
  countFacet: CountFacet;
};

/** What the arguments ask for, checked. */
type Window = { size: number; backward: boolean };

export function windowOf({ first, last }: PageArguments): Window {
  if (first != null && last != null) {
    throw badUserInput('A page is counted from one end: give first or last, not both.');
  }
  const size = first ?? last ?? defaultPageSize;
  if (size < 0 || size > maximumPageSize) {
    const name = last != null ? 'last' : 'first';
    const cursor =
      name === 'last' ? 'before:` and `pageInfo.startCursor' : 'after:` and `pageInfo.endCursor';
    const advice = `Page on with \`${cursor}\`, or ask for a table (\`?format=csv\`), which comes whole without \`${name}\`.`;
    throw outOfRange(name, size, 'pageSize', advice);
  }
  return { size, backward: last != null };
}

function checkCursor(db: Database, listing: Listing, name: string, cursor: string): void {
  const table = db.query[listing.table as 'outcomes'];
  const row = table.findFirst({ columns: { id: true }, where: { code: { eq: cursor } } }).sync();
  if (!row) {
    throw badUserInput(
      `${name}: ${JSON.stringify(cursor)} is no cursor of this list. Take cursors from pageInfo or edges of the same list.`,
    );
  }
}

/** The drizzle query of a page, one row longer than the page so that one sees whether it goes on. */
export function pageQuery(
  db: Database,
  listing: Listing,
  args: PageArguments,
  through: { name: string; relation: AnyRelation } | null = null,
) {
  const { size, backward } = windowOf(args);
  checkFilter(listing, args.filter);
  const { after, before } = args;
  if (after != null) checkCursor(db, listing, 'after', after);
  if (before != null) checkCursor(db, listing, 'before', before);

  const { columns, direction } = orderColumns(listing, args);
  const opposite: Direction = direction === 'ASC' ? 'DESC' : 'ASC';
  const listed = relations[listing.table].table as Table;
  const keys = (row: Table) => keysOf(row, columns, through?.relation ?? null);
  const ends = [
    after != null && { RAW: (row: Table) => beyond(keys(row), columns, listed, after, direction) },
    before != null && { RAW: (row: Table) => beyond(keys(row), columns, listed, before, opposite) },
  ].filter((end) => end !== false);
  const filter = pageFilter(listing, args, through?.name ?? null);
  return {
    where: { AND: [filter, ...ends] },
    orderBy: (row: Table): SQL => orderOf(keys(row), backward ? opposite : direction),
    limit: size + 1,
  };
}

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
  { totalCount, countFacet }: Pick<Page, 'totalCount' | 'countFacet'>,
): Page {
  const { size, backward } = windowOf(args);
  const more = fetched.length > size;
  const rows = fetched.slice(0, size);
  return {
    rows: backward ? rows.toReversed() : rows,
    hasNextPage: backward ? args.before != null : more,
    hasPreviousPage: backward ? more : args.after != null,
    totalCount,
    countFacet,
  };
}

/** The row that an edge leads to. */
export function nodeOf(edge: Row, through: string | null): Row {
  return through ? (edge[through] as Row) : edge;
}
