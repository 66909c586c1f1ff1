import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClientUsage } from '../../../src/server/guard/client-usage.ts';
import { createTurns } from '../../../src/server/guard/turns.ts';

function startTurns() {
  const usage = createClientUsage({ now: () => 0 });
  const turns = createTurns({ usage });
  const order: string[] = [];
  const ask = async (client: string, name: string, milliseconds: number, grace?: number) => {
    const turn = turns.wait(client, grace);
    if (turn) await turn;
    order.push(name);
    turns.spend(client, milliseconds);
  };
  return { turns, usage, order, ask };
}

test('what is little is answered at once', async () => {
  const { turns } = startTurns();
  for (let turn = 0; turn < 3; turn += 1) {
    for (let n = 0; n < 20; n += 1) {
      assert.equal(turns.wait('a'), null);
      turns.spend('a', 0.2);
    }
    await nextTurn();
  }
});

test('a small question waits for one large one at most, however many clients send such', async () => {
  const { order, ask } = startTurns();
  // Each has used something before, and who asks little the least.
  const large = Array.from({ length: 60 }, (_, n) => ask(`client ${n}`, `large ${n}`, 100));
  await Promise.all(large);
  const again = Array.from({ length: 60 }, (_, n) => ask(`client ${n}`, `again ${n}`, 100));
  const small = ask('little', 'small', 1);
  await small;
  const before = order.length - large.length;
  assert.ok(before <= 2, `${before} were answered with it`);
  await Promise.all(again);
  assert.equal(order.length, 121);
});

test('who has asked little before does not wait behind a crowd of newcomers', async () => {
  const { usage, order, ask } = startTurns();
  usage.charge('known', 100);
  const newcomers = Array.from({ length: 60 }, (_, n) => ask(`new ${n}`, `new ${n}`, 20, 300));
  await ask('known', 'small', 1, 5);
  assert.ok(order.length <= 3, `${order.length} were answered with it`);
  await Promise.all(newcomers);
  assert.equal(order.length, 61);
});

test('who has used least lately comes first, and of one client who came first', async () => {
  const { usage, order, ask } = startTurns();
  usage.charge('a', 50);
  const all = [
    ask('c', 'c1', 20),
    ask('a', 'a1', 20),
    ask('a', 'a2', 20),
    ask('b', 'b1', 20),
    ask('b', 'b2', 20),
  ];
  await Promise.all(all);
  assert.deepEqual(order, ['c1', 'b1', 'b2', 'a1', 'a2']);
});

test('a small question that comes some looks later does not wait for all that came before it', async () => {
  const { order, ask } = startTurns();
  // As connections are accepted: one at each look of the event loop.
  const all: Promise<void>[] = [];
  for (let n = 0; n < 20; n += 1) {
    all.push(ask(`client ${n}`, `large ${n}`, 25, 1000));
    await nextTurn();
  }
  await ask('little', 'small', 1, 5);
  const before = order.indexOf('small');
  assert.ok(before <= 2, `${before} were answered before it`);
  await Promise.all(all);
  assert.equal(order.length, 21);
});

/** What takes many small steps, none of which anybody can time. */
async function inSteps(milliseconds: number) {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) await Promise.resolve();
}

for (const [how, begin] of Object.entries({
  begins: async ({ turns }: ReturnType<typeof startTurns>, client: string) => {
    const turn = turns.wait(client, 300);
    if (turn) await turn;
    turns.occupy(client);
  },
  'goes on': ({ turns }: ReturnType<typeof startTurns>, client: string) => turns.resume(client),
})) {
  test(`what ${how} in many small steps has a turn of its own`, async () => {
    const started = startTurns();
    const { usage, order, ask } = started;
    const all = Array.from({ length: 20 }, async (_, n) => {
      await begin(started, `client ${n}`);
      await inSteps(10);
      order.push(`large ${n}`);
    });
    const small = ask('little', 'small', 1, 5);
    await small;
    assert.ok(order.indexOf('small') <= 2, `${order.indexOf('small')} were answered before it`);
    await Promise.all(all);
    assert.equal(order.length, 21);
    assert.ok(usage.of('client 3') >= 9, 'and what it took counts');
  });
}
