import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { checkSeed } from '../../src/importer/check.ts';

const rounds = Number(process.env['ROUNDS'] ?? 4);

const root = mkdtempSync(join(tmpdir(), 'juzheng-ended-'));
after(() => {
  rmSync(root, { recursive: true, force: true });
});

const count = 12;

const words = (nth: number, year: number) => `姑苏区${year}年法治政府建设情况报告
一、工作情况
一是加强规范性文件管理，全年清理文件${nth + 12}件，其中废止5件、修改${nth + 4}件、继续有效3件。
二是开展第${nth + 1}批普法宣传活动${nth + 80}余场次，群众法治意识明显增强。
三是化解矛盾纠纷${nth + 437}件，组织第${nth + 1}批行政执法人员培训${nth + 157}人次。
二、下一步打算
${year + 1}年底前办理行政复议案件不少于${nth + 20}件。
姑苏区第${nth + 1}街道办事处
`;

/** Texts to draft, of one place and several years, in a folder of their own. */
function writeTexts(folder: string, tell = words): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, nth) => {
    const file = join(folder, `${String(nth).padStart(3, '0')}.txt`);
    writeFileSync(file, tell(nth, 2020 + (nth % 3)));
    return file;
  });
}

const draftOf = (seed: string, files: readonly string[]) => [
  'src/main.ts',
  'draft',
  ...files,
  '--out',
  seed,
  '--place',
  '320508',
];

/** Drafts to the end. */
function draft(seed: string, files: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, draftOf(seed, files), {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
}

/** Starts a draft and ends it after so many milliseconds; whether it had been at work then. */
async function endAfter(milliseconds: number, seed: string, files: readonly string[]) {
  const child = spawn(process.execPath, draftOf(seed, files), { stdio: 'ignore' });
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  const [, signal] = await exit;
  return signal === 'SIGKILL';
}

/** Every file of a folder with what stands in it. */
function contents(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const parts = ['draft.base.yaml', 'draft.left-out.txt', 'facts.yaml', 'report.txt'];

/** Whatever stands among the reports is whole, and the importer takes it. */
async function assertWhole(seed: string): Promise<void> {
  const reports = join(seed, 'reports');
  const folders = existsSync(reports) ? readdirSync(reports) : [];
  for (const folder of folders) {
    const files = readdirSync(join(reports, folder)).toSorted();
    assert.deepEqual(
      files.filter((name) => parts.includes(name)),
      parts,
      folder,
    );
  }
  if (folders.length > 0) assert.deepEqual((await checkSeed(seed)).problems, []);
}

/** Ends drafts at random moments; each time the next one comes to what one that nobody ended comes to. */
async function endAtRandom(before: string, files: readonly string[]): Promise<void> {
  const whole = join(root, 'whole');
  rmSync(whole, { recursive: true, force: true });
  cpSync(before, whole, { recursive: true });
  const begun = performance.now();
  draft(whole, files);
  const lasts = performance.now() - begun;
  const expected = contents(whole);
  let ended = 0;
  // Less where one was through before it was ended: the machine may do more by now than at first.
  let share = 1;
  for (let round = 0; round < rounds; round += 1) {
    const seed = join(root, `round-${round}`);
    cpSync(before, seed, { recursive: true });
    const moment = Math.random() * lasts * share;
    if (await endAfter(moment, seed, files)) ended += 1;
    else share *= 0.7;
    await assertWhole(seed);
    draft(seed, files);
    assert.deepEqual(contents(seed), expected, `ended after ${moment.toFixed(0)} ms`);
    rmSync(seed, { recursive: true });
  }
  assert.ok(ended > rounds / 4, `${ended} of ${rounds} were ended while they were at work`);
}

test('a draft that is killed leaves whole reports, and the next one does the rest', async () => {
  const before = join(root, 'nothing');
  mkdirSync(before);
  await endAtRandom(before, writeTexts(join(root, 'texts')));
});

test('a draft that is killed while it merges loses nothing that a person wrote', async () => {
  const before = join(root, 'curated');
  const folder = join(root, 'changing');
  draft(before, writeTexts(folder));
  for (const code of readdirSync(join(before, 'reports'))) {
    const path = join(before, 'reports', code, 'facts.yaml');
    const facts = readFileSync(path, 'utf8');
    const own = facts.replace(/label: \{ zh: [^}]*文件[^}]* \}/, 'label: { zh: 我的标签 }');
    assert.notEqual(own, facts);
    writeFileSync(path, own);
  }
  const files = writeTexts(folder, (nth, year) => words(nth, year).replace('余场次', '多场次'));
  await endAtRandom(before, files);
});

test('of two drafts into one folder at once one writes, and the other says so and writes nothing', async () => {
  const files = writeTexts(join(root, 'texts of two'));
  const alone = join(root, 'alone');
  draft(alone, files);
  const expected = contents(alone);
  for (let round = 0; round < rounds; round += 1) {
    const seed = join(root, `shared-${round}`);
    mkdirSync(seed);
    const both = await Promise.all(
      [1, 2].map(async () => {
        const child = spawn(process.execPath, draftOf(seed, files), {
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        const [[code], told] = await Promise.all([
          once(child, 'exit') as Promise<[number]>,
          text(child.stderr),
        ]);
        return { code, told };
      }),
    );
    const refused = both.filter(({ code }) => code !== 0);
    assert.ok(refused.length <= 1, both.map(({ told }) => told).join());
    for (const { told } of refused) {
      assert.match(told, /another draft writes into .*; wait until it is done, or name another/);
    }
    assert.deepEqual(contents(seed), expected);
    rmSync(seed, { recursive: true });
  }
});

test('where no more can be written a draft stops, says so once, and goes on from there afterwards', async () => {
  const files = writeTexts(join(root, 'texts of much'), (nth, year) =>
    nth < 5 ? words(nth, year) : words(nth, year) + words(nth + 100, year).repeat(6),
  );
  const alone = join(root, 'enough');
  draft(alone, files);
  const seed = join(root, 'too little');
  // No file may be longer than this: reports of one text fit, and those of several do not.
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', `ulimit -f 64; exec "$0" "$@"`, process.execPath, ...draftOf(seed, files)],
    { encoding: 'utf8' },
  );
  assert.equal(status, 1);
  assert.equal(stderr.match(/a file may not be that long/g)?.length, 1, stderr);
  await assertWhole(seed);
  assert.ok(readdirSync(seed).every((name) => !name.startsWith('.')));
  draft(seed, files);
  assert.deepEqual(contents(seed), contents(alone));
});
