import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse, parseDocument } from 'yaml';
import { createJudge } from '../../../src/draft/facts/judge.ts';
import { readDraftVocabulary } from '../../../src/draft/facts/vocabulary.ts';
import { addEntries } from '../../../src/draft/files/add-entries.ts';
import { createDrafter } from '../../../src/draft/files/draft-document.ts';
import { replaceFolder, restoreLeft } from '../../../src/draft/files/replace-folder.ts';
import { writeDraft } from '../../../src/draft/files/write-draft.ts';
import { findFolders } from '../../../src/importer/read/read-seed.ts';
import type { Problem } from '../../../src/importer/read/problem.ts';
import { readDocument } from '../../../src/readers/read-document.ts';

const root = mkdtempSync(join(tmpdir(), 'juzheng-'));
after(() => {
  rmSync(root, { recursive: true, force: true });
});

const vocabulary = readDraftVocabulary('seed/vocabulary');
const drafter = createDrafter(vocabulary, '1');
const given = { place: null, year: null, kind: null };
const words = `兴和县2023年法治政府建设情况报告
一、工作情况
全年清理文件12件，开展普法宣传活动80余场次。
兴和县林草局
2024年1月15日
`;

/** Drafts a file into a seed as the command does. */
async function draft(seed: string, file: string) {
  const document = await readDocument(file);
  const result = drafter(document, given, false);
  assert.ok(result.outcome === 'DRAFTED');
  const judge = () => createJudge(vocabulary.known);
  return { result, ...writeDraft(seed, { file, document, ...result, version: '1', judge }) };
}

/** A file in a new seed, drafted once. */
async function drafted(text = words) {
  const seed = mkdtempSync(join(root, 'seed '));
  const file = join(seed, '一 份 报告.txt');
  writeFileSync(file, text);
  const { code, result } = await draft(seed, file);
  const folder = join(seed, 'reports', code);
  return { seed, file, folder, code, result };
}

test('a publisher that the vocabulary lacks is kept with its words, under a code that every draft gives it', async () => {
  const { folder, result } = await drafted();
  const { organization } = result;
  assert.equal(organization?.name, '兴和县林草局');
  assert.equal(organization.place, '150924');
  assert.match(organization.code, /^org-150924-[0-9a-f]{8}$/);
  const facts = readFileSync(join(folder, 'facts.yaml'), 'utf8');
  assert.match(
    facts,
    new RegExp(`publisher: \\{ code: ${organization.code}, quote: 兴和县林草局 \\}`),
  );
  const known = await drafted(words.replace('林草局', '政府'));
  assert.equal(known.result.organization, null);
  assert.match(readFileSync(join(known.folder, 'facts.yaml'), 'utf8'), /code: xinghe-government/);
});

test('a first draft tells of its publisher what one that knows it already does', async () => {
  const first = await drafted(words);
  const { organization } = first.result;
  assert.ok(organization);
  assert.doesNotMatch(
    readFileSync(join(first.folder, 'facts.yaml'), 'utf8'),
    /could not be written/,
  );
  const { code, name } = organization;
  const organizations = new Map([...vocabulary.organizations, [name, code]]);
  const again = createDrafter({ ...vocabulary, organizations }, '1');
  const result = again(await readDocument(first.file), given, false);
  assert.ok(result.outcome === 'DRAFTED');
  assert.equal(result.facts, first.result.facts);
});

/** What may have become of a folder since it was drafted, and what is said of it. */
const spoilt: Readonly<Record<string, readonly [(folder: string) => void, RegExp]>> = {
  'facts emptied': [
    (folder) => writeFileSync(join(folder, 'facts.yaml'), ''),
    /facts\.yaml is empty/,
  ],
  'facts without sections': [
    (folder) => writeFileSync(join(folder, 'facts.yaml'), 'report: { kind: OTHER }\n'),
    /holds no report with sections/,
  ],
  'facts broken': [
    (folder) => appendFileSync(join(folder, 'facts.yaml'), 'a: [\n'),
    /facts\.yaml is no YAML that can be read \(line \d+\)/,
  ],
  'text edited': [
    (folder) => appendFileSync(join(folder, 'report.txt'), '又一句。\n'),
    /report\.txt was changed by hand/,
  ],
  'base broken': [
    (folder) => {
      const base = join(folder, 'draft.base.yaml');
      writeFileSync(base, readFileSync(base, 'utf8').slice(0, -40));
    },
    /draft\.base\.yaml cannot be read/,
  ],
  'base emptied': [
    (folder) => writeFileSync(join(folder, 'draft.base.yaml'), ''),
    /has no draft\.base\.yaml that can be read/,
  ],
};

test('what a person or an accident made of a folder is told, with the same file and a changed one, and stays', async () => {
  for (const [name, [spoil, message]] of Object.entries(spoilt)) {
    for (const change of ['', '另办理案件5件。\n']) {
      const { seed, file, folder, code } = await drafted();
      spoil(folder);
      if (change !== '' && name === 'base emptied') continue;
      appendFileSync(file, change);
      const before = join(root, `before-${code}`);
      rmSync(before, { recursive: true, force: true });
      cpSync(folder, before, { recursive: true });
      // Another run, which knows nothing of the first.
      const moved = `${seed}.moved`;
      cpSync(seed, moved, { recursive: true });
      await assert.rejects(draft(moved, join(moved, '一 份 报告.txt')), message, name);
      const now = join(moved, 'reports', code);
      for (const each of readdirSync(before)) {
        assert.deepEqual(readFileSync(join(now, each)), readFileSync(join(before, each)), name);
      }
      assert.deepEqual(readdirSync(join(moved, 'reports')), [code], name);
    }
  }
});

