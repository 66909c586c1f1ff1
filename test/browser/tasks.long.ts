import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { importSeed } from '../../src/importer/import.ts';
import type { Serving } from '../../src/server/serve.ts';
import { makeCorpus } from '../support/corpus.ts';
import type { Corpus } from '../support/corpus.ts';
import { serveOnFreePort } from '../support/served.ts';
import { inBrowser, isAboutLists, leaveOut, openBrowser, troublesOf } from './browser.ts';
import { ofBureaus } from './tasks/of-bureaus.ts';
import { ofDevelopers } from './tasks/of-developers.ts';
import { ofInspectors } from './tasks/of-inspectors.ts';
import { ofScholars } from './tasks/of-scholars.ts';
import type { AskApi } from './tasks/task.ts';
import { startWalk } from './tasks/walk.ts';

const tasks = [...ofInspectors, ...ofScholars, ...ofBureaus, ...ofDevelopers];
let corpus: Corpus;
let serving: Serving;
let browser: Browser;
before(async () => {
  if (leaveOut) return;
  corpus = makeCorpus(300);
  await importSeed({ seed: corpus.seed, data: corpus.data });
  serving = await serveOnFreePort(corpus.data);
  browser = await openBrowser();
});
after(async () => {
  if (leaveOut) return;
  await browser.close();
  await serving.close();
  corpus.remove();
});

const ask: AskApi = async (query, variables = {}) => {
  const answer = await fetch(`${serving.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data: unknown; errors?: object[] };
  assert.equal(errors, undefined, JSON.stringify([errors, query]));
  return data;
};

test('there are twenty tasks and more, half of them on a phone, half in Chinese', () => {
  const half = Math.floor(tasks.length / 2);
  assert.ok(tasks.length >= 20);
  assert.ok(tasks.filter(({ width }) => width === 390).length >= half);
  assert.ok(tasks.filter(({ language }) => language === 'zh').length >= half);
});

for (const { asks, go, ...walker } of tasks) {
  test(`${asks} (${walker.width}, ${walker.language})`, inBrowser, async (t) => {
    const { close, ...walk } = await startWalk(browser, serving.url, walker);
    const troubles = troublesOf(walk.page, serving.url, isAboutLists);
    try {
      await go(walk, ask);
      const { clicks, searches } = walk.taken();
      t.diagnostic(`${clicks} clicks, ${searches} searches`);
      assert.ok(clicks <= 6 && searches <= 1, `${clicks} clicks, ${searches} searches`);
      assert.deepEqual(troubles, []);
    } finally {
      await close();
    }
  });
}
