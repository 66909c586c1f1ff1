import assert from 'node:assert/strict';
import { chmodSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { pino } from 'pino';
import { digestOf } from '../../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../../src/importer/import.ts';
import { createApp } from '../../../src/server/app.ts';
import { followSnapshots } from '../../../src/server/snapshots/snapshots.ts';
import type { Health } from './asking.ts';
import type { Fault } from './fault.ts';
import { readIntact } from './intact.ts';
import { makeWorld, startAnew } from './world.ts';
import type { World } from './world.ts';
import { until } from '../../support/until.ts';

type Spoiled = {
  name: string;
  /** Spoils the newest snapshot, or the pointer to it. */
  spoil: (at: { snapshot: string; pointer: string }) => void;
  says: RegExp;
  /** Whether the pointer can still be understood, and so names the snapshot before. */
  before: boolean;
};

/** Makes the pointer name the snapshot as it is now. */
function acknowledge({ snapshot, pointer }: { snapshot: string; pointer: string }): void {
  const content = JSON.parse(readFileSync(pointer, 'utf8')) as object;
  const signs = { bytes: statSync(snapshot).size, sha256: digestOf(snapshot) };
  writeFileSync(pointer, JSON.stringify({ ...content, ...signs }));
}

function replaceBy(file: string, statements: string): void {
  rmSync(file);
  const db = new BetterSqlite3(file);
  db.exec(statements);
  db.close();
}

const differs = /^kb-000002\.sqlite is not the file that was published: its digest differs$/;
const namesNone = /CURRENT names no snapshot$/;

const cases: Spoiled[] = [
  {
    name: 'empty',
    spoil: ({ snapshot }) => truncateSync(snapshot),
    says: differs,
    before: true,
  },
  {
    name: 'cut off',
    spoil: ({ snapshot }) => truncateSync(snapshot, 100_000),
    says: differs,
    before: true,
  },
  {
    name: 'one bit turned',
    spoil({ snapshot }) {
      const bytes = readFileSync(snapshot);
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(snapshot, bytes);
    },
    says: differs,
    before: true,
  },
  {
    name: 'gone',
    spoil: ({ snapshot }) => rmSync(snapshot),
    says: /^kb-000002\.sqlite is missing$/,
    before: true,
  },
  {
    name: 'no database, with its digest',
    spoil(at) {
      writeFileSync(at.snapshot, 'no database'.repeat(1000));
      acknowledge(at);
    },
    says: /^kb-000002\.sqlite cannot be opened \(SQLITE_NOTADB\)$/,
    before: true,
  },
  {
    name: 'empty, with its digest',
    spoil(at) {
      truncateSync(at.snapshot);
      acknowledge(at);
    },
    says: /^kb-000002\.sqlite is no snapshot of Juzheng$/,
    before: true,
  },
  {
    name: 'foreign, with its digest',
    spoil(at) {
      replaceBy(at.snapshot, 'create table reports (id integer)');
      acknowledge(at);
    },
    says: /^kb-000002\.sqlite is no snapshot of Juzheng$/,
    before: true,
  },
  {
    name: 'of another version, with its digest',
    spoil(at) {
      const db = new BetterSqlite3(at.snapshot);
      db.pragma('user_version = 999');
      db.close();
      acknowledge(at);
    },
    says: /^kb-000002\.sqlite has tables of version 999; this software reads version \d+$/,
    before: true,
  },
  {
    name: 'no pointer',
    spoil: ({ pointer }) => rmSync(pointer),
    says: namesNone,
    before: false,
  },
  {
    name: 'an empty pointer',
    spoil: ({ pointer }) => truncateSync(pointer),
    says: namesNone,
    before: false,
  },
  {
    name: 'a pointer out of the folder',
    spoil({ pointer }) {
      const content = readFileSync(pointer, 'utf8');
      writeFileSync(pointer, content.replace('"kb-000002', '"../kb-000002'));
    },
    says: namesNone,
    before: false,
  },
];

/** Spoils what is published, under a server that runs and before one that starts. */
export const spoiledSnapshot: Fault = {
  name: 'spoiled-snapshot',
  async cause({ short }) {
    const world = makeWorld('BUILD');
    try {
      const some = cases.filter((_, nth) => !short || nth % 3 === 0);
      for (const each of some) await spoil(world, each).catch(nameIn(each.name));
      return {
        done: `${some.length} ways: ${some.map(({ name }) => name).join('; ')}`,
        held: 'the one before was served, degraded, with the reason; an import made it good',
      };
    } finally {
      world.remove();
    }
  },
};

const nameIn = (name: string) => (error: unknown) => {
  throw new Error(`where the snapshot is spoiled: ${name}`, { cause: error });
};

async function spoil(world: World, { spoil: spoilIt, says, before }: Spoiled): Promise<void> {
  const { data } = world;
  startAnew(world);
  world.alter(1);
  const older = await importSeed(world);
  const server = serveHere(data);
  try {
    assert.deepEqual(await server.health(), ['ok', null, older.version]);
    world.alter(2);
    const newer = await importSeed(world);
    // It looks only when this program waits.
    const at = { snapshot: join(data, newer.file), pointer: join(data, 'CURRENT') };
    chmodSync(at.snapshot, 0o644);
    spoilIt(at);
    await until('health says so', async () => (await server.health())[0] === 'degraded', 10);
    const [, problem, version] = await server.health();
    assert.match(problem ?? '', says);
    assert.equal(version, older.version);

    if (before) {
      const another = serveHere(data);
      assert.deepEqual(await another.health(), ['degraded', problem, older.version]);
      another.close();
    } else {
      assert.throws(() => serveHere(data), /CURRENT names no snapshot; run npm run import/);
    }

    const again = await importSeed(world);
    assert.deepEqual([again.outcome, again.version], ['imported', newer.version]);
    await until(
      'the new one is served',
      async () => (await server.health())[2] === newer.version,
      10,
    );
    assert.equal((await server.health())[0], 'ok');
    readIntact(data);
  } finally {
    server.close();
  }
}

/** A server in this process, which looks often for what is new. */
function serveHere(data: string) {
  const log = pino({ level: 'silent' });
  const snapshots = followSnapshots({ data, log, pollMilliseconds: 20 });
  const app = createApp({ snapshots, log });
  return {
    close: () => snapshots.close(),
    async health() {
      const response = await app.fetch(new Request('http://localhost/health'), {});
      const { status, problem, dataVersion } = (await response.json()) as Health;
      return [status, problem, dataVersion] as const;
    },
  };
}
