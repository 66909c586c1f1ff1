import assert from 'node:assert/strict';
import { importSeed } from '../../../src/importer/import.ts';
import { startProcess } from '../../support/started.ts';
import { until } from '../../support/until.ts';
import { titlesOf } from './asking.ts';
import type { Fault } from './fault.ts';
import { makeWorld } from './world.ts';

/** Halts a worker in the middle of its life, as a statement without end would. */
export const stuckWorker: Fault = {
  name: 'stuck-worker',
  async cause({ short }) {
    const rounds = short ? 1 : 5;
    const world = makeWorld('BUILD');
    try {
      await importSeed(world);
      const server = await startProcess(world, { workers: 2, logLevel: 'debug' });
      try {
        const answering = () => [
          ...new Set(
            [...server.said().matchAll(/"pid":(\d+),.*"answered"/g)].map(([, pid]) => pid),
          ),
        ];
        for (let round = 1; round <= rounds; round += 1) {
          const known = new Set(answering());
          await until('another process answers', async () => {
            await titlesOf(server.url);
            return answering().some((pid) => !known.has(pid));
          });
          const halted = Number(answering().at(-1));
          process.kill(halted, 'SIGSTOP');
          await until('it is ended', () =>
            new RegExp(`(?:has not answered for[^]*){${round}}ended by SIGKILL`).test(
              server.said(),
            ),
          );
          assert.ok((await titlesOf(server.url)).titles.length > 0);
        }
      } finally {
        server.process.kill('SIGKILL');
      }
      return {
        done: `${rounds} times a process of two was halted`,
        held: 'it was ended, another took its place, and questions were answered',
      };
    } finally {
      world.remove();
    }
  },
};
