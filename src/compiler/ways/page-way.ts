import { and, getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnOf } from '../../db/column-of.ts';
import { filterToSQL } from '../../db/filter.ts';
import { identityOf, numberedRows, numbersOf } from '../../db/dialect.ts';
import type { TableName } from '../../db/relations.ts';
import type { Selected } from '../../fields/collect-fields.ts';
import type { ListedPage } from '../../fields/listed-page.ts';
import type { CompileContext, ObjectSource } from '../compile-context.ts';
import type { Budget, PageChoice } from './choose.ts';
import { boundsFor } from './bounds.ts';
import { betweenFor, impliedBy, missingFor, presentFor, yearsFor } from './implied.ts';
import { probeOf } from './probe.ts';
import { recallIn, recalledNumbers } from '../recalled-page.ts';
import { isAllOf, isBoundedBy } from './rows-read.ts';
import { alongIndex, setsFor, testedAlong } from './tested.ts';
import { waysTo } from './ways.ts';
import { toNoRow, toRecalled } from './way.ts';
import type { Way } from './way.ts';

/** How a page of a table is read: where its rows come from, and what they must pass. */
export type PageWay = {
  from?: (row: SQLiteTable) => SQL;
  where?: (row: SQLiteTable) => SQL | undefined;
  /** Told of its rows where nothing else is asked for. */
  told?: (rows: SQL) => SQL;
};

/** The rows of a page that the request names, numbered in their order. */
type NamedRows = { numbered: SQL };

/** A page that a field asks for. */
type PageOfField = {
  selected: Pick<Selected, 'name'>;
  source: ObjectSource;
  asked: ListedPage;
  /** How many rows are read for it. */
  size: SQL;
};

/**
 * The way that was chosen for a page or, while choices are looked for, the first that comes to mind; null where
 * the database chooses by itself.
 */
export function wayOfPage(
  context: CompileContext,
  name: TableName,
  page: PageOfField,
): PageWay | NamedRows | null {
  const { selected, source, asked } = page;
  const field = source === null ? selected.name : null;
  if (context.dialect !== 'sqlite') {
    context.ways.read.push({ field, isExact: false });
    return wayOfDatabase(context, name, { field, asked });
  }
  const { table } = context.relations[name];
  const { AND: parts } = asked.filter() as { AND: readonly object[] };
  const [key = ''] = asked.columns;
  const alike = impliedBy(table, parts, key);
  const missing = missingFor(table, parts);
  const present = presentFor(table, parts);
  const implied = [
    ...alike,
    ...impliedBy(table, missing, key),
    ...betweenFor(table, parts, key),
    ...present,
    ...yearsFor(table, parts, key),
  ];
  // Whoever comes from a cursor is further already, and SQLite would enter the index at one of the two.
  const isCut = asked.ends.length > 0;
  const bounds = isCut ? [] : boundsFor(name, [...parts, ...missing, ...present], key);
  const order = asked.columns.map((column) => columnOf(table, column).name);
  const ways = waysTo(table, { name, parts, implied, alike, order });
  const isBounded = (each: Way) => isBoundedBy(each, { isCut, implied });
  const [only] = ways;
  const isExact =
    ways.length === 1 && only !== undefined && isBounded(only) && isAllOf(only, parts);
  context.ways.read.push({ field, isExact });
  const place = context.ways.chosenSoFar;
  // Of one that walks all and tests them it is to be found out how far that leads: its rows may be worth recalling.
  const isOpen = ways.length > 1 || only?.sought === null;
  const way = isOpen
    ? chosenOf(context, name, { ...page, field, ways, parts, bounds, isBounded })
    : only;
  if (way === toNoRow) return { from: getTableAsAliasSQL, where: () => sql`false` };
  if (way === toRecalled) return { numbered: numberedRows(recalledNumbers(context, place)) };
  const all = [...parts, ...implied, ...(way?.isInOrder ? bounds : [])];
  const tested = way ? testedAlong(table, way, all) : all;
  return {
    from: (row) => (way ? alongIndex(row, way.index) : getTableAsAliasSQL(row)),
    where: (row) => filterToSQL(row, { AND: tested }, name),
    ...(isOpen &&
      context.ways.alone === place && { told: (rows) => (context.ways.rows = numbersOf(rows)) }),
  };
}

