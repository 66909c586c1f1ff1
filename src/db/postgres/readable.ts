import type pg from 'pg';
import { tableConfigOf } from '../columns/table-config.ts';
import { relations } from '../relations.ts';
import { searchTable } from './search-rows.ts';
import { stretchTable } from './search-stretches.ts';

/** The tables that a server reads, as they are called in the database. */
export const servedTables: readonly string[] = [
  ...Object.values(relations).map(({ table }) => tableConfigOf(table).name),
  searchTable.name,
  stretchTable.name,
];

/** What hinders a role from reading what is published. */
export type Readable = {
  /** Of the tables those that are not there. */
  missing: readonly string[];
  /** Of the tables those that it may not read. */
  forbidden: readonly string[];
  role: string;
};

/**
 * Columns that tell how readable a schema is, of a row of pg_namespace called `n`, which is null where it is not there.
 * The names of the tables are the first parameter. Of the catalogs as they are now, whatever a transaction sees.
 */
export const selectReadable = `current_user::text as role,
  array(select name from unnest($1::text[]) name
    where not exists (select from pg_class c where c.relnamespace = n.oid and c.relname = name)) as missing,
  array(select c.relname::text from pg_class c where c.relnamespace = n.oid and c.relname = any($1)
    and not (has_schema_privilege(n.oid, 'USAGE') and has_table_privilege(c.oid, 'SELECT')) order by 1) as forbidden`;

/** How readable a schema is. */
export async function readReadable(
  client: pg.ClientBase,
  schema: string,
  tables: readonly string[] = servedTables,
): Promise<Readable> {
  const { rows } = await client.query<Readable>(
    `select ${selectReadable} from (values ($2)) as wanted (name) left join pg_namespace n on n.nspname = wanted.name`,
    [tables, schema],
  );
  const [readable] = rows;
  if (!readable) throw new Error('PostgreSQL does not say what can be read');
  return readable;
}

/** What hinders a role from reading a schema, where, and what to do; null where nothing does. */
export function describeUnreadable(
  { missing, forbidden, role }: Readable,
  schema: string,
  where: string,
): string | null {
  if (missing.length === servedTables.length)
    return `the schema ${schema}, which is published at ${where}, is not there any more; have all put there anew with juzheng publish --whole`;
  if (missing.length > 0)
    return `of the schema ${schema}, which is published at ${where}, tables are not there any more (${namesOf(missing)}); have all put there anew with juzheng publish --whole`;
  if (forbidden.length > 0)
    return `the role ${role} may not read ${namesOf(forbidden)} in the schema ${schema} at ${where}; have whoever publishes give it the right: juzheng publish --reader ${role}`;
  return null;
}

function namesOf(names: readonly string[]): string {
  const [first, second, third, ...more] = names;
  const told = [first, second, third].filter((name) => name !== undefined).join(', ');
  return more.length === 0 ? told : `${told} and ${more.length} more`;
}

/** @throws where a role cannot read what is published */
export async function insistOnReadable(
  client: pg.ClientBase,
  schema: string,
  where: string,
): Promise<void> {
  const hindrance = describeUnreadable(await readReadable(client, schema), schema, where);
  if (hindrance !== null) throw new Error(hindrance);
}
