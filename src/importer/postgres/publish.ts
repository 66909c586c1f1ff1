import { hostname } from 'node:os';
import type pg from 'pg';
import { openReader } from '../../db/client.ts';
import { connect } from '../../db/postgres/connect.ts';
import { createPublication, ownSchema, readPublication } from '../../db/postgres/publication.ts';
import { openCurrent } from '../../db/snapshot/pointer.ts';
import { tablesVersion } from '../../db/snapshot/migrations.ts';
import { fillSchema } from './publish-whole.ts';

export type PublishRequest = {
  /** The folder of the snapshot. */
  data: string;
  /** Where PostgreSQL is: `postgres://user@host:5432/database`. */
  url: string;
  /** The role by which servers read, which is given the right to; none if not said. */
  reader?: string;
};

/** Publishes the snapshot of a data folder in PostgreSQL. */
export async function publishSnapshot({ data, url, reader }: PublishRequest): Promise<void> {
  const opened = openCurrent(data);
  if (!opened.ok) throw new Error(opened.reason);
  const { snapshot } = opened;
  const source = openReader(snapshot.path);
  const applicationName = `juzheng publish (process ${process.pid} on ${hostname()})`;
  const client = await connect({ url, applicationName });
  try {
    await client.query('begin');
    for (const statement of createPublication) await client.query(statement);
    const before = await readPublication(client);
    const schema = `juzheng_${Number(before?.schema.split('_')[1] ?? 0) + 1}`;
    await fillSchema(client, source.client, schema);
    if (reader !== undefined) await grantReading(client, schema, reader);
    await client.query(
      `insert into ${ownSchema}.publication (version, tables, schema, at) values ($1, $2, $3, now())
       on conflict (one) do update set version = excluded.version, tables = excluded.tables, schema = excluded.schema, at = excluded.at`,
      [snapshot.version, tablesVersion, schema],
    );
    await client.query('commit');
  } finally {
    await client.end();
    source.close();
    snapshot.close();
  }
}

async function grantReading(client: pg.Client, schema: string, reader: string): Promise<void> {
  const role = client.escapeIdentifier(reader);
  for (const name of [ownSchema, schema]) {
    await client.query(`grant usage on schema ${name} to ${role}`);
    await client.query(`grant select on all tables in schema ${name} to ${role}`);
  }
}
