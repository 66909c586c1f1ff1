import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { lockSeed } from '../../../src/draft/files/lock-seed.ts';

const root = mkdtempSync(join(tmpdir(), 'juzheng-lock-'));
after(() => {
  rmSync(root, { recursive: true, force: true });
});

const newSeed = () => mkdtempSync(join(root, 'seed-'));

/** Starts a process of its own that runs a few lines in which `lockSeed` and `seed` are known. */
function start(seed: string, lines: string) {
  const module = new URL('../../../src/draft/files/lock-seed.ts', import.meta.url).href;
  const program = `import { lockSeed } from ${JSON.stringify(module)};
import fs from 'node:fs';
const seed = ${JSON.stringify(seed)};
${lines}`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('one draft at a time writes into a seed, who does is told, and nothing of the lock is left', () => {
  const seed = newSeed();
  const unlock = lockSeed(seed);
  assert.throws(
    () => lockSeed(seed),
    new RegExp(`another draft writes into .* \\(process ${process.pid}\\); wait until it is done`),
  );
  unlock();
  lockSeed(seed)();
  assert.deepEqual(readdirSync(seed), []);
});

test('the lock of a draft that was killed holds nobody, even where another process has its number', async (t) => {
  const seed = newSeed();
  // What gives it back is kept: the lock ends with what holds it.
  const child = start(
    seed,
    `const unlock = lockSeed(seed); console.log('locked'); setInterval(() => unlock.name, 1000);`,
  );
  t.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  assert.throws(() => lockSeed(seed), new RegExp(`\\(process ${child.pid}\\)`));
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.ok(readdirSync(seed).length > 0, 'it could not take its lock away');
  writeFileSync(join(seed, '.draft.lock'), String(process.pid));
  lockSeed(seed)();
  assert.deepEqual(readdirSync(seed), []);
});

/** Takes the lock over and over; while it is held nobody else may be inside. */
const often = `
for (let taken = 0; taken < 150;) {
  let unlock;
  try { unlock = lockSeed(seed); } catch (error) {
    if (!/another draft/.test(error.message)) throw error;
    continue;
  }
  fs.writeFileSync(seed + '/inside', String(process.pid), { flag: 'wx' });
  fs.rmSync(seed + '/inside');
  unlock();
  taken += 1;
}
console.log('done');`;

test('of several that take a lock at once, over one that is left too, one has it', async () => {
  const seed = newSeed();
  for (const name of ['.draft.lock', '.draft.lock.sqlite']) writeFileSync(join(seed, name), '');
  const children = [1, 2, 3].map(() => start(seed, often));
  const ends = await Promise.all(
    children.map(async (child) => (await once(child, 'exit')) as [number]),
  );
  assert.deepEqual(
    ends.map(([code]) => code),
    [0, 0, 0],
  );
  assert.deepEqual(readdirSync(seed), []);
});
