import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { byPlace } from '../../src/pages/compare/places.ts';
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

test('with several, all values and all gaps are there, and the reading pages lead to them', async () => {
  const { body } = await corpus.ask(
    '{ indicators(filter: { hasOutcomes: true }, first: 100) { nodes { code outcomes { totalCount } } } }',
  );
  for (const { code, outcomes } of body.data.indicators.nodes) {
    const html = await page(corpus, `/indicators/${code}`);
    const rows = elementsOf(elementsOf(html, 'tbody')[0]!.inner, 'tr');
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
    report: { code: 'r', year, place: { code: place, name: place } },
  });
  const rows = byPlace({
    indicator: { code: 'i', name: 'i', direction: 'NEITHER', unit: { code: 'u', name: 'u' } },
    telling: { totalCount: 3 },
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
