type ServerError = {
  code?: string;
  message?: string;
  /** The table, where the server names one. */
  table?: string;
};

const noServer = (where: string) =>
  `no PostgreSQL answers at ${where}; start it there, or name another address`;
const wrongPassword = (where: string) =>
  `${where} takes neither this role nor its password; give the password by PGPASSWORD, a pass file (~/.pgpass) or DATABASE_URL`;
const notRunning = (where: string) =>
  `${where} is starting or stopping; nothing was changed: give the command again when it runs`;
const lost = (where: string) =>
  `the connection to ${where} was lost; what was begun has happened whole or not at all: give the command again`;

/** What is said of an error, by the code of the system or of the server (the first two digits where all are alike). */
const descriptions: Readonly<Record<string, (where: string, error: ServerError) => string>> = {
  ECONNREFUSED: noServer,
  ENOENT: noServer,
  EHOSTUNREACH: noServer,
  ENETUNREACH: noServer,
  ETIMEDOUT: noServer,
  ENOTFOUND: (where) => `nobody knows the host of ${where}; name another`,
  EAI_AGAIN: (where) => `nobody can say now where the host of ${where} is; try again`,
  ECONNRESET: lost,
  EPIPE: lost,
  '08': lost,
  '57P01': lost,
  '57P02': lost,
  '57P03': notRunning,
  '28': wrongPassword,
  '3D000': (where) => `there is no such database: ${where}; make it with createdb`,
  '53100': (where) =>
    `the disk of ${where} is full; nothing was changed: free some room there, and give the command again`,
  '53200': (where) => `${where} has too little memory; nothing was changed`,
  '53300': (where) => `${where} takes no more connections; raise max_connections, or end some`,
  '54000': (where, { message = '' }) =>
    `a row is larger than ${where} takes (${message}); nothing was changed: shorten the text in the seed`,
  '25006': (where) =>
    `${where} is a standby, or takes nothing for another reason; name the primary`,
  '42501': (where, { message = '' }) =>
    `this role may not do that at ${where} (${message}); have its owner give it the right: grant create on database … to …`,
  '42704': (where, { message = '' }) => `${where} says: ${message}`,
};

/** What the driver says where it has no code. */
const bySaying: readonly (readonly [RegExp, (where: string) => string])[] = [
  [/client password must be a string|no password supplied/i, wrongPassword],
  [/timeout/i, noServer],
  [/connection terminated|connection .*lost|not queryable/i, lost],
  [
    /does not support SSL/i,
    (where) => `${where} speaks no TLS; give it a certificate, or leave sslmode out`,
  ],
  [
    /certificate|self-signed/i,
    (where) => `the certificate of ${where} is not trusted; give its issuer by sslrootcert`,
  ],
];

/**
 * What went wrong between us and PostgreSQL, where, and what to do.
 * @param where the address, without the password
 */
export function describePostgresError(error: unknown, where: string): string {
  const found = error as ServerError & { errors?: readonly unknown[] };
  // Of a name with several addresses each was tried.
  if (error instanceof AggregateError) return describePostgresError(error.errors[0], where);
  const { code = '', message = String(error) } = found;
  const describe = descriptions[code] ?? descriptions[code.slice(0, 2)];
  if (describe) return describe(where, found);
  const saying = bySaying.find(([words]) => words.test(message));
  if (saying && !isState.test(code)) return saying[1](where);
  return `${where} says: ${message}${code === '' ? '' : ` (${code})`}`;
}

/** The server's own codes have five digits or letters. */
const isState = /^[0-9A-Z]{5}$/;
