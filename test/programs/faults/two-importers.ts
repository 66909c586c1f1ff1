import assert from 'node:assert/strict';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { existsSync, writeFileSync } from 'node:fs';
import { importSeed } from '../../../src/importer/import.ts';
import type { Fault } from './fault.ts';
import { insistOnNoStrays, readIntact } from './intact.ts';
import { begin, importArgs } from './running.ts';
import { makeWorld } from './world.ts';
import { until } from '../../support/until.ts';

const refusal =
  /^juzheng: another import has been at work( since \S+ \(process \d+ on \S+\)| \(which one is not known\)); wait for it, or end it\n$/;

/** Lets several importers at the same data folder at once, where a dead one has left its traces. */
export const twoImporters: Fault = {
  name: 'two-importers',
  async cause({ short }) {
    const rounds = short ? 1 : 12;
    const world = makeWorld('BUILD');
    let refused = 0;
    try {
      await importSeed(world);
      for (let nth = 1; nth <= rounds; nth += 1) {
        world.alter(nth);
        const dead = { pid: 1, host: hostname(), since: new Date(0).toISOString() };
        writeFileSync(join(world.data, 'LOCK'), JSON.stringify(dead));
        const importers = [1, 2, 3].map(() => begin(importArgs(world)));
        const ended = await Promise.all(importers.map((importer) => importer.ended));
        const imported = ended.filter(({ out }) => out.startsWith('imported:'));
        assert.equal(imported.length, 1, 'one of them imports');
        for (const { code, out, err } of ended) {
          if (code === 0) assert.match(out, /^imported:|^nothing changed:/);
          else assert.match(err, refusal);
          refused += Number(code !== 0);
        }
        readIntact(world.data);
        insistOnNoStrays(world.data);
      }
      await insistOnHolding(world);
      return {
        done: `${rounds} times three at once, and one beside one that stands still`,
        held: `one imported each time, ${refused} were told to wait, the others found nothing to do`,
      };
    } finally {
      world.remove();
    }
  },
};

/** One that stands still in the middle keeps its lock, and finishes when it is woken. */
async function insistOnHolding(world: ReturnType<typeof makeWorld>): Promise<void> {
  world.alter(1000);
  const slow = begin(importArgs(world));
  await until('it is at work', () => existsSync(join(world.data, 'LOCK')), 2);
  slow.kill('SIGSTOP');
  const { code, err } = await begin(importArgs(world)).ended;
  assert.equal(code, 1);
  assert.match(err, refusal);
  slow.kill('SIGCONT');
  const first = await slow.ended;
  assert.equal(first.code, 0, first.err);
  readIntact(world.data);
}
