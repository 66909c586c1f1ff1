import assert from 'node:assert/strict';
import { once } from 'node:events';
import { lutimesSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importSeed } from '../../../src/importer/import.ts';
import { healthOf, titlesOf } from './asking.ts';
import type { Fault } from './fault.ts';
import { insistOnNoStrays, readIntact } from './intact.ts';
import { begin, importArgs } from './running.ts';
import { makeWorld } from './world.ts';
import { startProcess } from '../../support/started.ts';
import { until } from '../../support/until.ts';

const clock = ['env', `NODE_OPTIONS=--import=${join(import.meta.dirname, 'wild-clock.ts')}`];

/** Gives files and folders times in a far past and future, in turn. */
function scatterTimes(folder: string): void {
  for (const [nth, name] of readdirSync(folder, { recursive: true, encoding: 'utf8' }).entries()) {
    const time = new Date(nth % 2 === 0 ? '1980-01-01' : '2099-12-31');
    lutimesSync(join(folder, name), time, time);
  }
}

/** Imports and serves with a clock that jumps by years at every look at it. */
export const jumpingClock: Fault = {
  name: 'jumping-clock',
  async cause({ short }) {
    const rounds = short ? 1 : 8;
    const world = makeWorld('BUILD');
    const beside = makeWorld('BUILD');
    try {
      await importSeed(world);
      scatterTimes(world.data);
      const server = await startProcess(world, { through: clock });
      try {
        for (let nth = 1; nth <= rounds; nth += 1) {
          for (const each of [world, beside]) each.alter(nth);
          scatterTimes(world.seed);
          const { code, err } = await begin(importArgs(world), clock).ended;
          assert.equal(code, 0, err);
          const { version } = readIntact(world.data);
          assert.equal((await importSeed(beside)).version, version, 'the time is not in the data');
          await until(
            'the new one is served',
            async () => (await healthOf(server.url)).dataVersion === version,
          );
          const { titles } = await titlesOf(server.url);
          assert.deepEqual(titles, [`Xinghe County named ${nth}`, `End ${nth}`]);
        }
      } finally {
        server.process.kill('SIGKILL');
        await once(server.process, 'exit');
      }
      // What the server still held an import left to the next one.
      world.alter(rounds + 1);
      await importSeed(world);
      insistOnNoStrays(world.data);
      return {
        done: `${rounds} imports, and a server, with a clock that jumps by years; files of 1980 and 2099`,
        held: 'the same bytes as at any time, no lock stuck, each served soon',
      };
    } finally {
      world.remove();
      beside.remove();
    }
  },
};
