import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { importSeed } from '../../src/importer/import.ts';
import { readExamples } from '../../src/server/examples.ts';
import { serve } from '../../src/server/serve.ts';
import type { Serving } from '../../src/server/serve.ts';
import { leaveOut, openBrowser } from './browser.ts';

const options = { skip: leaveOut, timeout: 60_000 };

let data: string;
let serving: Serving;
let browser: Browser;

before(async () => {
  if (leaveOut) return;
  data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  await importSeed({ seed: 'seed', data });
  serving = await serve({ data, host: '127.0.0.1', port: 0, logLevel: 'silent' });
  browser = await openBrowser();
});
after(async () => {
  if (leaveOut) return;
  await browser.close();
  await serving.close();
  rmSync(data, { recursive: true, force: true });
});

/** GraphiQL as a newcomer's browser opens it, with what it asked for and complained of. */
async function openGraphiql(
  path: string,
): Promise<{ page: Page; outside: string[]; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const outside: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(serving.url)) outside.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(serving.url + path);
  await page.waitForSelector('.graphiql-execute-button');
  return { page, outside, complaints };
}

/** The answer that GraphiQL shows once it holds the words. */
async function answerWith(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      (document.querySelector('.result-window')?.textContent ?? '')
        .replaceAll('\u00a0', ' ')
        .includes(wanted),
    words,
  );
}

test(
  'GraphiQL opens offline with the examples as tabs and runs the first one',
  options,
  async () => {
    const { page, outside, complaints } = await openGraphiql('/graphql');
    const tabs = await page.$$eval('.graphiql-tab', (list) =>
      list.map(({ textContent }) => textContent),
    );
    const names = readExamples().map(({ name }) => name);
    assert.ok(names.length >= 8);
    assert.deepEqual(
      tabs.map((tab) => names.find((name) => tab?.startsWith(name))),
      names,
    );
    await page.click('.graphiql-execute-button');
    await answerWith(page, '"totalCount": 74');
    await answerWith(page, '党政主要负责人履行法治建设第一责任人职责');
    assert.deepEqual(outside, []);
    assert.deepEqual(complaints, []);
  },
);

/** Presses a tab until the editor shows it: a press before the page listens is lost. */
async function chooseTab(page: Page, name: string): Promise<void> {
  const editor = page.locator('.graphiql-query-editor', { hasText: name });
  for (let tries = 0; tries < 10 && (await editor.count()) === 0; tries += 1) {
    await page.locator('.graphiql-tab-button', { hasText: name }).click();
    await editor.waitFor({ timeout: 3000 }).catch(() => {});
  }
  assert.equal(await editor.count(), 1, `the tab ${name} cannot be chosen`);
}

test('every tab can be chosen, and what does not add up are two checks', options, async () => {
  const { page, complaints } = await openGraphiql('/graphql');
  await chooseTab(page, 'WhatDoesNotAddUp');
  await page.click('.graphiql-execute-button');
  await answerWith(page, '"totalCount": 2');
  await answerWith(page, '28 大于 34 − 9 = 25');
  await chooseTab(page, 'ReportAtAGlance');
  assert.deepEqual(complaints, []);
});

test('a query in the address opens in the first tab and runs', options, async () => {
  const query =
    '{ measure(by: {code: "xinghe-2023/streamline-approvals"}) { title(language: EN) } } # 审批';
  const { page, complaints } = await openGraphiql(`/graphql?query=${encodeURIComponent(query)}`);
  await page.click('.graphiql-execute-button');
  await answerWith(page, 'Streamline service procedures across the board');
  assert.deepEqual(complaints, []);
});

test('the page is light: what it loads comes compressed', options, async () => {
  const { page } = await openGraphiql('/graphql');
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/assets/'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize, 0),
  );
  assert.ok(bytes > 0 && bytes < 2_500_000, `${bytes} bytes`);
});
