import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

const listOf = (columns: readonly string[], of: (name: SQL, at: SQL) => SQL) =>
  sql.join(
    columns.map((name, at) => of(sql`${sql.identifier(name)}`, sql.raw(String(at)))),
    sql`, `,
  );

/** A query for rows of whole numbers as a list of lists in JSON, in their order. */
export const numbersInRows = (rows: SQL, columns: readonly string[]): SQL =>
  sql`select coalesce(json_agg(json_build_array(${listOf(columns, (name) => name)}) order by n), '[]')::text from (select row_number() over () as n, r.* from (${rows}) r) r`;

/** The same rows again. */
export const rowsOfNumbers = (numbers: SQL, columns: readonly string[]): SQL =>
  sql`select ${listOf(columns, (name, at) => sql`(value ->> ${at})::bigint as ${name}`)} from json_array_elements((${numbers})::json) with ordinality as found(value, n) order by n`;
