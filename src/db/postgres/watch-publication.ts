import type pg from 'pg';
import { postgresBounds } from '../../limits.ts';
import { withoutPassword } from './connections/address.ts';
import { PostgresError, connect, disconnect } from './connections/connect.ts';
import type { PostgresAddress } from './connections/connect.ts';
import { isLostConnection, isNoAnswer, isOfDatabase } from './connections/failures.ts';
import { selectPublication } from './publication.ts';
import { describeUnreadable, selectReadable, servedTables } from './readable.ts';
import type { Readable } from './readable.ts';

/** What is published now, and how far behind its primary a standby is that says so. */
export type SeenPublication = {
  version: string;
  at: string;
  /** The schema in which it stands, as `juzheng_3`. */
  schema: string;
  /** What hinders the role from reading that, in words; null where nothing does. */
  hindrance: string | null;
  isStandby: boolean;
  /** Null on a primary, and on a standby that was told nothing yet. */
  secondsBehind: number | null;
};

type SeenRow = Readable & {
  version: string;
  at: string;
  schema: string;
  is_standby: boolean;
  seconds_behind: number | null;
};

/*
 * A standby that has replayed all that it was sent is not behind, however long nothing was written. What it was sent is
 * told from the beginning of a segment on after it has started again, and not before anything new comes: so it may
 * have replayed more.
 */
const select = `select p.version, p.at, p.schema, ${selectReadable}, pg_is_in_recovery() as is_standby,
  case when not pg_is_in_recovery() then null
    when pg_last_wal_receive_lsn() <= pg_last_wal_replay_lsn() then 0
    else extract(epoch from now() - pg_last_xact_replay_timestamp())::double precision end as seconds_behind
  from (${selectPublication}) p left join pg_namespace n on n.nspname = p.schema`;

/** Looks from time to time what is published, by one connection that it keeps. */
export function createPublicationWatch({ url, applicationName }: PostgresAddress) {
  const where = withoutPassword(url);
  let client: pg.Client | null = null;
  let isClosed = false;

  async function open(): Promise<pg.Client> {
    const { answerMilliseconds } = postgresBounds;
    const opened = await connect({ url, applicationName, answerMilliseconds, asker: 'SERVER' });
    opened.once('end', () => {
      if (client === opened) client = null;
    });
    const endWhereSilent = `set idle_session_timeout = ${postgresBounds.silentMilliseconds}`;
    await opened.query(`set default_transaction_read_only = on; ${endWhereSilent}`);
    return opened;
  }

  async function ask(): Promise<SeenRow[]> {
    const asked = (client ??= await open());
    if (isClosed) void disconnect(asked);
    try {
      return (await asked.query<SeenRow>(select, [servedTables])).rows;
    } catch (error) {
      if (client === asked) client = null;
      void disconnect(asked);
      throw error;
    }
  }

  return {
    /** Null where nothing is published. @throws where PostgreSQL cannot be asked, or does not answer in time */
    async look(): Promise<SeenPublication | null> {
      const isKept = client !== null;
      const [row] = await ask()
        .catch((error: unknown) => {
          // The connection that was kept may have been ended since; whether PostgreSQL is there tells another one.
          if (isKept && isLostConnection(error) && !isNoAnswer(error)) return ask();
          throw error;
        })
        .catch((error: unknown) => {
          throw isOfDatabase(error) ? new PostgresError(error, where, 'SERVER') : error;
        });
      if (!row) return null;
      const { version, at, schema, is_standby: isStandby, seconds_behind: secondsBehind } = row;
      const hindrance = describeUnreadable(row, schema, where);
      return { version, at, schema, hindrance, isStandby, secondsBehind };
    },
    close(): void {
      isClosed = true;
      if (client) void disconnect(client);
    },
  };
}
