import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readMutated } from './mutate-files.ts';
import { seedOr } from '../support/random/seed.ts';

/** `FILES=20000 SEED=7 node --test test/readers/mutated.long.ts` spoils more of them, and otherwise. */
const count = Number(process.env['FILES'] ?? 1000);
const seed = seedOr(1);

test('a thousand files that were spoilt at random are read or refused; no process breaks down', async (t) => {
  const work = mkdtempSync(join(tmpdir(), 'juzheng-'));
  try {
    const { read, refused, crashes } = await readMutated({ work, count, seed });
    t.diagnostic(`${read} read, ${refused} refused`);
    assert.deepEqual(crashes, []);
    assert.equal(read + refused, count);
    assert.ok(read > count / 10 && refused > count / 10);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
