import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createTurns } from '../../src/server/guard/turns.ts';

test('who asks little never waits', async () => {
  const turns = createTurns();
  for (let turn = 0; turn < 3; turn += 1) {
    for (let n = 0; n < 40; n += 1) {
      assert.equal(turns.wait('a'), null);
      turns.spend('a', 0.2);
    }
    await nextTurn();
  }
});

test('who asks much has one request answered each turn, and others wait for one of them', async () => {
  const turns = createTurns();
  const order: string[] = [];
  const ask = async (client: string, name: string) => {
    const turn = turns.wait(client);
    if (turn) await turn;
    order.push(name);
    turns.spend(client, 20);
  };
  const asked = [ask('a', 'a1'), ask('a', 'a2'), ask('a', 'a3'), ask('b', 'b1'), ask('b', 'b2')];
  assert.deepEqual(order, ['a1', 'b1'], 'the first of each at once');
  await nextTurn();
  await nextTurn();
  assert.deepEqual(order.slice(2, 4).toSorted(), ['a2', 'b2']);
  assert.equal(turns.wait('c'), null);
  await Promise.all(asked);
  assert.equal(order.at(-1), 'a3');
});
