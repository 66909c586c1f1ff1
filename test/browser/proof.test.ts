import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { startSeeded } from '../support/random/seeded.ts';
import { inBrowser, leaveOut, openBrowser } from './browser.ts';

let browser: Browser;
let folder: string;
let proof: string;
before(async () => {
  if (leaveOut) return;
  folder = mkdtempSync(join(tmpdir(), 'juzheng-'));
  const seeded = await startSeeded();
  proof = await (await seeded.fetch('http://localhost/reports/xinghe-2023.proof.html')).text();
  seeded.close();
  browser = await openBrowser();
});
after(async () => {
  if (leaveOut) return;
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a file says of its digests, opened from the disk; whatever it asks for or complains of fails the test. */
async function digestsOf(name: string, text: string): Promise<string[]> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) troubles.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(pathToFileURL(path).href);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-digest] output')].every((each) => each.textContent),
  );
  const said = await page.$$eval('[data-digest] output', (all) =>
    all.map((each) => each.textContent),
  );
  await page.locator('#outcome-energy-review-time').hover();
  assert.ok((await page.locator('mark.lit').count()) > 0, 'words and cards light each other');
  await page.close();
  assert.deepEqual(troubles, []);
  return said;
}

test(
  'the portable proof checks itself offline, and tells where it was altered',
  inBrowser,
  async () => {
    assert.deepEqual(await digestsOf('proof.html', proof), ['✓ 相符', '✓ 相符']);
    const passage = proof.replace(/(class="passage"[^]*?)压缩/, '$1延长');
    assert.notEqual(passage, proof);
    assert.match((await digestsOf('text.html', passage))[0]!, /^✗/);
    const facts = proof.replace(/(id="facts">[^]*?"value":)5,/, '$16,');
    assert.notEqual(facts, proof);
    assert.match((await digestsOf('facts.html', facts))[1]!, /^✗/);
  },
);
