import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { corpusRows } from '../support/corpus-rows.ts';
import { startOverRows } from '../support/published.ts';
import { readExamples, slugOf } from '../../src/examples/read-examples.ts';
import { limits } from '../../src/limits.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { emptyOverSeed } from '../support/answered-examples.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

const page = async (path: string) => {
  const answer = await seeded.fetch(`http://localhost${path}`);
  assert.equal(answer.status, 200, path);
  return answer.text();
};

test('the front page says what this is in both languages, and leads to the reports', async () => {
  const html = await page('/');
  const text = textOf(html);
  assert.match(html, /<html lang="zh">/);
  assert.match(text, /每一个数字，都指得出原文/);
  assert.match(text, /Every figure in a government report/);
  const hrefs = new Set(elementsOf(html, 'a').map(({ attributes }) => attributes['href']));
  assert.ok(hrefs.has('/reports/xinghe-2023'));
  assert.ok(hrefs.has('/?lang=en'));
  assert.match(text, /435 ÷ 437 = 99\.54%/, 'what does not add up');
  for (const name of Object.keys(limits)) assert.ok(html.includes(`<code>${name}</code>`), name);
});

/** Which cards say that the seed tells of no such thing. */
const empty = new Set(
  readExamples()
    .filter(({ name }) => emptyOverSeed.has(name))
    .map(slugOf),
);

test('every example question stands there with rows of its answer, GraphiQL and CSV', async () => {
  for (const language of ['zh', 'en']) {
    const html = await page(`/?lang=${language}`);
    const questions = elementsOf(html, 'article');
    assert.equal(questions.length, readExamples().length);
    for (const { attributes, inner } of questions) {
      const title = textOf(elementsOf(inner, 'h3')[0]!.inner);
      assert.match(title, language === 'zh' ? /[\p{Script=Han}]/u : /^[A-Z][^\p{Script=Han}]*$/u);
      const [body] = elementsOf(inner, 'tbody');
      assert.equal(body === undefined, empty.has(attributes['id'] ?? ''), attributes['id']);
      if (body) assert.ok(elementsOf(body.inner, 'tr').length > 0, attributes['id']);
      else assert.match(textOf(inner), /没有符合的结果|No result among the reports/);
      const csv = elementsOf(inner, 'a').find((link) => link.attributes['type'] === 'text/csv')!;
      const table = await seeded.fetch(`http://localhost${csv.attributes['href']}`);
      assert.match(table.headers.get('content-type') ?? '', /^text\/csv/, attributes['id']);
      await table.body?.cancel();
    }
  }
});

test('the form searches without JavaScript, and every hit leads to where it stands', async () => {
  const html = await page(`/?text=${encodeURIComponent('审批')}`);
  const [found] = elementsOf(html, 'ol');
  const hits = elementsOf(found!.inner, 'li');
  assert.ok(hits.length >= 5);
  const report = await page('/reports/xinghe-2023');
  for (const { inner } of hits) {
    const [link] = elementsOf(inner, 'a');
    const [path, hash] = link!.attributes['href']!.split('#');
    if (path === '/reports/xinghe-2023') assert.ok(report.includes(`id="${hash}"`), hash);
    else await page(path!);
  }
  const marks = elementsOf(found!.inner, 'mark');
  assert.ok(marks.length > 0 && marks.every(({ inner }) => inner === '审批'));
  assert.equal(elementsOf(html, 'input')[0]!.attributes['value'], '审批');
});

test('any words can be searched for, and those that are too long are told so', async () => {
  for (const text of [`O'Brien`, '"', '<script>', 'AND (', '100%', ' ']) {
    const html = await page(`/?text=${encodeURIComponent(text)}`);
    assert.ok(!html.includes('<script>'), text);
  }
  assert.match(textOf(await page(`/?text=${'法'.repeat(300)}`)), /200/);
});

test('many reports are listed page by page, and a cursor that is none is no page', async () => {
  const many = startOverRows(corpusRows(120, 5));
  try {
    const listed = new Set<string>();
    let path: string | undefined = '/?lang=en';
    for (let pages = 0; path !== undefined && pages < 5; pages += 1) {
      const html = await (await many.fetch(`http://localhost${path}`)).text();
      const links = elementsOf(html, 'a').map(({ attributes }) => attributes['href'] ?? '');
      for (const href of links) {
        const [, code] = /^\/reports\/(\w+)\?lang=en$/.exec(href) ?? [];
        if (code !== undefined) listed.add(code);
      }
      path = links.find((href) => /^\/\?after=.*#reports$/.test(href));
    }
    assert.equal(listed.size, 120);
    const wrong = await many.fetch('http://localhost/?after=nowhere');
    assert.equal(wrong.status, 404);
  } finally {
    many.close();
  }
});
