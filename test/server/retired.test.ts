import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { pino } from 'pino';
import { importSeed } from '../../src/importer/import.ts';
import { createRetired } from '../../src/server/snapshots/retired.ts';
import { followSnapshots } from '../../src/server/snapshots/snapshots.ts';
import type { ServedFile } from '../../src/server/snapshots/served.ts';
import { copySeed, factsFile } from '../support/copied.ts';
import { copyImported } from '../support/imported.ts';

const log = pino({ level: 'silent' });
const minute = 60_000;

/** Published data that are followed, with a clock that moves only when it is told. */
async function start(t: TestContext) {
  const copy = copySeed();
  await copyImported(copy.data);
  let changes = 0;
  const snapshots = followSnapshots({ data: copy.data, log, pollMilliseconds: 5 });
  t.mock.timers.enable({ apis: ['setTimeout'] });
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
      changes += 1;
      const title = `title: { zh: 结语, en: Ending ${changes} }`;
      copy.change(factsFile, /title: \{ zh: 结语, en: .* \}/, title);
      await importSeed(copy);
      while (snapshots.current() === before) await setImmediate();
    },
  };
}

const answers = ({ readBytes }: ServedFile) => {
  try {
    return Buffer.from(readBytes("select cast('1' as blob)", []) ?? []).toString() === '1';
  } catch {
    return false;
  }
};

test('a snapshot stays open for a minute after another is served, and as long as it is held', async (t) => {
  const { snapshots, pass, publish } = await start(t);
  const [first, second] = [snapshots.hold(), snapshots.hold()];
  const held = first.snapshot;
  await publish();
  const unheld = snapshots.current();
  await publish();
  pass(minute - 1);
  assert.ok(answers(unheld), 'a request that was pinned to it is still answered');
  pass(1);
  assert.ok(!answers(unheld), 'nobody holds it any more');
  for (let minutes = 1; minutes < 5; minutes += 1) {
    assert.ok(answers(held), `after ${minutes} minutes`);
    pass(minute);
  }
  first.release();
  // Who lets go twice has let go once.
  first.release();
  pass(minute);
  assert.ok(answers(held), 'the second still holds it');
  second.release();
  pass(minute);
  assert.ok(!answers(held));
  assert.ok(answers(snapshots.current()));
});

test('one that is in use though nobody holds it stays open until it is not', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let isUsed = true;
  let isClosed = false;
  const old = {
    close: () => {
      isClosed = true;
    },
  } as unknown as ServedFile;
  const retired = createRetired({ graceSeconds: 10, isInUse: (one) => one === old && isUsed });
  retired.add(old);
  t.mock.timers.tick(10_000);
  assert.ok(!isClosed, 'somebody uses it');
  isUsed = false;
  t.mock.timers.tick(9999);
  assert.ok(!isClosed, 'it is looked again after as long');
  t.mock.timers.tick(1);
  assert.ok(isClosed);
});