/**
 * A database that chooses by itself how a page is read is told between which keys of the order its rows lie, as far as
 * their filter says it, and is asked for its rows, to recall them.
 */
function wayOfDatabase(
  context: CompileContext,
  name: TableName,
  { field, asked }: { field: PageChoice['field']; asked: ListedPage },
): PageWay | NamedRows | null {
  const { table } = context.relations[name];
  const where = (row: SQLiteTable) => {
    const { AND: parts } = asked.filter() as { AND: readonly object[] };
    const [key = ''] = asked.columns;
    const present = parts.filter((part) => !asksForNone(part));
    const implied = [...impliedBy(table, present, key), ...yearsFor(table, present, key)];
    return filterToSQL(row, { AND: [...parts, ...implied] }, name);
  };
  // Only rows that one number tells apart are recalled.
  const { id, ...others } = identityOf(table, context.dialect);
  if (!id || Object.keys(others).length > 0) return { where };
  const recalled = recallIn(context, { table: name, field });
  if (!recalled) return { where };
  if ('numbers' in recalled) return { numbered: numberedRows(recalled.numbers) };
  return {
    where,
    told(rows) {
      recalled.tell(numbersOf(rows));
      return rows;
    },
  };
}

/** Whether a part of a filter asks for rows without a value, which each store writes its own way in an order. */
const asksForNone = (part: object) =>
  Object.values(part).some((asked: unknown) => 'isNull' in Object(asked));

/** A way on which no row is read more than once, however the rows lie: without sets, if there is one. */
function wayOverFew(ways: readonly Way[], parts: readonly object[]): Way | undefined {
  const first = ways.filter(({ form }) => form === 'FIRST');
  return first.find((way) => setsFor(way, parts) === 0) ?? first.find(({ sought }) => !sought);
}

function chosenOf(
  context: CompileContext,
  name: TableName,
  options: PageOfField & {
    field: PageChoice['field'];
    ways: readonly Way[];
    /** The very parts that the ways are about. */
    parts: readonly object[];
    /** Between which keys of the order their rows lie. */
    bounds: readonly object[];
    isBounded: (way: Way) => boolean;
  },
): Way | typeof toNoRow | typeof toRecalled | undefined {
  const { ways, parts, bounds, field, asked, size, isBounded } = options;
  const { chosen, choices } = context.ways;
  const { table } = context.relations[name];
  if (chosen === 'ANY') return wayOverFew(ways, parts);
  if (chosen) {
    const at = chosen[context.ways.chosenSoFar++] ?? 0;
    return at === toNoRow || at === toRecalled ? at : ways[at];
  }
  const probe = probeOf({
    name,
    table,
    ways,
    size,
    freshRow: () => context.table(name),
    parts,
    inside: (row) =>
      and(
        filterToSQL(row, { AND: bounds }, name),
        ...asked.ends.map((end) => asked.isBeside(row, 'inside', end)),
      ),
    keysOf: asked.keys,
    direction: asked.reading,
    mostOf: (way, what) =>
      context.requestParameter((given) => (given as Budget).most[what][way] ?? 0),
  });
  choices.push({
    table: name,
    field,
    // Of a way only its name is kept: the plan is, and must not hold its SQL in pieces.
    ways: ways.map((way) => {
      const { sought, member: _member, ...named } = way;
      return {
        ...named,
        isWalked: sought === null,
        isOfWords: sought?.areFound === true,
        sets: setsFor(way, parts),
        isBounded: isBounded(way),
      };
    }),
    ...context.render(probe),
  });
  return undefined;
}
