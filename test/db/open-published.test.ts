import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { digestOf, openCurrent, readPointer } from '../../src/db/pointer.ts';
import type { Pointer } from '../../src/db/pointer.ts';
import { lock } from '../../src/importer/lock.ts';
import { rollBack } from '../../src/importer/rollback.ts';
import { importedSeed } from '../support/served.ts';

let data: string;
let pointer: Pointer;
let remove: () => void;
before(async () => {
  ({ data, remove } = await importedSeed());
  pointer = readPointer(data)!;
});
after(() => remove());

const isReadOnly = ({ cause }: Error) => /readonly/.test(String(cause));

test('a snapshot is opened to be read, never to be written to, and is not mapped into memory', (t) => {
  const opened = openCurrent(data);
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

test('an import or a rollback that is at work keeps the other out', () => {
  const release = lock(data);
  assert.throws(() => lock(data), /another import has been at work/);
  assert.throws(() => rollBack(data), /another import has been at work/);
  release();
  assert.throws(() => rollBack(data), /there is no snapshot before/);
});

for (const [pragma, reason] of [
  ['user_version = 999', /has tables of version 999; this software reads version \d+$/],
  ['application_id = 1', /is no snapshot of Juzheng$/],
] as const) {
  test(`what was published with another ${pragma} is not opened`, () => {
    const path = join(data, pointer.file);
    chmodSync(path, 0o644);
    const client = new BetterSqlite3(path);
    const [name = ''] = pragma.split(' ');
    const own = client.pragma(name, { simple: true });
    client.pragma(pragma);
    writeFileSync(join(data, 'CURRENT'), JSON.stringify({ ...pointer, sha256: digestOf(path) }));
    const opened = openCurrent(data);
    if (opened.ok) opened.snapshot.close();
    client.pragma(`${name} = ${String(own)}`);
    client.close();
    assert.match(opened.ok ? 'it is opened' : opened.reason, reason);
  });
}
