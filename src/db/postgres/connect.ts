import pg from 'pg';
import { postgresBounds } from '../../limits.ts';
import { describePostgresError } from './describe-error.ts';

/** Whole numbers are numbers: none of ours is beyond what JavaScript tells apart. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format ?? 'text'),
};

/** How a server is reached, and by which name it knows who asks. */
export type PostgresAddress = {
  /** `postgres://user@host:5432/database`; what it does not say is told by PGHOST, PGUSER, PGPASSWORD and kin. */
  url: string;
  /** What the server tells others of this connection. */
  applicationName: string;
};

/** The settings of a connection, for one client or for a pool of them. */
const settingsOf = ({ url, applicationName }: PostgresAddress): pg.ClientConfig => ({
  connectionString: url,
  application_name: applicationName,
  connectionTimeoutMillis: postgresBounds.connectMilliseconds,
  keepAlive: true,
  types,
});

/** What went wrong between us and PostgreSQL, where, and what to do; without the password. */
export class PostgresError extends Error {
  /** @param where the address, without the password */
  constructor(error: unknown, where: string) {
    super(describePostgresError(error, where));
    this.name = 'PostgresError';
  }
}

/** One connection. @throws PostgresError */
export async function connect(address: PostgresAddress): Promise<pg.Client> {
  const client = new pg.Client(settingsOf(address));
  // What breaks between two questions is told by the next one.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    // The server waits a minute for a password that the driver could not give; nobody waits for the server.
    client.end().catch(() => {});
    throw new PostgresError(error, withoutPassword(address.url));
  }
}

/**
 * Where a server is, without the password: for messages and logs. Of an address that was written wrongly, in which
 * the password may stand anywhere, nothing is told.
 */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'the address that was given';
  const { protocol, username, host, pathname } = new URL(url);
  if (!/^\/?[^/:@?]*$/.test(pathname)) return 'the address that was given';
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
