import assert from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { rollBack } from '../../src/importer/publish/rollback.ts';
import { copySeed, factsFile } from '../support/copied.ts';

const copy = copySeed();
after(copy.remove);
const pointer = join(copy.data, 'CURRENT');

/**
 * What is done to the data folder meanwhile, in order: a name that is written, `flush` with the name
 * that is put onto the disk (`.` for the folder's own list of names), and `rename`.
 */
async function doneBy(acts: () => unknown): Promise<string[]> {
  const done: string[] = [];
  const own = {
    fsyncSync: fs.fsyncSync,
    renameSync: fs.renameSync,
    writeFileSync: fs.writeFileSync,
  };
  const nameOf = (path: string) => path.replace(`${copy.data}/`, '');
  const openAs = (descriptor: number) => {
    const { ino } = fs.fstatSync(descriptor);
    const names = ['.', ...fs.readdirSync(copy.data)];
    return names.find((name) => fs.statSync(join(copy.data, name)).ino === ino) ?? 'nothing';
  };
  fs.fsyncSync = (descriptor) => {
    done.push(`flush ${openAs(descriptor)}`);
    own.fsyncSync(descriptor);
  };
  fs.renameSync = (from, to) => {
    done.push(`rename ${nameOf(String(from))} to ${nameOf(String(to))}`);
    own.renameSync(from, to);
  };
  fs.writeFileSync = (file, ...rest) => {
    done.push(`write ${nameOf(String(file))}`);
    own.writeFileSync(file, ...rest);
  };
  syncBuiltinESMExports();
  try {
    await acts();
  } finally {
    Object.assign(fs, own);
    syncBuiltinESMExports();
  }
  // The seed lies elsewhere, and the lock says only who is at work.
  return done.filter((each) => !/\/| LOCK$/.test(each));
}

/** The history is on the disk before the pointer says how far it is true. */
const told = ['write HISTORY.new', 'flush HISTORY.new', 'rename HISTORY.new to HISTORY', 'flush .'];

const renaming = [
  'write CURRENT.new',
  'flush CURRENT.new',
  'rename CURRENT.new to CURRENT',
  'flush .',
];

let changes = 0;

/** Imports a seed that has changed; gives the name of the new snapshot. */
async function importChanged(): Promise<string> {
  changes += 1;
  copy.change(
    factsFile,
    /title: \{ zh: 结语, en: .* \}/,
    `title: { zh: 结语, en: Ending ${changes} }`,
  );
  return (await importSeed(copy)).file;
}

describe('what is published outlives a loss of power, and is never seen by half', () => {
  before(importChanged);

  test('a snapshot is on the disk before the pointer names it, and the pointer before it counts', async () => {
    let file = '';
    const done = await doneBy(async () => (file = await importChanged()));
    assert.deepEqual(done, [...told, `flush ${file}`, 'flush .', ...renaming]);
    assert.equal(fs.statSync(join(copy.data, file)).mode & 0o222, 0, 'nobody writes into it');
    const { before: older } = readPointer(copy.data) ?? {};
    assert.ok(older && fs.existsSync(join(copy.data, older.file)), 'the one before stays');
  });

  test('whoever has the pointer open goes on reading the one that was there', async (t) => {
    for (const move of [importChanged, () => rollBack(copy.data)]) {
      const text = fs.readFileSync(pointer, 'utf8');
      const descriptor = fs.openSync(pointer, 'r');
      t.after(() => fs.closeSync(descriptor));
      const done = await doneBy(move);
      assert.equal(fs.readFileSync(descriptor, 'utf8'), text);
      assert.notEqual(fs.readFileSync(pointer, 'utf8'), text);
      assert.deepEqual(done.slice(-renaming.length), renaming, 'a rollback does no more');
    }
  });
});
