import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { importSeed } from '../../../src/importer/import.ts';
import { titlesOf } from './asking.ts';
import type { Fault } from './fault.ts';
import { insistOnNoStrays, readIntact } from './intact.ts';
import { begin, importArgs } from './running.ts';
import { makeWorld } from './world.ts';
import type { World } from './world.ts';
import { startProcess } from '../../support/started.ts';
import { until } from '../../support/until.ts';

/** Takes the memory away from one of several serving processes, and from an importer. */
export const noMemory: Fault = {
  name: 'no-memory',
  async cause({ short }) {
    const rounds = short ? 1 : 4;
    const world = makeWorld('BUILD');
    try {
      world.alter(1);
      await importSeed(world);
      const starved = await starveImporter(world);
      const died = await starveWorkers(world, rounds);
      return {
        done: `${died.length} serving processes (${died.join(', ')}) and an importer (${starved}) out of memory`,
        held: 'each process replaced, answers went on from one version; the next import worked',
      };
    } finally {
      world.remove();
    }
  },
};

async function starveImporter(world: World): Promise<string> {
  const { version } = readIntact(world.data);
  world.alter(2);
  const through = ['env', 'NODE_OPTIONS=--max-old-space-size=18'];
  const { code, signal } = await begin(importArgs(world), through).ended;
  assert.notEqual(code, 0, 'so little memory is not enough');
  assert.equal(readIntact(world.data).version, version);
  assert.equal((await importSeed(world)).outcome, 'imported');
  insistOnNoStrays(world.data);
  return signal ?? `exit code ${code}`;
}

async function starveWorkers(world: World, rounds: number): Promise<string[]> {
  const server = await startProcess(world, { workers: 2 });
  const { version } = readIntact(world.data);
  const ends = () => server.said().match(/worker \d+ ended .*; it is replaced/g) ?? [];
  try {
    for (let nth = 1; nth <= rounds; nth += 1) {
      const [worker] = childrenOf(server.process.pid ?? 0);
      assert.ok(worker !== undefined, 'there is a process to starve');
      const begun = performance.now();
      starve(worker);
      await until(
        'it is replaced',
        async () => {
          // Many at once: what is asked one by one fits into memory that it has already.
          const asked = Array.from({ length: 40 }, () => titlesOf(server.url).catch(() => null));
          for (const answer of await Promise.all(asked)) {
            if (answer) assert.equal(answer.version, version);
          }
          // What it has may be enough for long; then it ends as the system would end it.
          if (ends().length < nth && performance.now() - begun > patience) kill(worker);
          return ends().length >= nth && childrenOf(server.process.pid ?? 0).length === 2;
        },
        10,
      );
      await until('it answers again', async () => {
        const answer = await titlesOf(server.url).catch(() => null);
        return answer?.version === version;
      });
    }
    return ends().map((line) => /ended (?:by|with) (.*);/.exec(line)?.[1] ?? line);
  } finally {
    server.process.kill('SIGKILL');
  }
}

/** How long a process is waited for that has no more memory than it has, in milliseconds. */
const patience = 4000;

/** Allows a process no more memory, where that can be done. */
function starve(pid: number): void {
  const none = ['--pid', String(pid), '--as=1', '--data=1'];
  spawnSync('prlimit', none, { stdio: 'ignore' });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
