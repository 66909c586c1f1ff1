/** Who asked PostgreSQL: a command that publishes, or a server, which gives no command again and changes nothing. */
export type Asker = 'PUBLISHER' | 'SERVER';

type FoundError = {
  code?: string;
  message?: string;
  /** Of a file. */
  syscall?: string;
  path?: string;
};

type Said = {
  /** Where it is, without the password. */
  where: string;
  message: string;
  /** What is added for one of those who ask, and for the other. */
  advice: (publisher: string, server?: string) => string;
};

type Describe = (said: Said) => string;

const noServer: Describe = ({ where }) =>
  `no PostgreSQL answers at ${where}; start it there, or name another address`;
const wrongPassword: Describe = ({ where }) =>
  `${where} takes neither this role nor its password; give the right ones: the password by PGPASSWORD, a pass file (~/.pgpass), or with the address in DATABASE_URL and none as an option`;
const noPassword: Describe = ({ where }) =>
  `${where} asks for a password, and none was found; give it by PGPASSWORD, in a pass file (~/.pgpass, which only you may read) with just this host, port, database and role, or with the address in DATABASE_URL and none as an option`;
const notRunning: Describe = ({ where, advice }) =>
  `${where} is starting or stopping${advice('nothing was changed: give the command again when it runs')}`;
const lost: Describe = ({ where, advice }) =>
  `the connection to ${where} was lost${advice('what was begun has happened whole or not at all: give the command again')}`;
const notUtf8: Describe = ({ where, message }) =>
  `the database ${where} is in ${message}; Juzheng needs UTF8: make it with createdb --encoding UTF8 --template template0`;
const notThere: Describe = ({ where, message, advice }) =>
  `what was published at ${where} is not there any more (${message})${advice('put all there anew with juzheng publish --whole', 'have all put there anew with juzheng publish --whole')}`;

/** The code of ours for a database in another encoding; the message names that. */
export const otherEncoding = 'OTHER_ENCODING';

/** What is said of an error, by the code of the system or of the server (the first two digits where all are alike). */
const descriptions: Readonly<Record<string, Describe>> = {
  ECONNREFUSED: noServer,
  ENOENT: noServer,
  EHOSTUNREACH: noServer,
  ENETUNREACH: noServer,
  ETIMEDOUT: noServer,
  ENOTFOUND: ({ where }) => `nobody knows the host of ${where}; name another`,
  EAI_AGAIN: ({ where }) => `nobody can say now where the host of ${where} is; try again`,
  ECONNRESET: lost,
  EPIPE: lost,
  '08': lost,
  '57P01': lost,
  '57P02': lost,
  '57P03': notRunning,
  '28': wrongPassword,
  [otherEncoding]: notUtf8,
  '3D000': ({ where }) => `there is no such database: ${where}; make it with createdb`,
  '3F000': notThere,
  '42P01': notThere,
  '53100': ({ where, advice }) =>
    `the disk of ${where} is full${advice('nothing was changed: free some room there, and give the command again', 'free some room there')}`,
  '53200': ({ where, advice }) => `${where} has too little memory${advice('nothing was changed')}`,
  '53300': ({ where }) => `${where} takes no more connections; raise max_connections, or end some`,
  '54000': ({ where, message, advice }) =>
    `a row is larger than ${where} takes (${message})${advice('nothing was changed: shorten the text in the seed')}`,
  CERT_HAS_EXPIRED: ({ where }) => `the certificate of ${where} has expired; have it renewed there`,
  CERT_NOT_YET_VALID: ({ where }) =>
    `the certificate of ${where} is not valid yet; set the clocks of both machines right`,
  ERR_TLS_CERT_ALTNAME_INVALID: ({ where, message }) =>
    `the certificate of ${where} is one for another host (${message}); name it as its certificate does`,
  '25006': ({ where }) =>
    `${where} is a standby, or takes nothing for another reason; name the primary`,
  '42501': ({ where, message, advice }) =>
    `this role may not do that at ${where} (${message})${advice('publish by the role that published there before, or have the owner of the database let this one: grant create on database … to …', 'have whoever publishes give it the right to read: juzheng publish --reader ROLE')}`,
  '42704': ({ where, message }) => `${where} says: ${message}`,
};

/** What the driver says where it has no code. */
const bySaying: readonly (readonly [RegExp, Describe])[] = [
  [/client password must be a string|no password supplied/i, noPassword],
  [/timeout/i, noServer],
  [/connection terminated|connection .*lost|not queryable/i, lost],
  [
    /does not support SSL/i,
    ({ where }) => `${where} speaks no TLS; give it a certificate, or leave sslmode out`,
  ],
  [
    /PEM routines|no start line/i,
    ({ where }) =>
      `what ${where} names as sslrootcert, sslcert or sslkey is no certificate or key in PEM; give it one`,
  ],
  [
    /certificate|self-signed/i,
    ({ where }) => `the certificate of ${where} is not trusted; give its issuer by sslrootcert`,
  ],
];

/**
 * What went wrong between us and PostgreSQL, where, and what to do.
 * @param where the address, without the password
 */
export function describePostgresError(error: unknown, where: string, asker: Asker): string {
  const found = error as FoundError;
  // Of a name with several addresses each was tried.
  if (error instanceof AggregateError) return describePostgresError(error.errors[0], where, asker);
  const { code = '', message = String(error), syscall = '' } = found;
  if (syscall === 'open' || syscall === 'read')
    return `${where} names a file that cannot be read: ${found.path ?? message} (${code}); give sslrootcert, sslcert and sslkey the paths of certificates and their key`;
  const advice: Said['advice'] = (publisher, server = '') => {
    const words = asker === 'PUBLISHER' ? publisher : server;
    return words === '' ? '' : `; ${words}`;
  };
  const said = { where, message, advice };
  const describe = descriptions[code] ?? descriptions[code.slice(0, 2)];
  if (describe) return describe(said);
  const saying = bySaying.find(([words]) => words.test(message));
  if (saying && !isState.test(code)) return saying[1](said);
  return `${where} says: ${message}${code === '' ? '' : ` (${code})`}`;
}

/** The server's own codes have five digits or letters. */
const isState = /^[0-9A-Z]{5}$/;
