import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { importSeed } from '../../src/importer/import.ts';
import type { Serving } from '../../src/server/serve.ts';
import { copySeed } from '../support/copied.ts';
import { addLargeReport } from '../support/large-report.ts';
import { serveOnFreePort } from '../support/served.ts';
import { inBrowser, troublesOf } from './browser.ts';
import { withSeedInBrowser } from './seed-in-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let serving: Serving;
let browser: Browser;

withSeedInBrowser((opened) => ({ serving, browser } = opened));

/** A page, with what it asked of any other server and what it complained of. */
async function open(path: string, width = 1440, colorScheme: 'light' | 'dark' = 'light') {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const troubles = troublesOf(page, serving.url);
  await page.goto(serving.url + path);
  return { page, troubles };
}

/** What axe-core finds wrong with a page as it stands. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() =>
    (
      globalThis as unknown as { axe: { run: (...given: unknown[]) => Promise<AxeResults> } }
    ).axe.run(document, { resultTypes: ['violations'] }),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Unfolds all that is folded on a page. */
const unfold = (page: Page) =>
  page.$$eval('details', (all) => all.forEach((one) => one.setAttribute('open', '')));

const reading = '/reports/xinghe-2023';
const things = [
  '/outcomes/xinghe-2023/energy-review-time',
  '/measures/xinghe-2023/lead-in-person',
  '/documents/xinghe-2023/naming-decision-2023',
  '/organizations/xinghe-government',
  '/places/150924',
  '/examples/biggest-cuts',
];
const short = [
  '/',
  '/search?text=审批',
  '/reports',
  '/indicators/energy-review-time',
  '/reports/nowhere',
  ...things,
];

/** Width, colours and language: every two of them meet on some page, the long ones being slow. */
const looks = [
  { width: 1440, colorScheme: 'light', lang: 'zh', paths: [...short, reading] },
  { width: 820, colorScheme: 'light', lang: 'en', paths: short },
  { width: 820, colorScheme: 'dark', lang: 'zh', paths: [`${reading}?review=1`] },
  { width: 390, colorScheme: 'light', lang: 'en', paths: [reading] },
  { width: 390, colorScheme: 'dark', lang: 'en', paths: short },
] as const;

for (const { width, colorScheme, lang, paths } of looks) {
  test(`axe finds no violation at ${width}, ${colorScheme}, in ${lang}`, inBrowser, async () => {
    for (const path of paths) {
      const at = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
      const { page, troubles } = await open(at, width, colorScheme);
      assert.deepEqual(await violations(page), [], path);
      await unfold(page);
      assert.deepEqual(await violations(page), [], `${path}, unfolded`);
      const missing = path === '/reports/nowhere';
      assert.deepEqual(
        troubles.filter((trouble) => !missing || !trouble.includes('404')),
        [],
        path,
      );
      await page.close();
    }
  });
}

test('no page is wider than the screen, and none asks another server', inBrowser, async () => {
  for (const path of [...short, reading, `${reading}?review=1`]) {
    const { page, troubles } = await open(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
    for (const width of [1440, 820, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${path} is ${wide} wide at ${width}`);
    }
    await unfold(page);
    for (const width of [1440, 820, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${path}, unfolded, is ${wide} wide at ${width}`);
    }
    assert.deepEqual(
      troubles.filter((trouble) => !trouble.includes('404')),
      [],
      path,
    );
    await page.close();
  }
});

test('on a phone nothing is scrolled sideways: no page, and no table', inBrowser, async () => {
  for (const path of [...short, '/places/150900', reading, `${reading}?review=1`])
    for (const lang of ['zh', 'en']) {
      const { page } = await open(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, 390);
      await unfold(page);
      const sideways = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('html, main, main *')]
          .filter(
            ({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1,
          )
          .filter(
            (one) =>
              one === document.documentElement ||
              /auto|scroll/.test(getComputedStyle(one).overflowX),
          )
          .map((one) => `${one.tagName}.${one.className} ${one.scrollWidth}`),
      );
      assert.deepEqual(sideways, [], path);
      const shown = await page.$$eval('main table', (all) =>
        all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().right),
      );
      assert.ok(
        shown.every((right) => right <= 391),
        `${path}: ${shown.join(' ')}`,
      );
      await page.close();
    }
});

test('the words of a table lie upon no others, on a phone and between', inBrowser, async () => {
  for (const width of [390, 700]) {
    const { page } = await open(reading, width);
    await unfold(page);
    const [seen, upon] = await page.evaluate(() => {
      const boxOf = (cell: Element) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return [...range.getClientRects()].filter((box) => box.width > 0);
      };
      const rows = [...document.querySelectorAll('main tr')].filter((row) => row.checkVisibility());
      const lying = rows.filter((row) => {
        const boxes = [...row.children].map(boxOf);
        return boxes.some((of, nth) =>
          boxes
            .slice(nth + 1)
            .some((others) =>
              of.some((one) =>
                others.some(
                  (two) =>
                    Math.min(one.right, two.right) - Math.max(one.left, two.left) > 1 &&
                    Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 4,
                ),
              ),
            ),
        );
      });
      return [rows.length, lying.map((row) => (row as HTMLElement).innerText)] as const;
    });
    assert.ok(seen > 50, String(seen));
    assert.deepEqual(upon, [], String(width));
    await page.close();
  }
});

