import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { readExamples, slugOf } from '../../src/examples/read-examples.ts';
import { importSeed } from '../../src/importer/import.ts';
import type { Serving } from '../../src/server/serve.ts';
import { makeCorpus } from '../support/corpus.ts';
import { serveOnFreePort } from '../support/served.ts';
import { inBrowser, isAboutLists, troublesOf } from './browser.ts';
import { withSeedInBrowser } from './seed-in-browser.ts';

let serving: Serving;
let browser: Browser;

withSeedInBrowser((opened) => ({ serving, browser } = opened));

/** GraphiQL in a browser of its own, with what it complained of and whom else it asked. */
async function open(path: string, context: BrowserContextOptions = {}, from = serving.url) {
  const own = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    ...context,
  });
  const page = await own.newPage();
  const wrong = troublesOf(page, from, isAboutLists);
  await page.goto(from + path);
  await page.waitForSelector('.graphiql-execute-button', { state: 'attached' });
  return { page, wrong };
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

const selected = (page: Page, name: string) =>
  page.waitForSelector(`#tab-${name}[aria-selected=true]:focus`);

/** The words within an element of the page. */
const wordsOf = async (page: Page, selector: string) =>
  (await page.locator(selector).textContent()) ?? '';

test(
  'each example is answered with evidence and a table by keyboard alone',
  inBrowser,
  async (t) => {
    // Of the seed's own report no example about plans has an answer, of made-up ones none about contradictions.
    const corpus = makeCorpus(12);
    t.after(() => corpus.remove());
    const report = 'reports/xinghe-2023';
    cpSync(join('seed', report), join(corpus.seed, report), { recursive: true });
    await importSeed({ seed: corpus.seed, data: corpus.data });
    const served = await serveOnFreePort(corpus.data);
    t.after(() => served.close());
    const { page, wrong } = await open('/graphql', {}, served.url);
    // Past the way home and the reports to the panel.
    await press(page, 'Tab', 'Enter', 'Tab');
    await selected(page, 'examples');
    for (const example of readExamples()) {
      await press(page, 'Tab', 'Tab', 'Tab', 'Control+A');
      await page.keyboard.insertText(example.question.zh);
      await press(page, 'Tab', 'Enter', 'Enter');
      await selected(page, 'evidence');
      const links = page.locator('#panel-evidence :is(.proof, .named) a');
      await links
        .first()
        .waitFor({ state: 'attached' })
        .catch(() => assert.fail(slugOf(example)));
      const addresses = await links.evaluateAll((all) =>
        all.map((link) => link.getAttribute('href') ?? ''),
      );
      assert.ok(
        addresses.every((address) => /^\/[a-z]+\//.test(address)),
        slugOf(example),
      );
      await press(page, 'ArrowRight');
      await selected(page, 'table');
      await page.waitForSelector('#panel-table td');
      assert.match(await wordsOf(page, '#panel-table .told'), /\d+ 行/, slugOf(example));
      await press(page, 'Home');
      await selected(page, 'examples');
    }
    assert.deepEqual(wrong, []);
  },
);

test('evidence stands in its whole sentence and leads to its mark', inBrowser, async () => {
  const { query } = readExamples().find((example) => slugOf(example) === 'proof-of-one-figure')!;
  const { page } = await open(`/graphql?${new URLSearchParams({ query })}`);
  const proof = page.locator('#panel-evidence .proof', { hasText: '节能审查' }).first();
  const quote = proof.locator('blockquote').first();
  await quote.waitFor();
  assert.equal(await quote.locator('mark').textContent(), '节能审查由30个工作日压缩至5个工作日');
  assert.match((await quote.textContent()) ?? '', /^全面简化投资项目备案流程.*压缩至5个工作日。/s);
  await quote.locator('a').click();
  await page.waitForURL(/\/reports\/xinghe-2023#at-\d+-\d+$/);
  const mark = decodeURIComponent(new URL(page.url()).hash.slice(1));
  assert.equal(await page.locator(`[id="${mark}"]`).count(), 1);
});

test('what is only counted has the words of what it counts', inBrowser, async () => {
  const query =
    '{ outcomeGroups(groupBy: [UNIT], filter: { levels: [SCOPE] }) { nodes { outcomeCount } } }';
  const { page } = await open(`/graphql?${new URLSearchParams({ query })}`);
  await page.waitForSelector('#panel-evidence .proof');
  const counted = await page.locator('#panel-evidence .proof').count();
  const answer = await fetch(
    `${serving.url}/graphql?${new URLSearchParams({ query: '{ outcomes(filter: { levels: [SCOPE] }) { totalCount } }' })}`,
    { headers: { accept: 'application/json' } },
  );
  const { data: told } = (await answer.json()) as { data: { outcomes: { totalCount: number } } };
  assert.equal(counted, told.outcomes.totalCount);
});

test(
  'a shared address shows its query, variables and answer in a new browser',
  inBrowser,
  async () => {
    const { page, wrong } = await open('/graphql?lang=en');
    await page.fill('#find-example', 'Where does the report speak of');
    await page.click('.question:visible');
    await page.fill('[id="search-text"]', '节能审查');
    await page.fill('[id="search-years"]', '2022, 2023');
    await page.click('#example-search button');
    await page.waitForSelector('#panel-evidence .proof');
    const evidence = await wordsOf(page, '#panel-evidence');
    await page.click('#tab-share');
    const address = await page.inputValue('#share-address');
    assert.deepEqual(JSON.parse(new URL(address).searchParams.get('variables')!), {
      text: '节能审查',
      years: [2022, 2023],
    });
    const other = await open(address.slice(serving.url.length));
    await other.page.waitForSelector('#panel-evidence .proof');
    assert.equal(await wordsOf(other.page, '#panel-evidence'), evidence);
    const tabs = other.page.locator('.graphiql-tab');
    assert.deepEqual(await tabs.allTextContents(), ['Search']);
    assert.deepEqual([...wrong, ...other.wrong], []);

    const csv = await fetch(await page.inputValue('#share-csv'));
    assert.match(csv.headers.get('content-type') ?? '', /^text\/csv/);
    assert.match(await csv.text(), /节能审查/);
  },
);

test(
  'a reader of English is answered in English, and whoever writes a question as he writes it',
  inBrowser,
  async () => {
    const shown = (page: Page) => page.locator('.result-window').first();
    const inEnglish = /"title":\s"[A-Z]/;
    const { page, wrong } = await open('/graphql?lang=en');
    await page.waitForFunction(() =>
      new URLSearchParams(location.search).get('query')?.includes('title(language: EN)'),
    );
    await page.click('[aria-controls="example-measures-to-outcomes"]');
    await page.click('#example-measures-to-outcomes button.ask');
    await page.waitForSelector('#panel-evidence .proof');
    assert.match((await shown(page).textContent()) ?? '', inEnglish);
    assert.equal(await page.locator('.graphiql-tab').count(), 1);

    await page.goto(`${serving.url}/reports/xinghe-2023?lang=en`);
    await page.click('.ways > a[href*=ofSite]');
    await page.waitForSelector('#panel-evidence :is(.proof, .named)');
    assert.match((await shown(page).textContent()) ?? '', inEnglish);
    assert.doesNotMatch(page.url(), /ofSite/);

    // What is shown in the other language is an example still, and its tab the one where it stands.
    await page.goto(`${serving.url}/?lang=en`);
    await page.click('header nav a[href^="/graphql"]');
    await page.click('[aria-controls="example-biggest-cuts"]');
    await page.click('#example-biggest-cuts button.ask');
    await page.waitForSelector('#panel-evidence .proof');
    await page.click('a.language');
    await page.waitForSelector('#panel-evidence .proof');
    const { query: inChinese } = readExamples().find((each) => slugOf(each) === 'biggest-cuts')!;
    assert.equal(new URL(page.url()).searchParams.get('query'), inChinese);

    const query = '{ reports { nodes { title } } }';
    const own = await open(`/graphql?${new URLSearchParams({ lang: 'en', query })}`);
    await own.page.waitForSelector('#panel-evidence :is(.proof, .named)');
    assert.match((await shown(own.page).textContent()) ?? '', /"title":\s"\p{Script=Han}/u);
    assert.equal(new URL(own.page.url()).searchParams.get('query'), query);
    assert.deepEqual([...wrong, ...own.wrong], []);
  },
);

test('what nobody has touched is there again when the page is read anew', inBrowser, async () => {
  const [{ query } = { query: '' }] = readExamples();
  const { page, wrong } = await open('/graphql');
  const text = () =>
    page.waitForFunction(
      (wanted) =>
        new URLSearchParams(location.search).get('query') === wanted &&
        document.querySelectorAll('.graphiql-tab').length === 1,
      query,
    );
  await text();
  await page.reload();
  await text();
  await page.reload();
  await text();
  assert.deepEqual(wrong, []);
});

test('a table is sorted by its columns, and its file has the same rows', inBrowser, async () => {
  const query = '{ outcomes(filter: { hasChange: true }) { nodes { label change { absolute } } } }';
  const { page } = await open(`/graphql?${new URLSearchParams({ query })}`);
  await page.waitForSelector('#panel-evidence .proof');
  await page.click('#tab-table');
  await page.waitForSelector('#panel-table td');
  const numbers = () =>
    page.$$eval('#panel-table td.number', (cells) => cells.map((cell) => Number(cell.textContent)));
  await page.click('#panel-table th:nth-child(2) button');
  const up = await numbers();
  assert.deepEqual(
    up,
    up.toSorted((one, other) => one - other),
  );
  await page.click('#panel-table th:nth-child(2) button');
  assert.deepEqual(await numbers(), up.toReversed());
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.click('#panel-table a[download$=jsonl]'),
  ]);
  const lines = readFileSync(await saved.path(), 'utf8')
    .trim()
    .split('\n');
  assert.equal(lines.length, up.length);
});

test('a chart draws figures of each unit apart', inBrowser, async () => {
  const query = '{ outcomes(filter: { hasChange: true }) { nodes { label change { absolute } } } }';
  const { page } = await open(`/graphql?${new URLSearchParams({ query })}`);
  await page.waitForSelector('#panel-evidence .proof');
  await page.click('#tab-chart');
  await page.waitForSelector('#panel-chart svg rect');
  const units = await page.locator('#panel-chart figcaption').allTextContents();
  assert.deepEqual(units.toSorted(), ['天', '工作日', '环节', '要件'].toSorted());
});

test(
  'a link opens a tab of its own in sight, and the same link the same tab',
  inBrowser,
  async () => {
    const { page, wrong } = await open('/graphql');
    const queries = Array.from({ length: 9 }, (_, index) => `query Link${index} { __typename }`);
    for (const query of [...queries, queries[3]!]) {
      await page.waitForFunction(() => localStorage.getItem('graphiql:tabState') !== null);
      await page.goto(`${serving.url}/graphql?${new URLSearchParams({ query })}`);
      await page.waitForSelector('#tab-evidence[aria-selected=true]');
    }
    const tabs = page.locator('.graphiql-tab');
    assert.equal(await tabs.filter({ hasText: 'Link3' }).count(), 1);
    const active = page.locator('.graphiql-tab-active');
    assert.match((await active.textContent()) ?? '', /Link3/);
    const box = (await active.boundingBox())!;
    const seen = (await page.locator('.graphiql-tabs').boundingBox())!;
    assert.ok(box.x >= seen.x - 1 && box.x + box.width <= seen.x + seen.width + 1);
    assert.deepEqual(wrong, []);
  },
);

test('the panel shows the answer of the tab that is seen', inBrowser, async () => {
  const { page } = await open('/graphql?query={indicators(first:2){nodes{code}}}');
  await page.waitForSelector('#panel-evidence .named');
  const first = await wordsOf(page, '#panel-evidence');
  await page.click('#tab-examples');
  await page.click('[aria-controls="example-careful-figures"]');
  await page.click('#example-careful-figures .ask');
  await page.waitForSelector('#panel-evidence .proof');
  await page.click('.graphiql-tab-button >> nth=0');
  await page.waitForFunction(
    (words) => document.querySelector('#panel-evidence')?.textContent === words,
    first,
  );
  await page.click('.graphiql-tab-add');
  await page.waitForFunction(() =>
    document.querySelector('#panel-evidence')?.textContent?.startsWith('还没有提问'),
  );
});

test('a key leads from the panel into the editor and out of it again', inBrowser, async () => {
  const { page } = await open('/graphql?query={__typename}');
  await page.focus('#tab-examples');
  await press(page, 'F6');
  await page.waitForSelector('.graphiql-query-editor .monaco-editor.focused');
  await press(page, 'Control+A');
  await page.keyboard.insertText('{ meta { dataVersion } }');
  await press(page, 'Control+Enter', 'F6');
  await page.waitForSelector('#panel [role=tab]:focus');
  await page.waitForFunction(() => location.search.includes('dataVersion'));
});

test(
  'GraphiQL keeps its history and its explorer, and the brand leads home',
  inBrowser,
  async () => {
    const { page, wrong } = await open('/graphql?query={__typename}');
    await page.waitForSelector('#tab-evidence[aria-selected=true]');
    await page.click('button[aria-label="Show History"]');
    await page.locator('.graphiql-history-item', { hasText: '__typename' }).waitFor();
    assert.equal(await page.locator('button[aria-label="Show GraphiQL Explorer"]').count(), 1);
    await page.click('.brand');
    await page.waitForURL(`${serving.url}/`);
    assert.deepEqual(wrong, []);
  },
);

test(
  'on a phone an example leads to its words, and nothing stands beyond the edge',
  inBrowser,
  async () => {
    const { page, wrong } = await open('/graphql', { viewport: { width: 390, height: 844 } });
    const [example] = readExamples();
    await page.fill('#find-example', example!.question.zh);
    await page.click('.question:visible');
    await page.click('form:visible .ask');
    await page.waitForSelector('#panel-evidence .proof');
    for (const view of ['查询', 'JSON', '例题与出处']) {
      await page.getByRole('button', { name: view, exact: true }).click();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 390, `${view}: ${width}`);
    }
    assert.deepEqual(wrong, []);
  },
);

