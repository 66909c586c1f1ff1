import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

/** Runs a suite of one file, which stands in a folder of its stage. */
function conformance(file: string) {
  const folder = mkdtempSync(join(tmpdir(), 'juzheng-suite-'));
  try {
    cpSync('test/conformance/vocabulary', join(folder, 'vocabulary'), { recursive: true });
    mkdirSync(join(folder, 'quotes'));
    writeFileSync(join(folder, 'quotes/absent-quote.yaml'), file);
    const args = ['src/main.ts', 'conformance', folder];
    return spawnSync(process.execPath, args, { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const suiteOf = (cases: string) =>
  `rule: absent-quote\nabout: Quotes stand in the text.\ncases:\n${cases}`;

const right = `
  - name: Words of the text.
    text: 2023年推进依法行政。规范执法程序。
    measures: [{ quote: 规范执法程序 }]
`;
const wrong = `
  - name: Words of no text.
    text: 2023年推进依法行政。规范执法程序。
    measures: [{ quote: 规范裁量基准 }]
    problems: [absent-quote]
`;

test('a suite that comes out as it says ends with exit code 0 and the number of reports', () => {
  const { status, stdout, stderr } = conformance(suiteOf(right + wrong));
  assert.equal(stderr, '');
  assert.equal(stdout, '2 reports of 1 rules as expected, 0 otherwise\n');
  assert.equal(status, 0);
});

test('what comes out otherwise is told by file and report, and ends with exit code 1', () => {
  const missing = right.replace('规范执法程序 }', '规范裁量基准 }');
  const idle = wrong.replace('规范裁量基准 }', '规范执法程序 }');
  const check = `${right}    checks: [{ kind: SUM, verdict: HOLDS, reason: AGREES }]\n`.replace(
    'Words of',
    'A sum of',
  );
  const { status, stdout, stderr } = conformance(suiteOf(missing + idle + check));
  assert.deepEqual(stderr.trim().split('\n'), [
    'quotes/absent-quote.yaml: Words of the text.: an unexpected problem absent-quote',
    'quotes/absent-quote.yaml: Words of no text.: no problem absent-quote',
    'quotes/absent-quote.yaml: A sum of the text.: no check SUM HOLDS AGREES',
  ]);
  assert.equal(stdout, '0 reports of 1 rules as expected, 3 otherwise\n');
  assert.equal(status, 1);
});

test('a file that is no part of a suite is told with what is wrong in it', () => {
  const both = right.replace('    measures', '    outcomes: []\n    measures');
  for (const [file, words] of [
    [suiteOf(right), /absent-quote\.yaml:5:3 cases: /],
    ['rule: a: b', /absent-quote\.yaml:1:7 Nested mappings/],
    [
      suiteOf(right + wrong.replace('problems', 'problem')),
      /absent-quote\.yaml:9:5 cases\.1: .*problem/,
    ],
    [suiteOf(both + wrong), /cases\.0: sections, measures and outcomes stand side by side/],
  ] as const) {
    const { status, stderr } = conformance(file);
    assert.match(stderr, words);
    assert.notEqual(status, 0);
  }
});

test('a case writes nothing outside of the folder that it runs in', () => {
  const outside = join(tmpdir(), `juzheng-outside-${process.pid}.yaml`);
  const escape = (line: string) => `${right}    ${line}\n`;
  for (const line of [
    `files: { '../../../../juzheng-outside-${process.pid}.yaml': '1' }`,
    `vocabulary: { '../../juzheng-outside-${process.pid}': [] }`,
    `code: '../../../juzheng-outside-${process.pid}.yaml'`,
  ]) {
    const { status, stderr } = conformance(suiteOf(escape(line) + wrong));
    assert.match(stderr, /absent-quote\.yaml:\d+:\d+ cases\.0\.(?:files|vocabulary|code)/);
    assert.notEqual(status, 0, line);
    assert.ok(!existsSync(outside), line);
  }
});

test('a folder without a suite is told and does not pass for one', () => {
  const args = ['src/main.ts', 'conformance', 'test/conformance/vocabulary/none'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.match(stderr, /none is not there/);
  assert.equal(status, 1);
  const empty = mkdtempSync(join(tmpdir(), 'juzheng-suite-'));
  try {
    const run = spawnSync(process.execPath, [...args.slice(0, 2), empty], { encoding: 'utf8' });
    assert.match(run.stderr, /holds no suite: a YAML file for each rule/);
    assert.equal(run.status, 1);
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
});
