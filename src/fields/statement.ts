import type { SQL } from 'drizzle-orm';
import type { CountedRows } from '../db/facet.ts';
import type { End } from '../db/keyset.ts';
import type { TableName } from '../db/relations.ts';
import type { Statistics } from '../db/statistics/statistics.ts';
import type { ArgumentValues, FieldArguments } from './field-arguments.ts';
import type { Facet, FilterShape } from './listing.ts';
import type { PageSize } from './page.ts';

/** The rows of an SQL statement, page by page: what such a field has to say of them. */
export type Statement = {
  /** What its cursors are of, such as search. */
  noun: string;
  /** How many rows a page may hold. */
  pageSize: PageSize;
  /** The fields of its argument `filter`, and of what they are. */
  filter: FilterShape;
  filtered: string;
  /** @throws BAD_USER_INPUT for arguments that cannot be taken */
  check(args: ArgumentValues): void;
  /** The statement over arguments that were checked. */
  rows: (given: FieldArguments) => StatementRows;
  estimate(statistics: Statistics, args: ArgumentValues): StatementEstimate;
};

/** The rows of a list as SQL: what pages, counts and facets of it are read by. */
export type PagedRows = {
  /** The rows of the page in their order, or from its end where it goes backward, no more than the limit. */
  page: (limit: SQL) => SQL;
  /** What the rows of `page` hold. */
  columns: readonly string[];
  /**
   * Whether it names so many tables that SQLite is to take it apart but once: it does so anew for every mention, and
   * refuses a statement that has come to a thousand tables by that.
   */
  isLarge?: boolean;
  /** Of which table it is the numbers, where it is whole numbers only. */
  numbersOf?: TableName;
  /** Of which table it is a whole list, and not what a row leads to. */
  wholeOf?: TableName | undefined;
  /** Whether there are rows outside an end that a cursor cuts. */
  isBeyond: (end: End) => SQL;
  /** A query for how many rows there are in all. */
  count: () => SQL;
  /** The rows that a facet counts. */
  counted?: (facet: Facet) => CountedRows;
};

export type StatementRows = PagedRows & {
  /** What a page’s rows are read from: the page, `p`, and the tables that are joined to it. */
  tables: (page: SQL) => SQL;
  /** What a cursor holds of a row of these tables, its first part telling the order; none is null. */
  cursor: readonly SQL[];
  /** The values of such a row by name, and those that are lists, as JSON. */
  values: Readonly<Record<string, SQL>>;
  lists: Readonly<Record<string, SQL>>;
  /** Whether the cursor at an end names a place, where its own keys do not say so. */
  isPlace?: (end: End) => SQL;
};

/** How many rows are read: to find those of a page, to count all, to look beyond a cursor. */
type StatementEstimate = {
  page: number;
  counted: number;
  beyond: number;
  /** How many rows there can be at the most, and how many bytes a cursor holds of the keys of one. */
  most: number;
  keyBytes: number;
};