test(
  'nothing of the page fails the rules of axe, light and dark, wide and narrow',
  inBrowser,
  async () => {
    const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
    for (const [colorScheme, width] of [
      ['light', 1440],
      ['dark', 1440],
      ['light', 390],
      ['dark', 390],
    ] as const) {
      const viewport = { width, height: 844 };
      const { page } = await open('/graphql', { colorScheme, viewport, bypassCSP: true });
      await page.fill('#find-example', '压缩');
      await page.click('.question:visible');
      await page.evaluate(axe);
      const violations = () =>
        page.evaluate(async () => {
          const { axe: run } = globalThis as unknown as {
            axe: { run: (within: Document) => Promise<{ violations: { id: string }[] }> };
          };
          const found = await run.run(document);
          return found.violations.map((each) => JSON.stringify(each).slice(0, 600));
        });
      assert.deepEqual(await violations(), []);
      const tall = await page.evaluate(() => document.documentElement.scrollHeight);
      assert.equal(tall, viewport.height, 'nothing of the editor hangs out of the page');
      await page.click('form:visible .ask');
      await page.waitForSelector('#panel-evidence .proof');
      assert.deepEqual(await violations(), []);
      for (const name of ['table', 'chart', 'share']) {
        await page.click(`#tab-${name}`);
        await page.waitForSelector(`#panel-${name} :is(td, rect, textarea)`);
        assert.deepEqual(await violations(), [], name);
      }
    }
  },
);
