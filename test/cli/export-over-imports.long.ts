import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import { juzheng } from '../support/copied.ts';
import { makeCorpus } from '../support/corpus.ts';

const query =
  'query Q { outcomes { nodes { code label evidence { exact prefix suffix } } } meta { dataVersion } }';

for (const imports of [2, 3]) {
  test(`an export over ${imports} imports gives all rows of one version`, async (t) => {
    const corpus = makeCorpus(14);
    t.after(corpus.remove);
    const importAll = () => {
      const { code, err } = juzheng('import', '--seed', corpus.seed, '--data', corpus.data);
      assert.equal(code, 0, err);
    };
    importAll();
    const current = openCurrent(corpus.data);
    assert.ok(current.ok);
    const codes = current.snapshot.db.query.outcomes
      .findMany({ columns: { code: true } })
      .sync()
      .map(({ code }) => code);
    current.snapshot.close();

    const args = [
      'export',
      '--data',
      corpus.data,
      '--query',
      '-',
      '--list',
      'outcomes',
      '--format',
      'jsonl',
    ];
    const exporting = spawn(process.execPath, ['src/main.ts', ...args]);
    const ended = once(exporting, 'exit');
    t.after(() => exporting.kill('SIGKILL'));
    exporting.stdin.end(query);
    // More than a pipe holds: it is in the midst of it until somebody reads.
    const err = text(exporting.stderr);
    await once(exporting.stdout, 'readable');
    for (let nth = 0; nth < imports; nth += 1) {
      rmSync(corpus.folders[nth]!, { recursive: true });
      importAll();
    }
    assert.equal(exporting.exitCode, null, 'it is still at it');
    const out = await text(exporting.stdout);
    assert.deepEqual(await ended, [0, null], await err);
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const exported = rows.map(
      (row) => row['code'] ?? row['outcomes.code'] ?? Object.values(row)[0],
    );
    assert.deepEqual(new Set(exported), new Set(codes));
    assert.equal(exported.length, codes.length);
  });
}
