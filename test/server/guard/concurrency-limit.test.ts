import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConcurrencyLimit } from '../../../src/server/guard/concurrency-limit.ts';

test('a client has its own places, all together have theirs, and what is given back is free', () => {
  const { enter, leave, countOf } = createConcurrencyLimit({ total: 3, perClient: 2 });
  assert.deepEqual(['a', 'a', 'a'].map(enter), [null, null, 'client']);
  assert.deepEqual(['b', 'b', 'c'].map(enter), [null, 'total', 'total']);
  assert.deepEqual(['a', 'b', 'c'].map(countOf), [2, 1, 0]);
  leave('a');
  assert.deepEqual(['c', 'c', 'a'].map(enter), [null, 'total', 'total']);
  leave('c');
  leave('b');
  assert.deepEqual(['a', 'a', 'd', 'd'].map(enter), [null, 'client', null, 'total']);
  assert.deepEqual(['a', 'b', 'c', 'd'].map(countOf), [2, 0, 0, 1]);
});
