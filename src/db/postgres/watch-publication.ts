import type pg from 'pg';
import { connect } from './connect.ts';
import type { PostgresAddress } from './connect.ts';
import { selectPublication } from './publication.ts';

/** What is published now, and how far behind its primary a standby is that says so. */
export type SeenPublication = {
  version: string;
  at: string;
  isStandby: boolean;
  /** Null on a primary, and on a standby that was told nothing yet. */
  secondsBehind: number | null;
};

type SeenRow = {
  version: string;
  at: string;
  is_standby: boolean;
  seconds_behind: number | null;
};

// A standby that has all that it was sent is not behind, however long nothing was written.
const select = `select p.version, p.at, pg_is_in_recovery() as is_standby,
  case when not pg_is_in_recovery() then null
    when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
    else extract(epoch from now() - pg_last_xact_replay_timestamp())::double precision end as seconds_behind
  from (${selectPublication}) p`;

/** Looks from time to time what is published, by one connection that it keeps. */
export function createPublicationWatch(address: PostgresAddress) {
  let client: pg.Client | null = null;
  let isClosed = false;

  async function open(): Promise<pg.Client> {
    const opened = await connect(address);
    opened.once('end', () => {
      client = null;
    });
    await opened.query('set default_transaction_read_only = on');
    return opened;
  }

  return {
    /** Null where nothing is published. @throws where PostgreSQL cannot be asked */
    async look(): Promise<SeenPublication | null> {
      client ??= await open();
      if (isClosed) void client.end().catch(() => {});
      const { rows } = await client.query<SeenRow>(select);
      const [row] = rows;
      if (!row) return null;
      const { version, at, is_standby: isStandby, seconds_behind: secondsBehind } = row;
      return { version, at, isStandby, secondsBehind };
    },
    close(): void {
      isClosed = true;
      client?.end().catch(() => {});
    },
  };
}
