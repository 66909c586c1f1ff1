import assert from 'node:assert/strict';
import { chmodSync, closeSync, cpSync, openSync, statSync, utimesSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { sealSnapshots } from '../../src/importer/publish/seal.ts';
import { followSnapshots } from '../../src/server/snapshots/snapshots.ts';
import { copySeed, factsFile } from '../support/copied.ts';
import { until } from '../support/until.ts';

/** So every snapshot is a large one. */
const readAtOnceBytes = 0;

const copy = copySeed();
after(copy.remove);
const versions: string[] = [];

before(async () => {
  versions.push((await importSeed({ ...copy, readAtOnceBytes })).version);
  copy.change(factsFile, /title: \{ zh: 结语, en: .* \}/, 'title: { zh: 结语, en: Two }');
  versions.push((await importSeed({ ...copy, readAtOnceBytes })).version);
});

/** Two publications of large snapshots in a folder of their own. */
function publishedTwice(t: TestContext) {
  const own = copySeed();
  t.after(own.remove);
  cpSync(copy.data, own.data, { recursive: true });
  return own.data;
}

function serve(t: TestContext, data: string) {
  const logged: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
  const snapshots = followSnapshots({ data, log, pollMilliseconds: 20, readAtOnceBytes });
  t.after(() => snapshots.close());
  return { ...snapshots, logged };
}

/** Overwrites a stretch in the middle of a file, and sets its time back. */
function spoil(path: string): void {
  const { atime, mtime, size } = statSync(path);
  chmodSync(path, 0o644);
  const descriptor = openSync(path, 'r+');
  writeSync(descriptor, Buffer.alloc(8192, 7), 0, 8192, (size >> 13) << 12);
  closeSync(descriptor);
  utimesSync(path, atime, mtime);
}

for (const isSealed of [true, false]) {
  const what = isSealed ? 'its digest' : 'its structure, as nobody has sealed it';
  test(`a large snapshot is served at once, and given up when ${what} is found to be wrong`, async (t) => {
    const data = publishedTwice(t);
    if (isSealed) sealSnapshots(data);
    const { file } = readPointer(data)!;
    spoil(join(data, file));
    const { current, problem, isServable, logged } = serve(t, data);
    assert.deepEqual([current().version, problem()], [versions[1], null]);
    await until('the one before is served', () => current().version === versions[0]);
    await until('it is told', () => problem() !== null);
    const says = isSealed ? /kb-000002\.sqlite .*its digest differs/ : /integrity check fails/;
    assert.match(problem()!, says);
    assert.ok(isServable());
    assert.match(logged.join(''), says);

    // What it says of itself is not believed again, however often it is looked at.
    for (let times = 0; times < 15; times += 1) {
      await wait(20);
      assert.equal(current().version, versions[0]);
    }
  });
}

test('a sound large snapshot goes on to be served, and what changes it later is found', async (t) => {
  const data = publishedTwice(t);
  sealSnapshots(data);
  const { current, problem, settle } = serve(t, data);
  const { watch, path } = current();
  assert.ok(await watch.isSound());
  assert.equal(problem(), null);
  spoil(path);
  await settle();
  await until('the one before is served', () => current().version === versions[0]);
  assert.match(problem() ?? '', /its digest differs|was changed/);
});

test('one that is sealed while it is served is served on', async (t) => {
  const data = publishedTwice(t);
  const { current, problem } = serve(t, data);
  const served = current();
  sealSnapshots(data);
  assert.ok(readPointer(data)!.sha256);
  await until('the pointer was followed', () => problem() === null, 100);
  assert.equal(current(), served);
});
