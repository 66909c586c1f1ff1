import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

/** The recipes of the contributors' guide, each done by hand in a copy of the project, one after the other. */
let copy: string;
before(() => {
  copy = mkdtempSync(join(tmpdir(), 'juzheng-recipes-'));
  const parts = ['src', 'seed', 'migrations', 'test', 'package.json', 'tsconfig.json'];
  for (const part of [...parts, 'drizzle.config.ts'])
    cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
after(() => rmSync(copy, { recursive: true, force: true }));

const recipe = (name: string) => readFileSync(`test/recipes/${name}.diff`, 'utf8');

function apply(diff: string): void {
  execFileSync('git', ['apply', '--unsafe-paths', `--directory=${copy}`, '-'], {
    input: diff,
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
  });
}

function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

const ask = (query: string) =>
  run('src/main.ts', 'export', '--query', query, '--format', 'jsonl')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);

/** What a test of the copy says. */
const testIn = (file: string, ...options: string[]) =>
  spawnSync(process.execPath, ['--test', ...options, file], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  });

test('the tables are those that the migrations make', () => {
  const said = run('node_modules/drizzle-kit/bin.cjs', 'generate', '--name', 'forgotten');
  assert.match(
    said,
    /No schema changes/,
    'npm run migration -- --name what-changed, and commit the folder that it makes in migrations/',
  );
});

test('a field', () => {
  apply(recipe('field'));
  run('src/main.ts', 'import');
  assert.deepEqual(ask('{ honours { nodes { code isFirstRound } } }'), [
    { code: 'xinghe-2023/model-county-2023', isFirstRound: false },
  ]);
});

test('a filter, which a test misses while it has no oracle', () => {
  const diff = recipe('filter');
  const [field, ...oracles] = diff.split(/^(?=diff --git )/m);
  apply(field!);
  const { status, stdout } = testIn('test/schema/corpus.test.ts', '--test-name-pattern=Honour');
  assert.equal(status, 1);
  assert.match(stdout, /test\/support\/oracle\.ts: say in `passes\.Honour`/);
  assert.match(stdout, /rounds/);
  apply(oracles.join(''));
  assert.equal(testIn('test/schema/corpus.test.ts', '--test-name-pattern=Honour').status, 0);
  assert.equal(ask('{ honours(filter: { rounds: [3] }) { nodes { code } } }').length, 1);
  assert.deepEqual(ask('{ honours(filter: { rounds: [1] }) { nodes { code } } }'), []);
});

test('a type with a table, which facts fill, and which is missed where it has not joined a list', () => {
  const files = recipe('type').split(/^(?=diff --git )/m);
  const isGuarded = (diff: string) =>
    /^diff --git a\/(?:src\/db\/relations\/evidence-columns|test\/architecture\/new-type)/.test(
      diff,
    );
  apply(files.filter((diff) => !isGuarded(diff)).join(''));
  const missed = testIn('test/architecture/new-type.test.ts').stdout;
  for (const name of ['searchable.ts', 'evidence-columns.ts', 'quotes.ts'])
    assert.ok(missed.includes(name), `${name}: ${missed}`);
  assert.match(missed, /'keywords'/);
  assert.match(missed, /'Keyword\.evidence'/);
  apply(files.filter(isGuarded).join(''));
  run('node_modules/typescript/bin/tsc');
  run('node_modules/drizzle-kit/bin.cjs', 'generate', '--name', 'keywords');
  assert.equal(testIn('test/architecture/new-type.test.ts').status, 0);
  const facts = join(copy, 'seed/reports/xinghe-2023/facts.yaml');
  const keywords = 'keywords:\n  - { code: adviser, quote: { exact: 法律顾问, prefix: 常年 } }\n\n';
  writeFileSync(
    facts,
    readFileSync(facts, 'utf8').replace(/^documents:/m, `${keywords}documents:`),
  );
  run('src/main.ts', 'import');
  assert.deepEqual(ask('{ keywords { nodes { code evidence { exact } report { code } } } }'), [
    { code: 'xinghe-2023/adviser', 'evidence.exact': '法律顾问', 'report.code': 'xinghe-2023' },
  ]);
});

test('a report', () => {
  cpSync('test/recipes/report', join(copy, 'seed/reports/county-2023'), { recursive: true });
  run('src/main.ts', 'check', 'seed/reports/county-2023');
  run('src/main.ts', 'import');
  assert.deepEqual(
    ask('{ outcomes(filter: { reports: ["county-2023"] }) { nodes { code quantity { text } } } }'),
    [
      { code: 'county-2023/trainings', 'quantity.text': '3次' },
      { code: 'county-2023/decisions-reviewed', 'quantity.text': '36件' },
      { code: 'county-2023/review-rate', 'quantity.text': '100%' },
    ],
  );
});
