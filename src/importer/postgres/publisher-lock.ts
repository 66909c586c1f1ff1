import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { applicationId } from '../../db/client.ts';

/** Another publisher is at work in the same database. */
class PublisherAtWorkError extends Error {
  constructor(holder: Holder | undefined) {
    const who = holder
      ? `: ${holder.name}, role ${holder.role} from ${holder.host}, since ${holder.since}`
      : ' (which one is not known)';
    super(
      `another publisher is at work in this database${who}; wait for it (--wait 600), or end it; if it was killed, PostgreSQL lets go of it by itself within seconds, and within half a minute where its machine was lost`,
    );
    this.name = 'PublisherAtWorkError';
  }
}

type Holder = { name: string; role: string; host: string; since: string };

const selectHolder = `select a.application_name as name, a.usename as role, coalesce(host(a.client_addr), 'this machine') as host,
  to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
  from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'advisory' and l.granted and l.objid = ${applicationId} and l.classid = 0 and l.database = (select oid from pg_database where datname = current_database())`;

/** Milliseconds between two tries. */
const pause = 200;

/**
 * Keeps a second publisher out of a database for as long as this connection lasts: it is the server's own lock,
 * which ends with the connection, however that ends.
 * @param patience seconds for which another one is waited for
 * @throws PublisherAtWorkError
 */
export async function lockPublishing(client: pg.Client, patience: number): Promise<void> {
  const until = performance.now() + patience * 1000;
  for (;;) {
    /* oxlint-disable no-await-in-loop -- one try after the other */
    const { rows } = await client.query<{ is_ours: boolean }>(
      `select pg_try_advisory_lock(${applicationId}) as is_ours`,
    );
    if (rows[0]?.is_ours === true) return;
    if (performance.now() >= until) {
      const holders = await client.query<Holder>(selectHolder);
      throw new PublisherAtWorkError(holders.rows[0]);
    }
    await wait(pause);
    /* oxlint-enable no-await-in-loop */
  }
}
