import assert from 'node:assert/strict';
import { parseCsv } from '../../support/csv/parse-csv.ts';
import type { Task } from './task.ts';

/** What bureaus want to know of their own reports, and to hand on. */
export const ofBureaus: readonly Task[] = [
  {
    asks: '县政府在报告里答应负责哪些目标？',
    language: 'zh',
    width: 390,
    async go({ page, search, click, read }, ask) {
      const { targets } = await ask(
        '{ targets(filter: { hasOwner: true }, first: 1) { nodes { owner { code name } } } }',
      );
      const [{ owner }] = targets.nodes;
      await search(owner.name);
      await click(page.locator('.straight').getByRole('link', { name: owner.name }));
      const list = page.locator('section', {
        has: page.getByRole('heading', { name: /^负责的目标/ }),
      });
      const { owned } = await ask(
        `{ owned: targets(filter: { owners: ["${owner.code}"] }, first: 20) { totalCount nodes { evidence { exact } } } }`,
      );
      const words = await read(list);
      for (const { evidence } of owned.nodes) assert.ok(words.includes(evidence.exact));
      if (owned.totalCount > 1)
        assert.match(words, new RegExp(`^负责的目标 ${owned.totalCount}\\b`));
    },
  },
  {
    asks: '这个县得过什么荣誉？原话在哪里？',
    language: 'zh',
    width: 1440,
    async go({ page, search, click, read }, ask) {
      const { honours } = await ask(
        '{ honours(first: 1) { nodes { name report { place { name } } } } }',
      );
      const [{ name, report }] = honours.nodes;
      await search(report.place.name);
      await click(page.locator('.straight').getByRole('link', { name: report.place.name }));
      const list = page.locator('section', { has: page.getByRole('heading', { name: /^荣誉/ }) });
      const quote = await read(list.locator('q'));
      await click(list.getByRole('link', { name }));
      await page.waitForURL(/\/reports\/.*#name-/);
      const marked = await page.locator('mark.name').allInnerTexts();
      assert.ok(marked.join('').includes(quote), quote);
    },
  },
  {
    asks: 'Which document named the model counties of 2023, and in which words does a report name it?',
    language: 'en',
    width: 390,
    async go({ page, search, click, read }, ask) {
      const { documents } = await ask(
        '{ documents(filter: { text: "2023" }, first: 1) { nodes { title(language: EN) } } }',
      );
      const [{ title }] = documents.nodes;
      await search(title);
      await click(page.locator('.hit').getByRole('link', { name: title }));
      const code = decodeURIComponent(new URL(page.url()).pathname.replace('/documents/', ''));
      const { document } = await ask(
        `{ document(by: { code: "${code}" }) { evidence { exact } } }`,
      );
      assert.equal(await read(page.locator('.sentence mark')), document.evidence.exact);
    },
  },
  {
    asks: '我县2022年报告写下的目标，后来兑现了吗？',
    language: 'zh',
    width: 390,
    async go({ page, search, click }, ask) {
      const { reports } = await ask(
        '{ reports(filter: { years: [2022], targets: {} }, first: 1) { nodes { code place { name } targets { totalCount } } } }',
      );
      const [{ code, place, targets }] = reports.nodes;
      await search(place.name);
      await click(page.locator('.straight').getByRole('link', { name: place.name }));
      const row = page.locator('.years tr', { has: page.getByRole('rowheader', { name: '目标' }) });
      await click(row.locator(`a[href*="${code}"]`));
      const { told } = await ask(
        `{ told: targets(filter: { reports: ["${code}"] }, first: 50) { nodes { label evidence { exact } } } }`,
      );
      const rows = page.locator('main tbody tr');
      assert.equal(await rows.count(), targets.totalCount);
      const table = await page.locator('main table').innerText();
      for (const { label, evidence } of told.nodes)
        assert.ok(table.includes(label) && table.includes(evidence.exact), label);
    },
  },
  {
    asks: 'The whole text of our report of 2021, to check it',
    language: 'en',
    width: 390,
    async go({ page, search, click, save }, ask) {
      const { reports } = await ask(
        '{ reports(filter: { years: [2021] }, first: 1) { nodes { text place { name(language: EN) } } } }',
      );
      const [{ text, place }] = reports.nodes;
      await search(place.name);
      await click(page.locator('.straight').getByRole('link', { name: place.name }));
      await click(page.locator('.years thead').getByRole('link', { name: '2021' }));
      assert.equal(await save(page.getByRole('link', { name: 'Text (TXT)' })), text);
    },
  },
  {
    asks: '把整份报告按 GB/T 7714、BibTeX 和 RIS 引用',
    language: 'zh',
    width: 1440,
    async go({ page, search, click }, ask) {
      const { reports } = await ask(
        '{ meta { dataVersion } reports(filter: { years: [2024] }, first: 1) { nodes { title url place { name } } } }',
      );
      const [{ title, url, place }] = reports.nodes;
      await search(place.name);
      await click(page.locator('.straight').getByRole('link', { name: place.name }));
      await click(page.locator('.years thead').getByRole('link', { name: '2024' }));
      await click(page.locator('.cite > summary').first());
      const citations = await page.locator('header .citation').allInnerTexts();
      assert.equal(citations.length, 3);
      for (const citation of citations)
        assert.ok(citation.includes(title) && citation.includes(url), citation);
    },
  },
  {
    asks: 'Which counties of a province won an honour, in which words?',
    language: 'en',
    width: 390,
    async go({ page, search, click, follow, read }, ask) {
      const { honours } = await ask(
        '{ honours(first: 1) { nodes { report { place { parent { parent { code name(language: EN) } } } } } } }',
      );
      const { code, name } = honours.nodes[0].report.place.parent.parent;
      await search(name);
      await click(page.locator('.straight').getByRole('link', { name }));
      await follow(/^Which honours/);
      const { won } = await ask(
        `{ won: honours(filter: { placesWithin: ["${code}"] }, first: 50) { nodes { evidence { exact } } } }`,
      );
      const table = await read(page.locator('main table'));
      assert.equal(await page.locator('main tbody tr').count(), won.nodes.length);
      for (const { evidence } of won.nodes) assert.ok(table.includes(evidence.exact));
    },
  },
  {
    asks: '我县2024年全部举措，连同下一年的安排，要一张表',
    language: 'zh',
    width: 390,
    async go({ page, search, click, save }, ask) {
      const { reports } = await ask(
        '{ reports(filter: { years: [2024], measures: { stages: [PLANNED] } }, first: 1) { nodes { place { name } measures(first: 100) { nodes { code stage } } } } }',
      );
      const [{ place, measures }] = reports.nodes;
      const name = place.name.replace('（合成）', '');
      await search(`${name}2024年报告`);
      await click(page.locator('.instead').getByRole('link', { name: /^报告 · / }));
      await click(page.locator('.reports > li > a'));
      const csv = await save(page.getByRole('link', { name: '举措（CSV）', exact: true }));
      const codes = parseCsv(csv.replace(/^\ufeff/, ''))
        .slice(1)
        .map(([code]) => code);
      assert.deepEqual(
        new Set(codes),
        new Set(measures.nodes.map(({ code }: { code: string }) => code)),
      );
    },
  },
  {
    asks: 'Which other reports name the document that this report names?',
    language: 'en',
    width: 1440,
    async go({ page, search, click, follow }, ask) {
      const { documents } = await ask(
        '{ documents(filter: { text: "2023" }, first: 50) { nodes { code url title titleEn: title(language: EN) } } }',
      );
      const [{ title, titleEn }] = documents.nodes;
      await search(titleEn);
      await click(page.locator('.hit').getByRole('link', { name: titleEn }));
      await follow(/^Search all reports for this title/);
      const { same } = await ask(
        `query ($title: String!) { same: search(text: $title, filter: { types: [DOCUMENT] }) { totalCount } }`,
        { title },
      );
      const told = await page.locator('.told').first().innerText();
      assert.ok(told.includes(`: ${same.totalCount} found`), told);
    },
  },
];
