import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { readExamples } from '../../src/examples/read-examples.ts';
import type { Serving } from '../../src/server/serve.ts';
import { inBrowser, isAboutLists, troublesOf } from './browser.ts';
import { withSeedInBrowser } from './seed-in-browser.ts';

let serving: Serving;
let browser: Browser;

withSeedInBrowser((opened) => ({ serving, browser } = opened));

/** GraphiQL as a newcomer's browser opens it, with what it asked for and complained of. */
async function openGraphiql(path: string): Promise<{ page: Page; troubles: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const troubles = troublesOf(page, serving.url, isAboutLists);
  await page.goto(serving.url + path);
  await page.waitForSelector('.graphiql-execute-button');
  return { page, troubles };
}

/** Waits until the answer that GraphiQL holds has the words; of a long one only a part is drawn. */
async function answerWith(page: Page, words: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const { monaco } = globalThis as unknown as {
      monaco: { editor: { getModels(): { uri: { path: string }; getValue(): string }[] } };
    };
    const answer = monaco.editor.getModels().find(({ uri }) => uri.path.endsWith('response.json'));
    return answer?.getValue().includes(wanted);
  }, words);
}

test('GraphiQL opens offline with the first example and runs it', inBrowser, async () => {
  const { page, troubles } = await openGraphiql('/graphql');
  assert.deepEqual(await page.locator('.graphiql-tab').allTextContents(), ['MeasuresToOutcomes']);
  await page.click('.graphiql-execute-button');
  await answerWith(page, '"totalCount": 74');
  await answerWith(page, '党政主要负责人履行法治建设第一责任人职责');
  assert.deepEqual(troubles, []);
});

test('the head of GraphiQL leads home and to the reports in its language', inBrowser, async () => {
  for (const [path, leadsTo] of [
    ['/graphql', ['/', '/reports']],
    ['/graphql?lang=en', ['/?lang=en', '/reports?lang=en']],
  ] as const) {
    const { page, troubles } = await openGraphiql(path);
    const hrefs = await page.$$eval('header.site a:not(.language)', (links) =>
      links.map((link) => link.getAttribute('href')),
    );
    assert.deepEqual(hrefs, leadsTo);
    assert.deepEqual(troubles, []);
  }
});

/** Asks an example of the panel, by the file's name without its number. */
async function askExample(page: Page, slug: string): Promise<void> {
  await page.click('#tab-examples');
  await page.click(`[aria-controls="example-${slug}"]`);
  await page.click(`#example-${slug} .ask`);
}

test('every example stands in the panel, each under who asks it', inBrowser, async () => {
  const { page, troubles } = await openGraphiql('/graphql');
  const shown = await page.$$eval('.asker', (groups) =>
    groups.map((group) => group.querySelectorAll('.question').length),
  );
  assert.equal(shown.length, 4);
  assert.ok(shown.every((count) => count >= 5));
  const questions = await page.locator('.question').allTextContents();
  const asked = readExamples().map(({ question }) => question.zh);
  assert.deepEqual(questions.toSorted(), asked.toSorted());
  await askExample(page, 'what-does-not-add-up');
  await answerWith(page, '"totalCount": 2');
  await answerWith(page, '28 大于 34 − 9 = 25');
  assert.deepEqual(troubles, []);
});

/** Chooses a tab until the editor shows it: a press before the page listens is lost. */
async function chooseTab(page: Page, name: string): Promise<void> {
  const editor = page.locator('.graphiql-query-editor', { hasText: name });
  for (let tries = 0; tries < 10 && (await editor.count()) === 0; tries += 1) {
    await page.locator('.graphiql-tab-button', { hasText: name }).click();
    await editor.waitFor({ timeout: 3000 }).catch(() => {});
  }
  assert.equal(await editor.count(), 1, `the tab ${name} cannot be chosen`);
}

