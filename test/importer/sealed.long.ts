import assert from 'node:assert/strict';
import {
  chmodSync,
  closeSync,
  openSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { TestContext } from 'node:test';
import { digestOf, openCurrent, readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { lock } from '../../src/importer/publish/lock.ts';
import { rollBack } from '../../src/importer/publish/rollback.ts';
import { isLeftToSeal, sealSnapshots } from '../../src/importer/publish/seal.ts';
import { copyCorpus, makeCorpus } from '../support/corpus.ts';
import type { Corpus } from '../support/corpus.ts';

/** So every snapshot is a large one. */
const readAtOnceBytes = 0;

/** A corpus after so many imports, each of which carried the one before on: what tests copy. */
const stages: { corpus: Corpus; versions: string[] }[] = [];
after(() => {
  for (const { corpus } of stages) corpus.remove();
});

async function importAgain(corpus: Corpus, nth: number) {
  corpus.change(
    join(corpus.folders[3]!, 'facts.json'),
    /"en": "Overview( \d+)?"/,
    `"en": "Overview ${nth}"`,
  );
  return importSeed({ ...corpus, readAtOnceBytes });
}

/** Reports of which one changes with each import, so that each carries the one before on. */
async function importLarge(t: TestContext, imports: number) {
  for (let nth = stages.length + 1; nth <= imports; nth += 1) {
    const before = stages.at(-1);
    const corpus = before ? copyCorpus(before.corpus) : makeCorpus(9);
    const { version } = await importAgain(corpus, nth);
    stages.push({ corpus, versions: [...(before?.versions ?? []), version] });
  }
  const { corpus: made, versions } = stages[imports - 1]!;
  const corpus = copyCorpus(made);
  t.after(corpus.remove);
  return { ...corpus, versions, importAgain: (nth: number) => importAgain(corpus, nth) };
}

const pathOf = ({ data }: Corpus, which: 'now' | 'before' = 'now') => {
  const pointer = readPointer(data)!;
  return join(data, (which === 'now' ? pointer : pointer.before!).file);
};

/** Turns bits in the middle of a file and leaves its length and its times as they were. */
function spoil(path: string): void {
  const { atime, mtime, size } = statSync(path);
  chmodSync(path, 0o644);
  const descriptor = openSync(path, 'r+');

  writeSync(descriptor, Buffer.from('\u0000\u0001'), 0, 2, size >> 1);
  closeSync(descriptor);
  chmodSync(path, 0o444);
  utimesSync(path, atime, mtime);
}

test('a large snapshot is published before anybody has read it whole, and sealed afterwards', async (t) => {
  const corpus = await importLarge(t, 2);
  const { data, versions } = corpus;
  const unsealed = readPointer(data)!;
  assert.deepEqual([unsealed.sha256, unsealed.before?.sha256], [undefined, undefined]);
  assert.deepEqual([unsealed.madeOf, unsealed.before?.madeOf], ['kb-000001.sqlite', undefined]);
  assert.equal(unsealed.bytes, statSync(pathOf(corpus)).size);
  assert.ok(
    isLeftToSeal(data),
    'an import that was killed before it was sealed leaves that to be done',
  );

  sealSnapshots(data);
  const { sha256, before, madeOf, ...sealed } = readPointer(data)!;
  assert.deepEqual(
    [sha256, before?.sha256],
    [digestOf(pathOf(corpus)), digestOf(pathOf(corpus, 'before'))],
  );
  const { madeOf: _was, before: _unsealed, ...rest } = unsealed;
  assert.deepEqual([sealed, madeOf], [rest, undefined], 'nothing else changes');
  assert.equal(sealed.version, versions[1]);
  assert.ok(!isLeftToSeal(data));
});

test('what is left of large snapshots is removed when the new one is sealed', async (t) => {
  const corpus = await importLarge(t, 3);
  const { data } = corpus;
  const names = ['kb-000001.sqlite', 'kb-000002.sqlite', 'kb-000003.sqlite'];
  const there = () => names.filter((name) => statSync(join(data, name), { throwIfNoEntry: false }));
  assert.deepEqual(there(), names);
  sealSnapshots(data);
  assert.deepEqual(there(), names.slice(1));
});

test('one that was made of a damaged snapshot is not sealed, and the next import makes all anew', async (t) => {
  const corpus = await importLarge(t, 1);
  sealSnapshots(corpus.data);
  await corpus.importAgain(2);
  spoil(pathOf(corpus, 'before'));
  sealSnapshots(corpus.data);
  const { doubt, sha256, version } = readPointer(corpus.data)!;
  assert.equal(sha256, undefined);
  assert.equal(doubt, 'was made of kb-000001.sqlite, which is damaged');
  assert.ok(!isLeftToSeal(corpus.data), 'it is not looked at again and again');

  const phases = new Set<string>();
  const again = await importSeed({
    ...corpus,
    readAtOnceBytes,
    onStep: ({ phase }) => phases.add(phase),
  });
  assert.ok(phases.has('index') && !phases.has('copy'));
  assert.deepEqual([again.outcome, again.version], ['imported', version]);
  assert.equal(readPointer(corpus.data)!.doubt, undefined);
});

test('a damaged snapshot is never gone back to, however large it is', async (t) => {
  for (const isSealed of [true, false]) {
    const corpus = await importLarge(t, 2);
    if (isSealed) sealSnapshots(corpus.data);
    const path = pathOf(corpus, 'before');
    const before = readFileSync(join(corpus.data, 'CURRENT'), 'utf8');
    chmodSync(path, 0o644);
    const descriptor = openSync(path, 'r+');
    // A page in the middle, so that its structure is damaged too: of an unsealed one that alone can be known.
    writeSync(descriptor, Buffer.alloc(8192, 7), 0, 8192, (statSync(path).size >> 13) << 12);
    closeSync(descriptor);
    assert.throws(() => rollBack(corpus.data), isSealed ? /digest differs/ : /integrity|CORRUPT/);
    assert.equal(readFileSync(join(corpus.data, 'CURRENT'), 'utf8'), before);
  }
});

test('of a large snapshot its length and what it holds are looked at when it is opened', async (t) => {
  const { data } = await importLarge(t, 1);
  const pointer = readPointer(data)!;
  const opened = openCurrent(data, { readAtOnceBytes });
  assert.ok(opened.ok && !opened.snapshot.isReadWhole);
  opened.snapshot.close();
  const path = join(data, pointer.file);
  chmodSync(path, 0o644);
  const append = openSync(path, 'a');
  writeSync(append, 'more');
  closeSync(append);
  const longer = openCurrent(data, { readAtOnceBytes });
  assert.ok(!longer.ok);
  assert.match(longer.reason, /its length differs/);
});

test('whoever seals is waited for, and an import is not', async (t) => {
  const { data } = await importLarge(t, 1);
  const release = lock(data, { isBrief: true });
  const begun = performance.now();
  assert.throws(() => lock(data, { patience: 200 }), /another import has been at work/);
  assert.ok(performance.now() - begun >= 200, 'it is waited for');
  release();
  const held = lock(data);
  const again = performance.now();
  assert.throws(() => lock(data, { patience: 10_000 }), /another import has been at work/);
  assert.ok(performance.now() - again < 5000);
  held();
});

test('a pointer of an older version, in which the version is the digest of the file, is read and checked as ever', async (t) => {
  const { data, seed } = await importLarge(t, 1);
  const { file, counts, version } = readPointer(data)!;
  const sha256 = digestOf(join(data, file));
  writeFileSync(join(data, 'CURRENT'), JSON.stringify({ file, sha256, counts }));
  const opened = openCurrent(data, { readAtOnceBytes });
  assert.ok(opened.ok);
  const { isReadWhole, version: older, close } = opened.snapshot;
  close();
  assert.deepEqual([isReadWhole, older], [true, sha256]);
  assert.equal((await importSeed({ seed, data, readAtOnceBytes })).outcome, 'unchanged');

  spoil(join(data, file));
  assert.ok(!openCurrent(data, { readAtOnceBytes }).ok, 'it is read whole, however large it is');
  const again = await importSeed({ seed, data, readAtOnceBytes });
  assert.deepEqual([again.outcome, again.version], ['imported', version]);
});
