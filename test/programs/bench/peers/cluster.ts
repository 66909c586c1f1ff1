import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { pinned } from '../processes.ts';

/** A PostgreSQL server of this run alone, which answers on a socket in its own folder and trusts all roles. */
export type Cluster = {
  pid: number;
  version: string;
  /** Where a role reaches a database: the socket stands in place of a host. */
  addressOf: (role: string, database: string) => string;
  /** Runs SQL, with what it copies in from `input`. @throws with what PostgreSQL says */
  run: (sql: string, input?: AsyncIterable<string>) => Promise<string>;
  stop: () => void;
};

const debian = '/usr/lib/postgresql';

/** Where the programs of the newest PostgreSQL lie: where Debian keeps them, or in PATH. */
function findPrograms(): string {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  if (newest !== undefined) return join(debian, newest, 'bin');
  if (spawnSync('initdb', ['--version']).status === 0) return '';
  throw new Error(
    `there is no PostgreSQL: neither ${debian} nor initdb in PATH. Install it (Debian: apt-get install postgresql) and run this again.`,
  );
}

/** PostgreSQL refuses to run as root: there it runs as the user that Debian made for it. */
function ownerOfCluster(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (kind: '-u' | '-g') => Number(spawnSync('id', [kind, 'postgres']).stdout);
  const [uid, gid] = [id('-u'), id('-g')];
  if (uid > 0 && gid > 0) return { uid, gid };
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres: make one.');
}

/** For rows that are only read: nothing is made safe, and plans are for memory and one core. */
const settings = () => {
  const gibibytes = Math.max(1, Math.floor(totalmem() / 2 ** 30));
  return {
    listen_addresses: '',
    shared_buffers: `${Math.ceil(gibibytes / 4)}GB`,
    effective_cache_size: `${Math.ceil(gibibytes / 2)}GB`,
    work_mem: '64MB',
    maintenance_work_mem: '1GB',
    random_page_cost: '1.1',
    // They would take more processor time for a page than they spare.
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '8GB',
    autovacuum: 'off',
  };
};

/** Starts a cluster in a folder of its own, which is removed when it stops or this process ends. */
export async function startCluster(): Promise<Cluster> {
  const programs = findPrograms();
  const owner = ownerOfCluster();
  const folder = mkdtempSync(join(tmpdir(), 'juzheng-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const as = { ...owner, cwd: folder };
  const data = join(folder, 'data');
  const remove = () => {
    // At once, as nothing of it is wanted any more; it is waited for, since it writes as long as it runs.
    spawnSync(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], as);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

  const made = ['-D', data, '-U', 'juzheng', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
  const init = spawnSync(join(programs, 'initdb'), made, { ...as, encoding: 'utf8' });
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}`);
  const how = Object.entries(settings()).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const line = pinned(0, join(programs, 'postgres'), ['-D', data, '-k', folder, ...how]);
  const server = spawn(line.command, line.args, { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece));

  const run = async (sql: string, input?: AsyncIterable<string>): Promise<string> => {
    const asked = ['-h', folder, '-U', 'juzheng', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1'];
    const args = [...asked, '-qAtX', ...(input ? ['-c', sql] : [])];
    const child = spawn(join(programs, 'psql'), args, { cwd: folder });
    child.stdin.on('error', () => {});
    const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    if (input) {
      for await (const piece of input) {
        if (child.exitCode !== null) break;
        if (!child.stdin.write(piece)) await Promise.race([once(child.stdin, 'drain'), output]);
      }
      child.stdin.end();
    } else {
      child.stdin.end(sql);
    }
    const [told, failure, [code]] = await output;
    if (code !== 0) throw new Error(`${failure.trim()} (${sql.slice(0, 300)})`);
    return told.trim();
  };

  return {
    pid: server.pid ?? 0,
    version: await untilAnswers(
      run,
      () => server.exitCode,
      () => said,
    ),
    addressOf: (role, database) =>
      `postgres://${role}@localhost/${database}?host=${encodeURIComponent(folder)}`,
    run,
    stop() {
      process.off('exit', remove);
      remove();
    },
  };
}

async function untilAnswers(
  run: Cluster['run'],
  exitCode: () => number | null,
  said: () => string,
): Promise<string> {
  for (let tries = 0; tries < 100 && exitCode() === null; tries += 1) {
    const version = await run('show server_version').catch(() => null);
    if (version !== null) return version.split(' ')[0] ?? version;
    await wait(100);
  }
  throw new Error(`PostgreSQL did not start: ${said()}`);
}
