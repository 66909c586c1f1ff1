import pg from 'pg';
import { postgresBounds } from '../../limits.ts';

/** Whole numbers are numbers: none of ours is beyond what JavaScript tells apart. */
const types = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** How a server is reached, and by which name it knows who asks. */
export type PostgresAddress = {
  /** `postgres://user@host:5432/database`; what it does not say is told by PGHOST, PGUSER, PGPASSWORD and kin. */
  url: string;
  /** What the server tells others of this connection. */
  applicationName: string;
};

/** The settings of a connection, for one client or for a pool of them. */
export const settingsOf = ({ url, applicationName }: PostgresAddress): pg.ClientConfig => ({
  connectionString: url,
  application_name: applicationName,
  connectionTimeoutMillis: postgresBounds.connectMilliseconds,
  keepAlive: true,
  types,
});

/** One connection. @throws what the driver says; see `describe-failure.ts` */
export async function connect(address: PostgresAddress): Promise<pg.Client> {
  const client = new pg.Client(settingsOf(address));
  // What breaks between two questions is told by the next one.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Where a server is, without the password: for messages and logs. */
export function addressWithoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'the address given';
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
