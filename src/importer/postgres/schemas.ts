import type pg from 'pg';
import { quoteName } from '../../db/postgres/create-tables.ts';
import { ownSchema } from '../../db/postgres/publication.ts';
import { runAll } from './statements.ts';

/** Seconds for which a schema that is no longer named stays: longer than any answer takes. */
const grace = 60;

/** A name for a schema that no other had. */
export async function nextSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ highest: number | null }>(
    `select max(substring(name from '^${ownSchema}_(\\d+)$')::bigint) as highest from (
      select nspname::text as name from pg_namespace union all select schema from ${ownSchema}.retired union all select schema from ${ownSchema}.publication) n`,
  );
  return `${ownSchema}_${(rows[0]?.highest ?? 0) + 1}`;
}

/** Notes that a schema is no longer named; it goes at a later publication. */
export const retire = (client: pg.Client, schema: string) =>
  client.query(
    `insert into ${ownSchema}.retired (schema, at) values ($1, now()) on conflict (schema) do update set at = excluded.at`,
    [schema],
  );

/**
 * Removes the schemas that nobody can have read the name of any more. One whose tables somebody still reads is
 * left to a later publication: nothing waits for readers, since others would have to wait behind it.
 */
export async function removeRetired(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ schema: string }>(
    `select schema from ${ownSchema}.retired where at < now() - interval '${grace} seconds'
      and schema not in (select schema from ${ownSchema}.publication) order by at`,
  );
  for (const { schema } of rows) {
    // oxlint-disable-next-line no-await-in-loop -- each in a transaction of its own
    await remove(client, schema);
  }
}

async function remove(client: pg.Client, schema: string): Promise<void> {
  try {
    await runAll(client, [
      'begin',
      `set local lock_timeout = '200ms'`,
      `drop schema if exists ${quoteName(schema)} cascade`,
    ]);
    await client.query(`delete from ${ownSchema}.retired where schema = $1`, [schema]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if ((error as { code?: string }).code !== lockNotAvailable) throw error;
  }
}

const lockNotAvailable = '55P03';
