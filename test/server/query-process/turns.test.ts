import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClientUsage } from '../../../src/server/guard/client-usage.ts';
import { reckonMilliseconds, routeOf } from '../../../src/server/query-process/route.ts';
import { createTurns } from '../../../src/server/query-process/turns.ts';
import type { Turn } from '../../../src/server/query-process/turns.ts';

type Item = Turn<'SHORT' | 'LONG'> & { name: string };

/** Turns with a clock that only the test moves. */
function start({ perClient = 10, total = 100 } = {}) {
  const clock = { now: 0 };
  const usage = createClientUsage({ halfLife: 10_000, now: () => clock.now });
  const turns = createTurns<Item['lane'], Item>({ usage, perClient, total });
  const enter = (name: string, client: string, milliseconds = 10, lane: Item['lane'] = 'LONG') => {
    const over = turns.enter({ name, client, milliseconds, lane, since: clock.now });
    return over && `${over.refused.name}: ${over.reason}`;
  };
  const drain = (lane: Item['lane'] = 'LONG') => {
    const names: string[] = [];
    for (let item = turns.next(lane); item; item = turns.next(lane)) {
      names.push(item.name);
      usage.charge(item.client, item.milliseconds);
    }
    return names;
  };
  return { clock, usage, turns, enter, drain };
}

test('clients take turns, and a newcomer does not wait behind the queue of another', () => {
  const { enter, drain } = start();
  for (const name of ['a1', 'a2', 'a3', 'a4']) enter(name, 'a');
  enter('b1', 'b');
  enter('c1', 'c');
  enter('b2', 'b');
  assert.deepEqual(drain(), ['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
});

test('what is small comes before what is costly', () => {
  const { enter, drain } = start();
  enter('costly', 'a', 1000);
  enter('small', 'b', 5);
  assert.deepEqual(drain(), ['small', 'costly']);
});

test('who has used much waits for others, and is forgiven in time', () => {
  const { clock, usage, enter, drain } = start();
  usage.charge('heavy', 2400);
  enter('heavy', 'heavy');
  enter('other', 'other', 500);
  assert.deepEqual(drain(), ['other', 'heavy']);
  usage.charge('heavy', -400);
  clock.now += 10_000;
  assert.ok(Math.abs(usage.of('heavy') - 1005) < 1, `${usage.of('heavy')}`);
  clock.now += 200_000;
  enter('heavy', 'heavy');
  enter('other', 'other', 500);
  assert.deepEqual(drain(), ['heavy', 'other']);
});

test('who has asked some little thing does not wait behind a crowd of newcomers', () => {
  const { usage, enter, drain } = start();
  usage.charge('known', 200);
  for (let nth = 0; nth < 60; nth += 1) enter(`new ${nth}`, `new ${nth}`, 100);
  enter('small', 'known', 5);
  assert.equal(drain()[0], 'small');
});

test('what has waited long is not overtaken for ever', () => {
  const { clock, usage, turns, enter } = start();
  usage.charge('heavy', 4000);
  enter('costly', 'heavy', 500);
  let overtaken = 0;
  for (; overtaken < 1000; overtaken += 1) {
    clock.now += 100;
    enter(`small ${overtaken}`, `client ${overtaken}`, 5);
    if (turns.next('LONG')?.name === 'costly') break;
  }
  assert.ok(overtaken > 10 && overtaken < 200, `${overtaken} came before it`);
});

test('lanes do not mix', () => {
  const { turns, enter, drain } = start();
  enter('short', 'a', 1, 'SHORT');
  enter('long', 'a', 1, 'LONG');
  assert.deepEqual(
    [drain('LONG'), turns.isEmpty('LONG'), turns.isEmpty('SHORT')],
    [['long'], true, false],
  );
  assert.deepEqual(drain('SHORT'), ['short']);
});

test('one client may have so many waiting; what leaves makes room', () => {
  const { turns, enter } = start({ perClient: 2 });
  const first = { name: 'a1', client: 'a', milliseconds: 1, lane: 'LONG', since: 0 } as const;
  assert.equal(turns.enter(first), null);
  assert.equal(enter('a2', 'a'), null);
  assert.equal(enter('a3', 'a'), 'a3: CLIENT_FULL');
  assert.equal(turns.leave(first), true);
  assert.equal(turns.leave(first), false);
  assert.equal(enter('a3', 'a'), null);
  assert.equal(turns.size(), 2);
});

test('where all is full the newest of whoever has most gives way, not the newcomer', () => {
  const { enter, drain } = start({ total: 4 });
  for (const name of ['a1', 'a2', 'a3']) enter(name, 'a');
  enter('b1', 'b');
  assert.equal(enter('c1', 'c'), 'a3: FULL');
  assert.equal(enter('d1', 'd'), 'a2: FULL');
  // Now all have one: whoever comes last has to come back.
  assert.equal(enter('e1', 'e'), 'e1: FULL');
  assert.equal(enter('a2', 'a'), 'a2: FULL');
  assert.deepEqual(drain(), ['a1', 'b1', 'c1', 'd1']);
});

test('clients that have used nothing for long are forgotten', () => {
  const { clock, usage } = start();
  for (let nth = 0; nth < 5000; nth += 1) {
    clock.now += 1000;
    usage.charge(`client ${nth}`, 1);
  }
  assert.equal(usage.of('client 0'), 0);
  assert.ok(usage.of('client 4999') > 0.9);
});

test('a question goes where it belongs by rows and bytes alone', () => {
  assert.equal(routeOf({ rows: 100, bytes: 10_000 }, 'STATEMENT'), 'HERE');
  assert.equal(routeOf({ rows: 100, bytes: 300_000 }, 'STATEMENT'), 'SHORT');
  assert.equal(routeOf({ rows: 50_000, bytes: 10_000 }, 'STATEMENT'), 'SHORT');
  assert.equal(routeOf({ rows: 2_000_000, bytes: 0 }, 'STATEMENT'), 'LONG');
  assert.equal(routeOf({ rows: 100, bytes: 100_000 }, 'EXECUTOR'), 'SHORT');
  const ofSchema = (bytes: number) => routeOf({ rows: 0, bytes }, 'EXECUTOR', { isOfSchema: true });
  assert.deepEqual([2e6, 5e6, 2e7].map(ofSchema), ['HERE', 'SHORT', 'LONG']);
  assert.ok(
    reckonMilliseconds({ rows: 0, bytes: 1000 }, 'EXECUTOR') >
      reckonMilliseconds({ rows: 0, bytes: 1000 }, 'STATEMENT'),
  );
});
