import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { columnOf } from '../column-of.ts';
import { onlyPostgres, packed, postgresType, unpacked } from '../dialect.ts';
import type { Writing } from '../database.ts';
import { placesWithOthers } from '../groups/stored-groups.ts';
import { outcomes } from '../tables/outcome.ts';
import { placeAncestors } from '../tables/vocabulary.ts';

/*
 * How many outcomes have each value of a column among those that have a value of another, or lie within a
 * place: the table `facet_counts`, which is made by hand beside the full-text indexes since it has no rowid.
 */

/** The numbers that stand for what outcomes are counted under; `within` is a place in which others lie. */
const under = { year: 1, level: 2, unitId: 3, indicatorId: 4, within: 5 } as const;
/** The numbers that stand for the columns whose values are counted. */
const counted = {
  level: 1,
  unitId: 2,
  indicatorId: 3,
  reportId: 4,
  sectionId: 5,
  placeId: 6,
  year: 7,
  qualifier: 8,
  dimensionZh: 9,
  populationZh: 10,
  periodKey: 11,
} as const;

type Under = keyof typeof under;
type Counted = keyof typeof counted;

const table = sql.identifier('facet_counts');
const numberOf = (by: Under, column: Counted) => 100 * under[by] + counted[column];
const pairOf = (by: Under, column: Counted) => sql.raw(String(numberOf(by, column)));

/** Of one indicator a report tells mostly once: there are few outcomes of it, counted when they are asked for. */
const isKept = (by: Under, column: Counted) =>
  column !== by && !(by === 'indicatorId' && (column === 'reportId' || column === 'sectionId'));

const pairs = (Object.keys(under) as Under[]).flatMap((by) =>
  (Object.keys(counted) as Counted[]).flatMap((column) =>
    isKept(by, column) ? { by, column } : [],
  ),
);

/** What a number in the table stands for: under what outcomes are counted, and by the values of which column. */
export const pairCalled = (number: number) =>
  pairs.find(({ by, column }) => numberOf(by, column) === number);

/** The columns of outcomes whose values tell under what they are counted, and as what. */
export const facetColumns: readonly string[] = [
  ...new Set([...Object.keys(counted), ...Object.keys(under)]),
].filter((name) => name !== 'within');

/**
 * The keys of all rows of the table in which an outcome is counted: pair, value and other.
 * @param outcome its values of {@link facetColumns}
 * @param places that its own lies in
 */
export const facetsOf = <Value>(
  outcome: Readonly<Record<string, Value | null>>,
  places: readonly Value[],
): [number, Value, Value][] =>
  pairs.flatMap(({ by, column }) => {
    const values = by === 'within' ? places : [outcome[by]];
    const other = outcome[column];
    return values.flatMap((value): [number, Value, Value][] =>
      value == null || other == null ? [] : [[numberOf(by, column), value, other]],
    );
  });

const named = (name: string) => sql`${sql.identifier(name)}`;

/** Counts the outcomes of a condition into the table, or out of it. */
function count({ db }: Pick<Writing, 'db'>, which: SQL, sign: 1 | -1): void {
  const columns = Object.keys(counted).map(
    (name) => sql`${columnOf(outcomes, name)} as ${named(name)}`,
  );
  db.run(
    sql`create temp table faceted as select ${sql.join(columns, sql`, `)} from ${outcomes} where ${which}`,
  );
  db.run(
    sql`create temp table around as select ${placeAncestors.placeId} as place, ${placeAncestors.ancestorId} as within from ${placeAncestors} where ${placeAncestors.ancestorId} in (${placesWithOthers}) and ${placeAncestors.placeId} in (select ${named('placeId')} from temp.faceted)`,
  );
  db.run(sql`create index temp.around_place on around (place)`);
  const signed = sql.raw(sign === 1 ? 'count(*)' : '-count(*)');
  for (const { by, column } of pairs) {
    const chain =
      by === 'within' ? sql` cross join temp.around on place = ${named('placeId')}` : sql``;
    db.run(
      sql`insert into ${table} select ${pairOf(by, column)}, ${named(by)}, ${named(column)}, ${signed} from temp.faceted${chain} where ${named(by)} is not null and ${named(column)} is not null group by 2, 3 on conflict do update set "count" = "count" + excluded."count"`,
    );
  }
  for (const name of ['faceted', 'around']) db.run(sql`drop table temp.${sql.identifier(name)}`);
}

/** Counts all outcomes in a database that has just been written. */
export const gatherFacets = (writing: Pick<Writing, 'db'>): void => {
  count(writing, sql`true`, 1);
};

/** Adds the outcomes of reports to what was counted, or takes them out while they stand as they were. */
export function changeFacets(
  writing: Pick<Writing, 'db'>,
  reportIds: readonly number[],
  sign: 1 | -1,
): void {
  const ids = sql`(select value from json_each(${JSON.stringify(reportIds)}))`;
  count(writing, sql`${outcomes.reportId} in ${ids}`, sign);
  writing.db.run(sql`delete from ${table} where "count" = 0`);
}

const isIn = <Names extends object>(names: Names, name: string): name is keyof Names & string =>
  Object.hasOwn(names, name);

/** How many outcomes of a value have each value of a column, as a query for `k` and `n`; null where that is not counted. */
export function facetsUnder(field: string, column: string, value: SQL): SQL | null {
  if (!isIn(under, field) || !isIn(counted, column) || !isKept(field, column)) return null;
  const types = [column, field === 'within' ? 'placeId' : field].map((name) =>
    postgresType(columnOf(outcomes, name)),
  );
  const [ofCounted = '', ofUnder = ''] = types;
  return sql`select ${unpacked(sql`other`, ofCounted)} as k, "count" as n from ${table} where pair = ${pairOf(field, column)} and value = ${packed(value, ofUnder)}`;
}

/** The same of the outcomes within a place; where no others lie in it, they are few, and counted one by one. */
export function facetsWithin(column: string, place: SQL): SQL | null {
  const stored = facetsUnder('within', column, place);
  if (!stored) return null;
  const own = columnOf(outcomes, column);
  return sql`${stored} union all select ${own}, count(*) from ${outcomes} where ${outcomes.placeId} = (select p from (select ${place} as p)${onlyPostgres(() => sql` o`)} where p not in (${placesWithOthers})) and ${own} is not null group by 1`;
}
