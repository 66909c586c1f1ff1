import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import { openReader } from '../../src/db/client.ts';
import { layoutOf, ofReport } from '../../src/db/layout.ts';
import type { TableName } from '../../src/db/relations.ts';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import { tableNames } from '../../src/importer/convert/table-names.ts';
import { importSeed } from '../../src/importer/import.ts';
import { readMarks } from '../../src/importer/postgres/report-marks.ts';
import { askSnapshot } from '../../src/importer/postgres/statements.ts';
import { tablesSettled } from '../../src/importer/settle/settler.ts';
import { makeCorpus } from '../support/corpus.ts';

const ofReports = tableNames.filter((name) => ofReport(name, 0) !== null);

/** Of each report that is published: what tells whether its own rows are the same, and its rows by table. */
async function readReports(data: string) {
  const current = openCurrent(data);
  assert.ok(current.ok);
  const { snapshot } = current;
  const { client, close } = openReader(snapshot.path);
  const ask = askSnapshot(client);
  const rowsOf = (name: TableName, reportId: number) =>
    ask(sql`select * from ${layoutOf(name).table} where ${ofReport(name, reportId)}`);
  const reports = await Promise.all(
    (await readMarks(ask)).map(async ({ code, ownMark, reportId }) => {
      const rows = ofReports.map(
        async (name) => [name, JSON.stringify(await rowsOf(name, reportId))] as const,
      );
      return [code, { ownMark, rows: new Map(await Promise.all(rows)) }] as const;
    }),
  );
  close();
  snapshot.close();
  return new Map(reports);
}

test('what other reports of its place change of a report stands in tables that are settled, and in no other', async (t) => {
  // Of two places.
  const { seed, data, folders, remove } = makeCorpus(10);
  t.after(remove);
  await importSeed({ seed, data, jobs: 1 });
  const all = await readReports(data);
  const changed = new Set<TableName>();
  let held = 0;
  for (const folder of folders.filter((_folder, at) => at % 3 === 0)) {
    const aside = join(data, '..', basename(folder));
    const less = `${aside}-less`;
    cpSync(data, less, { recursive: true });
    cpSync(folder, aside, { recursive: true });
    rmSync(folder, { recursive: true });
    /* oxlint-disable no-await-in-loop -- one seed, of which one report after the other is left out */
    await importSeed({ seed, data: less, jobs: 1 });
    for (const [code, { ownMark, rows }] of await readReports(less)) {
      const before = all.get(code);
      // What leads to rows of the one that is left out is another report itself.
      if (ownMark !== before?.ownMark) continue;
      held += 1;
      for (const [name, told] of rows) if (told !== before.rows.get(name)) changed.add(name);
    }
    /* oxlint-enable no-await-in-loop */
    cpSync(aside, folder, { recursive: true });
  }
  assert.ok(held > 20, `${held} of 36 reports are the same themselves`);
  assert.deepEqual(
    [...changed].filter((name) => !tablesSettled.includes(name)),
    [],
  );
  assert.ok(changed.size > 4, [...changed].join(' '));
});
