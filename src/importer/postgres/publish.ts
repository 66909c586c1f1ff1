import { hostname } from 'node:os';
import type pg from 'pg';
import { PostgresError, connect } from '../../db/postgres/connections/connect.ts';
import { withoutPassword } from '../../db/postgres/connections/address.ts';
import { isOfDatabase } from '../../db/postgres/connections/failures.ts';
import {
  createPublication,
  insertPublication,
  isPrepared,
  ownSchema,
  publishedTables,
  readPublication,
  renewPublication,
} from '../../db/postgres/publication.ts';
import type { Publication } from '../../db/postgres/publication.ts';
import { writeHistory } from '../../db/postgres/publication-history.ts';
import { grantReading, readersOf } from '../../db/postgres/roles.ts';
import { quoteName } from '../../db/postgres/create-tables.ts';
import { dataVersionOf } from '../../db/snapshot/data-version.ts';
import { readRowCounts } from '../../db/statistics/stored-counts.ts';
import type { OnStep } from '../snapshot/progress.ts';
import { DifferingError, comparePublished, readPublishedCounts } from './compare-published.ts';
import type { TableCounts } from './compare-published.ts';
import { planPublication } from './plan-publication.ts';
import type { PublicationPlan } from './plan-publication.ts';
import { openVerified } from './open-verified.ts';
import type { VerifiedSnapshot } from './open-verified.ts';
import { publishChange } from './publish-change.ts';
import { publishWhole } from './publish-whole.ts';
import { lockPublishing } from './publisher-lock.ts';
import { nextSchema, removeRetired, retire } from './schemas.ts';
import { askPostgres, runAll } from './statements.ts';

export type PublishRequest = {
  /** The folder of the snapshot. */
  data: string;
  /** Where PostgreSQL is: `postgres://user@host:5432/database`. */
  url: string;
  /** The role by which servers read, which is given the right to; those that have it keep it. */
  reader?: string;
  /** For how many seconds another publisher is waited for; none if not said. */
  patience?: number;
  /** Publishes all anew, whatever is there. */
  isWhole?: boolean;
  /** Whether tables of another version of the program may be replaced. */
  mayReplaceTables?: boolean;
  onStep?: OnStep;
};

export type Published = {
  outcome: 'published' | 'unchanged';
  version: string;
  /** The schema in which the data stand. */
  schema: string;
  /** Where, without the password. */
  address: string;
  plan: PublicationPlan;
  /** The roles that may read what is published, without the publisher’s own. */
  readers: readonly string[];
};

/**
 * Publishes the snapshot of a data folder in PostgreSQL, in one transaction with the version of the data: whoever
 * reads sees what was there before or what is there now, whole.
 * @throws PostgresError where PostgreSQL does not do what it is asked
 * @throws PublisherAtWorkError where another publisher is at work
 */
export async function publishSnapshot(request: PublishRequest): Promise<Published> {
  const { data, url, onStep = () => {} } = request;
  const snapshot = await openVerified(data, onStep);
  const address = withoutPassword(url);
  try {
    const applicationName = `juzheng publish (process ${process.pid} on ${hostname()})`;
    const client = await connect({ url, applicationName });
    try {
      return { ...(await publishOver(client, snapshot, request)), address };
    } catch (error) {
      throw isOfDatabase(error) ? new PostgresError(error, address, 'PUBLISHER') : error;
    } finally {
      // What is in the way of the end is what was thrown.
      await client.end().catch(() => {});
    }
  } finally {
    snapshot.close();
  }
}

async function publishOver(
  client: pg.Client,
  snapshot: VerifiedSnapshot,
  request: PublishRequest,
): Promise<Omit<Published, 'address'>> {
  const { reader, patience = 0, onStep = () => {} } = request;
  await insistOnPrimary(client);
  if (reader !== undefined) await insistOnRole(client, reader);
  await lockPublishing(client, patience);
  const before = await readPublication(client);
  insistOnTables(before, request);
  if (!(await isPrepared(client))) await prepare(client);
  await removeRetired(client);
  const plan = await planPublication(client, snapshot, before, request);
  const version = dataVersionOf(snapshot);
  if (plan.way === 'NOTHING' && before) {
    if (reader !== undefined)
      await runAll(client, grantReading(reader, [ownSchema, before.schema]));
    await tellHistory(client, snapshot);
    const readers = await readersOf(client);
    return { outcome: 'unchanged', version, schema: before.schema, plan, readers };
  }
  const publishing = { client, snapshot, before, version, reader, tell: onStep };
  try {
    return await publishBy(plan, publishing);
  } catch (error) {
    if (plan.way !== 'CHANGE' || !isMisfit(error)) throw error;
    await client.query('rollback');
    const why = `what was there is not what had been published (${(error as Error).message})`;
    return publishBy({ way: 'WHOLE', why, marks: plan.marks }, publishing);
  }
}

