import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutateSeed } from '../support/random/mutated.ts';

test('however a seed is spoiled, it is refused at a place of a file or imported and verified', async (t) => {
  const { refused, imported } = await mutateSeed(200, 'test');
  t.diagnostic(`${refused} refused, ${imported} imported`);
  assert.ok(refused > 100 && imported > 10, 'both happen');
});
