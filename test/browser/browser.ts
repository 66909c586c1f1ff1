import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where a Chromium lies on this machine; null where none is found. */
export const foundChromium =
  [process.env['CHROMIUM'], ...usual].find((path) => path !== undefined && existsSync(path)) ??
  null;

/** A reason to leave the browser tests out, or false; where they are required there is none. */
export const leaveOut: string | false =
  foundChromium === null && process.env['JUZHENG_REQUIRE_BROWSER'] !== '1'
    ? 'left out: no Chromium found (apt-get install chromium, or set CHROMIUM to its path)'
    : false;

/**
 * Milliseconds after which a test of pages hangs, and a step of it: a busy machine takes several times as long as
 * an idle one.
 */
const [testHangs, stepHangs] = [900_000, 120_000];

/** How a test is run that opens pages. */
export const inBrowser = { skip: leaveOut, timeout: testHangs };

/** A browser in whose pages what is waited for may take as long as a busy machine needs. */
export async function openBrowser(): Promise<Browser> {
  const browser = await launch();
  const newContext = browser.newContext.bind(browser);
  // A page that is opened by itself gets its context here too.
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(stepHangs);
    return context;
  };
  return browser;
}

async function launch(): Promise<Browser> {
  if (foundChromium === null)
    throw new Error('no Chromium found, and the browser tests are required');
  return chromium.launch({
    executablePath: foundChromium,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      // A reader of Chinese, unless a test says otherwise.
      '--accept-lang=zh-CN',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What a page asks of any other server, and what it complains of; it is added to as it happens. */
export function troublesOf(
  page: Page,
  origin: string,
  isExpected: (message: ConsoleMessage) => boolean = () => false,
): string[] {
  const troubles: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(origin)) troubles.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message)) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  return troubles;
}

/** In GraphiQL a table of several lists is refused with their names, and then asked for by one of them. */
export const isAboutLists = (message: ConsoleMessage): boolean =>
  /format=(?:jsonl|csv&lang=\w+)$/.test(message.location().url);
