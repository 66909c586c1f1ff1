import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { copySeed, factsFile, juzheng } from '../support/copied.ts';
import { startProcess } from '../support/started.ts';
import { until } from '../support/until.ts';

/** Two snapshots: the second of a seed in which a title has changed. */
async function importTwice(t: TestContext) {
  const copy = copySeed();
  t.after(copy.remove);
  const older = await importSeed(copy);
  copy.change(factsFile, /title: \{ zh: 结语, en: .* \}/, 'title: { zh: 结语, en: Newer }');
  const newer = await importSeed(copy);
  const paths = ['--seed', copy.seed, '--data', copy.data];
  return { ...copy, older, newer, paths, rollback: () => juzheng('rollback', '--data', copy.data) };
}

const short = (version: string) => version.slice(0, 12);

async function healthOf(url: string) {
  const response = await fetch(`${url}/health`);
  return (await response.json()) as { status: string; problem: string; dataVersion: string };
}

test('a rollback goes back to the snapshot before, once, and an import goes forth under a new name', async (t) => {
  const { data, older, newer, paths, rollback } = await importTwice(t);
  const back = rollback();
  assert.equal(back.code, 0, back.err);
  assert.equal(
    back.out.split('\n')[0],
    `rolled back: from kb-000002.sqlite (data version ${short(newer.version)}) to kb-000001.sqlite (data version ${short(older.version)})`,
  );
  assert.equal(readPointer(data)?.version, older.version);

  const again = rollback();
  assert.equal(again.code, 1);
  assert.equal(
    again.err,
    'juzheng: there is no snapshot before kb-000001.sqlite: kb-000002.sqlite was rolled back already; nothing was changed\n',
  );

  // Even where somebody has removed the file, its name is not given again.
  rmSync(join(data, 'kb-000002.sqlite'));
  const forth = juzheng('import', ...paths);
  assert.match(forth.out, /^imported: kb-000003\.sqlite/);
  assert.equal(readPointer(data)?.version, newer.version);
  assert.deepEqual(
    readdirSync(data).filter((name) => name.startsWith('kb-')),
    ['kb-000001.sqlite', 'kb-000003.sqlite'],
  );
});

test('a start leaves a rollback as it is, and a running server follows one', async (t) => {
  const { older, newer, rollback, ...copy } = await importTwice(t);
  const server = await startProcess(copy);
  t.after(() => server.process.kill('SIGKILL'));
  assert.equal((await healthOf(server.url)).dataVersion, newer.version);
  rollback();
  await until(
    'the server has followed',
    async () => (await healthOf(server.url)).dataVersion === older.version,
  );
  assert.equal((await healthOf(server.url)).status, 'ok');

  const another = await startProcess(copy);
  t.after(() => another.process.kill('SIGKILL'));
  assert.equal((await healthOf(another.url)).dataVersion, older.version);
  assert.match(another.said(), /not imported: kb-000002\.sqlite was rolled back; juzheng import/);
});

test('importing the seed of the snapshot gone back to makes that one the newest', async (t) => {
  const { data, older, paths, rollback, change } = await importTwice(t);
  rollback();
  change(factsFile, 'title: { zh: 结语, en: Newer }', 'title: { zh: 结语, en: Closing words }');
  const { out } = juzheng('import', ...paths);
  assert.match(out, /^nothing changed: kb-000001/);
  const { withdrawn, version } = readPointer(data)!;
  assert.deepEqual([withdrawn, version], [undefined, older.version]);
});

test('a rollback to what is damaged or not there is refused, and changes nothing', async (t) => {
  const { data, newer, rollback } = await importTwice(t);
  const path = join(data, 'kb-000001.sqlite');
  chmodSync(path, 0o644);
  writeFileSync(path, 'no database');
  const damaged = rollback();
  assert.deepEqual(
    [damaged.code, damaged.err],
    [
      1,
      'juzheng: kb-000001.sqlite is not the file that was published: its digest differs; nothing was changed\n',
    ],
  );
  rmSync(path);
  assert.match(rollback().err, /^juzheng: kb-000001\.sqlite is missing; nothing was changed\n$/);
  assert.equal(readPointer(data)?.version, newer.version);
  const nowhere = join(data, 'nowhere');
  const { code, err } = juzheng('rollback', '--data', nowhere);
  assert.equal(code, 1);
  assert.match(err, /nowhere is not there\n$/);
  assert.ok(!existsSync(nowhere));
});

test('where the newest snapshot is spoiled and cannot be made anew, the one before is served, and health says so', async (t) => {
  const { data, older, newer, change, ...copy } = await importTwice(t);
  const path = join(data, newer.file);
  chmodSync(path, 0o644);
  writeFileSync(path, '');
  change(factsFile, 'value: 96', 'value: 69');
  const server = await startProcess({ ...copy, data });
  t.after(() => server.process.kill('SIGKILL'));
  const { status, problem, dataVersion } = await healthOf(server.url);
  assert.deepEqual(
    { status, problem, dataVersion },
    {
      status: 'degraded',
      problem: 'kb-000002.sqlite is not the file that was published: its digest differs',
      dataVersion: older.version,
    },
  );
  change(factsFile, 'value: 69', 'value: 96');
  await importSeed({ ...copy, data });
  assert.equal(readPointer(data)!.before?.version, older.version);
});
