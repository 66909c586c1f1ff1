import type { Browser, Download, Locator, Page } from 'playwright-core';

/** A new user's way through the pages, in clicks and searches; what is chosen in a list is a click. */
export type Walk = {
  page: Page;
  click: (what: Locator) => Promise<void>;
  /** Clicks a link by its words. */
  follow: (name: string | RegExp) => Promise<void>;
  /** Chooses by the words of an option. */
  choose: (field: string, option: string) => Promise<void>;
  /** Types into the field that is there to search in, and sends it off. */
  search: (text: string) => Promise<void>;
  /** Clicks what leads to a file, and reads it. */
  save: (what: Locator) => Promise<string>;
  /** The words of something, once it is there; what lies folded away is not read. */
  read: (what: Locator) => Promise<string>;
  taken: () => { clicks: number; searches: number };
};

/** By what a walk is begun: the width of the screen, and what the browser prefers to read. */
export type Walker = { width: 390 | 1440; language: 'zh' | 'en' };

export async function startWalk(
  browser: Browser,
  origin: string,
  { width, language }: Walker,
): Promise<Walk & { close: () => Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto(origin);
  let clicks = 0;
  let searches = 0;
  const click = async (what: Locator) => {
    clicks += 1;
    await what.first().click();
    await page.waitForLoadState();
  };
  return {
    page,
    click,
    follow: (name) => click(page.getByRole('link', { name })),
    async choose(field, option) {
      clicks += 1;
      const name = page.locator('span', { hasText: new RegExp(`^${field}$`) });
      await page.locator('label', { has: name }).locator('select').selectOption({ label: option });
    },
    async search(text) {
      searches += 1;
      const field = page.getByRole('searchbox').first();
      await field.fill(text);
      await field.press('Enter');
      await page.waitForLoadState();
    },
    async save(what) {
      clicks += 1;
      // A file that the browser shows instead of saving is read where it is shown.
      const link = what.first();
      const href = await link.getAttribute('href');
      const [download] = await Promise.all([begun(page), link.click()]);
      if (download) return readAll(download);
      const answer = await page.request.get(new URL(href ?? '', page.url()).href);
      return answer.text();
    },
    async read(what) {
      await what.first().waitFor({ state: 'visible' });
      return what.first().innerText();
    },
    taken: () => ({ clicks, searches }),
    close: () => context.close(),
  };
}

/** A download that begins soon; null where none does. */
const begun = (page: Page): Promise<Download | null> =>
  page.waitForEvent('download', { timeout: 2000 }).catch(() => null);

async function readAll(download: Download): Promise<string> {
  const stream = await download.createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
