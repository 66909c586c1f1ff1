import assert from 'node:assert/strict';
import { chmodSync, cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { digestOf, readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { SeedError } from '../../src/importer/read/problem.ts';
import { copySeed } from '../support/copied.ts';
import { makeCorpus } from '../support/corpus.ts';
import type { Corpus } from '../support/corpus.ts';
import { namedRows } from '../support/imports/named-rows.ts';

/** Which phases an import went through. */
async function phasesOf(corpus: Corpus, jobs = 2): Promise<string[]> {
  const phases = new Set<string>();
  await importSeed({ ...corpus, jobs, onStep: ({ phase }) => phases.add(phase) });
  return [...phases];
}

test('what an import carries on answers the same as what is built from nothing', async (t) => {
  const corpus = makeCorpus(48);
  t.after(corpus.remove);
  const fresh = join(corpus.data, '..', 'fresh');
  await importSeed(corpus);
  const [first, , third, fourth] = corpus.folders;
  const last = corpus.folders.at(-1)!;

  // One report gone, one changed, and new ones before, between and behind all others.
  rmSync(third!, { recursive: true });
  corpus.change(join(fourth!, 'facts.json'), '"en": "Overview"', '"en": "What it is about"');
  for (const [folder, code] of [
    [first!, 'aaa'],
    [first!, `${basename(first!)}-again`],
    [last, `${basename(last)}-again`],
  ] as const) {
    cpSync(folder, join(corpus.seed, 'reports', code), { recursive: true });
  }
  const phases = await phasesOf(corpus);
  assert.ok(phases.includes('copy') && !phases.includes('index'), phases.join(' '));
  await importSeed({ seed: corpus.seed, data: fresh });

  const [carried, built] = [namedRows(corpus.data), namedRows(fresh)];
  assert.deepEqual(Object.keys(carried), Object.keys(built));
  for (const [name, rows] of Object.entries(built)) {
    assert.deepEqual(carried[name], rows, name);
  }
  assert.equal(built['reports']!.length, 50);
  const [ofCarried, ofBuilt] = [readPointer(corpus.data), readPointer(fresh)];
  assert.deepEqual(ofCarried?.counts, ofBuilt?.counts);
  assert.equal(ofCarried?.version, ofBuilt?.version, 'equal content has one version');
  assert.notEqual(ofCarried?.sha256, ofBuilt?.sha256, 'however its rows are numbered');
});

test('where there is no room between two reports all is built anew, and answers the same', async (t) => {
  const corpus = makeCorpus(10);
  t.after(corpus.remove);
  await importSeed(corpus);
  const [folder] = corpus.folders;
  let code = basename(folder!);
  const built: boolean[] = [];
  // Each stands right behind the first, before those that came before it.
  for (let round = 0; round < 12; round++) {
    code += '-a';
    cpSync(folder!, join(corpus.seed, 'reports', code), { recursive: true });
    built.push((await phasesOf(corpus)).includes('index'));
  }
  assert.equal(built[0], false);
  assert.ok(built.includes(true));
  const fresh = join(corpus.data, '..', 'fresh');
  await importSeed({ seed: corpus.seed, data: fresh });
  assert.deepEqual(namedRows(corpus.data), namedRows(fresh));
});

test('a seed that has not changed is not read again; taken back, a change leaves what there was', async (t) => {
  const corpus = makeCorpus(10);
  t.after(corpus.remove);
  const { difference } = await importSeed(corpus);
  assert.equal(difference.find(({ kind }) => kind === 'reports')?.added.count, 10);
  const before = namedRows(corpus.data);
  const { version } = readPointer(corpus.data)!;
  const { mtimeMs } = statSync(join(corpus.data, 'CURRENT'));
  assert.deepEqual(await phasesOf(corpus), ['digest']);
  assert.equal(statSync(join(corpus.data, 'CURRENT')).mtimeMs, mtimeMs);

  const [folder] = corpus.folders;
  const aside = join(corpus.seed, 'aside');
  cpSync(folder!, aside, { recursive: true });
  rmSync(folder!, { recursive: true });
  const gone = await importSeed(corpus);
  const reports = gone.difference.find(({ kind }) => kind === 'reports');
  assert.deepEqual(reports?.removed, { count: 1, codes: [basename(folder!)] });
  cpSync(aside, folder!, { recursive: true });
  assert.notEqual(gone.version, version);
  assert.equal((await importSeed(corpus)).version, version);
  assert.deepEqual(namedRows(corpus.data), before);
});

test('rows that another program made are never carried on', async (t) => {
  const corpus = makeCorpus(10);
  t.after(corpus.remove);
  await importSeed(corpus);
  const before = namedRows(corpus.data);
  const pointer = readPointer(corpus.data)!;
  const path = join(corpus.data, pointer.file);
  chmodSync(path, 0o644);
  const db = new BetterSqlite3(path);
  db.exec(`update outcomes set label_en = 'stale';
           update sources set sha256 = 'of other rules' where kind = 'RULES'`);
  db.close();
  writeFileSync(
    join(corpus.data, 'CURRENT'),
    JSON.stringify({ ...pointer, sha256: digestOf(path) }),
  );
  const phases = await phasesOf(corpus);
  assert.ok(phases.includes('index') && !phases.includes('copy'), phases.join(' '));
  assert.deepEqual(namedRows(corpus.data), before);
});

test('a snapshot that is not what was published is not carried on', async (t) => {
  const corpus = makeCorpus(10);
  t.after(corpus.remove);
  const { version } = await importSeed(corpus);
  const path = join(corpus.data, readPointer(corpus.data)!.file);
  chmodSync(path, 0o644);
  writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(4096)]));
  const again = await importSeed(corpus);
  assert.deepEqual([again.outcome, again.version], ['imported', version]);
});