/** Makes what is missing of the schema that says what is published, for those who may read it already. */
async function prepare(client: pg.Client): Promise<void> {
  await client.query('begin');
  await runAll(client, createPublication);
  const readers = await readersOf(client);
  await runAll(
    client,
    readers.flatMap((role) => grantReading(role, [ownSchema])),
  );
  await client.query('commit');
}

/** The same data may have been gone back from and to since they were published: what is told of that changes alone. */
async function tellHistory(client: pg.Client, { history }: VerifiedSnapshot): Promise<void> {
  await client.query('begin');
  // Whoever follows what is published looks again.
  if (await writeHistory(client, history)) await client.query(renewPublication);
  await client.query('commit');
}

/** Somebody else has written there: rows are in the way, or are missing. */
const isMisfit = (error: unknown) =>
  error instanceof DifferingError || (error as { code?: string }).code === uniqueViolation;

const uniqueViolation = '23505';

type Publishing = {
  client: pg.Client;
  snapshot: VerifiedSnapshot;
  before: Publication | null;
  version: string;
  reader: string | undefined;
  tell: OnStep;
};

/** Does what was planned, in one transaction: into a schema of its own, or into that which is served. */
async function publishBy(
  plan: PublicationPlan,
  { client, snapshot, before, version, reader, tell }: Publishing,
): Promise<Omit<Published, 'address'>> {
  await client.query('begin');
  const isChange = plan.way === 'CHANGE' && before;
  const schema = isChange ? before.schema : await nextSchema(client);
  const changed = await fill(client, snapshot, { plan, schema, tell });
  tell({ phase: 'verify', done: 0, total: 1 });
  const counts = readRowCounts(snapshot.db) as TableCounts;
  await comparePublished(askPostgres(client), changed, { version, counts });
  tell({ phase: 'publish', done: 0, total: 1 });
  const told = JSON.stringify(snapshot.counts);
  await client.query(insertPublication, [version, publishedTables, schema, told]);
  await writeHistory(client, snapshot.history);
  if (before && !isChange) await retire(client, before.schema);
  const readers = [
    ...new Set([...(await readersOf(client)), ...(reader === undefined ? [] : [reader])]),
  ];
  await runAll(
    client,
    readers.flatMap((role) => grantReading(role, [ownSchema, schema])),
  );
  await client.query('commit');
  return { outcome: 'published', version, schema, plan, readers };
}

/** Copies rows; says how many came and went. */
async function fill(
  client: pg.Client,
  snapshot: VerifiedSnapshot,
  { plan, schema, tell }: { plan: PublicationPlan; schema: string; tell: OnStep },
) {
  const source = snapshot.client;
  if (plan.way !== 'CHANGE') {
    const change = await publishWhole(client, { client: source, marks: plan.marks }, schema, tell);
    return { before: new Map<string, number>(), change };
  }
  await client.query(`set local search_path = ${quoteName(schema)}`);
  const before = await readPublishedCounts(askPostgres(client));
  tell({ phase: 'copy', done: 0, total: 1 });
  return { before, change: await publishChange(client, source, plan.changes) };
}

async function insistOnPrimary(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ is_standby: boolean }>(
    'select pg_is_in_recovery() as is_standby',
  );
  if (rows[0]?.is_standby === true)
    throw Object.assign(new Error('it is a standby'), { code: '25006' });
}

/** What is found only at the end would be found late. */
async function insistOnRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ is_own: boolean }>(
    'select rolname = session_user as is_own from pg_roles where rolname = $1',
    [role],
  );
  if (rows[0]?.is_own === false) return;
  throw new Error(
    rows[0]
      ? `the role ${role} is the one that publishes, and servers answer by none that may write; nothing was published: make another with createuser, and name it by --reader`
      : `there is no role ${role}; nothing was published: make it with createuser ${role}, or name another by --reader`,
  );
}

function insistOnTables(before: Publication | null, { mayReplaceTables }: PublishRequest): void {
  if (!before || before.tables === publishedTables || mayReplaceTables === true) return;
  throw new Error(
    `this database holds tables of another version of Juzheng (${before.tables}; this one makes ${publishedTables}), from which its servers answer; stop these, or give them this version, and publish with --new-tables`,
  );
}
