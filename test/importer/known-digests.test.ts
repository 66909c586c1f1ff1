import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { importSeed } from '../../src/importer/import.ts';
import { signReader } from '../../src/importer/read/folder-sign.ts';
import { digestReport, digestRules } from '../../src/importer/read/source-digests.ts';
import { knownDigests } from '../../src/importer/snapshot/known-digests.ts';
import type { SignBounds } from '../../src/importer/snapshot/known-digests.ts';
import { makeCorpus } from '../support/corpus.ts';

const always: SignBounds = { fewest: 1, settledAfter: 0 };

function start(t: TestContext) {
  const corpus = makeCorpus(20);
  t.after(corpus.remove);
  const { data, seed, folders } = corpus;
  mkdirSync(data);
  // On other file systems all files are always read; what is right holds there as well.
  const isTrusted = signReader(join(seed, 'reports'))(folders[0]!) !== null;
  /** Takes all digests as an import does; says of which folders the files were read. */
  function takeAll(bounds = always, rules = 'rules'): number {
    const digests = knownDigests({ data, rules }, folders, bounds);
    for (const folder of folders)
      assert.equal(digests.digest(folder), digestReport(folder).sha256, basename(folder));
    digests.keep();
    return digests.read();
  }
  /** A file's time of change lies behind until the clock of the system has gone on. */
  const known = (read: number) => (isTrusted ? read : folders.length);
  return { ...corpus, takeAll, known };
}

/** Writes other bytes of the same length. */
function alter(path: string): void {
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/\d/, (digit) => String(9 - Number(digit))),
  );
}

const changes: Record<string, (path: string) => void> = {
  'is written to': alter,
  'is written to and its time set back'(path) {
    const { atime, mtime } = statSync(path);
    alter(path);
    utimesSync(path, atime, mtime);
  },
  'is replaced by another of the same length and time'(path) {
    const { atime, mtime } = statSync(path);
    writeFileSync(`${path}.new`, readFileSync(path));
    alter(`${path}.new`);
    utimesSync(`${path}.new`, atime, mtime);
    renameSync(`${path}.new`, path);
  },
  'is removed': (path) => rmSync(path),
  'is replaced by a link to another'(path) {
    writeFileSync(`${path}.other`, 'other');
    rmSync(path);
    symlinkSync(`${path}.other`, path);
  },
  'has other rights': (path) => chmodSync(path, 0o600),
  'has another name beside it': (path) => linkSync(path, `${path}.too`),
};

for (const [what, change] of Object.entries(changes)) {
  test(`where a report’s file ${what}, its folder is read again, and it alone`, (t) => {
    const { folders, takeAll, known } = start(t);
    assert.equal(takeAll(), folders.length);
    assert.equal(takeAll(), known(0));
    change(join(folders[3]!, 'facts.json'));
    assert.equal(takeAll(), known(1));
  });
}

test('what is a link is read every time', (t) => {
  const { folders, takeAll, known } = start(t);
  const path = join(folders[3]!, 'facts.json');
  renameSync(path, `${path}.other`);
  symlinkSync('facts.json.other', path);
  takeAll();
  alter(`${path}.other`);
  assert.equal(takeAll(), known(1));
});

test('what an import of all has read is known to the next one', async (t) => {
  const { seed, data, folders, known } = start(t);
  const readBy = (rules = digestRules()) => {
    const digests = knownDigests({ data, rules }, folders, always);
    for (const folder of folders)
      assert.equal(digests.digest(folder), digestReport(folder).sha256, basename(folder));
    return digests.read();
  };
  await importSeed({ seed, data, jobs: 1, signs: { fewest: 1 } });
  assert.equal(readBy(), folders.length, 'not where the files have just been written');
  rmSync(data, { recursive: true });
  await importSeed({ seed, data, jobs: 2, signs: always });
  assert.equal(readBy(), known(0));
  assert.equal(readBy('others'), folders.length);
  alter(join(folders[3]!, 'facts.json'));
  assert.equal(readBy(), known(1));
});

test('nothing is believed that may have changed within a tick, by another program or by another clock', (t) => {
  const { data, folders, takeAll, known } = start(t);
  const all = folders.length;
  takeAll({ fewest: 1 });
  assert.equal(takeAll(), all, 'files of the last minute are not known by their signs');
  assert.equal(takeAll({ fewest: all + 1 }), all, 'of few reports all are read');
  assert.equal(takeAll(always, 'others'), all);
  assert.equal(takeAll(always, 'others'), known(0));
  const path = join(data, 'DIGESTS');
  if (known(0) > 0) return;
  const kept = readFileSync(path, 'utf8');
  writeFileSync(path, kept.slice(0, -100));
  assert.equal(takeAll(always, 'others'), 1, 'a line that is not whole says nothing');
  writeFileSync(path, kept.replace(/^(.*) \d+\n/, `$1 ${Date.now() + 60_000}\n`));
  assert.equal(takeAll(always, 'others'), all, 'it was written later than now');
});
