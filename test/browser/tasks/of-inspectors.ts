import assert from 'node:assert/strict';
import type { Task } from './task.ts';

/** What inspectors want to know: what is not there, what does not add up, and what was promised. */
export const ofInspectors: readonly Task[] = [
  {
    asks: '2024年哪个县的节能审查时限压缩得最多？原话怎么说？',
    language: 'zh',
    width: 1440,
    async go({ page, search, click, choose, read }, ask) {
      await search('节能审查');
      await click(page.locator('.straight').getByRole('link', { name: '节能审查时限' }));
      await choose('年份', '2024');
      await choose('排序', '变化');
      await click(page.getByRole('button', { name: '查看' }));
      const row = page.locator('#table tbody tr').first();
      const county = await read(row.getByRole('rowheader'));
      await click(row.locator('td').getByRole('link'));
      const quote = await read(page.locator('.sentence mark'));
      const { outcomes } = await ask(`{ outcomes(
        filter: { indicators: ["energy-review-time"], years: [2024], hasChange: true }
        orderBy: { field: CHANGE_PERCENT } first: 20
      ) { nodes { change { percent } evidence { exact } report { place { name } } } } }`);
      const most = outcomes.nodes.filter(
        ({ change }: { change: { percent: number } }) =>
          change.percent === outcomes.nodes[0].change.percent,
      );
      assert.ok(
        most.some(
          ({
            evidence,
            report,
          }: {
            evidence: { exact: string };
            report: { place: { name: string } };
          }) => evidence.exact === quote && report.place.name === county,
        ),
        `${county}: ${quote}`,
      );
    },
  },
  {
    asks: '这个市有没有哪份报告没写不足？',
    language: 'zh',
    width: 390,
    async go({ page, search, click, follow }, ask) {
      const { reports } = await ask(
        '{ reports(filter: { missingParts: [SHORTCOMINGS] }, first: 1) { nodes { place { parent { code name } } } } }',
      );
      const city = reports.nodes[0].place.parent;
      await search(city.name);
      await click(page.locator('.straight').getByRole('link', { name: city.name }));
      await follow('缺少“不足和原因”的报告');
      const shown = await page.locator('.reports > li > a').allInnerTexts();
      const { lacking } = await ask(
        `{ lacking: reports(filter: { placesWithin: ["${city.code}"], missingParts: [SHORTCOMINGS] }) { nodes { title } } }`,
      );
      const titles = lacking.nodes.map(({ title }: { title: string }) => title);
      assert.deepEqual(shown.toSorted(), titles.toSorted());
    },
  },
  {
    asks: 'What in this county’s figures does not add up?',
    language: 'en',
    width: 390,
    async go({ page, search, click, follow, read }, ask) {
      const { checks } = await ask(
        '{ checks(filter: { verdicts: [DOES_NOT_FOLLOW], kinds: [SUM, RATIO, SUBSET, DIRECTION, SAME_FACT, SET_SIZE, RESTATED] }, first: 1) { nodes { explanation(language: EN) report { place { code name(language: EN) } } } } }',
      );
      const [{ explanation, report }] = checks.nodes;
      await search(report.place.name);
      await click(page.locator('.straight').getByRole('link', { name: report.place.name }));
      await follow(/^What does not add up/);
      assert.ok((await read(page.locator('main table'))).includes(explanation));
    },
  },
  {
    asks: '没有兑现的承诺一共有多少？要一张全表。',
    language: 'zh',
    width: 1440,
    async go({ page, click, save }, ask) {
      await click(page.locator('#broken').getByRole('link', { name: /^全部/ }));
      const csv = await save(page.locator('main').getByRole('link', { name: 'CSV' }));
      const { targets } = await ask(
        '{ targets(filter: { verdicts: [NOT_REACHED, PARTLY_REACHED] }) { totalCount } }',
      );
      assert.equal(csv.trim().split('\r\n').length - 1, targets.totalCount);
      assert.match(csv, /结论/);
    },
  },
  {
    asks: '一个省2023年的报告里，哪些问题没有对策？',
    language: 'zh',
    width: 390,
    async go({ page, click, choose, read }, ask) {
      const { reports } = await ask(
        '{ reports(first: 1) { nodes { place { parent { parent { code name } } } } } }',
      );
      const { code, name } = reports.nodes[0].place.parent.parent;
      await click(page.locator('#problems-without-an-answer summary'));
      await click(
        page.locator('#problems-without-an-answer').getByRole('link', { name: '完整的回答' }),
      );
      await choose('地区', name);
      await choose('年份', '2023');
      await click(page.getByRole('button', { name: '再问' }));
      const { problems } = await ask(
        `{ problems(filter: { hasAnswer: false, placesWithin: ["${code}"], years: [2023] }, first: 100) { totalCount nodes { title evidence { exact } } } }`,
      );
      const table = await read(page.locator('main table'));
      assert.equal(await page.locator('main tbody tr').count(), problems.totalCount);
      for (const { evidence } of problems.nodes) assert.ok(table.includes(evidence.exact));
    },
  },
  {
    asks: 'How many reports say nothing of the success rate of mediation?',
    language: 'en',
    width: 1440,
    async go({ page, search, click, read }, ask) {
      await search('mediation');
      await click(
        page.locator('.straight').getByRole('link', { name: 'Success rate of mediation' }),
      );
      const told = await read(page.locator('#told'));
      const { reports } = await ask(
        '{ reports(filter: { silentOn: ["mediation-success-rate"] }) { totalCount } }',
      );
      assert.match(told, new RegExp(`\\b${reports.totalCount}\\b`));
    },
  },
  {
    asks: '哪些报告谈到“优化营商环境”？报告里没有这几个字连在一起。',
    language: 'zh',
    width: 390,
    async go({ page, search, click }, ask) {
      await search('优化营商环境');
      await click(page.locator('.instead').getByRole('link', { name: /营商环境”/ }));
      const text = new URL(page.url()).searchParams.get('text');
      const { found } = await ask(
        'query ($text: String!) { found: search(text: $text) { totalCount } }',
        { text },
      );
      const told = await page.locator('.told').first().innerText();
      assert.ok(told.replaceAll(',', '').includes(`共 ${found.totalCount} 条`), told);
    },
  },
  {
    asks: '这个县去年自己承认了哪些问题，打算怎么办？',
    language: 'zh',
    width: 390,
    async go({ page, search, click }, ask) {
      const { reports } = await ask(
        '{ reports(filter: { years: [2024], problems: {} }, first: 1) { nodes { code place { name } problems(first: 20) { nodes { title } } } } }',
      );
      const [{ code, place, problems }] = reports.nodes;
      await search(place.name);
      await click(page.locator('.straight').getByRole('link', { name: place.name }));
      const row = page.locator('.years tr', { has: page.getByRole('rowheader', { name: '问题' }) });
      await click(row.locator(`a[href*="${code}"]`));
      // A browser goes to its fragment some time after the page is there.
      await page.waitForFunction(() => {
        const top = document.querySelector('#plans')?.getBoundingClientRect().top ?? -1;
        return top >= 0 && top < innerHeight;
      });
      const shown = await page.locator('#flow .problem').allTextContents();
      for (const { title } of problems.nodes) assert.ok(shown.join('\n').includes(title), title);
    },
  },
];
