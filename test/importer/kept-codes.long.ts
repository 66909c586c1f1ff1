import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { describeImport } from '../../src/cli/commands/import.ts';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { SeedError } from '../../src/importer/read/problem.ts';
import { rollBack } from '../../src/importer/publish/rollback.ts';
import { copySeed, factsFile } from '../support/copied.ts';
import { copyImported } from '../support/imported.ts';
import { makeCorpus } from '../support/corpus.ts';

/** An entry under `retired:` that no longer gives a code of the seed. */
const entry = (code: string) =>
  `retired:\n  - { type: OUTCOME, code: ${code}, reason: { zh: 说了两次, en: Told twice. } }\n`;

test('a code that vanishes without an entry is told, and one with an entry is not', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  await copyImported(copy.data);
  copy.change(factsFile, 'code: online-offline-merged', 'code: services-merged');
  copy.change(
    factsFile,
    'code: one-plan-two-outlines\n    title',
    'code: plan-and-outlines\n    title',
  );
  copy.change(
    factsFile,
    '{ code: one-plan-two-outlines, relation',
    '{ code: plan-and-outlines, relation',
  );
  const imported = await importSeed(copy);
  assert.deepEqual(imported.lost.vanished, {
    count: 2,
    codes: [
      'Outcome:xinghe-2023/online-offline-merged',
      'Document:xinghe-2023/one-plan-two-outlines',
    ],
  });
  const warnings = describeImport(imported).filter((line) => line.startsWith('warning: '));
  assert.equal(warnings.length, 2);
  assert.match(warnings[0]!, /online-offline-merged is gone.*retired:/);

  copy.change(factsFile, 'code: services-merged', 'code: one-network');
  copy.change(factsFile, 'retired:\n', entry('services-merged'));
  const { lost } = await importSeed(copy);
  assert.deepEqual(lost, { vanished: { count: 0, codes: [] }, dropped: { count: 0, codes: [] } });
});

test('a code that the snapshot before knew as retired is refused, wherever the facts give it', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  const facts = join(copy.seed, factsFile);
  const first = readFileSync(facts, 'utf8');
  await copyImported(copy.data);
  copy.change(factsFile, 'code: internal-items-abolished', 'code: internal-items-dropped');
  copy.change(factsFile, 'retired:\n', entry('internal-items-abolished'));
  const { file } = await importSeed(copy);
  writeFileSync(facts, first);
  const place = copy.placeOf(factsFile, 'internal-items-abolished');
  await assert.rejects(importSeed(copy), (error) => {
    assert.ok(error instanceof SeedError);
    const told = error.problems.map((each) => `${each.line}:${each.column} ${each.rule}`);
    assert.deepEqual(told, [`${place} retired-code`]);
    return true;
  });
  const opened = openCurrent(copy.data);
  assert.ok(opened.ok);
  assert.equal(opened.snapshot.file, file, 'nothing has changed');
  opened.snapshot.close();

  // Gone back to the snapshot that gives it, the same seed is as good as it was.
  rollBack(copy.data);
  await importSeed(copy);
});

test('an entry that is dropped is told', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  copy.change(factsFile, 'retired:\n', entry('mistyped'));
  await importSeed(copy);
  copy.change(factsFile, entry('mistyped'), 'retired:\n');
  const imported = await importSeed(copy);
  assert.deepEqual(imported.lost.dropped, { count: 1, codes: ['Outcome:xinghe-2023/mistyped'] });
  assert.match(describeImport(imported).at(-1)!, /^warning: .*mistyped was retired/);
});

test('what goes with its whole report has not vanished; of thousands that do, some are told', async (t) => {
  const corpus = makeCorpus(20);
  t.after(corpus.remove);
  await importSeed(corpus);
  const [gone, ...others] = corpus.folders;
  rmSync(gone!, { recursive: true });
  const removed = await importSeed(corpus);
  assert.equal(removed.lost.vanished.count, 0);
  for (const folder of others) {
    const file = join(folder, 'facts.json');
    const facts = JSON.parse(readFileSync(file, 'utf8'));
    facts.links = [];
    facts.checks = [];
    for (const { measures = [] } of facts.sections)
      for (const measure of measures)
        for (const outcome of measure.outcomes ?? []) outcome.code = `${outcome.code}-anew`;
    writeFileSync(file, JSON.stringify(facts));
  }
  const anew = await importSeed(corpus);
  assert.ok(anew.lost.vanished.count > 200, `${anew.lost.vanished.count}`);
  const lines = describeImport(anew).filter((line) => line.startsWith('warning: '));
  assert.equal(lines.length, 21);
  assert.match(lines.at(-1)!, /and \d+ more such codes$/);
});
