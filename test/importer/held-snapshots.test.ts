import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { digestOf, openCurrent, readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { lock } from '../../src/importer/publish/lock.ts';
import { rollBack } from '../../src/importer/publish/rollback.ts';
import { copySeed, factsFile, juzheng } from '../support/copied.ts';
import type { Copied } from '../support/copied.ts';
import { copyImported } from '../support/imported.ts';
import { until } from '../support/until.ts';

const entitle = (copy: Copied, title: string) => {
  copy.change(factsFile, /title: \{ zh: 结语, en: .* \}/, `title: { zh: 结语, en: ${title} }`);
};

/** An import of a seed that has changed. */
async function importAs(copy: Copied, title: string): Promise<void> {
  entitle(copy, title);
  await importSeed(copy);
}

/** The same in a process of its own, which knows nothing of what this one has open. */
function importElsewhere(copy: Copied, title: string): void {
  entitle(copy, title);
  const { code, err } = juzheng('import', '--seed', copy.seed, '--data', copy.data);
  assert.equal(code, 0, err);
}

const snapshotsIn = ({ data }: Copied) =>
  readdirSync(data)
    .filter((name) => name.startsWith('kb-'))
    .toSorted();

async function start(t: TestContext) {
  const copy = copySeed();
  t.after(copy.remove);
  await copyImported(copy.data);
  return copy;
}

/** Opens the current snapshot in another process, which holds it until it ends. */
async function holdElsewhere(t: TestContext, { data }: Copied) {
  const program = `
    import { openCurrent } from './src/db/snapshot/pointer.ts';
    const opened = openCurrent(${JSON.stringify(data)});
    console.log(opened.ok ? opened.snapshot.file : opened.reason);
    // Still reachable, lest it be collected and its file closed.
    setInterval(() => opened.ok, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [said] = await once(child.stdout, 'data');
  assert.equal(String(said), 'kb-000001.sqlite\n');
  return child;
}

test('a snapshot that another process has open stays until that process ends, however it ends', async (t) => {
  const copy = await start(t);
  const holder = await holdElsewhere(t, copy);
  await importAs(copy, 'Two');
  await importAs(copy, 'Three');
  await importAs(copy, 'Four');
  const held = ['kb-000001.sqlite', 'kb-000003.sqlite', 'kb-000004.sqlite'];
  assert.deepEqual(snapshotsIn(copy), held);

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  await importAs(copy, 'Five');
  assert.deepEqual(snapshotsIn(copy), ['kb-000004.sqlite', 'kb-000005.sqlite']);
});

test('reading a snapshot again does not give up the hold on it', async (t) => {
  const copy = await start(t);
  const first = openCurrent(copy.data);
  const second = openCurrent(copy.data);
  assert.ok(first.ok && second.ok);
  first.snapshot.close();
  t.after(second.snapshot.close);
  importElsewhere(copy, 'Two');
  importElsewhere(copy, 'Three');
  assert.ok(existsSync(join(copy.data, 'kb-000001.sqlite')), 'the second still holds it');
});

test('a file that is no snapshot holds nobody up', async (t) => {
  const copy = await start(t);
  spawnSync('sh', ['-c', `echo no > kb-000000.sqlite; chmod 444 kb-000000.sqlite`], {
    cwd: copy.data,
  });
  await importAs(copy, 'Two');
  await importAs(copy, 'Three');
  assert.deepEqual(snapshotsIn(copy), ['kb-000002.sqlite', 'kb-000003.sqlite']);
  await until('nothing else is left', () => readdirSync(copy.data).length === 5);
});

const isReadOnly = ({ cause }: Error) => /readonly/.test(String(cause));

test('a snapshot is opened to be read, never to be written to, and is not mapped into memory', async (t) => {
  const opened = openCurrent((await start(t)).data);
  assert.ok(opened.ok);
  const { db, pragma, close } = opened.snapshot;
  t.after(close);
  assert.throws(() => db.run(sql`update reports set code = 'x'`), isReadOnly);
  assert.deepEqual(
    ['query_only', 'trusted_schema', 'mmap_size'].map(pragma),
    [1, 0, 0],
    'a mapped file that is truncated ends the process by a signal',
  );
});

test('an import or a rollback that is at work keeps the other out', async (t) => {
  const { data } = await start(t);
  const release = lock(data);
  assert.throws(() => lock(data), /another import has been at work/);
  assert.throws(() => rollBack(data), /another import has been at work/);
  release();
  assert.throws(() => rollBack(data), /there is no snapshot before/);
});

test('what was published and is no snapshot of these tables is not opened', async (t) => {
  const { data } = await start(t);
  const pointer = readPointer(data)!;
  const path = join(data, pointer.file);
  chmodSync(path, 0o644);
  const client = new BetterSqlite3(path);
  t.after(() => client.close());
  for (const [pragma, reason] of [
    ['user_version = 999', /has tables of version 999; this software reads version \d+$/],
    ['application_id = 1', /is no snapshot of Juzheng$/],
  ] as const) {
    client.pragma(pragma);
    writeFileSync(join(data, 'CURRENT'), JSON.stringify({ ...pointer, sha256: digestOf(path) }));
    const opened = openCurrent(data);
    if (opened.ok) opened.snapshot.close();
    assert.match(opened.ok ? 'it is opened' : opened.reason, reason);
  }
});
