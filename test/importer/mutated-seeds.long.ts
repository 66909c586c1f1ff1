import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutateSeed } from '../support/random/mutated.ts';

test('however a seed is spoiled, it is refused at a place of a file or imported and verified', async (t) => {
  const { refused, imported } = await mutateSeed(100, 'test');
  t.diagnostic(`${refused} refused, ${imported} imported`);
  assert.ok(refused > 50 && imported > 5, 'both happen');
});
