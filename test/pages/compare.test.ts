import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { byPlace, isOfPartOrMore } from '../../src/pages/compare/places.ts';
import { ticksOver } from '../../src/pages/compare/ticks.ts';
import { corpusRows } from '../support/corpus-rows.ts';
import { startOverRows } from '../support/published.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
let corpus: Seeded;
before(async () => {
  seeded = await startSeeded();
  corpus = startOverRows(corpusRows(30, 3));
});
after(() => {
  seeded.close();
  corpus.close();
});

const page = async (served: Seeded, path: string) =>
  (await served.fetch(`http://localhost${path}`)).text();

test('with one report an indicator shows its one value and says so', async () => {
  const html = await page(seeded, '/indicators/energy-review-time?lang=en');
  assert.match(textOf(html), /Only one report tells of this indicator/);
  const [row] = elementsOf(elementsOf(html, 'tbody')[0]!.inner, 'tr');
  assert.match(textOf(row!.inner), /30.*5 working days/s);
  assert.equal(elementsOf(html, 'circle').length, 2);
  const reading = await page(seeded, '/reports/xinghe-2023');
  assert.doesNotMatch(reading, /href="\/indicators\//, 'there is nothing to compare it with');
});

/** The rows of a table, all its pages one after the other. */
async function rowsOf(path: string) {
  const rows: ReturnType<typeof elementsOf>[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const html: string = await page(corpus, next);
    rows.push(elementsOf(elementsOf(html, 'tbody')[0]!.inner, 'tr'));
    const link = elementsOf(html, 'a').find(({ attributes }) => attributes['rel'] === 'next');
    next = link?.attributes['href']!.replaceAll('&amp;', '&');
  }
  return rows.flat();
}

test('with several, all values and all gaps are there, and the reading pages lead to them', async () => {
  const { body } = await corpus.ask(
    '{ indicators(filter: { hasOutcomes: true }, first: 100) { nodes { code outcomes { totalCount } } } }',
  );
  for (const { code, outcomes } of body.data.indicators.nodes) {
    const rows = await rowsOf(`/indicators/${code}`);
    const gaps = rows.filter(({ attributes }) => attributes['class'] === 'gap');
    const { body: counted } = await corpus.ask(
      `query ($codes: [String!]) { reports(filter: { silentOn: $codes }) { totalCount } }`,
      { codes: [code] },
    );
    assert.equal(gaps.length, counted.data.reports.totalCount);
    assert.equal(rows.length - gaps.length, outcomes.totalCount);
  }
  const { body: told } = await corpus.ask(
    '{ outcomes(filter: { hasIndicator: true }, first: 1) { nodes { indicator { code } report { code } } } }',
  );
  const [{ indicator, report }] = told.data.outcomes.nodes;
  const reading = await page(corpus, `/reports/${report.code}`);
  assert.ok(reading.includes(`href="/indicators/${indicator.code}"`));
});

test('an unknown indicator is a page that says so', async () => {
  const answer = await seeded.fetch('http://localhost/indicators/nothing');
  assert.equal(answer.status, 404);
});

test('ticks are round and reach from zero beyond the largest value', () => {
  assert.deepEqual(ticksOver([30, 5]), [0, 10, 20, 30]);
  assert.deepEqual(ticksOver([98]), [0, 20, 40, 60, 80, 100]);
  assert.deepEqual(ticksOver([92, 98]), [92, 94, 96, 98], 'all far from zero');
  assert.deepEqual(ticksOver([-0.3, 0.1]), [-0.3, -0.2, -0.1, 0, 0.1]);
  assert.equal(ticksOver([])[0], 0);
});

test('places stand in the order of their codes, with their years and their gaps', () => {
  const of = (place: string, year: number) => ({
    code: `r/${place}${year}`,
    label: '',
    reviewState: 'CURATED' as const,
    year,
    quantity: null,
    baseline: null,
    change: null,
    period: null,
    checks: { totalCount: 0 },
    report: { code: 'r', year, place: { code: place, name: place } },
  });
  const rows = byPlace({
    observations: [of('2', 2024), of('2', 2023), of('1', 2022)],
    silent: { totalCount: 1, nodes: [{ code: 's', year: 2021, place: { code: '3', name: '3' } }] },
  });
  assert.deepEqual(
    rows.map(({ place, observations, silent }) => [
      place.code,
      observations.map(({ year }) => year),
      silent,
    ]),
    [
      ['1', [2022], []],
      ['2', [2023, 2024], []],
      ['3', [], [2021]],
    ],
  );
});

test('rows stand in the order that the address says, and its heads turn it round', async () => {
  const code = await mostTold();
  const valuesAt = async (query: string) =>
    (await rowsOf(`/indicators/${code}${query}`))
      .filter(({ attributes }) => attributes['class'] !== 'gap')
      .map(
        ({ inner }) =>
          elementsOf(inner, 'td').find(({ attributes }) => attributes['data-head'] === '值')?.inner,
      );
  const up = await page(corpus, `/indicators/${code}?sort=value`);
  const [rising, falling] = [
    await valuesAt('?sort=value'),
    await valuesAt('?sort=value&order=desc'),
  ];
  assert.deepEqual(new Set(rising), new Set(await valuesAt('')));
  assert.deepEqual(rising.length, falling.length);
  assert.notDeepEqual(rising, falling);
  const heads = elementsOf(up, 'th').filter(({ attributes }) => attributes['aria-sort']);
  assert.deepEqual(
    heads.map(({ attributes }) => attributes['aria-sort']),
    ['ascending'],
  );
  const [link] = elementsOf(heads[0]!.inner, 'a');
  assert.match(link!.attributes['href']!, /sort=value&(?:amp;)?order=desc#table$/);
});

test('a region narrows picture, table and CSV; what is no region is no page', async () => {
  const code = await mostTold();
  const [{ report }] = (
    await corpus.dataOf(
      `{ outcomes(filter: { indicators: ["${code}"] }, first: 1) { nodes { report { place { code } } } } }`,
    )
  ).outcomes.nodes;
  const place = report.place.code as string;
  const { outcomes } = await corpus.dataOf(
    `{ outcomes(filter: { indicators: ["${code}"], placesWithin: ["${place}"] }) { totalCount } }`,
  );
  const html = await page(corpus, `/indicators/${code}?place=${place}`);
  const rows = (await rowsOf(`/indicators/${code}?place=${place}`)).filter(
    ({ attributes }) => attributes['class'] !== 'gap',
  );
  assert.equal(rows.length, outcomes.totalCount);
  const csv = elementsOf(html, 'a').find(({ attributes }) => attributes['type'] === 'text/csv')!;
  const table = await page(corpus, csv.attributes['href']!.replaceAll('&amp;', '&'));
  assert.equal(table.trim().split('\r\n').length - 1, outcomes.totalCount);
  const wrong = await corpus.fetch(`http://localhost/indicators/${code}?place=nowhere`);
  assert.ok([200, 404].includes(wrong.status));
});

test('the year with the largest fall is found by a choice and an order', async () => {
  const code = await mostTold();
  const { outcomes } = await corpus.dataOf(
    `{ outcomes(filter: { indicators: ["${code}"], years: [2021] }) { totalCount } }`,
  );
  const rows = (await rowsOf(`/indicators/${code}?year=2021&sort=change`)).filter(
    ({ attributes }) => attributes['class'] !== 'gap',
  );
  // The years of reports stand in for those of outcomes that tell none.
  assert.ok(rows.length >= outcomes.totalCount && rows.length > 0);
  for (const { inner } of rows) assert.match(textOf(inner), /2021/);
});

test('the picture can be had as one SVG without a script, and is well-formed', async () => {
  const html = await page(corpus, `/indicators/${await mostTold()}`);
  const link = elementsOf(html, 'a').find(({ attributes }) => 'download' in attributes)!;
  const svg = decodeURIComponent(link.attributes['href']!.replace(/^[^,]+,/, ''));
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  assert.equal(svg.split('<svg').length, svg.split('</svg>').length);
  assert.doesNotMatch(svg, /NaN|undefined|null/);
});

test('half a year is no year, and a year and a leap year are', () => {
  const of = (start: string | null, end: string | null) =>
    isOfPartOrMore({ period: { text: '', start, end } });
  assert.equal(of('2023-01-01', '2023-06-30'), true);
  assert.equal(of('2021-01-01', '2023-12-31'), true);
  assert.equal(of('2023-01-01', '2023-12-31'), false);
  assert.equal(of('2024-01-01', '2024-12-31'), false);
  assert.equal(of(null, '2024-12-31'), false);
  assert.equal(isOfPartOrMore({ period: null }), false);
});

test('at 300 reports the page weighs under 100 kB compressed', async () => {
  let statements = 0;
  const many = startOverRows(corpusRows(300, 3), { told: () => (statements += 1) });
  try {
    const { indicators } = await many.dataOf(mostToldQuery);
    for (const { code } of indicators.nodes) {
      statements = 0;
      const bytes = gzipSync(await page(many, `/indicators/${code}`)).byteLength;
      assert.ok(bytes < 100_000, `${code}: ${bytes}`);
      assert.ok(statements <= mostStatements, `${code}: ${statements}`);
    }
  } finally {
    many.close();
  }
});

const mostToldQuery =
  '{ indicators(filter: { hasOutcomes: true }, first: 100) { nodes { code outcomes { totalCount } } } }';

/** One for the indicator, ten for as many pages of observations as are shown, and those that look for codes. */
const mostStatements = 24;

async function mostTold(): Promise<string> {
  const { indicators } = await corpus.dataOf(mostToldQuery);
  type Told = { code: string; outcomes: { totalCount: number } };
  const [most] = (indicators.nodes as Told[]).toSorted(
    (a, b) => b.outcomes.totalCount - a.outcomes.totalCount,
  );
  return most!.code;
}
