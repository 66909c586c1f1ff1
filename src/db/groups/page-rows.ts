import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper, Table } from 'drizzle-orm';
import type { OutcomeDimension } from '../../vocabulary.ts';
import { crossJoin, onlyPostgres, typed, unlessPostgres } from '../dialect.ts';
import { jsonKey } from '../json.ts';
import { fewRows } from '../../limits.ts';
import { outcomes } from '../tables/outcome.ts';
import { reports, sections } from '../tables/report.ts';
import { units } from '../tables/unit.ts';
import { places } from '../tables/vocabulary.ts';

/**
 * A dimension whose values are rows of a table: the column of outcomes that names them, what they stand in
 * order of, and by which column they are read in that order.
 */
type RowsOfDimension = {
  key: SQLWrapper;
  rows: Table;
  id: SQLWrapper;
  order: SQLWrapper;
  readBy: SQLWrapper;
};

const coded = (key: SQLWrapper, table: Table & { id: SQLWrapper; code: SQLWrapper }) => ({
  key,
  rows: table,
  id: table.id,
  order: table.code,
  readBy: table.code,
});

/** Those that have more values than a page has groups; of few values all would be taken. */
const rowsOf: Partial<Record<OutcomeDimension, RowsOfDimension>> = {
  REPORT: coded(outcomes.reportId, reports),
  SECTION: {
    key: outcomes.sectionId,
    rows: sections,
    id: sections.id,
    order: sections.textOrder,
    // They are numbered in the order of the text.
    readBy: sections.id,
  },
  UNIT: coded(outcomes.unitId, units),
  PLACE: coded(outcomes.placeId, places),
};

/** By what, in which order, beyond which place and how many groups are asked for, and of which outcomes. */
export type PageAsked = {
  by: readonly OutcomeDimension[];
  /** The columns of outcomes that hold all dimensions but the first. */
  others: readonly SQLWrapper[];
  orderBy: { field: string; direction: 'ASC' | 'DESC' };
  after?: readonly SQL[] | null;
  limit: SQL;
  condition: SQL | undefined;
  /** Whether the condition holds for what has some words. */
  asksForWords: boolean;
};

/**
 * The outcomes that a page of groups is made of, as what stands after `from`. In order of the first dimension
 * each of its values has a group at least: the outcomes of no more values than the page has groups are enough.
 */
export function rowsOfPage(asked: PageAsked): SQL {
  const { orderBy, condition } = asked;
  const [first] = asked.by;
  const found = orderBy.field === 'KEYS' && first ? rowsOf[first] : undefined;
  const passing = sql`where ${condition ?? sql`true`}`;
  if (!found) return sql`${outcomes} ${passing}`;
  const each = () =>
    sql`(${eachValue(asked, found)}) page_rows ${crossJoin} ${outcomes} on ${outcomes.id} = page_rows.id ${passing}`;
  // Words would be found anew wherever the condition stands.
  return asked.asksForWords
    ? unlessPostgres(
        each(),
        () =>
          sql`(${foundOnce(asked, found)}) page_rows join ${outcomes} on ${outcomes.id} = page_rows.id`,
      )
    : each();
}

/** In which direction the values are read, and which of them lie beyond the cursor. */
function beyondCursor({ orderBy, after }: PageAsked, { order }: RowsOfDimension) {
  const isDescending = orderBy.direction === 'DESC';
  const [isMissing, place] = after ?? [];
  return {
    direction: sql.raw(isDescending ? 'desc' : 'asc'),
    further: sql.raw(isDescending ? '<' : '>'),
    isBeyond:
      isMissing && place
        ? sql`${isMissing} = 0 and ${order} ${sql.raw(isDescending ? '<=' : '>=')} ${place}`
        : sql`true`,
  };
}

/**
 * The numbers of the outcomes, value by value: where groups are by more, a value has several, and fewer values are
 * enough; they are gone through one by one. Where few outcomes pass at all, all of them are taken, since value
 * after value may have none.
 */
function eachValue(asked: PageAsked, found: RowsOfDimension): SQL {
  const { others, limit, condition = sql`true` } = asked;
  const { key, rows, id, order, readBy } = found;
  const { direction, further, isBeyond } = beyondCursor(asked, found);
  const areFew = sql`(select count(*) from few) <= ${sql.raw(String(fewRows.toGroup))}`;
  const isFurther = sql`not ${areFew} and ${isBeyond}`;
  const isAny = sql`exists (select 1 from ${outcomes} where ${key} = ${id} and ${condition})`;
  const inOrder = sql`${isAny} order by ${readBy} ${direction}`;
  // The first value may have no further group: those of it are not counted.
  const several = () => {
    const next = sql`(select ${id} from ${rows} where ${order} ${further} v.place and ${inOrder} limit 1)`;
    const counted = sql`(select count(distinct ${jsonKey(others)}) from ${outcomes} where ${key} = n.id and ${condition})`;
    return sql`select * from (select ${id}, ${order}, ${typed(sql`0`, 'bigint')} from ${rows} where ${isFurther} and ${inOrder} limit 1)${onlyPostgres(() => sql` o`)} union all select n.id, n.code, v.n + ${counted} from v ${crossJoin} ${rows} n on n.id = ${next} where v.n < ${limit}`;
  };
  const single = () =>
    sql`select value, null, row_number() over () - 1 from (select ${id} as value from ${rows} where ${isFurther} and ${inOrder} limit (${limit}) + 1)${onlyPostgres(() => sql` o`)}`;
  const values = others.length > 0 && readBy === order ? several() : single();
  const passing = sql`select id from ${outcomes} where ${condition} limit ${sql.raw(String(fewRows.toGroup + 1))}`;
  const all = sql`select id from few where ${areFew}`;
  const ofValues = sql`select id from ${outcomes} where ${key} in (select value from v)`;
  const ofNone = sql`select id from ${outcomes} where ${key} is null and not ${areFew} and coalesce((select max(n) from v), 0) < ${limit}`;
  return sql`with recursive few(id) as materialized (${passing}), v(value, place, n) as materialized (${values}) ${all} union all ${ofValues} union all ${ofNone}`;
}

/** The same of all outcomes that pass, which are found first; each value with how many groups there are up to it. */
function foundOnce(asked: PageAsked, found: RowsOfDimension): SQL {
  const { others, limit, condition = sql`true` } = asked;
  const { key, rows, id, readBy } = found;
  const { direction, isBeyond } = beyondCursor(asked, found);
  const passing = sql`select ${outcomes.id} as id, ${key} as value, ${jsonKey(others)} as others from ${outcomes} where ${condition}`;
  const counted = sql`select ${id} as value, count(distinct passing.others) as own, row_number() over (order by ${readBy} ${direction}) as at from passing join ${rows} on ${id} = passing.value where ${isBeyond} group by ${id}, ${readBy}`;
  // The first value may have no further group: those of it are not counted.
  const values = sql`select value, own, sum(case when at = 1 then 0 else own end) over (order by at) as upto from (${counted}) c`;
  const ofValues = sql`select id from passing where value in (select value from v where upto - own < ${limit})`;
  const ofNone = sql`select id from passing where value is null and coalesce((select max(upto) from v), 0) < ${limit}`;
  return sql`with passing as materialized (${passing}), v as materialized (${values}) ${ofValues} union all ${ofNone}`;
}
