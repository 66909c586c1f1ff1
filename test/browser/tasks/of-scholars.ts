import assert from 'node:assert/strict';
import { parseCsv } from '../../support/csv/parse-csv.ts';
import type { Task } from './task.ts';

const county =
  '{ places(filter: { levels: [COUNTY], hasReports: true }, first: 5) { nodes { code name } } }';

/** What scholars want: series, sources, citations, and what joins a measure to its outcome. */
export const ofScholars: readonly Task[] = [
  {
    asks: 'The CSV of all success rates of mediation, with their sources',
    language: 'en',
    width: 1440,
    async go({ page, search, click, save }, ask) {
      await search('mediation');
      await click(
        page.locator('.straight').getByRole('link', { name: 'Success rate of mediation' }),
      );
      const csv = await save(page.locator('.ways').getByRole('link', { name: 'CSV' }));
      const [head = [], ...rows] = parseCsv(csv.replace(/^\ufeff/, ''));
      const { outcomes } = await ask(
        '{ outcomes(filter: { indicators: ["mediation-success-rate"] }) { totalCount } }',
      );
      assert.equal(rows.length, outcomes.totalCount);
      const column = (name: string) => rows.map((row) => row[head.indexOf(name)] ?? '');
      assert.ok(column('address').every((address) => address.startsWith('/outcomes/')));
      assert.ok(column('evidence').every((words) => words.length > 3));
    },
  },
  {
    asks: '节能审查时限各地各年的图，存成图片',
    language: 'zh',
    width: 1440,
    async go({ page, search, click, save }) {
      await search('节能审查时限');
      await click(page.locator('.straight').getByRole('link', { name: '节能审查时限' }));
      const svg = await save(page.getByRole('link', { name: '下载图片（SVG）' }));
      assert.match(svg, /^<svg[^>]*>.*节能审查时限/s);
    },
  },
  {
    asks: 'Cite how one county cut its energy review in 2023',
    language: 'en',
    width: 390,
    async go({ page, search, click }, ask) {
      const { outcomes } = await ask(
        '{ outcomes(filter: { indicators: ["energy-review-time"], years: [2023], hasTranslation: true }, first: 1) { nodes { url report { title place { name(language: EN) } } } } }',
      );
      const [{ url, report }] = outcomes.nodes;
      const { name } = report.place;
      await search(`${name} 2023 energy`);
      await click(page.locator('main').getByRole('link', { name: `“energy” · ${name} · 2023` }));
      await click(page.locator('.hit').getByRole('link', { name: /energy conservation review/ }));
      const [gb = '', bib = '', ris = ''] = await page.locator('.citation').allInnerTexts();
      for (const citation of [gb, bib, ris]) {
        assert.ok(citation.includes(url), citation);
        assert.ok(citation.includes(report.title), citation);
      }
    },
  },
  {
    asks: '同一个县，2024年的节能审查时限是多少？与前几年相比呢？',
    language: 'zh',
    width: 390,
    async go({ page, search, click, read }, ask) {
      const { places } = await ask(county);
      const [{ code, name }] = places.nodes;
      await search(name);
      await click(page.locator('.straight').getByRole('link', { name }));
      const row = page.locator('.years tr', {
        has: page.getByRole('link', { name: '节能审查时限' }),
      });
      const { outcomes } = await ask(
        `{ outcomes(filter: { places: ["${code}"], indicators: ["energy-review-time"] }) { nodes { quantity { text } url } } }`,
      );
      assert.equal(await row.locator('td a').count(), outcomes.nodes.length);
      await click(row.locator('td a').last());
      const url = new URL(page.url()).pathname;
      const told = outcomes.nodes.find((outcome: { url: string }) => outcome.url === url);
      assert.ok((await read(page.locator('.figure'))).includes(told.quantity.text));
    },
  },
  {
    asks: '哪句原话把一项举措和它的成效连在一起？',
    language: 'zh',
    width: 1440,
    async go({ page, search, click, read }, ask) {
      const { links } = await ask(
        '{ links(filter: { bases: [STATED] }, first: 1) { nodes { evidence { exact } measure { title } report { year place { name } } } } }',
      );
      const [{ evidence, measure, report }] = links.nodes;
      await search(`${report.place.name} ${report.year} ${measure.title}`);
      await click(
        page.locator('main').getByRole('link', {
          name: `“${measure.title}” · ${report.place.name} · ${report.year}`,
        }),
      );
      await click(page.locator('.hit').getByRole('link', { name: measure.title }));
      assert.ok((await read(page.locator('.told-here'))).includes(evidence.exact));
    },
  },
  {
    asks: 'Where does a report begin with its plan for the next year?',
    language: 'en',
    width: 1440,
    async go({ page, search, click, follow }, ask) {
      const { reports } = await ask(
        '{ reports(filter: { years: [2022], kinds: [STATUTORY_ANNUAL] }, first: 20) { nodes { place { name(language: EN) } sections { code title(language: EN) } } } }',
      );
      const report = reports.nodes.find(({ sections }: { sections: { title: string }[] }) =>
        sections.some(({ title }) => title === 'Plan for the next year'),
      );
      await search(report.place.name);
      await click(page.locator('.straight').getByRole('link', { name: report.place.name }));
      await click(page.locator('.years thead').getByRole('link', { name: '2022' }));
      await follow('Plan for the next year');
      assert.match(page.url(), /#section-plan$/);
      const heading = page.getByRole('heading', { name: 'Plan for the next year' });
      const { y } = (await heading.boundingBox()) ?? { y: -1 };
      assert.ok(y >= 0 && y < 900);
    },
  },
  {
    asks: 'Which of two counties told the higher success rate of mediation?',
    language: 'en',
    width: 1440,
    async go({ page, search, click, choose }, ask) {
      const { reports } = await ask(
        '{ reports(filter: { indicators: ["mediation-success-rate"] }, orderBy: { field: PLACE }, first: 60) { nodes { place { code name(language: EN) } } } }',
      );
      const [one, other] = [reports.nodes[0].place, reports.nodes.at(-1).place];
      await search('mediation');
      const straight = page.locator('.straight');
      await click(straight.getByRole('link', { name: 'Success rate of mediation' }));
      await choose('Region', one.name);
      await choose('Compared with', other.name);
      await choose('Order by', 'Value');
      await click(page.getByRole('button', { name: 'Show' }));
      const shown = await page.locator('#table tbody tr:not(.gap) th').allInnerTexts();
      const { outcomes } = await ask(
        `{ outcomes(filter: { indicators: ["mediation-success-rate"], places: ["${one.code}", "${other.code}"] }, orderBy: { field: VALUE, direction: ASC }, first: 50) { nodes { quantity { value } report { place { name(language: EN) } } } } }`,
      );
      assert.equal(shown.length, outcomes.nodes.length);
      type Told = { quantity: { value: number }; report: { place: { name: string } } };
      const most = outcomes.nodes.at(-1).quantity.value;
      const highest = outcomes.nodes.filter(({ quantity }: Told) => quantity.value === most);
      assert.ok(highest.some(({ report }: Told) => report.place.name === shown.at(-1)));
    },
  },
  {
    asks: '哪些县的调解成功率，与它们自己报的件数对不上？',
    language: 'zh',
    width: 390,
    async go({ page, search, click, choose }, ask) {
      await search('调解成功率');
      await click(page.locator('.straight').getByRole('link', { name: '矛盾纠纷调解成功率' }));
      await choose('排序', '核对');
      await choose('次序', '从大到小');
      await click(page.getByRole('button', { name: '查看' }));
      const { outcomes } = await ask(
        '{ outcomes(filter: { indicators: ["mediation-success-rate"], checks: { verdicts: [DOES_NOT_FOLLOW], kinds: [SUM, RATIO, SUBSET, DIRECTION, SAME_FACT, SET_SIZE, RESTATED] } }, first: 100) { nodes { report { place { name } } } } }',
      );
      const rows = page.locator('#table tbody tr', { has: page.locator('.doubtful') });
      const shown = await rows.locator('th').allInnerTexts();
      const places = outcomes.nodes.map(
        ({ report }: { report: { place: { name: string } } }) => report.place.name,
      );
      assert.ok(shown.length > 0);
      assert.deepEqual(shown.toSorted(), places.slice(0, 50).toSorted());
    },
  },
];
