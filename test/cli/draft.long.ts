import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkSeed } from '../../src/importer/check.ts';
import { juzheng } from '../support/copied.ts';

const root = mkdtempSync(join(tmpdir(), 'juzheng-draft-'));
after(() => {
  rmSync(root, { recursive: true, force: true });
});

const words = `兴和县2023年法治政府建设情况报告
一、工作情况
一是加强规范性文件管理，全年清理文件12件，其中废止5件、修改4件、继续有效3件。
二是开展普法宣传活动80余场次，群众法治意识明显增强。
二、存在的不足
基层执法力量薄弱。
三、下一步打算
2024年底前办理行政复议案件不少于20件。
`;

/** A file in a folder of its own, and a seed that is not there yet. */
function place(name: string, text: string) {
  const folder = mkdtempSync(join(root, 'case-'));
  const file = join(folder, name);
  writeFileSync(file, text);
  return { file, seed: join(folder, 'seed') };
}

const report = (seed: string, name: string) =>
  readFileSync(join(seed, 'reports', '150924-2023', name), 'utf8');

test('a text becomes a report that checks, with its text, its base and what was left out beside it', async () => {
  const { file, seed } = place('a.txt', `\uFEFF${words.replaceAll('\n', '\r\n')}`);
  const { code, out, err } = juzheng('draft', file, '--out', seed);
  assert.equal(code, 0, err);
  assert.match(out, /150924-2023 +new +\d+ +6 +6/);
  assert.equal(report(seed, 'report.txt'), words);
  assert.match(report(seed, 'draft.left-out.txt'), /SHA-256 of report\.txt: [0-9a-f]{64}/);
  assert.deepEqual(
    readdirSync(join(seed, 'reports', '150924-2023')).toSorted((a, b) => (a < b ? -1 : 1)),
    ['draft.base.yaml', 'draft.left-out.txt', 'facts.yaml', 'report.txt'],
  );
  assert.ok(
    readdirSync(seed).every((name) => !name.startsWith('.')),
    'nothing half made is left',
  );
  const { problems, summary } = await checkSeed(seed);
  assert.deepEqual(problems, []);
  assert.equal(summary.claimed, 6);
  const facts = report(seed, 'facts.yaml');
  for (const told of [
    'place: ‘150924’'.replaceAll(/[‘’]/g, "'"),
    'edtf: ',
    'stage: PLANNED',
    'zh: 兴和县2023年法治政府建设情况报告',
  ]) {
    assert.ok(facts.includes(told), told);
  }
});

test('a place that stands nowhere in the vocabulary comes into it with those above it', () => {
  const { file, seed } = place('b.txt', words.replace('兴和县', '苏州市姑苏区'));
  const { code, err } = juzheng('draft', file, '--out', seed);
  assert.equal(code, 0, err);
  const places = readFileSync(join(seed, 'vocabulary', 'places.yaml'), 'utf8');
  for (const one of ["'320000'", "'320500'", "'320508'"])
    assert.ok(places.includes(`code: ${one}`), one);
  assert.ok(places.startsWith('# Administrative divisions'), 'its comments stay');
});

test('a place that is not certain is asked for, with the candidates, and nothing is written', () => {
  const { file, seed } = place('c.txt', words.replace('兴和县', '鼓楼区'));
  const asked = juzheng('draft', file, '--out', seed);
  assert.equal(asked.code, 3);
  assert.match(asked.err, /c\.txt: its place may be one of \d+\. Name it: --place/);
  assert.match(asked.err, /320106 江苏省 › 南京市 › 鼓楼区/);
  assert.ok(!existsSync(join(seed, 'reports')));
  assert.equal(juzheng('draft', file, '--out', seed, '--place', '320106').code, 0);
  assert.ok(existsSync(join(seed, 'reports', '320106-2023', 'facts.yaml')));
});

test('a file that cannot be read is told, and the others are drafted', () => {
  const { file, seed } = place('d.txt', words);
  const { code, out, err } = juzheng('draft', join(root, 'none.txt'), file, '--out', seed);
  assert.equal(code, 1);
  assert.match(err, /none\.txt/);
  assert.match(err, /1 of 2 files could not be drafted: the reason stands above; 1 is drafted/);
  assert.match(out, /150924-2023 +new/);
});

test('--place is looked up before any file is read, and what may be meant is told', () => {
  const { file, seed } = place('h.txt', words);
  for (const [given, told] of [
    ['999999', /--place 999999: no place of GB\/T 2260 has this code/],
    ['无名县', /--place 无名县: no province, prefecture or county/],
    ['鼓楼区', /--place 鼓楼区: \d+ places have this name; give its code:\n {2}320106 江苏省/],
  ] as const) {
    const { code, err } = juzheng('draft', file, '--out', seed, '--place', given, '--json');
    assert.equal(code, 1);
    assert.match(err, told);
  }
  assert.ok(!existsSync(seed));
  assert.equal(juzheng('draft', file, '--out', seed, '--place', '南京鼓楼区').code, 0);
  assert.ok(existsSync(join(seed, 'reports', '320106-2023', 'facts.yaml')));
});

