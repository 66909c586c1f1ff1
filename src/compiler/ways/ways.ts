import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { isToldIn } from './in-index.ts';
import { columnIn, indexesOf, isWhole, ownIndexOf } from './indexes.ts';
import { relationOf, targetOf } from '../../db/relations/relation-of.ts';
import type { TableName } from '../../db/relations.ts';
import { formsOf, setOfStep } from '../../db/relations/step-forms.ts';
import type { StepChain } from '../../db/relations/step-forms.ts';
import { meetingWays } from './meetings.ts';
import { soughtIn } from './sought.ts';
import type { Sought } from './sought.ts';
import { setOf } from './way.ts';
import type { Way } from './way.ts';
import { testedColumns } from './tested-columns.ts';

/** What it costs to come by a row, where 1 is to fetch it from the table. */
const costs = {
  /** In an index that has all that is tested. */
  covered: 0.05,
  fetched: 1,
  sorted: 0.2,
};

const isOneRow = (table: SQLiteTable, { column, how, members, areNamed }: Sought) =>
  areNamed ?? (how !== 'RANGE' && !members && columnIn(table, column)?.isUnique === true);

/**
 * What a page asks: what its rows must pass, what that implies, which of this says the same of the key of
 * its order as a part of the filter says, and which columns its order follows.
 */
type PageAsked = {
  name: TableName;
  parts: readonly object[];
  implied: readonly object[];
  alike: readonly object[];
  /** Their names in the database. */
  order: readonly string[];
};

/**
 * The ways to the rows that pass a filter, in an order. None where SQLite needs no telling, since rows
 * are named one by one; one where it is the best whatever the data are.
 */
export function waysTo(table: SQLiteTable, asked: PageAsked): Way[] {
  const { parts, implied, alike, order } = asked;
  const sought = soughtIn(table, [...parts, ...implied]);
  if (parts.length === 0) return [];
  const one = sought.find((each) => isOneRow(table, each));
  if (one) return waysToOne(table, asked, one);
  const seeks = sought.flatMap((each): Way | [] => {
    const way = seekBy(table, asked, each);
    return way ? { ...way, finds: parts.indexOf(each.part) } : [];
  });
  const isExact = ({ isInOrder, sought: found }: Way) =>
    isInOrder && found !== null && (parts.includes(found.part) || alike.includes(found.part));
  const exact = parts.length === 1 ? seeks.find(isExact) : undefined;
  if (exact) return [exact];
  const walked = indexesOf(table).find(
    (index) => isWhole(index) && startsWith(index.columns, order),
  );
  const name = walked?.name ?? null;
  const columns = walked?.columns ?? null;
  const members = walked ? [null, ...sought.filter((each) => each.members && !each.areFound)] : [];
  const walks = members.map((member) => wayBy(table, asked, { index: name, columns, member }));
  const meetings = meetingWays(table, asked, seeks);
  return [...seeks, ...meetings, ...walks].flatMap((way) => formsOfWay(way, asked));
}

/** Rows that are named: only in which form they are tested. */
function waysToOne(table: SQLiteTable, asked: PageAsked, one: Sought): Way[] {
  const way = seekBy(table, asked, one);
  const ways = way ? formsOfWay({ ...way, isToFew: true }, asked) : [];
  const areWords = soughtIn(table, asked.parts).some(({ areFound }) => areFound);
  return ways.length > 1 || areWords ? ways : [];
}

/** A way with steps below steps in either form, where it tests any. */
function formsOfWay(way: Way, { name, parts }: PageAsked): Way[] {
  const set = setOf(way);
  const others = parts.filter((part) => part !== set?.part);
  const chains = others.flatMap((part) => formsOf(part)?.chains ?? []);
  const first = chains.filter(({ length }) => length === 1);
  const isTestedBefore = others.some(
    (part) => part !== way.sought?.part && !formsOf(part)?.chains.length,
  );
  const ofSet = set ? (formsOf(set.part)?.chains ?? []) : [];
  const tables = set && ofSet.length === 0 && !set.areFound ? [name] : endsOf(ofSet);
  const below = chains.filter(({ length }) => length > 1);
  const isSetThrough = ofSet.some((chain) => chain.some(isThrough));
  const isSetInIndex = set !== null && isInOneIndex(set.part);
  const own = { ...way, isTestedBefore, isSetThrough, isSetInIndex };
  const nested: Way = { ...own, form: 'NESTED', chains, setTables: tables };
  const asFirst: Way = { ...own, chains: first, setTables: [...tables, ...endsOf(below)] };
  const isDeep = others.some((part) => formsOf(part)?.nested);
  return isDeep ? [nested, asFirst] : [asFirst];
}

