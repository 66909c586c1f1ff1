import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper, Table } from 'drizzle-orm';
import type { OutcomeDimension } from '../../vocabulary.ts';
import { crossJoin } from '../dialect.ts';
import { outcomes } from '../tables/outcome.ts';
import { reports, sections } from '../tables/report.ts';
import { units } from '../tables/unit.ts';
import { places } from '../tables/vocabulary.ts';

/** A dimension whose values are rows of a table: the column of outcomes that names them, and what they stand in order of. */
type RowsOfDimension = { key: SQLWrapper; rows: Table; id: SQLWrapper; order: SQLWrapper };

const coded = (key: SQLWrapper, table: Table & { id: SQLWrapper; code: SQLWrapper }) => ({
  key,
  rows: table,
  id: table.id,
  order: table.code,
});

/** Those that have more values than a page has groups; of few values all would be taken. */
const rowsOf: Partial<Record<OutcomeDimension, RowsOfDimension>> = {
  REPORT: coded(outcomes.reportId, reports),
  SECTION: {
    key: outcomes.sectionId,
    rows: sections,
    id: sections.id,
    order: sections.textOrder,
  },
  UNIT: coded(outcomes.unitId, units),
  PLACE: coded(outcomes.placeId, places),
};

/** By what, in which order, beyond which place and how many groups are asked for. */
type GroupsAsked = {
  by: readonly OutcomeDimension[];
  orderBy: { field: string; direction: 'ASC' | 'DESC' };
  after?: readonly SQL[] | null;
  limit: SQL;
};

/**
 * The outcomes that a page of groups is made of, as what stands after `from`. In order of the first dimension
 * each of its values has a group at least: the outcomes of no more values than the page has groups are enough.
 */
export function rowsOfPage(
  { by: [first], orderBy, after, limit }: GroupsAsked,
  condition: SQL | undefined,
): SQL {
  const found = orderBy.field === 'KEYS' && first ? rowsOf[first] : undefined;
  if (!found) return sql`${outcomes}`;
  const { key, rows, id, order } = found;
  const isDescending = orderBy.direction === 'DESC';
  const [isMissing, place] = after ?? [];
  const further =
    isMissing && place
      ? sql`${isMissing} = 0 and ${order} ${sql.raw(isDescending ? '<=' : '>=')} ${place}`
      : sql`true`;
  const isAny = sql`exists (select 1 from ${outcomes} where ${key} = ${id} and ${condition ?? sql`true`})`;
  // Its own first value may have no further group.
  const values = sql`select ${id} as value from ${rows} where ${further} and ${isAny} order by ${order} ${sql.raw(isDescending ? 'desc' : 'asc')} limit (${limit}) + 1`;
  const ids = sql`with v as materialized (${values}) select id from ${outcomes} where ${key} in (select value from v) union all select id from ${outcomes} where ${key} is null and (select count(*) from v) <= ${limit}`;
  return sql`(${ids}) page_rows ${crossJoin} ${outcomes} on ${outcomes.id} = page_rows.id`;
}
