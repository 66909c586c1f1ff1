import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { readTexts } from '../../src/db/columns/read-texts.ts';
import { openCurrent, readPointer } from '../../src/db/snapshot/pointer.ts';
import { reports } from '../../src/db/tables/report.ts';
import { importSeed } from '../../src/importer/import.ts';
import { lock } from '../../src/importer/publish/lock.ts';
import { limits } from '../../src/limits.ts';
import { copySeed, factsFile, juzheng } from '../support/copied.ts';

test('an import says what it added; the same again changes nothing; a change is named', (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  const paths = ['--seed', copy.seed, '--data', copy.data];
  const first = juzheng('import', ...paths);
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /^imported: kb-000001\.sqlite \(data version [0-9a-f]{12}\)\n/);
  assert.match(first.out, /\n {2}outcomes +\+74\n/);
  const version = readPointer(copy.data)?.version;

  const again = juzheng('import', ...paths);
  assert.equal(again.code, 0);
  assert.match(again.out, /^nothing changed: kb-000001\.sqlite holds this seed already/);
  assert.equal(readPointer(copy.data)?.version, version);

  copy.change(factsFile, 'en: Time limit for energy conservation review', 'en: Energy review time');
  copy.change(factsFile, 'code: supervision-effect', 'code: oversight-effect');
  const changed = juzheng('import', ...paths);
  assert.match(changed.out, /^imported: kb-000002\.sqlite/);
  for (const line of [
    '~ xinghe-2023/energy-review-time',
    '+ xinghe-2023/oversight-effect',
    '− xinghe-2023/supervision-effect',
  ]) {
    assert.ok(changed.out.includes(`  ${line}\n`), changed.out);
  }
});

test('a snapshot is read-only, holds to its pointer, and the one before it stays', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  for (const [nth, title] of ['One', 'Two', 'Three'].entries()) {
    copy.change(factsFile, /title: \{ zh: 结语, en: .* \}/, `title: { zh: 结语, en: ${title} }`);
    assert.equal((await importSeed(copy)).file, `kb-00000${nth + 1}.sqlite`);
  }
  const files = readdirSync(copy.data).toSorted();
  assert.deepEqual(files, [
    'CURRENT',
    'HISTORY',
    'LOCK.sqlite',
    'kb-000002.sqlite',
    'kb-000003.sqlite',
  ]);
  assert.equal(statSync(join(copy.data, 'kb-000003.sqlite')).mode & 0o777, 0o444);
  const current = openCurrent(copy.data);
  assert.ok(current.ok);
  assert.equal(current.snapshot.pragma('query_only'), 1);
  assert.throws(
    () => current.snapshot.db.run('delete from links'),
    (error: Error) => /readonly/.test(String(error.cause)),
  );
  current.snapshot.close();
});

test('a second importer is kept out while one is at work, and a dead one’s lock is taken over', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  await importSeed(copy);
  const release = lock(copy.data);
  const paths = ['--seed', copy.seed, '--data', copy.data];
  const refused = juzheng('import', ...paths);
  assert.equal(refused.code, 1);
  assert.match(
    refused.err,
    /^juzheng: another import has been at work since [\d-]+T[\d:.]+Z \(process \d+ on .+\); wait for it, or end it\n$/,
  );
  release();
  // What one that was killed has written, on this machine or on another, keeps nobody out.
  for (const holder of [
    { pid: process.pid, host: hostname() },
    { pid: 1, host: 'elsewhere' },
  ]) {
    writeFileSync(
      join(copy.data, 'LOCK'),
      JSON.stringify({ ...holder, since: '2026-01-01T00:00:00.000Z' }),
    );
    assert.equal(juzheng('import', ...paths).code, 0);
    assert.ok(!existsSync(join(copy.data, 'LOCK')));
  }
});

test('killed at any moment, an import loses nothing and the next one succeeds', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  let { version } = await importSeed(copy);
  for (let kill = 0; kill < 4; kill += 1) {
    copy.change(
      factsFile,
      /title: \{ zh: 结语, en: .* \}/,
      `title: { zh: 结语, en: Kill ${kill} }`,
    );
    const importer = spawn(
      process.execPath,
      ['src/main.ts', 'import', '--seed', copy.seed, '--data', copy.data],
      { stdio: 'ignore' },
    );
    await wait(500 + kill * 130);
    importer.kill('SIGKILL');
    if (importer.exitCode === null) await once(importer, 'exit');
    const current = openCurrent(copy.data);
    assert.ok(current.ok, `after kill ${kill}: ${current.ok ? '' : current.reason}`);
    const sections = current.snapshot.db.query.sections.findMany().sync();
    const closing = sections.at(-1)?.titleEn;
    assert.ok(closing === `Kill ${kill}` || current.snapshot.version === version, String(closing));
    current.snapshot.close();
    ({ version } = await importSeed(copy));
    assert.equal(readPointer(copy.data)?.version, version);
    const strays = readdirSync(copy.data).filter(
      (name) => !/^(CURRENT|HISTORY|LOCK\.sqlite|kb-\d{6}\.sqlite)$/.test(name),
    );
    assert.deepEqual(strays, []);
  }
});

