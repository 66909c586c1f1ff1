import { and, getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { filterToSQL } from '../../db/filter.ts';
import type { TableName } from '../../db/relations.ts';
import type { Way } from './ways.ts';

/** What of a page decides which way is best. */
export type ProbedPage = {
  name: TableName;
  ways: readonly Way[];
  /** The table of the rows, each time under a name of its own. */
  freshRow: () => SQLiteTable;
  /** What a row must pass. */
  parts: readonly object[];
  /** Whether a row lies inside the cursors of the page. */
  inside: (row: SQLiteTable) => SQL | undefined;
  orderOf: (row: SQLiteTable) => SQL;
  /** Whether rows are tried; not where it takes long to tell of one that it passes. */
  isTried: boolean;
  /** The rows in which words are found that the filter has, if it has any. */
  words: SQL | undefined;
  /** How many rows are read for the page. */
  size: SQL;
  /** How far a way is followed, by its place: as many rows as could be fetched, or more that cost less; 0 for not at all. */
  budgetOf: (at: number) => SQL;
};

/** Tells what a statement is that only looks how a page is best read. */
const probing = 'select cast(json_array(';

export const isProbe = (statement: string): boolean => statement.startsWith(probing);

/** One statement that follows each way for so many rows and no further. */
export const probeOf = (page: ProbedPage): SQL =>
  sql`${sql.raw(probing)}${sql.join(
    page.ways.map((way, at) => {
      const budget = page.budgetOf(at);
      return sql`json(case when ${budget} > 0 then ${probeWay({ ...page, budget }, way)} end)`;
    }),
    sql`, `,
  )}) as blob)`;

/** The rows of a table by an index that is named, which SQLite then has to follow, or by their numbers. */
export const alongIndex = (row: SQLiteTable, index: string | null): SQL =>
  index === null
    ? sql`${getTableAsAliasSQL(row)} not indexed`
    : sql`${getTableAsAliasSQL(row)} indexed by ${sql.identifier(index)}`;

/** The parts of a filter, that which a way is about as an index finds it. */
export const testedAlong = ({ sought, member }: Way, parts: readonly object[]): object[] => {
  const set = sought?.members ? sought : member;
  return parts.map((part) => (part === set?.part ? set.filter : part));
};

/** A page of which one way is followed, no further than it may be. */
type ProbedWay = ProbedPage & { budget: SQL };

function probeWay(page: ProbedWay, way: Way): SQL {
  if (!way.isInOrder) return probeSorted(page, way);
  // A set that is tested is worked out first: where it is large, that takes long by itself.
  const set = way.member?.members ?? page.words;
  const untried = (members: SQL) => probeOrdered(page, way, { isTried: false, members });
  if (!page.isTried) return untried(sql`0`);
  if (!set) return probeOrdered(page, way, { isTried: true, members: sql`0` });
  const most = times(page, counted.members);
  const members = sql`(select count(*) from (select 1 from ${set} limit ${most}))`;
  const tried = probeOrdered(page, way, { isTried: true, members });
  return sql`case when ${members} < ${most} then ${tried} else ${untried(members)} end`;
}

/** So many rows are counted in the time that one is fetched, and so many of a set. */
const counted = { rows: 12, members: 4 };

const times = ({ budget }: ProbedWay, factor: number) =>
  sql`cast(${budget} * ${sql.raw(String(factor))} as integer)`;

const countOf = (rows: SQL, most: SQL) =>
  sql`(select count(*) from (select 1 ${rows} limit ${most}))`;

const rowsBy = (row: SQLiteTable, { index }: Way, where: SQL | undefined) =>
  sql`from ${alongIndex(row, index)} where ${where ?? sql`true`}`;

const foundBy = ({ name }: ProbedPage, row: SQLiteTable, { sought }: Way) =>
  sought ? filterToSQL(row, sought.filter, name) : undefined;

/** All that a way leads to. */
function probeSorted(page: ProbedWay, way: Way): SQL {
  const row = page.freshRow();
  const set = way.sought?.members;
  const most = times(page, set ? counted.members : counted.rows);
  // A set is counted and not looked up: it would be worked out whole.
  const rows = set ? sql`from ${set}` : rowsBy(row, way, foundBy(page, row, way));
  const reached = countOf(rows, most);
  const different = set
    ? sql`(select count(*) from (select distinct * from (select * ${rows} limit ${most})))`
    : reached;
  const members = set ? reached : sql`0`;
  return sql`json_object('most', ${most}, 'reached', ${reached}, 'rows', ${different}, 'members', ${members}, 'hits', 0, 'last', 0, 'wanted', 0)`;
}

/** What a way leads to one after the other, each row tried whether it passes. */
function probeOrdered(
  page: ProbedWay,
  way: Way,
  { isTried, members }: { isTried: boolean; members: SQL },
): SQL {
  const { name, freshRow, parts, inside, orderOf, size } = page;
  const row = freshRow();
  const most = times(page, 1 / way.perRow);
  const rows = rowsBy(row, way, and(foundBy(page, row, way), inside(row)));
  const told = (reached: SQL) =>
    sql`'most', ${most}, 'reached', ${reached}, 'rows', ${reached}, 'members', ${members}, 'wanted', ${size}`;
  const reached = countOf(rows, most);
  if (!isTried) return sql`json_object(${told(reached)}, 'hits', null, 'last', 0)`;
  const passes = filterToSQL(row, { AND: testedAlong(way, parts) }, name) ?? sql`true`;
  const tried = sql`select ${passes} as passes ${rows} order by ${orderOf(row)} limit ${most}`;
  const numbered = sql`select row_number() over () as n, passes from (${tried})`;
  const hits = sql`select n from (${numbered}) where passes limit ${size}`;
  // Whether it comes to an end matters only where the page is not full.
  const ended = sql`case when count(*) < ${size} then ${reached} else ${most} end`;
  return sql`(select json_object(${told(ended)}, 'hits', count(*), 'last', coalesce(max(n), 0)) from (${hits}))`;
}
