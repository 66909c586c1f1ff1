import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { pino } from 'pino';
import { importSeed } from '../../src/importer/import.ts';
import { followSnapshots } from '../../src/server/snapshots.ts';
import type { Served } from '../../src/server/snapshots/served.ts';
import { copySeed, factsFile } from '../support/copied.ts';

const log = pino({ level: 'silent' });
const minute = 60_000;

/** Published data that are followed, with a clock that moves only when it is told. */
async function start(t: TestContext) {
  const copy = copySeed();
  await importSeed(copy);
  const snapshots = followSnapshots({ data: copy.data, log, pollMilliseconds: 5 });
  t.after(() => {
    snapshots.close();
    copy.remove();
  });
  return {
    snapshots,
    pass: (milliseconds: number) => t.mock.timers.tick(milliseconds),
    /** Has another snapshot take the place of the one that is served. */
    async publish(): Promise<void> {
      const before = snapshots.current();
      copy.change(factsFile, '- code: supervision-effect', '- code: oversight-effect');
      await importSeed(copy);
      t.mock.timers.enable({ apis: ['setTimeout'] });
      while (snapshots.current() === before) await setImmediate();
    },
  };
}

const answers = ({ readBytes }: Served) => {
  try {
    return Buffer.from(readBytes("select cast('1' as blob)", []) ?? []).toString() === '1';
  } catch {
    return false;
  }
};

test('a snapshot that is held stays open however long others are served, and then for a minute', async (t) => {
  const { snapshots, pass, publish } = await start(t);
  const first = snapshots.hold();
  const second = snapshots.hold();
  const old = first.snapshot;
  await publish();
  for (let minutes = 0; minutes < 5; minutes += 1) {
    pass(minute);
    assert.ok(answers(old), `after ${minutes + 1} minutes`);
  }
  first.release();
  // Who lets go twice has let go once.
  first.release();
  pass(minute);
  assert.ok(answers(old), 'the second still holds it');
  second.release();
  pass(minute);
  assert.ok(!answers(old), 'nobody holds it any more');
  assert.ok(answers(snapshots.current()));
});

test('a snapshot that nobody holds stays open for a minute after another is served', async (t) => {
  const { snapshots, pass, publish } = await start(t);
  const old = snapshots.current();
  await publish();
  pass(minute - 1);
  assert.ok(answers(old), 'a request that was pinned to it is still answered');
  pass(1);
  assert.ok(!answers(old));
});
