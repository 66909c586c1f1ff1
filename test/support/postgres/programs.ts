import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const debian = '/usr/lib/postgresql';

/** Where the programs of the newest PostgreSQL lie: where Debian keeps them, or in PATH; null for nowhere. */
function findPrograms(): string | null {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newest = versions
    .filter((version) => existsSync(join(debian, version, 'bin', 'initdb')))
    .toSorted((a, b) => Number(b) - Number(a))[0];
  if (newest !== undefined) return join(debian, newest, 'bin');
  return spawnSync('initdb', ['--version']).status === 0 ? '' : null;
}

export const programs = findPrograms();

/** A reason to leave the tests of PostgreSQL out, or false; where they are required there is none. */
export const withoutPostgres: string | false =
  programs === null && process.env['JUZHENG_REQUIRE_POSTGRES'] !== '1'
    ? `left out: there is no PostgreSQL, neither ${debian} nor initdb in PATH (apt-get install postgresql)`
    : false;

/** One of the programs. @throws where there is no PostgreSQL */
export function programOf(name: string): string {
  if (programs === null) throw new Error('there is no PostgreSQL, and its tests are required');
  return join(programs, name);
}

/** PostgreSQL refuses to run as root: there it runs as the user that Debian made for it. */
export function ownerOfClusters(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (kind: '-u' | '-g') => Number(spawnSync('id', [kind, 'postgres']).stdout);
  const [uid, gid] = [id('-u'), id('-g')];
  if (uid > 0 && gid > 0) return { uid, gid };
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres: make one');
}
