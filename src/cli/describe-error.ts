/** A system error in words that say what to do; any other error's own message. */
export function describeFailure(error: unknown): string {
  const root = rootOf(error);
  const describe = descriptions.get(root.code ?? '');
  return describe?.(root) ?? root.message ?? String(error);
}

type SystemError = NodeJS.ErrnoException & {
  port?: number;
  hostname?: string;
  address?: string;
};

const notAllowed = ({ code, path }: SystemError) =>
  `${path ?? 'the address'} may not be used (${code}); give this user the right, or another place`;
const noFolder = ({ path }: SystemError) =>
  `${path} is no folder, and one must be there; name another`;
const notFollowed = ({ code, path }: SystemError) =>
  `${path} cannot be followed (${code}); name another`;
const tooManyFiles = ({ code }: SystemError) =>
  `too many files are open (${code}); raise ulimit -n`;
const diskFull = () =>
  'the disk is full; nothing was changed: free some room, and give the command again';
const tooLong = ({ code }: SystemError) =>
  `a file may not be that long (${code}); nothing was changed: raise ulimit -f`;
const diskFails = ({ code }: SystemError) => `the disk fails (${code}); nothing was changed`;
const notOfThisMachine = ({ code, hostname, address }: SystemError) =>
  `the address ${hostname ?? address ?? ''} is none of this machine (${code}); give another: --host 127.0.0.1`;

/** What is said of a system error, by its code. */
const descriptions: ReadonlyMap<string, (error: SystemError) => string> = new Map([
  [
    'EADDRINUSE',
    ({ port }) => `port ${port} is taken; stop what answers there, or give another: --port 4001`,
  ],
  ['EACCES', notAllowed],
  ['EPERM', notAllowed],
  ['EROFS', notAllowed],
  ['ENOENT', ({ path }) => `${path} is not there`],
  ['ENOTDIR', noFolder],
  ['EEXIST', noFolder],
  ['EISDIR', ({ path }) => `${path ?? 'what was named'} is a folder; name a file`],
  ['ELOOP', notFollowed],
  ['ENAMETOOLONG', notFollowed],
  ['EMFILE', tooManyFiles],
  ['ENFILE', tooManyFiles],
  ['ENOSPC', diskFull],
  ['EDQUOT', diskFull],
  ['EFBIG', tooLong],
  ['SQLITE_FULL', diskFull],
  ['SQLITE_IOERR_WRITE', diskFails],
  ['SQLITE_IOERR_READ', diskFails],
  ['SQLITE_IOERR_FSYNC', diskFails],
  ['ENOTFOUND', notOfThisMachine],
  ['EADDRNOTAVAIL', notOfThisMachine],
]);

/** The system's or database's error at the bottom of another: the query builder puts its own around. */
function rootOf(error: unknown): SystemError {
  const { cause } = error as SystemError;
  const root = cause instanceof Error ? rootOf(cause) : null;
  return root?.code === undefined ? (error as SystemError) : root;
}