test('on however many threads, a seed gives the same bytes', async (t) => {
  const corpus = makeCorpus(24);
  t.after(corpus.remove);
  const versions = [];
  for (const jobs of [1, 2]) {
    const data = `${corpus.data}-${jobs}`;
    const { file } = await importSeed({ seed: corpus.seed, data, jobs });
    versions.push(digestOf(join(data, file)));
  }
  assert.equal(new Set(versions).size, 1);
});

test('at another time, too, a seed gives the same bytes', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  const { file } = await importSeed(copy);
  // Until the next second, the smallest step that a date in the file would take.
  await wait(1000);
  const beside = `${copy.data}-again`;
  const again = await importSeed({ seed: copy.seed, data: beside });
  assert.equal(digestOf(join(beside, again.file)), digestOf(join(copy.data, file)));
});

test('the problems of all reports are told at once and in order, and nothing changes', async (t) => {
  const corpus = makeCorpus(24);
  t.after(corpus.remove);
  await importSeed(corpus);
  const { version } = readPointer(corpus.data)!;
  const spoiled = [3, 12, 23].map((nth) => corpus.folders[nth]!);
  for (const folder of spoiled) {
    corpus.change(join(folder, 'facts.json'), '"zh": "总述"', '"zh": ""');
    corpus.change(join(folder, 'facts.json'), '"outline-2021-10"', '"outline-2021-11"');
  }
  // Into a new folder too, where all is built.
  for (const data of [corpus.data, `${corpus.data}-new`]) {
    await assert.rejects(importSeed({ seed: corpus.seed, data, jobs: 2 }), (error) => {
      assert.ok(error instanceof SeedError);
      assert.deepEqual(
        error.problems.map(({ file, rule }) => `${file} ${rule}`),
        spoiled.flatMap((folder) =>
          ['shape', 'unknown-framework-item'].map(
            (rule) => `${join(folder, 'facts.json')} ${rule}`,
          ),
        ),
      );
      return true;
    });
  }
  assert.equal(readPointer(corpus.data)!.version, version);
});