test('a text or facts that were taken away are written anew', async () => {
  const { seed, file, folder } = await drafted();
  rmSync(join(folder, 'report.txt'));
  assert.equal((await draft(seed, file)).how, 'MERGED');
  assert.equal(readFileSync(join(folder, 'report.txt'), 'utf8'), words);
  assert.equal((await draft(seed, file)).how, 'UNCHANGED');
  rmSync(join(folder, 'facts.yaml'));
  assert.equal((await draft(seed, file)).how, 'NEW');
});

test('a fact that a person took out of a file without waivers stays out when its figure changes, and only that is told', async () => {
  const { seed, file, folder } = await drafted();
  const path = join(folder, 'facts.yaml');
  const document = parseDocument(readFileSync(path, 'utf8'));
  assert.ok(!document.has('waivers'));
  const { sections } = document.toJS() as { sections: { measures?: { outcomes?: object[] }[] }[] };
  const section = sections.findIndex(({ measures }) => measures?.some((each) => each.outcomes));
  document.deleteIn(['sections', section, 'measures', 0, 'outcomes', 0]);
  writeFileSync(path, document.toString());
  writeFileSync(file, words.replace('12件', '15件'));
  const { how, conflicts } = await draft(seed, file);
  assert.equal(how, 'MERGED');
  assert.deepEqual(
    conflicts.map(({ why }) => why.split(',')[0]),
    ['you moved or deleted it'],
  );
  const merged = parse(readFileSync(path, 'utf8')) as { waivers: { quote: string }[] };
  assert.deepEqual(
    merged.waivers.map(({ quote }) => quote),
    ['15件'],
  );
});

test('two files of one report are told apart, and that they tell much of the same', async () => {
  const { seed } = await drafted();
  const other = join(seed, 'other.txt');
  writeFileSync(other, `${words}此件公开发布。\n`);
  const { code, twin, how } = await draft(seed, other);
  assert.deepEqual([code, twin, how], ['150924-2023-2', '150924-2023', 'NEW']);
});

test('a folder that cannot be put in place leaves what stood there, and what a draft left is put back', () => {
  const seed = mkdtempSync(join(root, 'seed-'));
  const folder = join(seed, 'reports', 'a');
  mkdirSync(join(seed, 'reports'));
  replaceFolder(folder, { 'facts.yaml': 'mine' });
  assert.throws(() => replaceFolder(folder, { 'facts.yaml': 'new', 'no/folder': 'x' }));
  assert.equal(readFileSync(join(folder, 'facts.yaml'), 'utf8'), 'mine');
  assert.deepEqual(readdirSync(seed), ['reports']);
  // As where a draft was ended between taking a folder away and putting the new one in place.
  mkdirSync(join(seed, '.draft-x', 'old'), { recursive: true });
  cpSync(folder, join(seed, '.draft-x', 'old', 'a'), { recursive: true });
  const problems: Problem[] = [];
  findFolders(seed, problems);
  assert.equal(problems.length, 0, 'it stands in its place');
  rmSync(folder, { recursive: true });
  findFolders(seed, problems);
  assert.ok(
    problems.some(({ rule, file }) => rule === 'unfinished-draft' && file.endsWith('old/a')),
  );
  mkdirSync(join(seed, 'vocabulary'));
  writeFileSync(join(seed, 'vocabulary', 'places.yaml.123.partial'), '- ');
  restoreLeft(seed);
  assert.deepEqual(readdirSync(join(seed, 'vocabulary')), []);
  rmSync(join(seed, 'vocabulary'), { recursive: true });
  assert.equal(readFileSync(join(folder, 'facts.yaml'), 'utf8'), 'mine');
  assert.deepEqual(readdirSync(seed), ['reports']);
});

test('entries come into a vocabulary one draft after the other as they would come in at once, behind what others add', () => {
  const folder = mkdtempSync(join(root, 'vocabulary-'));
  const start = '# Bodies\n- { code: a, name: { zh: 甲 } } # the first\n# the end\n';
  const entry = (nth: number) => ({
    code: `b-${nth}`,
    name: { zh: `乙 ${nth}: 号` },
    place: '150924',
  });
  const nths = [1, 2, 3, 4, 5];
  const [each, once] = ['each.yaml', 'once.yaml'].map((name) => join(folder, name));
  assert.ok(each !== undefined && once !== undefined);
  for (const file of [each, once]) writeFileSync(file, start);
  for (const nth of nths) assert.deepEqual(addEntries(each, [entry(nth)]), [`b-${nth}`]);
  assert.deepEqual(addEntries(each, nths.map(entry)), []);
  assert.deepEqual(
    addEntries(once, nths.map(entry)),
    nths.map((nth) => `b-${nth}`),
  );
  assert.equal(readFileSync(each, 'utf8'), readFileSync(once, 'utf8'));
  appendFileSync(each, '- { code: c, name: { zh: 丙 } }\n');
  assert.deepEqual(addEntries(each, [{ code: 'c' }, entry(6)]), ['b-6']);
  const listed = parse(readFileSync(each, 'utf8')) as { code: string }[];
  assert.deepEqual(
    listed.map(({ code }) => code),
    ['a', ...nths.map((nth) => `b-${nth}`), 'c', 'b-6'],
  );
  assert.deepEqual(addEntries(join(folder, 'new.yaml'), [entry(1)]), ['b-1']);
  assert.deepEqual(addEntries(join(folder, 'new.yaml'), [entry(2)]), ['b-2']);
  assert.deepEqual(parse(readFileSync(join(folder, 'new.yaml'), 'utf8')), [entry(1), entry(2)]);
});
