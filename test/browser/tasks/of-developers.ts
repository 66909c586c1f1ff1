import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Task } from './task.ts';

/** All words that the panel shows as evidence. */
const evidenceOf = (page: Page): Promise<string[]> =>
  page.$$eval('#panel-evidence mark', (marks) => marks.map((mark) => mark.textContent ?? ''));

/** What developers want: the same as data, addresses that can be handed on, and versions. */
export const ofDevelopers: readonly Task[] = [
  {
    asks: 'An address of a GraphiQL question that shows a colleague the same evidence',
    language: 'en',
    width: 1440,
    async go({ page, follow, click }) {
      await follow('GraphiQL');
      await click(page.getByRole('button', { name: /^What was cut the most/ }));
      await click(page.locator('form:visible .ask'));
      await page.locator('#panel-evidence .proof').first().waitFor();
      const evidence = await evidenceOf(page);
      await click(page.locator('#tab-share'));
      const address = await page.locator('#share-address').inputValue();
      const browser = page.context().browser();
      const other = await (await browser!.newContext({ locale: 'en-US' })).newPage();
      await other.goto(address);
      await other.locator('#panel-evidence .proof').first().waitFor();
      const same = await evidenceOf(other);
      assert.ok(evidence.length > 0);
      assert.deepEqual(same, evidence);
      await other.context().close();
    },
  },
  {
    asks: '在 GraphiQL 里把回答看成中文表格，再下载',
    language: 'zh',
    width: 1440,
    async go({ page, follow, click, save }) {
      await follow('GraphiQL');
      await click(page.getByRole('button', { name: /^当年承诺了什么/ }));
      await click(page.locator('form:visible .ask'));
      await page.locator('#panel-evidence .proof').first().waitFor();
      await click(page.locator('#tab-table'));
      await page.locator('#panel-table td').first().waitFor();
      const heads = await page.locator('#panel-table th').allInnerTexts();
      assert.ok(
        heads.includes('结论') && heads.every((head) => /\p{Script=Han}/u.test(head)),
        heads.join(),
      );
      const cells = await page.locator('#panel-table td').allInnerTexts();
      assert.deepEqual(
        cells.filter((cell) => /^[A-Z]+_[A-Z_]+$/.test(cell)),
        [],
      );
      const csv = await save(page.locator('#panel-table a[download$=csv]'));
      assert.match(csv, /^\ufeff?[^\n]*结论/);
    },
  },
  {
    asks: '一项成效的 JSON',
    language: 'zh',
    width: 390,
    async go({ page, search, click, save }, ask) {
      const { outcomes } = await ask(
        '{ outcomes(filter: { indicators: ["energy-review-time"] }, first: 1) { nodes { code year evidence { exact } report { year place { name } } } } }',
      );
      const [{ code, evidence, report }] = outcomes.nodes;
      await search(`${report.place.name}${report.year}年节能审查`);
      await click(
        page
          .locator('main')
          .getByRole('link', { name: `“节能审查” · ${report.place.name} · ${report.year}` }),
      );
      await click(page.locator('.hit').getByRole('link', { name: '节能审查时限' }));
      const { data } = JSON.parse(
        await save(page.getByRole('link', { name: 'JSON', exact: true })),
      );
      assert.equal(data.outcome.code, code);
      assert.equal(data.outcome.evidence.exact, evidence.exact);
    },
  },
  {
    asks: 'Which version of the data is this, in full?',
    language: 'en',
    width: 390,
    async go({ page, click, read }, ask) {
      await click(page.locator('#citing summary'));
      const { meta } = await ask('{ meta { dataVersion } }');
      assert.equal(await read(page.locator('#citing code.whole')), meta.dataVersion);
    },
  },
];
