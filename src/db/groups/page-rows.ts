import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper, Table } from 'drizzle-orm';
import type { OutcomeDimension } from '../../vocabulary.ts';
import { outcomes } from '../tables/outcome.ts';
import { reports, sections } from '../tables/report.ts';
import { units } from '../tables/unit.ts';
import { places } from '../tables/vocabulary.ts';

/**
 * A dimension whose values are rows of a table: the column of outcomes that names them, and what they stand in
 * order of, and whether an index has them in it.
 */
type RowsOfDimension = {
  key: SQLWrapper;
  rows: Table;
  id: SQLWrapper;
  order: SQLWrapper;
  isIndexed: boolean;
};

const coded = (key: SQLWrapper, table: Table & { id: SQLWrapper; code: SQLWrapper }) => ({
  key,
  rows: table,
  id: table.id,
  order: table.code,
  isIndexed: true,
});

/** Those that have more values than a page has groups; of few values all would be taken. */
const rowsOf: Partial<Record<OutcomeDimension, RowsOfDimension>> = {
  REPORT: coded(outcomes.reportId, reports),
  SECTION: {
    key: outcomes.sectionId,
    rows: sections,
    id: sections.id,
    order: sections.textOrder,
    isIndexed: false,
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
 * Where groups are by more, a value has several, and fewer values are: they are gone through one by one.
 */
export function rowsOfPage(
  { by: [first], others, orderBy, after, limit }: GroupsAsked,
  condition: SQL | undefined,
): SQL {
  const found = orderBy.field === 'KEYS' && first ? rowsOf[first] : undefined;
  if (!found) return sql`${outcomes}`;
  const { key, rows, id, order, isIndexed } = found;
  const isDescending = orderBy.direction === 'DESC';
  const [isMissing, place] = after ?? [];
  const further =
    isMissing && place
      ? sql`${isMissing} = 0 and ${order} ${sql.raw(isDescending ? '<=' : '>=')} ${place}`
      : sql`true`;
  const isAny = sql`exists (select 1 from ${outcomes} where ${key} = ${id} and ${condition ?? sql`true`})`;
  const inOrder = sql`${isAny} order by ${order} ${sql.raw(isDescending ? 'desc' : 'asc')}`;
  // The first value may have no further group: those of it are not counted.
  const several = () => {
    const next = sql`(select ${id} from ${rows} where ${order} ${sql.raw(isDescending ? '<' : '>')} v.place and ${inOrder} limit 1)`;
    const counted = sql`(select count(distinct json_array(${sql.join([...others], sql`, `)})) from ${outcomes} where ${key} = n.id and ${condition ?? sql`true`})`;
    return sql`select * from (select ${id}, ${order}, 0 from ${rows} where ${further} and ${inOrder} limit 1) union all select n.id, n.code, v.n + ${counted} from v cross join ${rows} n on n.id = ${next} where v.n < ${limit}`;
  };
  const single = () =>
    sql`select value, null, row_number() over () - 1 from (select ${id} as value from ${rows} where ${further} and ${inOrder} limit (${limit}) + 1)`;
  const values = others.length > 0 && isIndexed ? several() : single();
  const ids = sql`with recursive v(value, place, n) as materialized (${values}) select id from ${outcomes} where ${key} in (select value from v) union all select id from ${outcomes} where ${key} is null and coalesce((select max(n) from v), 0) < ${limit}`;
  return sql`(${ids}) page_rows cross join ${outcomes} on ${outcomes.id} = page_rows.id`;
}
