import { connect } from '../../../../src/db/postgres/connections/connect.ts';
import { publishSnapshot } from '../../../../src/importer/postgres/publish.ts';
import type { Cluster } from './cluster.ts';

/** A database of its own, beside the tables for PostGraphile, and the role by which our server reads there. */
const [database, reader] = ['published', 'reader'];

/**
 * Publishes the snapshot of a folder in the cluster, as `juzheng publish` does.
 * @returns where a server reads it: what `juzheng start --store` takes
 */
export async function publishStore(
  { run, addressOf }: Cluster,
  data: string,
  tell: (line: string) => void,
): Promise<string> {
  await run(`create database ${database}`);
  await run(`create role ${reader} login`);
  const url = addressOf('juzheng', database);
  const { schema } = await publishSnapshot({ data, url, reader });
  // As the other tables are; elsewhere autovacuum does it.
  const client = await connect({ url, applicationName: 'bench' });
  await client.query('vacuum (analyze)');
  await client.end();
  tell(`published in PostgreSQL, in the schema ${schema}`);
  return addressOf(reader, database);
}
