import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper, Table } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { tableConfigOf } from './table-config.ts';

const ofChecks = new WeakMap<SQL, { year: string; day: string }>();

/** The year in which a day lies, as `2023-05-31` lies in 2023. */
export const yearIn = (day: SQLWrapper): SQL => sql`cast(substr(${day}, 1, 4) as integer)`;

/** Holds where a column has the year of the day in another, wherever that has one. */
export function hasYearOf(year: AnySQLiteColumn, day: AnySQLiteColumn): SQL {
  const holds = sql`${day} is null or coalesce(${year} = ${yearIn(day)}, 0)`;
  ofChecks.set(holds, { year: year.name, day: day.name });
  return holds;
}

/** In which columns of a table, by their names in the database, the days stand whose year a column has. */
export const daysOfYear = (table: Table, year: string): string[] =>
  tableConfigOf(table).checks.flatMap(({ value }) => {
    const known = ofChecks.get(value);
    return known?.year === year ? [known.day] : [];
  });
