import type { Command } from 'commander';

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
  if (fault !== null) command.error(`error: option '${flags}': ${fault}`);
}

function faultOfAddress(address: string, isFromEnvironment: boolean): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    return 'An address such as postgres://role@host:5432/database is wanted.';
  const hasPassword = url.password !== '' || url.searchParams.has('password');
  return hasPassword && !isFromEnvironment
    ? 'No password belongs on a command line, where others can read it: give it by PGPASSWORD, a pass file (~/.pgpass) or DATABASE_URL.'
    : null;
}
