import type pg from 'pg';
import { quoteName } from './create-tables.ts';
import { ownSchema } from './publication.ts';

/**
 * Whether the role of a connection may change what is published, as a question with one row: `is_super`,
 * and the names of some `tables` that it may write.
 */
const selectRights = `select (select rolsuper from pg_roles where rolname = current_user) as is_super,
  (select coalesce(array_agg(name), '{}') from (
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where (n.nspname = '${ownSchema}' or n.nspname like '${ownSchema}\\_%') and c.relkind in ('r', 'p')
      and has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
    order by 1 limit 3) t) as tables,
  (select coalesce(array_agg(nspname::text), '{}') from pg_namespace
    where (nspname = '${ownSchema}' or nspname like '${ownSchema}\\_%') and has_schema_privilege(oid, 'CREATE')) as schemas,
  current_user as role`;

type Rights = {
  is_super: boolean;
  tables: readonly string[];
  schemas: readonly string[];
  role: string;
};

/**
 * What the role of a connection may write, in words: a server may only read, so that whatever becomes of it,
 * nothing is changed. Null where it may write nothing.
 */
export async function whatRoleMayWrite(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<Rights>(selectRights);
  const [rights] = rows;
  if (!rights) throw new Error('PostgreSQL does not say what this role may do');
  if (rights.is_super) return `the role ${rights.role} is a superuser`;
  if (rights.tables.length > 0)
    return `the role ${rights.role} may write ${rights.tables.join(', ')}`;
  if (rights.schemas.length > 0)
    return `the role ${rights.role} may make tables in ${rights.schemas.join(', ')}`;
  return null;
}

/** Gives a role the right to read what stands in schemas, and no other. */
export const grantReading = (role: string, schemas: readonly string[]): string[] =>
  schemas.flatMap((schema) => [
    `grant usage on schema ${quoteName(schema)} to ${quoteName(role)}`,
    `grant select on all tables in schema ${quoteName(schema)} to ${quoteName(role)}`,
  ]);

/** The roles that may read what is published, without the one that publishes. */
export async function readersOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ role: string }>(
    `select distinct pg_get_userbyid(a.grantee) as role from pg_namespace n, aclexplode(n.nspacl) a
     where n.nspname = '${ownSchema}' and a.privilege_type = 'USAGE' and a.grantee not in (0, n.nspowner)`,
  );
  return rows.map(({ role }) => role);
}
