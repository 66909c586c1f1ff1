import { and, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { opposite, orderOf } from '../../db/keyset.ts';
import type { Direction } from '../../db/keyset.ts';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { filterToSQL } from '../../db/filter.ts';
import type { TableName } from '../../db/relations.ts';
import { stretch } from '../../db/statistics/statistics.ts';
import { alongIndex, setsOf, setsTested, testedAlong } from './tested.ts';
import type { Way } from './way.ts';

/** What of a page decides which way is best. */
export type ProbedPage = {
  name: TableName;
  table: SQLiteTable;
  ways: readonly Way[];
  /** The same, each time under a name of its own. */
  freshRow: () => SQLiteTable;
  /** What a row must pass. */
  parts: readonly object[];
  /** Whether a row lies inside the cursors of the page. */
  inside: (row: SQLiteTable) => SQL | undefined;
  /** By which keys it is ordered, and which way. */
  keysOf: (row: SQLiteTable) => SQL[];
  direction: Direction;
  /** How many rows are read for the page. */
  size: SQL;
  /** For how many rows a way is followed, by its place, and for how many members of a set; 0 for not at all. */
  mostOf: (at: number, what: 'rows' | 'members') => SQL;
};

/** Tells what a statement is that only looks how a page is best read. */
const probing = 'select cast(json_array(';

export const isProbe = (statement: string): boolean => statement.startsWith(probing);

/** One statement that follows each way for so many rows and no further. */
export const probeOf = (page: ProbedPage): SQL =>
  sql`${sql.raw(probing)}${sql.join(
    page.ways.map((way, at) => {
      const most = { rows: page.mostOf(at, 'rows'), members: page.mostOf(at, 'members') };
      return sql`json(case when ${most.rows} > 0 then ${probeWay({ ...page, most }, way)} end)`;
    }),
    sql`, `,
  )}) as blob)`;

/** A page of which one way is followed, no further than it may be. */
type ProbedWay = ProbedPage & { most: { rows: SQL; members: SQL } };

function probeWay(page: ProbedWay, way: Way): SQL {
  // Sets that are tested are worked out first: where they are large, that takes long by itself.
  const sets = setsTested(way, page.parts);
  const follow = (told: Told) =>
    way.isInOrder ? probeOrdered(page, way, told) : probeSorted(page, way, told);
  if (sets.length === 0) return follow({ isTried: true, members: sql`0` });
  const members = sql`told.members`;
  const [tried, untried] = [true, false].map((isTried) => follow({ isTried, members }));
  const { most } = page;
  return sql`(select case when ${members} < ${most.members} then ${tried} else ${untried} end from (select ${membersOf(sets, most.members)} as members) told)`;
}

/** What is known of a way before it is followed: how many members its sets have, and whether these are few enough. */
type Told = { isTried: boolean; members: SQL };

/** How many members sets have together, each of them counted only where those before are few; `most` for more. */
function membersOf(sets: readonly SQL[], most: SQL): SQL {
  const [set, ...others] = sets;
  if (!set) return sql`0`;
  const count = sql`(select count(*) from (select 1 from ${set} limit ${most}))`;
  if (others.length === 0) return count;
  return sql`(select case when n < ${most} then min(${most}, n + ${membersOf(others, most)}) else ${most} end from (select ${count} as n))`;
}

const countOf = (rows: SQL, most: SQL) =>
  sql`(select count(*) from (select 1 ${rows} limit ${most}))`;

const rowsBy = (row: SQLiteTable, { index }: Way, where: SQL | undefined) =>
  sql`from ${alongIndex(row, index)} where ${where ?? sql`true`}`;

const foundBy = ({ name }: ProbedPage, row: SQLiteTable, { sought }: Way) =>
  sought ? filterToSQL(row, sought.filter, name) : undefined;

/** Of so many rows it is seen how they lie in the table. */
const sampled = 300;

/** All that a way leads to. */
function probeSorted(page: ProbedWay, way: Way, { isTried, members }: Told): SQL {
  const row = page.freshRow();
  const { sought } = way;
  const set = sought?.members;
  const most = set ? page.most.members : page.most.rows;
  const met = isTried ? countMet(page, way) : sql`null`;
  const none = sql`'hits', ${met}, 'last', 0, 'wanted', 0`;
  if (!sought || !set) {
    const first = rowsBy(row, way, foundBy(page, row, way));
    const reached = countOf(first, most);
    const spread = sql`(select cast(count(distinct r / ${sql.raw(String(stretch))}) as real) / count(*) from (select ${row}.rowid as r ${first} limit ${sql.raw(String(sampled))}))`;
    return sql`(select json_object('most', ${most}, 'reached', n, 'rows', n, 'members', ${members}, 'spread', ${spread}, ${none}) from (select ${reached} as n))`;
  }
  // A set is counted and not looked up: it would be worked out whole.
  const reached = membersOf(setsOf(sought), most);
  const different = sql`(select count(*) from (select distinct * from (select * from ${set} limit ${most})))`;
  return sql`(select json_object('most', ${most}, 'reached', n, 'rows', case when n < ${most} then ${different} else n end, 'members', n + ${members}, ${none}) from (select ${reached} as n))`;
}

/** Of the rows that a way finds, no more than were counted, how many are in the set that it is to meet. */
function countMet(page: ProbedWay, way: Way): SQL {
  if (way.meets === null || !way.member) return sql`0`;
  const row = page.freshRow();
  const met = and(foundBy(page, row, way), filterToSQL(row, way.member.filter, page.name));
  return sql`case when n < ${page.most.rows} then ${countOf(rowsBy(row, way, met), page.most.rows)} else 0 end`;
}

/** What a way leads to one after the other, each row tried whether it passes. */
function probeOrdered(page: ProbedWay, way: Way, { isTried, members }: Told): SQL {
  const { name, table, freshRow, parts, inside, keysOf, direction, size } = page;
  const most = page.most.rows;
  const row = freshRow();
  const found = and(foundBy(page, row, way), inside(row));
  const reached = countOf(rowsBy(row, way, found), most);
  const told = sql`'most', ${most}, 'members', ${members}, 'wanted', ${size}`;
  if (!isTried) {
    return sql`(select json_object(${told}, 'reached', n, 'rows', n, 'hits', null, 'last', 0) from (select ${reached} as n))`;
  }
  const keys = keysOf(row);
  const names = keys.map((_, at) => sql.identifier(`k${at}`));
  const join = (list: readonly SQLWrapper[]) => sql.join([...list], sql`, `);
  const named = join(keys.map((key, at) => sql`${key} as ${names[at]}`));
  const isUpTo = sql.raw(direction === 'ASC' ? '<=' : '>=');
  const upTo = (end: SQL) => sql`(${join(keys)}) ${isUpTo} (${end})`;
  // Rows are walked as the page does it: up to the last that may be reached or, of fewer, up to the last of all.
  const lastBy = (order: SQL, limit: SQL) =>
    sql`select ${named} ${rowsBy(row, way, found)} order by ${order} ${limit}`;
  const lastReached = lastBy(orderOf(keys, direction), sql`limit 1 offset ${most}`);
  const lastOfAll = lastBy(orderOf(keys, opposite[direction]), sql`limit 1`);
  const end = sql`select ${join(names)} from (select * from (select 1 as place, * from (${lastReached})) union all select * from (select 2 as place, * from (${lastOfAll}))) order by place limit 1`;
  const passes = filterToSQL(row, { AND: testedAlong(table, way, parts) }, name);
  // Of several ends SQLite walks to the first that is named.
  const tried = rowsBy(row, way, and(upTo(end), found, passes));
  const hits = sql`select ${named} ${tried} order by ${orderOf(keys, direction)} limit ${size}`;
  // The keys beside the greatest number are those of the last: many rows may have the same first key.
  const summed = sql`select count(*) as h, max(n) as n, ${join(names)} from (select row_number() over () as n, ${join(names)} from (${hits}))`;
  const walked = sql`select count(*) ${rowsBy(row, way, and(upTo(sql`select ${join(names.map((key) => sql`told_hits.${key}`))}`), found))}`;
  // Whether it comes to an end matters only where the page is not full.
  const ended = sql`case when h < ${size} then ${reached} else ${most} end`;
  const last = sql`case when h < ${size} then 0 else (${walked}) end`;
  return sql`(select json_object(${told}, 'reached', n, 'rows', n, 'hits', h, 'last', l) from (select h, ${ended} as n, ${last} as l from (${summed}) told_hits))`;
}