/** Whether one index of the table that a step leads to holds all that the set of the step is made of. */
function isInOneIndex(part: object): boolean {
  const from = setOfStep(part)?.from;
  if (!from) return false;
  const table = from.table as SQLiteTable;
  const { AND: parts = [from.passing] } = from.passing as { AND?: object[] };
  const tested = testedColumns(table, from.passing, () => false);
  if (tested === null) return false;
  const isUnusual = soughtIn(table, parts).some((each) => each.isUnusual);
  return indexesOf(table).some((index) => {
    const { name, columns, present, unusual } = index;
    const isComplete =
      isWhole(index) ||
      (present !== null && tested.includes(present)) ||
      (unusual !== null && isUnusual);
    return (
      name !== null &&
      isComplete &&
      tested.includes(columns[0] ?? '') &&
      [...tested, from.column].every((column) => columns.includes(column))
    );
  });
}

const isThrough = ([table, relation]: StepChain[number]) =>
  relationOf(table, relation).throughTable !== undefined;

const endsOf = (chains: readonly StepChain[]): TableName[] =>
  chains.flatMap((chain) => {
    const [table, relation] = chain.at(-1) ?? [];
    return table && relation ? [targetOf(relationOf(table, relation))] : [];
  });

const startsWith = (columns: readonly string[], order: readonly string[]) =>
  order.every((column, at) => columns[at] === column);

/** By which index it is found what is sought; null without any. */
function seekBy(table: SQLiteTable, asked: PageAsked, sought: Sought): Way | null {
  const sorted = (index: string | null) => wayBy(table, asked, { index, columns: null, sought });
  const column = columnIn(table, sought.column);
  if (column?.primary) return sorted(null);
  if (column?.isUnique) return sorted(ownIndexOf(table, column));
  const own = indexesOf(table).filter((index) => {
    const { columns, present } = index;
    if (present === sought.column)
      return columns[0] === present ? !sought.isMissing : sought.isPresent;
    return columns[0] === sought.column && (isWhole(index) || sought.isUnusual);
  });
  const ordered = own.find(
    ({ columns }) =>
      (sought.how === 'ONE' && startsWith(columns.slice(1), asked.order)) ||
      (sought.how !== 'SET' && startsWith(columns, asked.order)),
  );
  if (ordered)
    return wayBy(table, asked, { index: ordered.name, columns: ordered.columns, sought });
  const [index] = own.toSorted((a, b) => a.columns.length - b.columns.length);
  return index ? sorted(index.name) : null;
}

type ByIndex = {
  index: string | null;
  /** Those that it has, where its rows come in their order; null where all are fetched and sorted. */
  columns: readonly string[] | null;
  sought?: Sought;
  /** A part of the filter that is tested as membership in a set. */
  member?: Sought | null;
};

function wayBy(
  table: SQLiteTable,
  { parts }: PageAsked,
  { index, columns, sought, member = null }: ByIndex,
): Way {
  const isInOrder = columns !== null;
  const isHere = (name: string) => columns?.includes(name) || columnIn(table, name)?.primary;
  // The table itself is walked row by row, each of them whole.
  const isTold = (column: string, what: object) => isToldIn(table, index, { column, asked: what });
  const isCovered =
    index !== null &&
    columns !== null &&
    parts.every((part) => testedColumns(table, part, isTold)?.every(isHere) ?? false);
  const perRow = isCovered ? costs.covered : costs.fetched;
  return {
    index,
    sought: sought ?? null,
    member,
    form: 'FIRST',
    isInOrder,
    isToFew: false,
    perRow: isInOrder ? perRow : perRow + costs.sorted,
    finds: null,
    meets: null,
    isMemberFirst: !isCovered && member !== null && isHere(member.column) === true,
    isSetThrough: false,
    isSetInIndex: false,
    isTestedBefore: false,
    chains: [],
    setTables: [],
  };
}
