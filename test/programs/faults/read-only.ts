import assert from 'node:assert/strict';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { importSeed } from '../../../src/importer/import.ts';
import { healthOf, titlesOf } from './asking.ts';
import { LeftOut } from './fault.ts';
import type { Fault } from './fault.ts';
import { readIntact } from './intact.ts';
import { asOrdinaryUser, mountReadOnly } from './mounts.ts';
import { begin, importArgs } from './running.ts';
import { makeWorld } from './world.ts';
import type { World } from './world.ts';
import { startProcess } from '../../support/started.ts';

/** Takes the right to write into the data folder away from a server and from an importer. */
export const readOnly: Fault = {
  name: 'read-only',
  async cause({ short }) {
    const world = makeWorld('BUILD');
    const { data } = world;
    const counts = short ? [1] : [1, 2];
    const ways: string[] = [];
    try {
      world.alter(1);
      await importSeed(world);
      world.alter(2);
      const unmount = mountReadOnly(data);
      if (unmount) {
        ways.push('by a read-only mount');
        await serveAndImport(world, [], counts).finally(unmount);
      }
      const through = short && unmount ? null : asOrdinaryUser();
      if (through) {
        ways.push('by the modes of files');
        chmodSync(data, 0o555);
        await serveAndImport(world, through, counts).finally(() => {
          chmodSync(data, 0o755);
        });
      }
      if (ways.length === 0) throw new LeftOut('root may write everywhere, and may not mount');
      return {
        done: ways.join(', and '),
        held: 'started with a warning, served, wrote nothing; an import is refused in plain words',
      };
    } finally {
      world.remove();
    }
  },
};

async function serveAndImport(
  world: World,
  through: readonly string[],
  counts: number[],
): Promise<void> {
  const { data } = world;
  const before = contentOf(data);
  for (const workers of counts) {
    const server = await startProcess(world, { workers, through });
    try {
      assert.match(
        server.said(),
        /the seed was not imported \(.* may not be used \((EROFS|EACCES)\).*\); the data from before are served/,
      );
      const { status, dataVersion } = await healthOf(server.url);
      assert.deepEqual([status, dataVersion], ['ok', readIntact(data).version]);
      const { titles } = await titlesOf(server.url);
      assert.deepEqual(titles, ['Xinghe County named 1', 'End 1']);
    } finally {
      server.process.kill('SIGKILL');
    }
  }
  const { code, err } = await begin(importArgs(world), through).ended;
  assert.equal(code, 1);
  assert.match(err, /^juzheng: \S+ may not be used \((EROFS|EACCES)\); give this user the right/);
  assert.deepEqual(contentOf(data), before, 'nothing is written');
}

const contentOf = (folder: string) =>
  readdirSync(folder).map((name) => {
    const { ino, size, mtimeMs } = statSync(join(folder, name));
    return { name, ino, size, mtimeMs };
  });
