/**
 * Where a server is, without the password: for messages and logs. Of an address that was written wrongly, in which
 * the password may stand anywhere, nothing is told.
 */
export function withoutPassword(url: string): string {
  if (!isWellWritten(url)) return 'the address that was given';
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

/**
 * Whether each part of an address of PostgreSQL is what it seems to be. Where a password is written with `#`, `/`, `?` or
 * `@` as they are, a part of it would be taken for the host, the port, the database or what stands behind these.
 */
export function isWellWritten(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  const isHostBehind = (pathname + search).includes('@');
  return !isHostBehind && hash === '' && !url.endsWith('#') && /^\/?[^/:?]*$/.test(pathname);
}
