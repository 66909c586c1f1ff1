import type { Command } from 'commander';
import { isWellWritten } from '../db/postgres/connections/address.ts';

/**
 * Insists on an address of PostgreSQL that tells nobody a password: anybody on the machine may read the arguments of
 * a process. The address is repeated nowhere.
 * @param name of the option that it was given by, or whose environment variable it is
 */
export function insistOnAddress(
  command: Command,
  { name, flags }: { name: string; flags: string },
  address: string,
): void {
  const isFromEnvironment = command.getOptionValueSource(name) === 'env';
  const fault = faultOfAddress(address, isFromEnvironment);
  if (fault === null) return;
  command.error(`error: ${isFromEnvironment ? 'DATABASE_URL' : `option '${flags}'`}: ${fault}`);
}

/** These mean something else in an address where they are written as they are. */
const escapes = ['#', '/', '?', '@', ':', '%'].map(
  (each) => `${each} as ${encodeURIComponent(each)}`,
);

function faultOfAddress(address: string, isFromEnvironment: boolean): string | null {
  const isPostgres = /^postgres(ql)?:/.test(address);
  if (!isPostgres || !isWellWritten(address))
    return `An address such as postgres://role@host:5432/database is wanted, with one name after the host. In names and passwords some characters are written with % and two digits: ${escapes.join(', ')}.`;
  const url = new URL(address);
  const hasPassword = url.password !== '' || url.searchParams.has('password');
  return hasPassword && !isFromEnvironment
    ? 'No password belongs on a command line, where others can read it: give it by PGPASSWORD, a pass file (~/.pgpass) or DATABASE_URL.'
    : null;
}
