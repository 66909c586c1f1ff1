import type { FacetRow } from '../db/facet.ts';
import type { Direction, End } from '../db/keyset.ts';
import type { MaybeLater } from '../db/store.ts';
import { limits } from '../limits.ts';
import type { LimitName } from '../limits.ts';
import { badUserInput, outOfRange } from '../validation/bad-user-input.ts';
import type { Facet, FilterValue } from './listing.ts';

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
  filter?: FilterValue;
  orderBy?: { field: string; direction: Direction } | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};

export type Row = Readonly<Record<string, unknown>>;

/** The values of a facet, by its name. */
export type CountFacet = (name: string, facet: Facet) => Promise<readonly FacetRow[]>;

/** A page as its connection type reads it. */
export type Page = {
  rows: readonly Row[];
  /** Whether rows of the list follow the page, inside its ends or beyond them. */
  hasNextPage: () => MaybeLater<boolean>;
  hasPreviousPage: () => MaybeLater<boolean>;
  totalCount: () => Promise<number>;
  countFacet: CountFacet;
};

/** What is read of a list only if it is asked, as the database gives it. */
type Asides = {
  /** Whether the list has rows outside an end of the page that a cursor cuts: 1 or 0. */
  isBeyond: (end: End) => unknown;
  totalCount: () => unknown;
  /** The values of a facet, as JSON. */
  countFacet: (name: string, facet: Facet) => unknown;
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

/** Cuts the fetched rows to the page that was asked for and says what lies on either side. */
export function pageOf(
  fetched: readonly Row[],
  args: PageArguments,
  asides: Asides,
  pageSize?: PageSize,
): Page {
  const { size, backward } = windowOf(args, pageSize);
  const more = fetched.length > size;
  const rows = fetched.slice(0, size);
  const isOutside = async (end: End) =>
    args[end] != null && Number(await asides.isBeyond(end)) === 1;
  return {
    rows: backward ? rows.toReversed() : rows,
    hasNextPage: () => (more && !backward) || isOutside('before'),
    hasPreviousPage: () => (more && backward) || isOutside('after'),
    totalCount: async () => Number(await asides.totalCount()),
    countFacet: async (name, facet) =>
      readJson(await asides.countFacet(name, facet)) as readonly FacetRow[],
  };
}

/** JSON as the database gives it: as a text, or read already. */
export const readJson = (json: unknown): unknown =>
  typeof json === 'string' ? JSON.parse(json) : json;

/** That a text is no cursor of a list; `of` says of what else, if it is none. */
export const noCursor = (end: End, cursor: string, of = 'list') =>
  badUserInput(
    `${end}: ${JSON.stringify(cursor)} is no cursor of this ${of}. Take cursors from pageInfo or edges of the same ${of}.`,
  );

/** @param what of the question a cursor goes with, such as `text and filter` */
export const cursorOfAnother = (end: End, cursor: string, of: string, what: string) =>
  badUserInput(
    `${end}: ${JSON.stringify(cursor)} is a cursor of another ${of}: it goes with the ${what} that it was made with. Ask for the same again, or leave ${end} out to begin anew.`,
  );

const cursors = new WeakMap<Row, string>();

/** Notes the cursor of a row of a page. */
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
