/** A system error in words that say what to do; any other error's own message. */
export function describeFailure(error: unknown): string {
  const { code, path, message, port, hostname, address } = rootOf(error);
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken; stop what answers there, or give another: --port 4001`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path ?? 'the address'} may not be used (${code}); give this user the right, or another place`;
    case 'ENOENT':
      return `${path} is not there`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path} is no folder, and one must be there; name another`;
    case 'EISDIR':
      return `${path ?? 'what was named'} is a folder; name a file`;
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return `${path} cannot be followed (${code}); name another`;
    case 'EMFILE':
    case 'ENFILE':
      return `too many files are open (${code}); raise ulimit -n`;
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
    case 'SQLITE_FULL':
      return 'the disk is full; nothing was changed';
    case 'SQLITE_IOERR_WRITE':
    case 'SQLITE_IOERR_READ':
    case 'SQLITE_IOERR_FSYNC':
      return `the disk fails (${code}); nothing was changed`;
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return `the address ${hostname ?? address ?? ''} is none of this machine (${code}); give another: --host 127.0.0.1`;
    default:
      return message ?? String(error);
  }
}

type SystemError = NodeJS.ErrnoException & {
  port?: number;
  hostname?: string;
  address?: string;
};

/** The system's or database's error at the bottom of another: the query builder puts its own around. */
function rootOf(error: unknown): SystemError {
  const { cause } = error as SystemError;
  const root = cause instanceof Error ? rootOf(cause) : null;
  return root?.code === undefined ? (error as SystemError) : root;
}
