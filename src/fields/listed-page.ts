import type { AnyRelation, SQL, Table } from 'drizzle-orm';
import { beside, isPlace, keysOf, orderOf } from '../db/keyset.ts';
import type { Direction, End, Position, Side } from '../db/keyset.ts';
import { relationOf } from '../db/relations/relation-of.ts';
import { relations } from '../db/relations.ts';
import type { TableName } from '../db/relations.ts';
import { orderOfPage, positionOf } from './cursor.ts';
import type { FieldArguments } from './field-arguments.ts';
import { checkFilter, feltBy, filterOf } from './listing.ts';
import type { Facet, FilterValue, Listing } from './listing.ts';
import { endsOf, windowOf } from './page.ts';
import type { PageArguments } from './page.ts';

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
  const opposite: Direction = direction === 'ASC' ? 'DESC' : 'ASC';
  const listed: Table = relations[listing.table].table;
  const asked = given.parameter('filter') as FilterValue;
  const keys = (row: Table) => keysOf(row, columns, link?.relation ?? null);
  const position = (end: End): Position => ({
    key: given.computed((now) => positionAt(listing, now, end).key),
    code: given.computed((now) => positionAt(listing, now, end).code),
  });
  return {
    ...order,
    ends: endsOf(args),
    /** The filter of the rows; for a facet, as that feels it. */
    filter(facet?: Facet): object {
      const filter = filterOf(listing, facet ? feltBy(asked, facet) : asked);
      return link && filter.AND.length > 0 ? { [link.name]: filter } : filter;
    },
    /** In which order rows are read: from the end of the list where the page is counted from there. */
    orderOf: (row: Table): SQL =>
      orderOf(keys(row), windowOf(args).backward ? opposite : direction),
    /** Holds for rows on one side of the cursor at an end. */
    isBeside(row: Table, side: Side['side'], end: End): SQL {
      const cut = { listed, columns, position: position(end) };
      return beside(keys(row), cut, { side, end, direction });
    },
    /** Whether the cursor at an end names a place, which its own keys may not say. */
    isPlace: (end: End): SQL => isPlace(listed, position(end)),
  };
}
