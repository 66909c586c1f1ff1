import type pg from 'pg';
import { quoteName } from './create-tables.ts';
import { ownSchema } from './publication.ts';

/**
 * All that a connection may write, a row each, the gravest first: by its role, and by every role that this one is a
 * member of, through whatever chain and inherited or not, since it may take that role on (SET ROLE). Rights are read
 * from where they are granted, in one pass over the tables, and not asked for table by table and role by role.
 *
 * What PostgreSQL gives everybody at first is let pass: temporary tables, large objects, and before version 15
 * tables in the schema `public`. So is REFERENCES, of which only who may make tables can make use.
 */
const selectRights = `with acting as materialized (
    select oid, rolname::text as name, rolsuper, rolcreaterole, rolcreatedb from pg_roles
    where pg_has_role(session_user, oid, 'MEMBER') or pg_has_role(current_user, oid, 'MEMBER')
  ), schemas as materialized (
    select oid, nspname as name, nspowner as owner, nspacl as acl from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema'
  ), relations as materialized (
    select c.oid, format('%I.%I', s.name, c.relname) as name, c.relowner as owner, c.relacl as acl, c.relkind = 'S' as is_sequence
    from pg_class c join schemas s on s.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  ), rights (nth, kind, grantee, what) as (
    select 1, 'SUPERUSER', oid, name from acting where rolsuper
    union all select 2, 'ROLES', oid, name from acting where rolcreaterole
    union all select 3, name, oid, name from acting where name in ('pg_write_all_data', 'pg_write_server_files', 'pg_execute_server_program')
    union all select 4, 'WRITE', owner, name from relations
    union all select 4, 'WRITE', a.grantee, r.name from relations r, aclexplode(r.acl) a
      where a.privilege_type in ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER') or (r.is_sequence and a.privilege_type = 'USAGE')
    union all select 4, 'WRITE', a.grantee, format('%s (%I)', r.name, t.attname)
      from pg_attribute t join relations r on r.oid = t.attrelid, aclexplode(t.attacl) a
      where t.attacl is not null and a.privilege_type in ('INSERT', 'UPDATE')
    union all select 5, 'CREATE', owner, format('%I', name) from schemas
    union all select 5, 'CREATE', a.grantee, format('%I', s.name) from schemas s, aclexplode(s.acl) a
      where a.privilege_type = 'CREATE' and not (s.name = 'public' and a.grantee = 0)
    union all select 6, 'REPLACE', proowner, format('%I.%I', s.name, proname) from pg_proc p join schemas s on s.oid = p.pronamespace
    union all select 7, 'SCHEMAS', datdba, format('%I', datname) from pg_database where datname = current_database()
    union all select 7, 'SCHEMAS', a.grantee, format('%I', datname) from pg_database, aclexplode(datacl) a
      where datname = current_database() and a.privilege_type = 'CREATE'
    union all select 8, 'DATABASES', oid, name from acting where rolcreatedb
  )
  select distinct nth, kind, what, session_user::text as role, nullif(coalesce(a.name, session_user), session_user) as by
  from rights r left join acting a on a.oid = r.grantee where r.grantee = 0 or a.oid is not null
  order by nth, by nulls first, what limit 3`;

const rightsInWords = {
  SUPERUSER: () => 'is a superuser',
  ROLES: () => 'may make roles and give them rights',
  pg_write_all_data: () => 'may write all tables',
  pg_write_server_files: () => 'may write files of the machine of PostgreSQL',
  pg_execute_server_program: () => 'may start programs on the machine of PostgreSQL',
  WRITE: (names: string) => `may write ${names}`,
  CREATE: (names: string) => `may make tables in ${names}`,
  REPLACE: (names: string) => `may replace the functions ${names}`,
  SCHEMAS: (names: string) => `may make schemas in the database ${names}`,
  DATABASES: () => 'may make databases',
} as const;

type Right = {
  kind: keyof typeof rightsInWords;
  what: string;
  /** Who has connected. */
  role: string;
  /** The role that it has this right by, where that is another one. */
  by: string | null;
};

/**
 * What the role of a connection may write, in words: a server may only read, so that whatever becomes of it,
 * nothing is changed. Null where it may write nothing.
 */
export async function whatRoleMayWrite(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<Right>(selectRights);
  const [first] = rows;
  if (!first) return null;
  const { kind, role, by } = first;
  const names = rows.flatMap((row) => (row.kind === kind && row.by === by ? [row.what] : []));
  const which = by === null ? role : `${role}, as a member of ${by},`;
  return `the role ${which} ${rightsInWords[kind](names.join(', '))}`;
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
