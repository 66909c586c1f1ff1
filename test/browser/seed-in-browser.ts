import { after, afterEach, before } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Serving } from '../../src/server/serve.ts';
import { importedSeed, serveOnFreePort } from '../support/served.ts';
import { leaveOut, openBrowser } from './browser.ts';

type SeedInBrowser = { serving: Serving; browser: Browser };

/**
 * Has the seed served and a browser opened before the tests of a file, and both closed after them; neither where
 * they are left out. What a test has opened is closed after it: a page that is left open takes of the processor on and on.
 */
export function withSeedInBrowser(take: (opened: SeedInBrowser) => void): void {
  let close = () => Promise.resolve();
  let closePages = () => Promise.resolve();
  before(async () => {
    if (leaveOut) return;
    const imported = await importedSeed();
    const serving = await serveOnFreePort(imported.data);
    const browser = await openBrowser();
    close = async () => {
      await browser.close();
      await serving.close();
      imported.remove();
    };
    closePages = async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    };
    take({ serving, browser });
  });
  afterEach(() => closePages());
  after(() => close());
}
