import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper, Table } from 'drizzle-orm';
import { hasCode } from '../codes/rows-of-codes.ts';
import { columnOf } from '../column-of.ts';
import { placeIn } from '../dialect.ts';
import { relations } from '../relations.ts';
import { searchable } from './searchable.ts';

/** How the type of an entry is written, the name that codes of it begin with, and its table. */
const types = Object.entries(searchable).map(([type, { table: name, typename }]) => {
  const table: Table = relations[name].table;
  return { type, typename, table, code: columnOf(table, 'code'), id: columnOf(table, 'searchId') };
});

const colon = (code: SQLWrapper) => placeIn(code, sql`':'`);
const text = (value: string) => sql.raw(`'${value}'`);

/** The code of an entry, `Outcome:xinghe-2023/energy-review-time`: its type and the code of its row. */
export const codeOfEntry = (entry: { id: SQLWrapper; type: SQLWrapper }): SQL =>
  sql`case ${entry.type}${sql.join(
    types.map(
      ({ type, typename, table, code, id }) =>
        sql` when ${text(type)} then (select ${text(`${typename}:`)} || ${code} from ${table} where ${id} = ${entry.id})`,
    ),
  )} end`;

/** The number of the entry that has a code; null without one. */
export const entryOfCode = (wanted: SQLWrapper): SQL =>
  sql`case substr(${wanted}, 1, ${colon(wanted)})${sql.join(
    types.map(
      ({ typename, table, id }) =>
        sql` when ${text(`${typename}:`)} then (select ${id} from ${table} where ${hasCode(table, sql`substr(${wanted}, ${colon(wanted)} + 1)`)})`,
    ),
  )} end`;
