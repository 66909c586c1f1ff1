import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { messagesIn } from '../../../src/pages/language/messages.ts';
import { openBrowser } from '../../browser/browser.ts';
import { importedSeed, serveOnFreePort } from '../../support/served.ts';

/**
 * Takes the pictures of the README and the one that messengers show of the site, of a server over the seed.
 * They differ a little from machine to machine, by its fonts: take them anew where the pages change.
 */
const pictures = '.github/docs/pictures';
const own = 'src/pages/images/juzheng.png';

type Shot = {
  name: string;
  path: string;
  width: number;
  height: number;
  before?: (page: Page) => Promise<void>;
};

const shots: readonly Shot[] = [
  {
    name: 'words-and-card',
    path: '/reports/xinghe-2023',
    width: 1440,
    height: 860,
    async before(page) {
      const card = page.locator('#outcome-energy-review-time');
      await card.evaluate((each) => each.scrollIntoView({ block: 'center' }));
      await card.hover();
    },
  },
  { name: 'flow', path: '/reports/xinghe-2023?lang=en', width: 1440, height: 900 },
];

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
  const { name, path, width, height, before } = shot;
  const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
  await page.goto(url + path);
  await before?.(page);
  await page.screenshot({ path: `${pictures}/${name}.png` });
  await page.close();
}

/** The picture of the site: what it promises, in both languages, and one measure with what came of it. */
async function takeOwn(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  const { zh, en } = { zh: messagesIn('zh'), en: messagesIn('en') };
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 64px 72px; box-sizing: border-box; width: 1200px; height: 630px; background: #fbfaf6; color: #1f1e1c; font: 30px/1.5 'Noto Sans CJK SC', sans-serif; }
    .brand { font: 700 44px 'Noto Serif CJK SC', serif; color: #9d2f1c; letter-spacing: .08em; }
    h1 { margin: 28px 0 6px; font: 700 52px/1.3 'Noto Serif CJK SC', serif; }
    .en { color: #5f5b54; font-size: 27px; }
    .quote { margin-top: 48px; font: 34px/1.9 'Noto Serif CJK SC', serif; }
    mark { color: inherit; background: #23694a33; border-bottom: 5px solid #23694a; }
    .moved { margin-top: 14px; color: #23694a; font: 700 46px 'Noto Serif CJK SC', serif; }
  </style><div class="brand">举证 Juzheng</div><h1>${zh.tagline}</h1><div class="en">${en.tagline}</div>
  <div class="quote"><mark>节能审查由30个工作日压缩至5个工作日</mark></div><div class="moved">30 → 5</div>`);
  await page.screenshot({ path: own });
  await page.close();
}

mkdirSync(pictures, { recursive: true });
const browser = await openBrowser();
await takeOwn(browser);
const seed = await importedSeed();
const serving = await serveOnFreePort(seed.data);
for (const shot of shots) {
  // oxlint-disable-next-line no-await-in-loop -- one page after the other, for small machines
  await take(browser, serving.url, shot);
  process.stdout.write(`took ${pictures}/${shot.name}.png\n`);
}
await browser.close();
await serving.close();
seed.remove();
