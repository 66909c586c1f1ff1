import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { importSeed } from '../../../src/importer/import.ts';
import { healthOf, titlesOf } from './asking.ts';
import type { Fault } from './fault.ts';
import { readIntact } from './intact.ts';
import { makeWorld } from './world.ts';
import { startProcess } from '../../support/started.ts';

/** Kills servers while they answer and while new data are imported under them. */
export const killServer: Fault = {
  name: 'kill-server',
  async cause({ short, random }) {
    const kills = short ? 2 : 20;
    const world = makeWorld('BUILD');
    const numbers = new Map<string, string>();
    let answers = 0;
    let cut = 0;
    let alteration = 0;

    async function importAltered(): Promise<void> {
      world.alter((alteration += 1));
      numbers.set((await importSeed(world)).version, String(alteration));
    }

    /** Asks without pause; every answer that comes is of one whole version. */
    async function askUntil(url: string, over: () => boolean): Promise<void> {
      while (!over()) {
        const answer = await titlesOf(url).catch((error: NodeJS.ErrnoException) => {
          assert.ok(['ECONNRESET', 'ECONNREFUSED'].includes(error.code ?? ''), error.message);
          return null;
        });
        if (!answer) {
          cut += 1;
          return;
        }
        answers += 1;
        const told = answer.titles.map((title) => /\d+$/.exec(title)?.[0]);
        const nth = numbers.get(answer.version);
        assert.ok(nth !== undefined, 'only what was published is served');
        assert.deepEqual(told, [nth, nth], 'an answer is of one version');
      }
    }

    try {
      await importAltered();
      for (let nth = 0; nth < kills; nth += 1) {
        const server = await startProcess(world, { workers: 1 + (nth % 2) });
        const { status, dataVersion } = await healthOf(server.url);
        assert.deepEqual([status, dataVersion], ['ok', readIntact(world.data).version]);
        let over = false;
        const asking = [1, 2, 3].map(() => askUntil(server.url, () => over));
        const importing = importAltered();
        await wait(random.between(0, 1500));
        server.process.kill('SIGKILL');
        await importing;
        await wait(50);
        over = true;
        await Promise.all(asking);
        readIntact(world.data);
      }
      return {
        done: `${kills} kills under requests and imports, ${cut} connections cut`,
        held: `each start served without help; ${answers} answers, each of one published version`,
      };
    } finally {
      world.remove();
    }
  },
};