test('the command line helps, and its exit codes tell wrong usage from failure', () => {
  const help = juzheng('--help');
  assert.equal(help.code, 0);
  for (const command of ['start', 'import', 'rollback', 'publish', 'check', 'corpus', 'schema'])
    assert.match(help.out, new RegExp(`\n {2}${command} `));
  const version = juzheng('--version');
  const { version: own } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual([version.code, version.out], [0, `${own}\n`]);
  assert.match(help.out, /-V, --version/);
  assert.equal(juzheng('no-such-command').code, 2);
  assert.equal(juzheng('import', '--no-such-option').code, 2);
  assert.equal(juzheng('start', '--port', 'x').code, 2);
  assert.equal(juzheng('import', '--jobs', '0').code, 2);
  const nowhere = juzheng('check', 'no-such-folder');
  assert.equal(nowhere.code, 1);
  assert.match(
    nowhere.err,
    /^no-such-folder:1:1 missing-folder: The folder is not there\. [^\n]*\n1 problem; nothing was changed\n$/,
  );
  assert.equal(juzheng('check', 'seed/reports/xinghe-2023').code, 0);
  const check = juzheng('schema', '--check');
  assert.equal(check.code, 0, check.err);
});

test('a file in place of a folder, and a folder in place of a file, are told in plain words', (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  const file = join(copy.seed, factsFile);
  const out = join(copy.data, 'out');
  const told: [string[], RegExp][] = [
    [['import', '--data', file], /facts\.yaml is no folder/],
    [['import', '--seed', file], /facts\.yaml:1:1 not-a-folder: This is no folder\..*\n1 problem;/],
    [['rollback', '--data', file], /facts\.yaml is no folder/],
    [['rollback', '--data', out], /out is not there/],
    [['numerals', copy.seed], /seed is a folder; name a file/],
    [['numerals', out], /out is not there/],
    [['corpus', '--reports', '1', '--out', file], /facts\.yaml is no folder/],
    [['corpus', '--reports', '1', '--out', out, '--vocabulary', file], /facts\.yaml is no folder/],
    [
      ['corpus', '--reports', '1', '--out', out, '--vocabulary', copy.seed],
      /places\.yaml is not there/,
    ],
  ];
  const asked = ['--example', 'biggest-cuts'];
  for (const args of [
    ['export', ...asked, '--data', file],
    ['explain', '--data', file, '{ units { totalCount } }'],
    ['start', '--no-import', '--port', '0', '--data', file],
  ])
    told.push([args, /: the data folder is no folder; name one with --data\n$/]);
  for (const [args, words] of told) {
    const { code, out: said, err } = juzheng(...args);
    assert.deepEqual([code, said], [1, ''], args.join(' '));
    assert.match(err, words);
    assert.doesNotMatch(err, /EEXIST|EISDIR|ENOTDIR|ENOENT|\n\s+at /);
  }
  assert.ok(!existsSync(out), 'nothing half is left');
});

test('no command reads more of a file than one may have, nor one without an end', (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  const long = join(copy.seed, 'long.txt');
  writeFileSync(long, ' '.repeat(limits.fileBytes.value));
  assert.equal(juzheng('numerals', long).code, 0);
  writeFileSync(long, ' '.repeat(limits.fileBytes.value + 1));
  for (const file of [long, '/dev/zero']) {
    for (const args of [
      ['numerals', file],
      ['export', '--data', copy.data, '--query', file],
    ]) {
      const { code, err } = juzheng(...args);
      assert.equal(code, 1, args.join(' '));
      assert.match(err, /has more than 5000000 bytes \(fileBytes\); give less at once\n$/);
    }
  }
});

test('the seed’s text is stored byte for byte', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  await importSeed(copy);
  const current = openCurrent(copy.data);
  assert.ok(current.ok);
  const { text } = readTexts.reports;
  const [report] = current.snapshot.db
    .select({ text: text(reports) })
    .from(reports)
    .all();
  const bytes = readFileSync('seed/reports/xinghe-2023/report.txt');
  assert.deepEqual(Buffer.from(report!.text), bytes);
  current.snapshot.close();
});
