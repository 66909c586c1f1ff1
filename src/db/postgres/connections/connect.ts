import pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import { postgresBounds } from '../../../limits.ts';
import { withoutPassword } from './address.ts';
import { describePostgresError, otherEncoding } from './describe-error.ts';
import type { Asker } from './describe-error.ts';
import { isLostConnection, isNoAnswer } from './failures.ts';
import { askPassFile } from './pass-file.ts';

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
  /** Who asks, for what is said of errors; a publisher if not told. */
  asker?: Asker;
  /** Milliseconds until it has to answer whatever it is asked; where nobody says, it may take as long as it likes. */
  answerMilliseconds?: number;
};

/**
 * What an address tells, as the driver reads it (`?host=` for a socket, `sslmode` and kin), but for the database: in
 * its name the driver leaves `/`, `#`, `?` and others as they are written in an address.
 */
function readAddress(url: string): pg.ClientConfig {
  const config = parseIntoClientConfig(url);
  const database = databaseIn(url);
  return database === null ? config : { ...config, database };
}

function databaseIn(url: string): string | null {
  const name = URL.canParse(url) ? new URL(url).pathname.slice(1) : '';
  try {
    return name === '' ? null : decodeURIComponent(name);
  } catch {
    return null;
  }
}

/** The settings of a connection, for one client or for a pool of them. */
const settingsOf = ({
  url,
  applicationName,
  answerMilliseconds,
}: PostgresAddress): pg.ClientConfig => ({
  ...readAddress(url),
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
  constructor(error: unknown, where: string, asker: Asker) {
    super(describePostgresError(error, where, asker));
    this.name = 'PostgresError';
    this.isSilence = isNoAnswer(error);
  }
}

/** @throws PostgresError where a file that the address names cannot be read */
function clientOf(address: PostgresAddress): pg.Client {
  try {
    return new pg.Client(settingsOf(address));
  } catch (error) {
    throw failureAt(address, error);
  }
}

const failureAt = ({ url, asker = 'PUBLISHER' }: PostgresAddress, error: unknown) =>
  new PostgresError(error, withoutPassword(url), asker);

/** One connection. @throws PostgresError */
export async function connect(address: PostgresAddress): Promise<pg.Client> {
  const client = clientOf(address);
  // What breaks between two questions is told by the next one.
  client.on('error', () => {});
  askPassFile(client);
  const encoding = encodingOf(client);
  try {
    await client.connect();
    insistOnUtf8(encoding());
    await haveItNoticeLoss(client);
    return client;
  } catch (error) {
    // The server waits a minute for a password that the driver could not give; nobody waits for the server.
    void disconnect(client);
    throw failureAt(address, error);
  }
}

/** What PostgreSQL tells, when it takes a connection, of how the database holds characters. */
function encodingOf(client: pg.Client): () => string {
  let encoding = 'UTF8';
  client.connection.on('parameterStatus', (status: Status) => {
    if (status.parameterName === 'server_encoding') encoding = status.parameterValue;
  });
  return () => encoding;
}

type Status = { parameterName: string; parameterValue: string };

/** Any other encoding lacks characters, or, as SQL_ASCII does, knows of none. */
function insistOnUtf8(encoding: string): void {
  if (encoding === 'UTF8') return;
  throw Object.assign(new Error(encoding), { code: otherEncoding });
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