test(
  'bars that are held against each other begin at one place and have one scale',
  inBrowser,
  async () => {
    for (const path of ['/', reading, things[0]!]) {
      for (const language of ['zh', 'en']) {
        for (const width of [390, 820, 1440]) {
          // oxlint-disable-next-line no-await-in-loop -- one page after the other
          const { page } = await open(`${path}?lang=${language}`, width);
          const rooms = await page.$$eval('.bars, .pair', (all) =>
            all.map((each) =>
              [...each.querySelectorAll('svg')].map((bar) => {
                const { x, width: wide } = bar.getBoundingClientRect();
                return [Math.round(x), Math.round(wide)].join('+');
              }),
            ),
          );
          assert.ok(rooms.length > 0, path);
          const apart = rooms.filter((bars) => bars.length !== 2 || bars[0] !== bars[1]);
          assert.deepEqual(apart, [], `${path} ${language} ${width}`);
          // oxlint-disable-next-line no-await-in-loop -- one page after the other
          await page.close();
        }
      }
    }
  },
);

test('a keyboard passes a report in fewer than 300 steps', inBrowser, async () => {
  const { page } = await open(reading);
  const stops = await page.$$eval(
    'a[href], button, input, summary, [tabindex]',
    (all) =>
      all.filter((each) => (each as HTMLElement).tabIndex >= 0 && each.checkVisibility()).length,
  );
  assert.ok(stops < 300, `${stops} steps`);
  await page.close();
});

test('the marks of a text go and come at once', inBrowser, async () => {
  const { page } = await open(reading);
  const lines = () =>
    page.$eval('mark.outcome', (mark) => getComputedStyle(mark).textDecorationLine);
  assert.equal(await lines(), 'underline');
  await page.locator('#marks').uncheck();
  assert.equal(await lines(), 'none');
  await page.close();
});

/** Milliseconds in which all marks of a page go or come, through the next frame: the best of several, as others have the processor too. */
const timeOfMarks = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    let best = Infinity;
    for (let nth = 0; nth < 10; nth += 1) {
      await frame();
      const begun = performance.now();
      document.querySelector<HTMLInputElement>('#marks')!.click();
      await frame();
      best = Math.min(best, performance.now() - begun);
    }
    return best;
  });

test('marks of a long text go and come without all of it being drawn', inBrowser, async (t) => {
  const copied = copySeed();
  t.after(copied.remove);
  addLargeReport(copied.seed, { sections: 1, measures: 50, outcomes: 40 });
  await importSeed(copied);
  const large = await serveOnFreePort(copied.data);
  t.after(large.close);
  for (const width of [1440, 390]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const answer = await page.goto(`${large.url}/reports/large-2024`);
    assert.equal(answer?.status(), 200);
    assert.ok((await page.locator('mark').count()) >= 2000);
    await page.locator('.passage').first().scrollIntoViewIfNeeded();
    const inSight = await timeOfMarks(page);
    await page.$$eval('.passage', (all) =>
      all.forEach((one) => ((one as HTMLElement).style.contentVisibility = 'visible')),
    );
    const whole = await timeOfMarks(page);
    t.diagnostic(`${width}: ${Math.round(inSight)} ms, ${Math.round(whole)} if all were drawn`);
    assert.ok(inSight < whole / 1.5, `${inSight} of ${whole}`);
    await page.close();
  }
});

test('on a phone a report folds up, and what an address leads to unfolds', inBrowser, async () => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({
      javaScriptEnabled,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    const { url } = serving;
    await page.goto(`${url}${reading}`);
    const tall = async () => page.evaluate(() => document.documentElement.scrollHeight);
    if (javaScriptEnabled) assert.ok((await tall()) < 6 * 844, String(await tall()));
    const sections = page.locator('.row > details');
    assert.ok(await sections.first().locator('.passage').first().isVisible());
    const last = sections.last();
    assert.ok(!(await last.locator('.passage').first().isVisible()));
    await last.locator('> summary').click();
    assert.ok(await last.locator('.passage').first().isVisible());
    for (const mark of ['outcome-energy-review-time', 'words-outcome-legal-opinions']) {
      await page.goto('about:blank');
      await page.goto(`${url}${reading}#${mark}`);
      await page.locator(`#${mark}`).waitFor({ state: 'visible' });
      const { y = -1 } = (await page.locator(`#${mark}`).boundingBox()) ?? {};
      assert.ok(y >= 0 && y < 844, `${mark} at ${y}`);
    }
    await context.close();
  }
});

