import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper, Table } from 'drizzle-orm';
import type { OutcomeDimension } from '../../vocabulary.ts';
import { crossJoin, onlyPostgres, typed } from '../dialect.ts';
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

/** By what, in which order, beyond which place and how many groups are asked for. */
type GroupsAsked = {
  by: readonly OutcomeDimension[];
  /** The columns of outcomes that hold all dimensions but the first. */
  others: readonly SQLWrapper[];
  orderBy: { field: string; direction: 'ASC' | 'DESC' };
  after?: readonly SQL[] | null;
  limit: SQL;
};

/**
 * The outcomes that a page of groups is made of, as what stands after `from`. In order of the first dimension
 * each of its values has a group at least: the outcomes of no more values than the page has groups are enough.
 * Where groups are by more, a value has several, and fewer values are: they are gone through one by one. Where few
 * outcomes pass at all, all of them are taken, since value after value may have none.
 */
export function rowsOfPage(
  { by: [first], others, orderBy, after, limit }: GroupsAsked,
  condition: SQL | undefined,
): SQL {
  const found = orderBy.field === 'KEYS' && first ? rowsOf[first] : undefined;
  if (!found) return sql`${outcomes}`;
  const { key, rows, id, order, readBy } = found;
  const isDescending = orderBy.direction === 'DESC';
  const [isMissing, place] = after ?? [];
  const beyondCursor =
    isMissing && place
      ? sql`${isMissing} = 0 and ${order} ${sql.raw(isDescending ? '<=' : '>=')} ${place}`
      : sql`true`;
  const areFew = sql`(select count(*) from few) <= ${sql.raw(String(fewRows.toGroup))}`;
  const further = sql`not ${areFew} and ${beyondCursor}`;
  const isAny = sql`exists (select 1 from ${outcomes} where ${key} = ${id} and ${condition ?? sql`true`})`;
  const inOrder = sql`${isAny} order by ${readBy} ${sql.raw(isDescending ? 'desc' : 'asc')}`;
  // The first value may have no further group: those of it are not counted.
  const several = () => {
    const next = sql`(select ${id} from ${rows} where ${order} ${sql.raw(isDescending ? '<' : '>')} v.place and ${inOrder} limit 1)`;
    const counted = sql`(select count(distinct ${jsonKey(others)}) from ${outcomes} where ${key} = n.id and ${condition ?? sql`true`})`;
    return sql`select * from (select ${id}, ${order}, ${typed(sql`0`, 'bigint')} from ${rows} where ${further} and ${inOrder} limit 1)${onlyPostgres(() => sql` o`)} union all select n.id, n.code, v.n + ${counted} from v ${crossJoin} ${rows} n on n.id = ${next} where v.n < ${limit}`;
  };
  const single = () =>
    sql`select value, null, row_number() over () - 1 from (select ${id} as value from ${rows} where ${further} and ${inOrder} limit (${limit}) + 1)${onlyPostgres(() => sql` o`)}`;
  const values = others.length > 0 && readBy === order ? several() : single();
  const passing = sql`select id from ${outcomes} where ${condition ?? sql`true`} limit ${sql.raw(String(fewRows.toGroup + 1))}`;
  const all = sql`select id from few where ${areFew}`;
  const ofValues = sql`select id from ${outcomes} where ${key} in (select value from v)`;
  const ofNone = sql`select id from ${outcomes} where ${key} is null and not ${areFew} and coalesce((select max(n) from v), 0) < ${limit}`;
  const ids = sql`with recursive few(id) as materialized (${passing}), v(value, place, n) as materialized (${values}) ${all} union all ${ofValues} union all ${ofNone}`;
  return sql`(${ids}) page_rows ${crossJoin} ${outcomes} on ${outcomes.id} = page_rows.id`;
}
