import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { startCommands } from '../support/commands/commands.ts';

const { juzheng, close } = startCommands();
after(close);

let root: string;
const folder = (name: string) => join(root, name);
const reportsOf = (name: string) => readdirSync(join(folder(name), 'reports')).toSorted();
const read = (name: string, code: string, file: string) =>
  readFileSync(join(folder(name), 'reports', code, file), 'utf8');

before(async () => {
  root = mkdtempSync(join(tmpdir(), 'juzheng-'));
  const made = await juzheng('corpus', '--reports', '30', '--seed', '7', '--out', folder('thirty'));
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, /^wrote 30 reports to .+, every one of them synthetic\n$/);
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

test('a synthetic corpus has no problem, is as large as real reports, and leaves things to find', async () => {
  const check = await juzheng('check', folder('thirty'));
  assert.equal(check.code, 0, check.err);
  const figure = (pattern: RegExp) => Number(pattern.exec(check.out)?.[1]);
  assert.equal(figure(/(\d+) reports/), 30);
  assert.ok(figure(/(\d+) measures/) > 30 * 16, check.out);
  assert.ok(figure(/(\d+) outcomes/) > 30 * 68, check.out);
  assert.ok(figure(/(\d+) DOES_NOT_FOLLOW/) > 5, check.out);
  assert.ok(figure(/required parts: (\d+) of 150/) < 140, check.out);
  for (const kind of ['QUANTITY', 'ORDINAL', 'DATE', 'IDIOM', 'TITLE', 'CODE']) {
    assert.match(check.out, new RegExp(` \\d+ ${kind}`));
  }
  const texts = reportsOf('thirty').map((code) => read('thirty', code, 'report.txt'));
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  assert.ok(mean > 2000 && mean < 3200, `${mean} characters`);
  assert.equal(new Set(texts).size, 30);
});

test('every synthetic report says so, and its place is none of GB/T 2260', () => {
  for (const code of reportsOf('thirty')) {
    const facts = JSON.parse(read('thirty', code, 'facts.json')) as {
      report: { place: string; title: { zh: string; en?: string } };
    };
    assert.match(read('thirty', code, 'report.txt').split('\n')[0]!, /合成文本 synthetic/);
    assert.match(facts.report.title.zh, /合成/);
    if (facts.report.title.en !== undefined) assert.match(facts.report.title.en, /Synthetic/);
    assert.match(facts.report.place, /^9[1-9]\d{4}$/);
  }
  const file = join(folder('thirty'), 'vocabulary', 'places.yaml');
  const places = parse(readFileSync(file, 'utf8')) as {
    code: string;
    name: { zh: string; en: string };
  }[];
  const synthetic = places.filter(({ code }) => code.startsWith('9'));
  assert.ok(synthetic.length > 6);
  for (const { name } of synthetic)
    assert.match(`${name.zh} ${name.en}`, /（合成） .*\(synthetic\)/);
});

test('reports take the forms of real ones: nested, in Chinese alone, in units of their own, with changes in per cent', () => {
  const all = reportsOf('thirty').map((code) => read('thirty', code, 'facts.json'));
  const holding = (pattern: RegExp) => all.filter((facts) => pattern.test(facts)).length;
  for (const pattern of [
    /"depth": 2/,
    /"unit": "幅"/,
    /"classifier": "尊",\s+"noun"/,
    /"changePercent": -?\d/,
    /"revises"/,
    /"continues"/,
  ]) {
    const count = holding(pattern);
    assert.ok(count > 2, `${String(pattern)}: ${count} of 30`);
  }
  const translated = holding(/"en": /);
  assert.ok(translated > 15 && translated < 28, `${translated} of 30 with English`);
});

test('a report is the same in a corpus of any size, and another with another seed', async () => {
  await juzheng('corpus', '--reports', '12', '--seed', '7', '--out', folder('twelve'));
  await juzheng('corpus', '--reports', '12', '--seed', '8', '--out', folder('other'));
  const codes = reportsOf('twelve');
  assert.equal(codes.length, 12);
  for (const code of codes) {
    for (const file of ['report.txt', 'facts.json']) {
      assert.equal(read('twelve', code, file), read('thirty', code, file));
      assert.notEqual(read('twelve', code, file), read('other', code, file));
    }
  }
});

test('a corpus is not written over what is there, and its size is a whole number', async () => {
  const again = await juzheng('corpus', '--reports', '3', '--out', folder('thirty'));
  assert.equal(again.code, 1);
  assert.match(again.err, /is not empty; name a folder that is, or one that is not there yet/);
  assert.equal(reportsOf('thirty').length, 30);
  assert.equal((await juzheng('corpus', '--reports', '0', '--out', folder('none'))).code, 2);
  assert.equal((await juzheng('corpus', '--reports', '1000000', '--out', folder('none'))).code, 1);
});
