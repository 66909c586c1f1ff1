import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { readSeedText } from '../support/copied.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import type { Element } from '../support/read-html.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
let page: string;
before(async () => {
  seeded = await startSeeded();
  page = await (await get('/reports/xinghe-2023')).text();
});
after(() => seeded.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  seeded.fetch(`http://localhost${path}`, { headers });

const byId = (elements: readonly Element[]) =>
  new Map(
    elements.flatMap((each) => (each.attributes['id'] ? [[each.attributes['id'], each]] : [])),
  );

/** The words of a mark, with the pieces that follow where another quote cuts it. */
const wordsOfMark = (marks: readonly Element[], id: string) => {
  const at = marks.findIndex(({ attributes }) => attributes['id'] === id);
  const { class: tone, 'data-card': card } = marks[at]!.attributes;
  let words = textOf(marks[at]!.inner);
  if (!tone!.includes('cut')) return words;
  for (const { attributes, inner } of marks.slice(at + 1)) {
    if (attributes['data-card'] !== card || !attributes['class']!.includes('more')) continue;
    words += textOf(inner);
    if (!attributes['class']!.includes('cut')) break;
  }
  return words;
};

test('the report stands on its page to the letter', () => {
  const passages = elementsOf(page, 'p').filter(
    ({ attributes }) => attributes['class'] === 'passage',
  );
  assert.equal(passages.map(({ inner }) => textOf(inner)).join(''), readSeedText());
});

test('every outcome has its card and its mark, and its figure stands inside the mark', async () => {
  const { body } = await seeded.ask(`{
    outcomes(first: 100) {
      totalCount
      nodes { code label quantity { text } change { text } baseline { text } statement evidence { exact } }
    }
  }`);
  const marks = elementsOf(page, 'mark');
  const cards = byId(elementsOf(page, 'article'));
  assert.equal(body.data.outcomes.totalCount, 74);
  for (const outcome of body.data.outcomes.nodes) {
    const { code, label, quantity, change, baseline, statement, evidence } = outcome;
    const id = `outcome-${code.split('/')[1]}`;
    const card = cards.get(id);
    assert.ok(card, `${code} has a card`);
    const words = wordsOfMark(marks, `words-${id}`);
    assert.equal(words, evidence.exact);
    for (const figure of [quantity?.text, baseline?.text]) {
      if (figure) assert.ok(words.includes(figure), `${figure} stands in ${words}`);
    }
    const told = textOf(card.inner);
    assert.ok(told.includes(label));
    assert.ok(
      told.includes(quantity?.text ?? statement ?? `−${change.text}`),
      `${code} shows its figure`,
    );
  }
});

test('a code that is given no longer has its place, and leads to what took its own', () => {
  const entries = byId(elementsOf(page, 'li'));
  const retired = entries.get('outcome-all-advised');
  assert.ok(retired?.inner.includes('href="#outcome-departments-with-adviser"'));
  assert.ok(
    entries.get('outcome-plans-issued')?.inner.includes('href="#measure-working-mechanisms"'),
  );
});

test('the page tells how many checks the figures call for, how many were made, and why others were not', async () => {
  const reasons = { zh: '原文未给出', en: 'not told in the text' };
  for (const lang of ['zh', 'en'] as const) {
    const html = await (await get(`/reports/xinghe-2023?lang=${lang}`)).text();
    const note = elementsOf(html, 'aside').find(({ attributes }) => attributes['id'] === 'checks');
    assert.match(textOf(note?.inner ?? ''), /20.*16.*4/);
    const entries = elementsOf(note?.inner ?? '', 'li');
    const [kinds, checks] = [false, true].map((isCheck) =>
      entries
        .filter(({ attributes }) => 'id' in attributes === isCheck)
        .map(({ inner }) => textOf(inner)),
    );
    assert.equal(kinds!.length, 6);
    assert.equal(checks!.length, 23);
    assert.ok(
      kinds!.some((line) => /1 \/ 2/.test(line) && line.includes(`${reasons[lang]} 1`)),
      kinds!.join('; '),
    );
  }
});

test('the page lists the clauses in no fact, those left apart from those waived with their reasons', async () => {
  for (const lang of ['zh', 'en']) {
    const html = await (await get(`/reports/xinghe-2023?review=1&lang=${lang}`)).text();
    const note = elementsOf(html, 'aside').find(({ attributes }) => attributes['id'] === 'clauses');
    assert.match(textOf(note?.inner ?? ''), /161.*119.*29.*8.*5/);
    const lists = elementsOf(note?.inner ?? '', 'details').map(({ inner }) => ({
      title: textOf(elementsOf(inner, 'summary')[0]!.inner),
      items: elementsOf(inner, 'li').map((item) => textOf(item.inner)),
    }));
    assert.deepEqual(
      lists.map(({ title, items }) => [Number(/\d+/.exec(title)?.[0]), items.length]),
      [
        [5, 5],
        [8, 8],
      ],
    );
    assert.deepEqual(lists[0]!.items.slice(0, 2), ['近日', '近年来']);
    for (const item of lists[1]!.items) assert.match(item, /^[^—]+ — .{5,}$/);
  }
});

test('a measure’s card shows its topic sentence and its acts, each a way to its words', () => {
  const card = byId(elementsOf(page, 'article')).get('measure-three-systems')!;
  const told = textOf(card.inner);
  assert.match(told, /标题句\s*全面推进行政执法三项制度/);
  const acts = elementsOf(card.inner, 'a').filter(({ inner }) => textOf(inner).includes('推行'));
  assert.deepEqual(
    acts.map(({ attributes, inner }) => [attributes['href'], textOf(inner)]),
    [
      ['#words-measure-three-systems-2', '按照行政执法法定程序要求,全面推行执法全过程记录制度'],
      ['#words-measure-three-systems-3', '全面推行重大执法决定法制审核制度'],
    ],
  );
});

test('figures, units and issuers are written as readers of each language write them', async () => {
  const chinese = byId(elementsOf(page, 'article'));
  assert.match(textOf(chinese.get('outcome-internal-items')!.inner), /取消\s+1项/);
  const names = elementsOf(page, 'li').map(({ inner }) => textOf(inner).trim());
  assert.ok(
    names.some((name) => /命名的决定 由中共.*办公室印发 看原文$/.test(name)),
    names.join('\n'),
  );
  const html = await (await get('/reports/xinghe-2023?lang=en')).text();
  const english = byId(elementsOf(html, 'article'));
  assert.match(textOf(english.get('outcome-internal-items')!.inner), /abolished\s+1 item/);
  assert.doesNotMatch(textOf(english.get('outcome-governance-meetings')!.inner), /\btimes?\b/);
});

test('each mark leads to its card and each card back to its mark', () => {
  const marks = elementsOf(page, 'mark');
  const links = elementsOf(page, 'a').map(({ attributes }) => attributes['href']);
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  assert.equal(ids.size, [...page.matchAll(/ id="/g)].length, 'no id stands twice');
  const cards = elementsOf(page, 'article').filter(({ attributes }) => attributes['data-words']);
  assert.equal(cards.length, 93);
  for (const { attributes, inner } of cards) {
    assert.ok(marks.some((mark) => mark.attributes['id'] === attributes['data-words']));
    assert.ok(inner.includes(`href="#${attributes['data-words']}"`));
    assert.ok(inner.includes(`href="#${attributes['id']}"`), 'a permalink');
    assert.match(inner, /href="\/graphql\?format=csv&amp;query=/);
  }
  for (const { attributes, inner } of marks) {
    assert.ok(ids.has(attributes['data-card']), `${attributes['data-card']} is on the page`);
    if (attributes['id']?.startsWith('words-')) {
      assert.ok(links.includes(`#${attributes['data-card']}`));
      assert.ok(inner.length > 0);
    }
  }
  for (const href of links) if (href?.startsWith('#')) assert.ok(ids.has(href.slice(1)), href);
});

test('a card’s query answers in GraphiQL’s place and as CSV', async () => {
  const card = byId(elementsOf(page, 'article')).get('outcome-energy-review-time')!;
  const [graphiql, csv] = elementsOf(card.inner, 'a')
    .map(({ attributes }) => attributes['href']!)
    .filter((href) => href.startsWith('/graphql'));
  const answer = await (await get(graphiql!, { accept: 'application/json' })).json();
  assert.equal(answer.data.outcomes.nodes[0].quantity.value, 5);
  const table = await get(csv!);
  assert.match(table.headers.get('content-type')!, /^text\/csv/);
  assert.match(await table.text(), /energy-review-time/);
});

test('what does not follow is shown with its working, a change as two bars, parts as a bar', () => {
  const cards = byId(elementsOf(page, 'article'));
  const rate = cards.get('outcome-mediation-success-rate')!;
  assert.match(rate.inner, /class="check does-not-follow"/);
  assert.match(textOf(rate.inner), /435 ÷ 437 = 99\.54%/);
  const bars = elementsOf(cards.get('outcome-energy-review-time')!.inner, 'dd').slice(0, 2);
  assert.deepEqual(
    bars.map(({ inner }) => [
      textOf(inner).trim(),
      elementsOf(inner, 'rect')[0]?.attributes['width'],
    ]),
    [
      ['30', '100'],
      ['5', '16.7'],
    ],
  );
  const whole = cards.get('outcome-documents-reviewed')!;
  assert.equal(elementsOf(whole.inner, 'rect').length, 4);
});

test('the reviewer’s view alone marks every numeral and lists what nothing was made of', async () => {
  for (const id of ['numerals', 'clauses']) assert.ok(!page.includes(`id="${id}"`), id);
  const shown = await (await get('/reports/xinghe-2023?review=1')).text();
  assert.equal(await (await get('/reports/xinghe-2023?numerals=1')).text(), shown);
  const passages = elementsOf(shown, 'p').filter(
    ({ attributes }) => attributes['class'] === 'passage',
  );
  assert.equal(passages.map(({ inner }) => textOf(inner)).join(''), readSeedText());
  const marks = elementsOf(shown, 'mark').filter(({ attributes }) =>
    /^numeral-\d/.test(attributes['id'] ?? ''),
  );
  assert.equal(marks.length, 114);
  assert.ok(
    marks.some(
      ({ inner, attributes }) =>
        textOf(inner) === '四个亲自' && attributes['class']!.includes('numeral-idiom'),
    ),
  );
});

test('a page carries its data version, a validator and a strict policy', async () => {
  const answer = await get('/reports/xinghe-2023');
  const { body } = await seeded.ask('{ meta { dataVersion } }');
  assert.ok((await answer.text()).includes(body.data.meta.dataVersion));
  const policy = answer.headers.get('content-security-policy')!;
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  assert.match(answer.headers.get('cache-control')!, /max-age=60/);
  const etag = answer.headers.get('etag')!;
  const again = await get('/reports/xinghe-2023', { 'if-none-match': etag });
  assert.equal(again.status, 304);
  const english = await get('/reports/xinghe-2023?lang=en', { 'if-none-match': etag });
  assert.equal(english.status, 200);
  assert.match(await english.text(), /<html lang="en">/);
});

test('what is not there is a page that says so', async () => {
  for (const path of ['/reports/nowhere-1999', '/reports/%FF', '/reports/a/b']) {
    const answer = await get(path, { accept: 'text/html' });
    assert.equal(answer.status, 404, path);
    assert.match(answer.headers.get('content-type')!, /^text\/html/);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  }
  const posted = await seeded.fetch('http://localhost/reports/xinghe-2023', { method: 'POST' });
  assert.equal(posted.status, 405);
});

test('styles, scripts and the icon are named by what they hold and kept for ever', async () => {
  const paths = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
  assert.equal(paths.length, 3);
  for (const path of paths) {
    const answer = await get(path);
    assert.match(answer.headers.get('cache-control')!, /immutable/);
    assert.equal(answer.status, 200);
  }
  assert.doesNotMatch(page, /<style|style="|<script(?![^>]*(?:src=|ld\+json))|\son\w+="/);
});

test('the page is light', () => {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
  const { length } = brotliCompressSync(page, options);
  assert.ok(length < 100_000, `${length} bytes`);
});

test('what a change is stands apart from whether it is for the better', () => {
  const lines = elementsOf(page, 'p').filter(({ attributes }) =>
    attributes['class']?.startsWith('change'),
  );
  const alone = lines
    .map(({ inner }) => textOf(inner))
    .filter((line) => line.includes('只述变化量'));
  assert.equal(alone.length, 6);
  for (const line of alone) assert.match(line, /未述水平 · 改善/);
});

const panelOf = (inner: string) =>
  Object.fromEntries(
    elementsOf(/<dl class="panel"[^]*?<\/dl>/.exec(inner)![0], 'div').map((row) => [
      textOf(elementsOf(row.inner, 'dt')[0]!.inner),
      textOf(elementsOf(row.inner, 'dd')[0]!.inner).replaceAll(/\s+/g, ' ').trim(),
    ]),
  );

test('a card keeps folded how its figure is written, how exactly, and what checks it takes part in', () => {
  const cards = byId(elementsOf(page, 'article'));
  const rate = cards.get('outcome-mediation-success-rate')!;
  assert.deepEqual(panelOf(rate.inner), {
    原文写作: '98%',
    值: '98',
    单位: '百分比',
    精度: '精确到 1',
    可表示: '97.5 至 98.5',
    核对: '比率：不能推出',
  });
  assert.equal(panelOf(cards.get('outcome-energy-review-time')!.inner)['精度'], '逐个计数');
  assert.match(rate.inner, /href="#check-[^"]+"/);
  const neighbours = elementsOf(rate.inner, 'p').find(
    ({ attributes }) => attributes['class'] === 'neighbours',
  )!;
  assert.match(textOf(neighbours.inner), /上一条：矛盾纠纷调解率\s+下一条：群体性事件/);
});

test('a check is a table of what takes part in it, each row a way to its words', async () => {
  const { checks } = await seeded.dataOf(`{
    checks(first: 100) { nodes { code computed stated operands { outcome { code report { code } } } } }
  }`);
  const items = byId(elementsOf(page, 'li'));
  for (const { code, operands } of checks.nodes) {
    const item = items.get(`check-${code.split('/')[1]}`)!;
    const rows = elementsOf(item.inner, 'a')
      .map(({ attributes }) => attributes['href'])
      .filter((href) => href!.startsWith('#words-outcome-'));
    const expected = operands.map(
      ({ outcome }: { outcome: { code: string } }) =>
        `#words-outcome-${outcome.code.split('/')[1]}`,
    );
    assert.equal(rows.length, expected.length, code);
    assert.deepEqual(new Set(rows), new Set(expected), code);
  }
  const lectures = textOf(items.get('check-sum-law-lectures')!.inner).replaceAll(/\s+/g, ' ');
  assert.match(lectures, /符号项目值最小最大 \+ .* = .*讲座 2次22 算得 222 报告所述 222/);
});

test('the flow at the head of the page names the figures, and unfolds to every outcome', () => {
  const flow = elementsOf(page, 'section').find(({ attributes }) => attributes['id'] === 'flow')!;
  assert.match(textOf(flow.inner), /节能审查时限 30 → 5个工作日/);
  assert.ok(page.indexOf('id="flow"') < page.indexOf('class="rows"'));
  const outcomes = elementsOf(flow.inner, 'a').flatMap(({ attributes }) =>
    attributes['href']!.startsWith('#outcome-') ? attributes['href']! : [],
  );
  assert.equal(new Set(outcomes).size, 74);
});

test('no card says an interval or a date in the notation of programmers', async () => {
  for (const lang of ['zh', 'en']) {
    const html = await (await get(`/reports/xinghe-2023?lang=${lang}`)).text();
    for (const { inner } of elementsOf(html, 'article')) {
      assert.doesNotMatch(textOf(inner), /∞|\[\d|\d{4}\??\/|\d{4}-\d{2}\?/);
    }
  }
});
