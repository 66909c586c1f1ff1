import pg from 'pg';
import { postgresBounds } from '../../../limits.ts';
import { describePostgresError } from './describe-error.ts';
import { isLostConnection, isNoAnswer } from './failures.ts';

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
  /** Milliseconds until it has to answer whatever it is asked; where nobody says, it may take as long as it likes. */
  answerMilliseconds?: number;
};

/** The settings of a connection, for one client or for a pool of them. */
const settingsOf = ({
  url,
  applicationName,
  answerMilliseconds,
}: PostgresAddress): pg.ClientConfig => ({
  connectionString: url,
  application_name: applicationName,
  connectionTimeoutMillis: answerMilliseconds ?? postgresBounds.connectMilliseconds,
  ...(answerMilliseconds !== undefined && { query_timeout: answerMilliseconds }),
  keepAlive: true,
  types,
});

/** What went wrong between us and PostgreSQL, where, and what to do; without the password. */
export class PostgresError extends Error {
  /** Whether there was no answer in time. */
  readonly isSilence: boolean;
  /** @param where the address, without the password */
  constructor(error: unknown, where: string) {
    super(describePostgresError(error, where));
    this.name = 'PostgresError';
    this.isSilence = isNoAnswer(error);
  }
}

/** One connection. @throws PostgresError */
export async function connect(address: PostgresAddress): Promise<pg.Client> {
  const client = new pg.Client(settingsOf(address));
  // What breaks between two questions is told by the next one.
  client.on('error', () => {});
  try {
    await client.connect();
    await haveItNoticeLoss(client);
    return client;
  } catch (error) {
    // The server waits a minute for a password that the driver could not give; nobody waits for the server.
    void disconnect(client);
    throw new PostgresError(error, withoutPassword(address.url));
  }
}

/**
 * By these PostgreSQL notices within some twenty seconds that the machine at the other end is gone, within a minute
 * that nobody takes what it sends and, while it works on a statement, that nobody waits for it: what the connection
 * held is free then. Not every system has all of them.
 */
const noticing: readonly (readonly [name: string, value: number])[] = [
  ['tcp_keepalives_idle', 10],
  ['tcp_keepalives_interval', 5],
  ['tcp_keepalives_count', 3],
  ['tcp_user_timeout', postgresBounds.silentMilliseconds],
  ['client_connection_check_interval', 1000],
];

async function haveItNoticeLoss(client: pg.Client): Promise<void> {
  const set = (settings: typeof noticing) => {
    const each = settings.map(([name, value]) => `set_config('${name}', '${value}', false)`);
    return isTaken(client, `select ${each.join(', ')}`);
  };
  if (await set(noticing)) return;
  // oxlint-disable-next-line no-await-in-loop -- one that is refused leaves the others
  for (const setting of noticing) await set([setting]);
}

/** Whether a statement is taken; false where the server refuses it. @throws where the connection is lost */
async function isTaken(client: pg.Client, statement: string): Promise<boolean> {
  try {
    await client.query(statement);
    return true;
  } catch (error) {
    if (isLostConnection(error)) throw error;
    return false;
  }
}

/** Ends a connection; one of which PostgreSQL does not take leave is cut. */
export async function disconnect(client: pg.Client): Promise<void> {
  const cut = setTimeout(() => {
    client.connection.stream.destroy();
  }, postgresBounds.answerMilliseconds).unref();
  await client.end().catch(() => {});
  clearTimeout(cut);
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
