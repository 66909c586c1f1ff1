import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnIn, indexesOf, ownIndexOf } from './indexes.ts';
import { soughtIn } from './sought.ts';
import type { Sought } from './sought.ts';
import { testedColumns } from './tested-columns.ts';

/**
 * A way to the rows of a page: one index of their table is followed. Either it has them in their
 * order, so that one reads until the page is full, or all that it finds are sorted.
 */
export type Way = {
  /** Its name; null for the numbers of the rows. */
  index: string | null;
  /** What is looked up in it; null where it is walked from end to end. */
  sought: Sought | null;
  /** Of one that is walked: which part of the filter is tested as membership in a set. */
  member: Sought | null;
  isInOrder: boolean;
  /** What a row costs that is come by, where 1 is to fetch it. */
  perRow: number;
};

/** A way by its index alone: walked from end to end or looked up, and whether its rows come in their order. */
export type NamedWay = Pick<Way, 'index' | 'isInOrder' | 'perRow'> & { isWalked: boolean };

/** What it costs to come by a row, where 1 is to fetch it from the table. */
const costs = {
  /** In an index that has all that is tested. */
  covered: 0.125,
  fetched: 1,
  /** All that an index finds: rows that it holds beside each other mostly lie so in the table too. */
  found: 0.3,
  sorted: 0.2,
  /** A step to another table, row by row. */
  step: 1,
  /** A test that may take long: mostly at first, when a set is worked out for it. */
  costly: 2,
};

const isOneRow = (table: SQLiteTable, { column, how, members }: Sought) =>
  how !== 'RANGE' && !members && columnIn(table, column)?.isUnique === true;

/** What a page asks: what its rows must pass, what that implies, and which columns its order follows. */
type PageAsked = {
  parts: readonly object[];
  implied: readonly object[];
  /** Those of the parts of which it may take long to tell that a row passes. */
  costly: readonly object[];
  /** Their names in the database. */
  order: readonly string[];
};

/**
 * The ways to the rows that pass a filter, in an order. None where SQLite needs no telling, since rows
 * are named one by one; one where it is the best whatever the data are.
 */
export function waysTo(table: SQLiteTable, asked: PageAsked): Way[] {
  const { parts, implied, costly, order } = asked;
  const cheap = parts.filter((part) => !costly.includes(part));
  const sought = soughtIn(table, [...cheap, ...implied]);
  if (cheap.length === 0 || sought.some((each) => isOneRow(table, each))) return [];
  const indexes = indexesOf(table);
  const seeks = sought.flatMap((each) => seekBy(table, asked, each) ?? []);
  const exact = parts.length === 1 ? seeks.find(({ isInOrder }) => isInOrder) : undefined;
  if (exact) return [exact];
  const walked = indexes.find(
    ({ columns, present }) => present === null && startsWith(columns, order),
  );
  if (!walked) return seeks;
  const members = [null, ...sought.filter((each) => each.members && !each.areFound)];
  // The table itself is walked row by row, and none is fetched from elsewhere.
  const columns = walked.name === null ? null : walked.columns;
  const walks = members.map((member): Way => {
    const perRow = perRowOf(table, asked, { columns, member });
    return { index: walked.name, sought: null, member, isInOrder: true, perRow };
  });
  return [...seeks, ...walks];
}

const startsWith = (columns: readonly string[], order: readonly string[]) =>
  order.every((column, at) => columns[at] === column);

/** By which index it is found what is sought; null without any. */
function seekBy(table: SQLiteTable, asked: PageAsked, sought: Sought): Way | null {
  const member = sought.members ? sought : null;
  const sorted = (index: string | null): Way => {
    const perRow = perRowOf(table, asked, { columns: null, member }) + costs.sorted;
    return { index, sought, member: null, isInOrder: false, perRow };
  };
  const column = columnIn(table, sought.column);
  if (column?.primary) return sorted(null);
  if (column?.isUnique) return sorted(ownIndexOf(table, column));
  const own = indexesOf(table).filter(({ columns, present }) =>
    present === sought.column
      ? columns[0] === present
        ? !sought.isMissing
        : sought.isPresent
      : present === null && columns[0] === sought.column,
  );
  const ordered = own.find(
    ({ columns }) =>
      (sought.how === 'ONE' && startsWith(columns.slice(1), asked.order)) ||
      (sought.how !== 'SET' && startsWith(columns, asked.order)),
  );
  if (ordered) {
    const { name, columns } = ordered;
    const perRow = perRowOf(table, asked, { columns, member });
    return { index: name, sought, member: null, isInOrder: true, perRow };
  }
  const [index] = own.toSorted((a, b) => a.columns.length - b.columns.length);
  return index ? sorted(index.name) : null;
}

/**
 * What a row costs that is tested against the filter, some of it as membership in a set.
 * @param options `columns` are those that an index has; null where rows are fetched anyhow
 */
function perRowOf(
  table: SQLiteTable,
  { parts, costly }: PageAsked,
  { columns, member }: { columns: readonly string[] | null; member: Sought | null },
): number {
  const isHere = (name: string) => columns?.includes(name) || columnIn(table, name)?.primary;
  const isCovered =
    columns !== null && parts.every((part) => testedColumns(table, part)?.every(isHere) ?? false);
  const steps = parts.filter((part) => part !== member?.part && isStep(part)).length;
  const tests = steps * costs.step + costly.length * costs.costly;
  const fetching = columns === null ? costs.found : costs.fetched;
  return (isCovered ? costs.covered : fetching) + tests;
}

/** Whether a part of a filter is a step to another table, or says that there is none. */
const isStep = (part: object): boolean =>
  'RAW' in part || ('NOT' in part && isStep(part.NOT as object));
