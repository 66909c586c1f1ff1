import assert from 'node:assert/strict';
import { mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importSeed } from '../../../src/importer/import.ts';
import { healthOf } from './asking.ts';
import type { Fault, Trial } from './fault.ts';
import { insistOnNoStrays, readIntact } from './intact.ts';
import { mountSmall } from './mounts.ts';
import { begin, importArgs } from './running.ts';
import { makeWorld } from './world.ts';
import type { Way, World } from './world.ts';
import { startProcess } from '../../support/started.ts';

/** Lets the disk run full at several points of an import, and under a server that starts. */
export const fullDisk: Fault = {
  name: 'full-disk',
  async cause(trial) {
    const told: string[] = [];
    for (const way of ['BUILD', 'CHANGE'] as const) told.push(await fill(way, trial));
    return {
      done: told.join('; '),
      held: 'refused in plain words, the old data whole and served, no strays; with room again it works',
    };
  },
};

async function fill(way: Way, { short, random }: Trial): Promise<string> {
  const world = makeWorld(way);
  mkdirSync(world.data);
  const unmount = mountSmall(world.data, 64 << 20);
  try {
    await importSeed(world);
    const pointer = readIntact(world.data);
    const needed = statSync(join(world.data, pointer.file)).size;
    const rounds = short ? 1 : 12;
    for (let nth = 1; nth <= rounds; nth += 1) {
      world.alter(nth);
      // From no room at all up to nearly enough.
      const room = nth === 1 ? 0 : random.between(0, Math.round(needed * 0.9));
      await (unmount ? fillUp(world, room, nth === 1 && way === 'BUILD') : boundFiles(world, room));
      assert.equal(readIntact(world.data).version, pointer.version, 'the old data are there');
      insistOnNoStrays(world.data);
    }
    assert.equal((await importSeed(world)).outcome, 'imported');
    return `${rounds} × ${way.toLowerCase()} ${unmount ? 'on a full file system' : 'beyond the largest file allowed'}`;
  } finally {
    unmount?.();
    world.remove();
  }
}

/** Fills the file system up to some room, and imports, and starts a server. */
async function fillUp(world: World, room: number, withServer: boolean): Promise<void> {
  const { bavail, bsize } = statfsSync(world.data);
  const filler = join(world.data, 'filler');
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - room)));
  try {
    insistOnRefusal(await begin(importArgs(world)).ended);
    if (!withServer) return;
    const server = await startProcess(world);
    try {
      const { version } = readIntact(world.data);
      assert.match(
        server.said(),
        /not imported \(the disk is full.*the data from before are served/,
      );
      assert.equal((await healthOf(server.url)).dataVersion, version);
    } finally {
      server.process.kill('SIGKILL');
    }
  } finally {
    rmSync(filler);
  }
}

/** Where nothing may be mounted: no file may grow beyond some size, which ends writes as well. */
async function boundFiles(world: World, room: number): Promise<void> {
  const blocks = Math.max(1, Math.floor(room / 1024));
  const through = ['bash', '-c', `ulimit -f ${blocks}; exec "$@"`, 'bash'];
  insistOnRefusal(await begin(importArgs(world), through).ended);
}

function insistOnRefusal({ code, out, err }: { code: number | null; out: string; err: string }) {
  assert.equal(code, 1, `${out}${err}`);
  assert.equal(out, '');
  const told =
    /^juzheng: the disk (is full; nothing was changed: free some room.*|fails \(\w+\); nothing was changed)\n$/;
  assert.match(err, told);
}
