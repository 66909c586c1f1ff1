import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openReader } from '../../src/db/client.ts';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { makeCorpus } from '../support/corpus.ts';

/** What is noted of the sizes of texts and lists, by name and size. */
function sizesNoted(data: string): Map<string, string> {
  const current = openCurrent(data);
  assert.ok(current.ok);
  const { snapshot } = current;
  const reader = openReader(snapshot.path);
  const rows = reader.client
    .prepare<[], { name: string; bucket: number }>('select * from statistics order by 1, 2')
    .all();
  reader.close();
  snapshot.close();
  return new Map(
    rows.map(({ name, bucket, ...noted }) => [`${name} ${bucket}`, JSON.stringify(noted)]),
  );
}

test('sizes noted of one report more are those that are noted of all at once', async (t) => {
  const corpus = makeCorpus(16);
  t.after(corpus.remove);
  const { seed, data, folders } = corpus;
  await importSeed({ seed, data, jobs: 1 });
  const atOnce = sizesNoted(data);
  assert.ok(atOnce.size > 200, `${atOnce.size}`);

  // Of a place of its own, so that nothing is settled anew of any other report.
  const [last, aside] = [folders.at(-1)!, join(data, '..', 'aside')];
  cpSync(last, aside, { recursive: true });
  rmSync(last, { recursive: true });
  const other = `${data}-other`;
  await importSeed({ seed, data: other, jobs: 1 });
  cpSync(aside, last, { recursive: true });
  const phases = new Set<string>();
  await importSeed({ seed, data: other, jobs: 1, onStep: ({ phase }) => phases.add(phase) });
  assert.ok(phases.has('copy') && !phases.has('index'), [...phases].join(' '));
  assert.deepEqual(sizesNoted(other), atOnce);
});