test('tabs can be chosen, and the address is that of the one shown', inBrowser, async () => {
  const { page, troubles } = await openGraphiql('/graphql');
  await askExample(page, 'report-at-a-glance');
  await answerWith(page, '"characterCount"');
  await chooseTab(page, 'MeasuresToOutcomes');
  assert.equal(new URL(page.url()).searchParams.get('operationName'), 'MeasuresToOutcomes');
  await chooseTab(page, 'ReportAtAGlance');
  assert.equal(new URL(page.url()).searchParams.get('operationName'), 'ReportAtAGlance');
  assert.deepEqual(troubles, []);
});

test('a query in the address opens in a tab of its own and runs', inBrowser, async () => {
  const query =
    '{ measure(by: {code: "xinghe-2023/streamline-approvals"}) { title(language: EN) } } # 审批';
  const { page, troubles } = await openGraphiql(`/graphql?query=${encodeURIComponent(query)}`);
  await answerWith(page, 'Streamline service procedures across the board');
  assert.equal(await page.locator('.graphiql-tab').count(), 1);
  assert.deepEqual(troubles, []);
});

/** An address of GraphiQL. */
const addressOf = (params: Record<string, string>) => `/graphql?${new URLSearchParams(params)}`;

/** What an editor of the page holds. */
const textIn = async (page: Page, editor: string) =>
  ((await page.locator(`${editor} .view-lines`).textContent()) ?? '').replaceAll('\u00a0', ' ');

/** Presses into an editor until it takes what is typed: a press before it is laid out is lost. */
async function focusEditor(page: Page, editor: string): Promise<void> {
  const focused = page.locator(`${editor} .monaco-editor.focused`);
  for (let tries = 0; tries < 10 && (await focused.count()) === 0; tries += 1) {
    await page.locator(editor).click();
    await focused.waitFor({ timeout: 3000 }).catch(() => {});
  }
  assert.equal(await focused.count(), 1, `${editor} cannot be written into`);
}

const twoOperations = `query One { links { totalCount } }
query Two($code: String!) { measure(by: { code: $code }) { title(language: EN) } }
query Three { __typename }`;
const variables = '{ "code": "xinghe-2023/streamline-approvals" }';

test(
  'an address fills the editors with its query and variables and runs its operation',
  inBrowser,
  async () => {
    const address = addressOf({ query: twoOperations, variables, operationName: 'Two' });
    const { page, troubles } = await openGraphiql(address);
    await page.locator('.graphiql-query-editor', { hasText: 'query Two' }).waitFor();
    assert.match(
      await textIn(page, '.graphiql-query-editor'),
      /query One .*query Two.*query Three/s,
    );
    await answerWith(page, 'Streamline service procedures across the board');
    // What ran is what the address says, and opened elsewhere it says the same.
    const now = new URL(page.url());
    assert.deepEqual(Object.fromEntries(now.searchParams), {
      query: twoOperations,
      variables,
      operationName: 'Two',
    });
    const again = await openGraphiql(now.pathname + now.search);
    await answerWith(again.page, 'Streamline service procedures across the board');
    // In another tab its name means nothing.
    await askExample(page, 'what-does-not-add-up');
    await answerWith(page, '"totalCount": 2');
    assert.equal(new URL(page.url()).searchParams.get('operationName'), 'WhatDoesNotAddUp');
    assert.equal(new URL(page.url()).searchParams.get('variables'), null);
    assert.deepEqual([...troubles, ...again.troubles], []);
  },
);

