import { getColumns, sql } from 'drizzle-orm';
import type { Column, SQL, SQLWrapper, Table } from 'drizzle-orm';
import { columnOf } from './column-of.ts';
import { hasCode } from './codes/rows-of-codes.ts';
import { numbersOfAll } from './entry-number.ts';
import { stretchFrom } from './report-place.ts';
import { evidences } from './tables/report.ts';

/** Whether the rows of a table are numbered in the order of the text: see `inText` in `columns.ts`. */
export const isNumberedByText = (table: Table): boolean =>
  getColumns(table)['textOrder']?.generated !== undefined;

/** Whether the numbers of a report's rows are all in its stretch: of those, and of the words that prove something. */
export const isNumberedInReport = (table: Table): boolean =>
  isNumberedByText(table) || table === evidences;

/**
 * A place in the order of the text as numbers: `low`, up to which rows are not beyond it, and `high`, from
 * which on they are not before it. Both are that of its row while that stands there; where it has gone or
 * stands elsewhere now, the place lies between two rows of its report and, where the report has gone as
 * well, before those of the next one.
 * @param place the `text_order` of its row, null where only the row knows it; and the code of the row
 */
export function numbersAt(
  table: Table,
  { key, code }: { key: SQLWrapper; code: SQLWrapper },
  end: 'low' | 'high',
): SQL {
  const [id, order] = [columnOf(table, 'id'), columnOf(table, 'textOrder')];
  const there = sql`(select ${id} from ${table} where ${hasCode(table, code)} and (${key} is null or ${order} = ${key}))`;
  const next = nextInReport(table, key, { number: id, isBeyond: sql`${order} > ${key}` });
  return sql`(select coalesce(${there}, ${next}${sql.raw(end === 'low' ? ' - 1' : '')}))`;
}

/**
 * The lowest number among the rows of a report that lie beyond what stands there no longer. Where none does,
 * that behind all of its numbers; where the report has gone, the first of the next one.
 * @param within what begins with the code of the report and a stroke
 */
function nextInReport(
  table: Table,
  within: SQLWrapper,
  { number, isBeyond }: { number: Column; isBeyond: SQL },
): SQL {
  const id = columnOf(table, 'id');
  const stretch = stretchFrom(sql`substr(${within}, 1, instr(${within} || '/', '/') - 1)`);
  const own = sql`select coalesce(r.place, ${sql.raw(String(numbersOfAll))}) as start, coalesce(r.is_there * r.numbers, 0) as length from (select 1) left join (${stretch}) r on true`;
  return sql`(select coalesce((select min(${number}) from ${table} where ${id} > b.start and ${id} <= b.start + b.length and ${isBeyond}), b.start + b.length + 1) from (${own}) b)`;
}

/**
 * The same for a code in the order of codes: that of its row while there is one, and otherwise between
 * those before and after it.
 */
export function codeOrderAt(table: Table, code: SQLWrapper, end: 'low' | 'high'): SQL {
  const order = columnOf(table, 'codeOrder');
  const isBeyond = sql`${columnOf(table, 'code')} > ${code}`;
  const next = nextInReport(table, code, { number: order, isBeyond });
  return sql`(select coalesce((select ${order} from ${table} where ${hasCode(table, code)}), ${next}${sql.raw(end === 'low' ? ' - 1' : '')}))`;
}
