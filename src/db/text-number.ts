import { getColumns, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper, Table } from 'drizzle-orm';
import { columnOf } from './column-of.ts';
import { flag, onlyPostgres, placeIn, typed } from './dialect.ts';
import { numbersOfAll } from './entry-number.ts';
import { stretchFrom } from './report-place.ts';

/** Whether the rows of a table are numbered in the order of the text: see `inText` in `columns.ts`. */
export const isNumberedByText = (table: Table): boolean =>
  getColumns(table)['textOrder']?.generated !== undefined;

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
  const [id, codes, order] = ['id', 'code', 'textOrder'].map((name) => columnOf(table, name));
  const there = sql`(select ${id} from ${table} where ${codes} = ${code} and (${typed(key, 'text')} is null or ${order} = ${key}))`;
  const text = typed(key, 'text');
  const stretch = stretchFrom(
    sql`substr(${text}, 1, ${placeIn(sql`${text} || '/'`, sql`'/'`)} - 1)`,
  );
  const own = sql`select coalesce(r.place, ${sql.raw(String(numbersOfAll))}) as start, coalesce(${flag(sql`r.is_there`)} * r.numbers, 0) as length from (select 1)${onlyPostgres(() => sql` o`)} left join (${stretch}) r on true`;
  const next = sql`(select coalesce((select ${id} from ${table} where ${id} > b.start and ${id} <= b.start + b.length and ${order} > ${key} order by ${id} limit 1), b.start + b.length + 1) from (${own}) b)`;
  return sql`(select coalesce(${there}, ${next}${sql.raw(end === 'low' ? ' - 1' : '')}))`;
}

/**
 * The same for a code in the order of codes: that of its row while there is one, and otherwise between
 * those before and after it.
 */
export function codeOrderAt(table: Table, code: SQLWrapper, end: 'low' | 'high'): SQL {
  const [order, codes] = [columnOf(table, 'codeOrder'), columnOf(table, 'code')];
  const next = sql`coalesce((select ${order} from ${table} where ${codes} > ${code} order by ${codes} limit 1), ${sql.raw(String(numbersOfAll))})`;
  return sql`(select coalesce((select ${order} from ${table} where ${codes} = ${code}), ${next}${sql.raw(end === 'low' ? ' - 1' : '')}))`;
}