test('a text that says the same long stretches over and over is refused, and nothing is written', () => {
  const long = Array.from({ length: 400 }, (_, nth) => `清理第${nth}批文件${nth}件。`).join('');
  const { file, seed } = place('g.txt', `${words}${`${long}\n`.repeat(6)}`);
  const { code, err } = juzheng('draft', file, '--out', seed);
  assert.equal(code, 1);
  assert.match(err, /g\.txt: \d+ figures stand in words that the text repeats/);
  assert.ok(!existsSync(join(seed, 'reports')));
});

test('a second draft of a changed file keeps what a person changed', () => {
  const { file, seed } = place('e.txt', words);
  assert.equal(juzheng('draft', file, '--out', seed).code, 0);
  const facts = join(seed, 'reports', '150924-2023', 'facts.yaml');
  const own = readFileSync(facts, 'utf8').replace(
    /label: \{ zh: [^}]*文件[^}]* \}/,
    'label: { zh: 我的标签 }',
  );
  assert.ok(own.includes('我的标签'));
  writeFileSync(facts, own);
  const same = juzheng('draft', file, '--out', seed);
  assert.match(same.out, /150924-2023 +unchanged/);
  writeFileSync(file, words.replace('80余场次', '90余场次'));
  const again = juzheng('draft', file, '--out', seed);
  assert.equal(again.code, 0, again.err);
  assert.match(again.out, /150924-2023 +merged/);
  const merged = readFileSync(facts, 'utf8');
  assert.ok(merged.includes('我的标签'));
  assert.ok(merged.includes('value: 90'));
  assert.ok(report(seed, 'report.txt').includes('90余场次'));
});

const others = `兴和县2023年法治政府建设情况报告
一、主要举措
一是深化“放管服”改革，取消证明事项35项，办结时限压缩8个工作日。
二是化解矛盾纠纷437件，组织行政执法人员培训157人次。
`;

test('two texts of a place and year are two reports, though their files have one name', () => {
  const one = place('index.txt', words);
  const other = place('index.txt', others);
  for (const files of [
    [one.file, other.file],
    [other.file, one.file],
  ]) {
    const { code, err } = juzheng('draft', ...files, '--out', one.seed);
    assert.equal(code, 0, err);
    const texts = ['150924-2023', '150924-2023-2'].map((folder) =>
      readFileSync(join(one.seed, 'reports', folder, 'report.txt'), 'utf8'),
    );
    assert.deepEqual(texts.toSorted(), [words, others].toSorted());
  }
  assert.equal(readdirSync(join(one.seed, 'reports')).length, 2);
});

test('a text is one report, whatever its file is called', () => {
  const { file, seed } = place('a.txt', words);
  const renamed = place('b.txt', words);
  assert.equal(juzheng('draft', file, '--out', seed).code, 0);
  const again = juzheng('draft', renamed.file, '--out', seed);
  assert.match(again.out, /150924-2023 +unchanged/);
  assert.deepEqual(readdirSync(join(seed, 'reports')), ['150924-2023']);
});

test('--json prints an object for each file, of a file that cannot be read too, and writes nothing', () => {
  const { file, seed } = place('f 1.txt', words);
  const empty = place('empty.txt', '\n \n');
  const asked = juzheng('draft', file, empty.file, '--out', seed, '--json');
  assert.equal(asked.code, 1);
  const [line = '', failed = ''] = asked.out.split('\n');
  assert.deepEqual(Object.keys(JSON.parse(failed) as object), ['file', 'error']);
  assert.match(failed, /empty\.txt.*holds no words/);
  type Placed = { start: number; end: number; id: string };
  const told = JSON.parse(line) as {
    file: string;
    figures: (Placed & { value: number; kind: string; unit: string; measure: string | null })[];
    measures: (Placed & { title: string; stage: string; measure: string })[];
    statements: Placed[];
    sha256: string;
  };
  assert.equal(told.file, file);
  const ids = [told.figures, told.measures, told.statements].flatMap((list) =>
    list.map(({ id }) => id),
  );
  assert.equal(new Set(ids).size, ids.length, 'no two items have one id');
  const measures = new Set(told.measures.map(({ measure }) => measure));
  for (const { measure } of told.figures) assert.ok(measure === null || measures.has(measure));
  assert.match(told.sha256, /^[0-9a-f]{64}$/);
  const points = Array.from(words);
  const figures = told.figures.map(({ start, end, value, kind, unit }) => {
    assert.ok(points.slice(start, end).join('').includes(String(value)));
    return [value, unit, kind];
  });
  assert.deepEqual(figures[0], [12, '件', 'RESULT']);
  assert.deepEqual(figures.at(-1), [20, '件', 'TARGET']);
  const starts = told.measures.map(({ start }) => start);
  assert.deepEqual(
    starts,
    [...new Set(starts)].toSorted((one, other) => one - other),
  );
  // Acts that are told with a figure stand there too.
  assert.ok(told.measures.some(({ start, end }) => /\d/.test(points.slice(start, end).join(''))));
  assert.ok(!existsSync(seed));
});
