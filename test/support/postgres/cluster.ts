import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { processIds } from '../../programs/support/process-tree.ts';
import { ownerOfClusters, programOf } from './programs.ts';

/** Who owns a test cluster, and the database that is there. */
const owner = 'postgres';
const usual = 'postgres';
/** What every role of a test cluster is known by. */
export const password = 'a secret / of: tests@all';

/** A database of a test. */
export type TestDatabase = {
  /** Where a role reaches it, with its password; the owner if none is named. */
  url: (role?: string) => string;
  /** Runs SQL as the owner, several statements at once if wanted; gives the rows of the last. */
  run: (sql: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
};

/** A PostgreSQL server of a test alone, in a folder of its own. */
export type Cluster = TestDatabase & {
  port: number;
  /** The first of its processes. */
  pid: () => number;
  /** Makes a database beside the one that is there. */
  addDatabase: (name: string) => Promise<TestDatabase>;
  /** Makes a role that may log in and, beyond that, nothing. */
  addRole: (name: string) => Promise<void>;
  /** Ends all of it as a loss of power would. */
  kill: () => Promise<void>;
  /** Has all of its processes stand still, as on a machine that hangs, until they go on. */
  pause: () => void;
  resume: () => void;
  /** Starts it again, after it was killed. */
  start: () => Promise<void>;
  /** A hot standby that follows it, as a copy of all that it holds now. */
  addStandby: () => Promise<Cluster>;
  /** Stops and removes it, and the standbys that follow it. */
  stop: () => Promise<void>;
};

export type ClusterOptions = {
  /** Whether the test kills it: only then is what it acknowledges on the disk. */
  isKilled?: boolean;
  /** Settings of the server beside those of all tests. */
  settings?: Readonly<Record<string, string>>;
};

const settingsOf = ({ isKilled = false, settings = {} }: ClusterOptions) => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  maintenance_work_mem: '256MB',
  max_connections: '120',
  max_wal_size: '2GB',
  wal_level: 'replica',
  jit: 'off',
  log_checkpoints: 'off',
  ...(!isKilled && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  ...settings,
});

/** Makes a cluster and starts it. It is removed when it is stopped, or this process ends. */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const folder = ownFolder();
  const secret = join(folder, 'password');
  writeFileSync(secret, password, { mode: 0o644 });
  const data = join(folder, 'data');
  const how = ['-U', owner, '-A', 'scram-sha-256', '--pwfile', secret];
  runProgram('initdb', ['-D', data, ...how, '-E', 'UTF8', '--locale=C', '-N'], folder);
  return startIn(folder, options);
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'juzheng-postgres-'));
  const { uid, gid } = ownerOfClusters();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

function runProgram(name: string, args: readonly string[], cwd: string): void {
  const env = { ...process.env, PGPASSWORD: password };
  const { status, stderr, error } = spawnSync(programOf(name), args, {
    ...ownerOfClusters(),
    cwd,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} failed: ${stderr || String(error)}`);
}

/** Signals processes; one that has ended since they were listed needs no signal. */
function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

async function startIn(folder: string, options: ClusterOptions): Promise<Cluster> {
  const data = join(folder, 'data');
  const port = await freePort();
  const followers: Cluster[] = [];
  let server = await startServer(folder, port, options);
  const remove = () => {
    // At once, as nothing of it is wanted any more; it is waited for, since it writes as long as it runs.
    const args = ['-D', data, '-m', 'immediate', '-w', 'stop'];
    spawnSync(programOf('pg_ctl'), args, { ...ownerOfClusters(), cwd: folder });
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  // A process that is told to end removes it as well.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const { url, run } = databaseAt(port, usual);
  return {
    port,
    pid: () => server.pid ?? 0,
    url,
    run,
    addDatabase: async (name) => {
      await run(`create database "${name}"`);
      return databaseAt(port, name);
    },
    addRole: async (name) => {
      await run(`create role "${name}" login password '${password}'`);
    },
    kill: async () => {
      // Its processes notice that the first of them has gone, and end.
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
    pause: () => {
      // The first of them first, so that it has no others follow.
      signalAll(processIds(server.pid ?? 0), 'SIGSTOP');
    },
    resume: () => {
      signalAll(processIds(server.pid ?? 0), 'SIGCONT');
    },
    start: async () => {
      server = await startServer(folder, port, options);
    },
    addStandby: async () => {
      const beside = ownFolder();
      const from = ['-h', '127.0.0.1', '-p', String(port), '-U', owner];
      const how = ['-D', join(beside, 'data'), '-R', '-X', 'stream', '-c', 'fast'];
      runProgram('pg_basebackup', [...from, ...how], beside);
      const standby = await startIn(beside, options);
      followers.push(standby);
      return standby;
    },
    stop: async () => {
      for (const follower of followers) await follower.stop();
      process.off('exit', remove);
      remove();
    },
  };
}

function databaseAt(port: number, database: string): TestDatabase {
  const url = (role = owner) =>
    `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return {
    url,
    async run(sql, values = []) {
      const client = new pg.Client({ connectionString: url() });
      client.on('error', () => {});
      await client.connect();
      try {
        const result = await client.query(sql, values.length > 0 ? [...values] : undefined);
        const last = Array.isArray(result) ? (result as pg.QueryResult[]).at(-1) : result;
        return last?.rows as Record<string, unknown>[];
      } finally {
        await client.end().catch(() => {});
      }
    },
  };
}

async function startServer(
  folder: string,
  port: number,
  options: ClusterOptions,
): Promise<ChildProcess> {
  const settings = Object.entries(settingsOf(options)).map(([name, value]) => `${name}=${value}`);
  const how = [`port=${port}`, ...settings].flatMap((each) => ['-c', each]);
  for (let tries = 0; ; tries += 1) {
    const server = spawn(programOf('postgres'), ['-D', join(folder, 'data'), ...how], {
      ...ownerOfClusters(),
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    server.stderr.setEncoding('utf8').on('data', (piece: string) => {
      said = (said + piece).slice(-20_000);
    });
    if (await untilAnswers(server, port)) return server;
    server.kill('SIGKILL');
    // After a kill, processes of the one before may take a moment to notice.
    if (tries > 40 || !/still in use|is another postmaster|could not bind/.test(said))
      throw new Error(`PostgreSQL did not start: ${said}`);
    await wait(250);
  }
}

/** Whether it answers, or has said what it says in place of that while it starts. */
async function untilAnswers(server: ChildProcess, port: number): Promise<boolean> {
  for (let tries = 0; tries < 600 && server.exitCode === null; tries += 1) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: owner,
      password,
      database: usual,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await wait(50);
    }
  }
  return false;
}

/** A port of this machine that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
