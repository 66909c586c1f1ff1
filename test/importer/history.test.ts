import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import type { TestContext } from 'node:test';
import { historyName, readHistory } from '../../src/db/snapshot/history.ts';
import { pointerName, readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { nothingChanged } from '../../src/importer/snapshot/changed-reports.ts';
import { sweep } from '../../src/importer/publish/publish.ts';
import { rollBack } from '../../src/importer/publish/rollback.ts';
import { addToHistory } from '../../src/importer/publish/write-history.ts';
import { copyAgain, copySeed, factsFile } from '../support/copied.ts';
import { makeCorpus } from '../support/corpus.ts';

/** Two publications: the second of a seed in which an outcome is called otherwise. */
async function makeTwice() {
  const copy = copySeed();
  const first = await importSeed(copy);
  copy.change(factsFile, /节能审查时限/g, '节能审查的时限');
  const second = await importSeed(copy);
  return { copy, first, second };
}

let made: ReturnType<typeof makeTwice> | undefined;
after(async () => (await made)?.copy.remove());

/** A copy of these two, which are made once. */
async function importTwice(t: TestContext) {
  const { copy: twice, first, second } = await (made ??= makeTwice());
  const copy = copyAgain(twice);
  t.after(copy.remove);
  return { ...copy, first, second, told: () => readHistory(copy.data) };
}

const shortly = (entries: ReturnType<typeof readHistory>) =>
  entries.map(({ number, event, version }) => [number, event, version]);

test('each publication is told with its reports and the facts that changed, and a rollback too', async (t) => {
  const { data, first, second, told } = await importTwice(t);
  const [whole, changed] = told();
  assert.deepEqual(shortly(told()), [
    [1, 'PUBLISHED', first.version],
    [2, 'PUBLISHED', second.version],
  ]);
  assert.deepEqual([whole!.before, changed!.before], [null, first.version]);
  assert.deepEqual(whole!.counts, { added: 1, changed: 0, removed: 0 });
  const [added] = whole!.reports;
  assert.deepEqual([added!.code, added!.change], ['xinghe-2023', 'added']);
  for (const { kind, ...counts } of added!.facts)
    assert.deepEqual(counts, { added: first.counts[kind], changed: 0, removed: 0 }, kind);
  assert.ok(added!.facts.length >= 5);
  assert.deepEqual(changed!.counts, { added: 0, changed: 1, removed: 0 });
  assert.deepEqual(changed!.reports[0]!.facts, [
    { kind: 'outcomes', added: 0, changed: 1, removed: 0 },
  ]);

  rollBack(data);
  const last = told().at(-1)!;
  assert.deepEqual(
    [last.number, last.event, last.version, last.before],
    [3, 'WITHDRAWN', second.version, first.version],
  );
  // What the pointer does not say of the snapshot gone back to changes nothing of that.
  sweep(data);
  assert.equal(told().length, 3);
});

test('what was added, changed and taken away of several reports is counted apart', async (t) => {
  const corpus = makeCorpus(20);
  t.after(corpus.remove);
  await importSeed({ ...corpus, jobs: 1 });
  const [folder = ''] = corpus.folders;
  const gone = basename(folder);
  rmSync(folder, { recursive: true });
  await importSeed({ ...corpus, jobs: 1 });
  const [all, less] = readHistory(corpus.data);
  assert.deepEqual(all!.counts, { added: 20, changed: 0, removed: 0 });
  assert.equal(less!.counts.removed, 1);
  const removed = less!.reports.find(({ code }) => code === gone)!;
  assert.equal(removed.change, 'removed');
  assert.deepEqual(
    removed.facts.map(({ kind, removed: count }) => [kind, count]),
    all!.reports.find(({ code }) => code === gone)!.facts.map(({ kind, added }) => [kind, added]),
  );
});

test('a broken line costs nothing but itself, and a lost file nothing but what it told', async (t) => {
  const { data, told, change, ...copy } = await importTwice(t);
  const path = join(data, historyName);
  const [one, two] = readFileSync(path, 'utf8').trim().split('\n');
  const entries = told();
  for (const broken of ['{', '', 'null', '[]', '{"number":1}', one!.replace('"at":"2', '"at":"x')])
    for (const lines of [
      [one, broken, two],
      [broken, one, two],
      [one, two, broken],
    ]) {
      writeFileSync(path, `${lines.join('\n')}\n`);
      assert.deepEqual(told(), entries, broken);
    }
  writeFileSync(path, `${two}\n${one!.slice(0, 60)}`);
  assert.deepEqual(shortly(told()), shortly(entries).slice(1));
  change(factsFile, /节能审查的时限/g, '节能审查时限');
  await importSeed({ data, ...copy });
  assert.deepEqual(
    told().map(({ number }) => number),
    [2, 3],
  );
  rmSync(path);
  assert.deepEqual(told(), []);
  change(factsFile, /节能审查时限/g, '节能审查之时限');
  await importSeed({ data, ...copy });
  assert.deepEqual(
    told().map(({ number }) => number),
    [4],
    'a number is never given twice',
  );
});

test('what was written and never published is not told, and gone with the next one', async (t) => {
  const { data, first, told, change, ...copy } = await importTwice(t);
  const entry = {
    event: 'PUBLISHED',
    at: '2026-11-28T00:00:00.000Z',
    version: '0'.repeat(64),
    before: first.version,
    ...nothingChanged,
  } as const;
  // As where the process is killed before the pointer is moved.
  assert.equal(addToHistory(data, entry), 3);
  assert.equal(told().length, 2);
  change(factsFile, /节能审查的时限/g, '节能审查时限');
  const third = await importSeed({ data, ...copy });
  assert.deepEqual(shortly(told()).at(-1), [3, 'PUBLISHED', third.version]);
  assert.equal(told().length, 3);

  // Where the pointer is lost, nobody knows of the last one.
  rmSync(join(data, pointerName));
  assert.equal(told().length, 2);
});

test('the history is bounded', async (t) => {
  const { data, first, told } = await importTwice(t);
  const line = readFileSync(join(data, historyName), 'utf8').split('\n')[0]!;
  const pointer = readPointer(data)!;
  for (let number = 3; number <= 130; number += 1)
    appendFileSync(
      join(data, historyName),
      `${line.replace('"number":1', `"number":${number}`)}\n`,
    );
  writeFileSync(join(data, pointerName), JSON.stringify({ ...pointer, told: 130 }));
  assert.equal(told().length, 130);
  rollBack(data);
  assert.equal(told().length, 100);
  assert.deepEqual(shortly(told()).at(-1), [131, 'WITHDRAWN', pointer.version]);
  assert.equal(told().at(-1)!.before, first.version);
});