test(
  'what is written into the editors and chosen of them stands in the address',
  inBrowser,
  async () => {
    const { page, troubles } = await openGraphiql(addressOf({ query: twoOperations }));
    await page.locator('.graphiql-query-editor', { hasText: 'query Two' }).waitFor();
    await page.click('.graphiql-execute-button');
    await page.getByRole('menuitem', { name: 'One' }).click();
    await answerWith(page, '"totalCount": 74');
    const named = (name: string) => new URL(page.url()).searchParams.get(name);
    assert.deepEqual([named('operationName'), named('variables')], ['One', null]);

    await page.getByRole('button', { name: 'Variables' }).click();
    await page.locator('.graphiql-editor-tool .monaco-editor').first().click();
    await page.keyboard.insertText(variables);
    await page.waitForFunction(
      (wanted) => new URLSearchParams(location.search).get('variables') === wanted,
      variables,
    );
    await page.click('.graphiql-execute-button');
    await page.getByRole('menuitem', { name: 'Two' }).click();
    await answerWith(page, 'Streamline service procedures across the board');
    assert.deepEqual([named('operationName'), named('query')], ['Two', twoOperations]);

    await focusEditor(page, '.graphiql-query-editor .graphiql-editor');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('{ __typename }');
    // The editor closes a bracket by itself.
    await page.waitForFunction(() =>
      new URLSearchParams(location.search).get('query')?.startsWith('{ __typename }'),
    );
    assert.equal(named('operationName'), null);
    assert.deepEqual(troubles, []);
  },
);

test(
  'an address of one query leaves the variables of the one before behind',
  inBrowser,
  async () => {
    const first = addressOf({ query: twoOperations, variables, operationName: 'Two' });
    const { page } = await openGraphiql(first);
    await answerWith(page, 'Streamline service procedures across the board');
    await page.goto(serving.url + addressOf({ query: '{ links { totalCount } }' }));
    await page.locator('.graphiql-query-editor', { hasText: 'links' }).waitFor();
    await answerWith(page, '"totalCount": 74');
    assert.equal(new URL(page.url()).searchParams.get('variables'), null);
    assert.equal(new URL(page.url()).searchParams.get('operationName'), null);
  },
);

test('the page is light: what it loads comes compressed', inBrowser, async () => {
  const { page } = await openGraphiql('/graphql');
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/assets/'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize, 0),
  );
  assert.ok(bytes > 0 && bytes < 2_000_000, `${bytes} bytes`);
});

test(
  'variables of an address that are no JSON object are told in the panel',
  inBrowser,
  async () => {
    const query = 'query One($code: String!) { measure(by: { code: $code }) { title } }';
    const note = '#panel .noted';
    for (const broken of ['{', '[1]', '"x"', '{ code: 1 }']) {
      const { page } = await openGraphiql(addressOf({ query, variables: broken }));
      await page.locator(note).waitFor();
      assert.match((await page.locator(note).textContent()) ?? '', /变量不是 JSON 对象/, broken);
      await page.close();
    }
    for (const sound of [
      variables,
      '',
      `{ /* one */ "code": "xinghe-2023/streamline-approvals", }`,
    ]) {
      const { page } = await openGraphiql(addressOf({ query, variables: sound }));
      await page.locator('#tab-examples').waitFor();
      assert.ok(!(await page.locator(note).isVisible()), sound);
      await page.close();
    }
  },
);

test(
  'a version of the data has an editor of its own, which asks that version',
  inBrowser,
  async () => {
    const page = await browser.newPage();
    await page.goto(serving.url);
    const version = (await page.locator('footer code').textContent()) ?? '';
    const troubles = troublesOf(page, serving.url, isAboutLists);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/\/graphql(?:\?|$)/.test(request.url())) asked.push(new URL(request.url()).pathname);
    });
    const path = `/versions/${version}`;
    await page.goto(`${serving.url}${path}/examples/biggest-cuts`);
    await page.getByRole('link', { name: '在 GraphiQL 中打开' }).click();
    await page.waitForSelector('.graphiql-execute-button');
    await answerWith(page, '"absolute"');
    assert.equal(new URL(page.url()).pathname, `${path}/graphql`);
    assert.deepEqual([...new Set(asked)], [`${path}/graphql`]);
    assert.match(
      (await page.locator('header.site .version').textContent()) ?? '',
      new RegExp(version),
    );
    await page.click('#tab-table');
    await page.waitForSelector('#panel-table td');
    assert.deepEqual(troubles, []);
    await page.close();
  },
);
