import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
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

test('the front page says what this is in both languages, draws one link, and leads to the reports', async () => {
  const html = await page('/');
  const text = textOf(html);
  assert.match(html, /<html lang="zh">/);
  assert.match(text, /每一个数字，都指得出原文/);
  assert.match(text, /Every figure in a government report/);
  const hrefs = new Set(elementsOf(html, 'a').map(({ attributes }) => attributes['href']));
  assert.ok(hrefs.has('/reports'));
  assert.ok(hrefs.has('/reports/xinghe-2023#outcome-energy-review-time'), 'the link that is drawn');
  assert.match(text, /30 ?个工作日.*5 ?个工作日.*节能审查由/s);
  assert.ok(hrefs.has('/?lang=en'));
  assert.match(text, /435 ÷ 437 = 99\.54%/, 'what does not add up');
  for (const name of Object.keys(limits)) assert.ok(html.includes(`<code>${name}</code>`), name);
});

test('no two things on the front page have the same address', async () => {
  const ids = [...(await page('/')).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
  assert.ok(ids.length > 50);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  assert.deepEqual(twice, []);
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
    const questions = elementsOf(html, 'details').filter(
      ({ attributes }) => attributes['class'] === 'question',
    );
    assert.equal(questions.length, readExamples().length);
    for (const { attributes, inner } of questions) {
      const title = textOf(elementsOf(inner, 'h3')[0]!.inner);
      assert.match(title, language === 'zh' ? /[\p{Script=Han}]/u : /^[A-Z][^\p{Script=Han}]*$/u);
      const heads = elementsOf(inner, 'th').map((head) => textOf(head.inner));
      assert.equal(new Set(heads).size, heads.length, attributes['id']);
      for (const head of heads) {
        if (language === 'zh') assert.match(head, /\p{Script=Han}/u, attributes['id']);
        else assert.match(head, /^[^\p{Script=Han}.]+$/u, attributes['id']);
      }
      const cells = elementsOf(inner, 'td').map((cell) => textOf(cell.inner));
      for (const cell of cells) assert.doesNotMatch(cell, /^[A-Z]+(?:_[A-Z]+)+$/, attributes['id']);
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

/** What the pages ask of the database: each example once, its stand-ins, and what they tell themselves. */
const mostStatements = 80;

test('at 300 reports the pages weigh under 100 kB compressed, and take a bounded number of statements', async () => {
  let statements = 0;
  const many = startOverRows(corpusRows(300, 5), { told: () => (statements += 1) });
  try {
    const { outcomeGroups } = await many.dataOf(
      '{ outcomeGroups(groupBy: [INDICATOR], first: 3, orderBy: { field: COUNT, direction: DESC }) { nodes { indicator { url } } } }',
    );
    const compared = outcomeGroups.nodes.flatMap(
      ({ indicator }: { indicator: { url: string } | null }) => indicator?.url ?? [],
    );
    assert.ok(compared.length > 1);
    statements = 0;
    for (const path of ['/', '/search?text=审批', '/reports', ...compared]) {
      const answer = await many.fetch(`http://localhost${path}`);
      assert.equal(answer.status, 200, path);
      const bytes = gzipSync(await answer.text()).byteLength;
      assert.ok(bytes < 100_000, `${path}: ${bytes} bytes`);
    }
    assert.ok(statements < mostStatements, String(statements));
  } finally {
    many.close();
  }
});