const paired = (page: Page) => page.$$eval('.card.paired', (cards) => cards.map(({ id }) => id));

test(
  'pointing at a card lights its words and draws a line to them, and the other way round',
  inBrowser,
  async () => {
    const { page, troubles } = await open('/reports/xinghe-2023');
    const card = page.locator('#outcome-energy-review-time');
    await card.scrollIntoViewIfNeeded();
    await card.hover();
    const lit = () =>
      page.$$eval('mark.lit', (marks) => marks.map(({ textContent }) => textContent));
    // Its own words, and round them those by which the text joins it to its measure.
    const words = '节能审查由30个工作日压缩至5个工作日';
    const [joining, own, ...others] = await lit();
    assert.match(joining ?? '', new RegExp(`^全面简化投资项目备案流程,.+${words}$`));
    assert.deepEqual([own, others], [words, []]);
    assert.equal(await page.locator('#thread.drawn').count(), 1);
    await page.locator('#words-outcome-land-use-opinion-time').hover();
    assert.deepEqual(await page.$$eval('.card.lit', (cards) => cards.map(({ id }) => id)), [
      'outcome-land-use-opinion-time',
    ]);
    // The other end is lit with it, both ways, and joined to it.
    const measure = page.locator('#measure-streamline-approvals');
    assert.deepEqual(await paired(page), ['measure-streamline-approvals']);
    assert.ok((await page.locator('#thread .other').count()) >= 1);
    await measure.scrollIntoViewIfNeeded();
    await measure.locator('h3').hover();
    assert.deepEqual(await page.$$eval('.card.lit', (cards) => cards.map(({ id }) => id)), [
      'measure-streamline-approvals',
    ]);
    assert.ok((await paired(page)).includes('outcome-energy-review-time'));
    assert.ok((await page.locator('mark.paired').count()) >= 4);
    await page.setViewportSize({ width: 820, height: 900 });
    await page.$$eval('.fold', (all) => all.forEach((one) => one.setAttribute('open', '')));
    await card.hover();
    assert.equal(
      await page.locator('#thread.drawn').count(),
      0,
      'no line where the columns are one',
    );
    assert.deepEqual(troubles, []);
  },
);

test(
  'a button copies a citation; without JavaScript the text can be selected',
  inBrowser,
  async () => {
    const { page } = await open('/outcomes/xinghe-2023/energy-review-time');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText(text: string) {
            document.body.setAttribute('data-copied', text);
          },
        },
      });
    });
    await page.getByRole('button', { name: 'BibTeX' }).click();
    const copied = await page.locator('body').getAttribute('data-copied');
    assert.match(copied ?? '', /^@misc\{outcome-xinghe-2023-energy-review-time,/);
    await page.close();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${serving.url}/outcomes/xinghe-2023/energy-review-time`);
    assert.equal(await plain.locator('.citation').count(), 3);
    assert.equal(await plain.getByRole('button').count(), 0);
    await context.close();
  },
);

test('without JavaScript the links light what they lead to', inBrowser, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${serving.url}/reports/xinghe-2023`);
  const outline = page.locator('#outcome-energy-review-time');
  await outline.locator('.number').click();
  assert.equal(new URL(page.url()).hash, '#words-outcome-energy-review-time');
  await page.locator('#words-outcome-energy-review-time .to').first().click();
  assert.equal(new URL(page.url()).hash, '#outcome-energy-review-time');
  await context.close();
});

test(
  'the page of searches searches as one types, and its address holds what was typed',
  inBrowser,
  async () => {
    const { page, troubles } = await open('/search');
    await page.locator('#text').pressSequentially('行政复议');
    await page.locator('#hits .found li').first().waitFor();
    // What was typed first may have been found before the rest.
    await page.waitForURL((url) => url.searchParams.get('text') === '行政复议');
    assert.match((await page.locator('#hits').textContent()) ?? '', /行政复议/);
    await page.locator('#text').fill('');
    await page.waitForFunction(() => document.querySelector('#hits')?.children.length === 0);
    assert.deepEqual(troubles, []);
  },
);

test(
  'the front page fits two screens, five on a phone, and no table on it is ever cut',
  inBrowser,
  async () => {
    for (const language of ['zh', 'en']) {
      for (const [width, height, most] of [
        [1440, 900, 2],
        [390, 844, 5],
      ] as const) {
        const { page } = await open(`/?lang=${language}`, width);
        const tall = await page.evaluate(() => document.documentElement.scrollHeight);
        assert.ok(tall <= most * height, `${language}: ${tall} at ${width}`);
        assert.ok(await page.locator('.shown .pair').isVisible());
        const { y = height } = (await page.locator('.shown .pair').boundingBox()) ?? {};
        assert.ok(y < height, 'on its first screen');
        await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
        const cut = await page.$$eval(
          'td, th, .shown *, .working',
          (all) =>
            all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
              .length,
        );
        assert.equal(cut, 0, `${language} at ${width}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width);
        await page.close();
      }
    }
  },
);
