import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { numbersOfAll } from '../../src/db/entry-number.ts';
import { corpusRows, randomOf } from '../support/corpus-rows.ts';
import { startOverRows } from '../support/published.ts';
import { sameDataOf } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { times } from '../support/times.ts';

const rows = corpusRows(50, 23);
const random = randomOf(24);
const statements: string[] = [];
const over = {} as Record<'compiled' | 'executed', Seeded>;
before(() => {
  const told = (statement: string) => statements.push(statement);
  // Behind so many that the squares of a few numbers are more than eight bytes hold.
  const place = numbersOfAll - 2 ** 20;
  over.compiled = startOverRows(rows, { told, place });
  over.executed = startOverRows(rows, { told, place, compiler: false });
});
after(() => {
  over.compiled.close();
  over.executed.close();
});

const dimensions = ['PLACE', 'YEAR', 'LEVEL', 'UNIT', 'INDICATOR'] as const;
const fields = `level unit { code } indicator { code } place { code } year
  outcomeCount figureCount isExact sum sumLow sumHigh mean minimum maximum withheld`;
const query = `query ($by: [OutcomeDimension!]!, $filter: OutcomeFilter, $orderBy: OutcomeGroupOrder, $first: Int, $after: String) {
  outcomeGroups(groupBy: $by, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor node { ${fields} } } } }`;

type Edge = { cursor: string; node: object };

async function groups(variables: object, isStored: boolean) {
  statements.length = 0;
  const { outcomeGroups } = await sameDataOf(over, query, variables);
  const told = JSON.stringify(variables);
  const isRead = (table: string) => statements.some((text) => text.includes(`from "${table}"`));
  assert.equal(isRead('outcome_groups'), isStored, told);
  assert.equal(isRead('outcomes'), !isStored, told);
  return outcomeGroups as { totalCount: number; edges: Edge[]; pageInfo: object };
}

/** Holds stored groups against those of a scan, which a filter asks for that leaves out nothing more. */
async function hold(by: readonly string[], filter: object, more: object = {}) {
  const asked = { by, first: 1000, ...more };
  const stored = await groups({ ...asked, filter }, true);
  const scan = await groups({ ...asked, filter: { ...filter, reviewStates: ['CURATED'] } }, false);
  const plain = ({ totalCount, edges, pageInfo }: typeof stored) => ({
    totalCount,
    pageInfo,
    nodes: edges.map(({ node }) => node),
  });
  assert.deepEqual(plain(stored), plain(scan), JSON.stringify({ by, filter, more }));
  return stored;
}

const whether = { hasFigure: 'UNIT', hasIndicator: 'INDICATOR' } as const;
const alone = [[], ...dimensions.map((name) => [name])];
const pairs = dimensions.flatMap((a) => dimensions.flatMap((b) => (a === b ? [] : [[a, b]])));

test('groups by any dimension and any pair are those of a scan, in every order and page by page', async () => {
  for (const by of [...alone, ...pairs]) {
    for (const field of ['KEYS', random.pick(['COUNT', 'SUM', 'MEAN'])]) {
      const orderBy = { field, direction: random.pick(['ASC', 'DESC']) };
      const { edges } = await hold(by, {}, { orderBy });
      if (edges.length < 2 || field !== 'KEYS') continue;
      const { cursor } = edges[random.below(edges.length)]!;
      await hold(by, {}, { orderBy, after: cursor, first: 7 });
    }
  }
});

const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
const values: Record<string, () => readonly (string | number)[]> = {
  places: () => codes(rows.places),
  placesWithin: () => codes(rows.places),
  years: () => [...new Set(rows.outcomes.flatMap(({ year }) => year ?? []))],
  levels: () => [...new Set(rows.outcomes.map(({ level }) => level))],
  units: () => codes(rows.units),
  indicators: () => codes(rows.indicators),
};

test('groups under one value of any dimension are those of a scan', async () => {
  for (const [field, all] of Object.entries(values)) {
    const some = all().filter((_value, at) => at < 2 || random.below(12) < times);
    for (const value of [
      ...some,
      field === 'years' ? 1066 : field === 'levels' ? 'OUTPUT' : 'no-code',
    ]) {
      const filter = { [field]: [value] };
      await hold([], filter);
      await hold([random.pick(dimensions)], filter);
    }
  }
});

const fieldOf = {
  PLACE: ['places', 'placesWithin'],
  YEAR: ['years'],
  LEVEL: ['levels'],
  UNIT: ['units'],
  INDICATOR: ['indicators'],
};

test('groups under several values of what they are by are those of a scan', async () => {
  for (const by of pairs) {
    const filter = Object.fromEntries(
      by.map((name) => {
        const field = random.pick(fieldOf[name]);
        const all = values[field]!();
        return [field, Array.from({ length: random.below(4) }, () => random.pick(all))];
      }),
    );
    await hold(by, filter);
  }
});

const triples = pairs.flatMap(([a, b]) =>
  dimensions.flatMap((c) => (c === a || c === b ? [] : [[a!, b!, c] as const])),
);
const isStored = (three: readonly string[]) => !three.includes('PLACE') || three.includes('LEVEL');

test('groups by three dimensions are those of a scan, and so are those by two under one value of the third', async () => {
  for (const [a, b, c] of triples) {
    if (!isStored([a, b, c]) || random.below(4) >= times) continue;
    if (random.below(3) === 0) {
      const { edges } = await hold([a, b, c], {});
      const { cursor } = edges[random.below(edges.length)]!;
      await hold([a, b, c], {}, { after: cursor, first: 5 });
    }
    const field = random.pick(fieldOf[c]);
    const value = random.pick(values[field]!());
    const orderBy = {
      field: random.pick(['KEYS', 'COUNT']),
      direction: random.pick(['ASC', 'DESC']),
    };
    const { edges } = await hold([a, b], { [field]: [value] }, { orderBy });
    if (edges.length < 2 || orderBy.field !== 'KEYS') continue;
    const { cursor } = edges[random.below(edges.length)]!;
    await hold([a, b], { [field]: [value] }, { orderBy, after: cursor, first: 3 });
  }
});

test('groups of outcomes that have a figure or an indicator, or none, are those of a scan', async () => {
  for (const [field, dimension] of Object.entries(whether)) {
    for (const other of dimensions) {
      const by = other === dimension ? [other] : [other, dimension];
      for (const holds of [true, false]) await hold(by, { [field]: holds });
      await hold([other], { [field]: false });
    }
  }
});

test('what is not stored is asked of the outcomes', async () => {
  const [place, other] = codes(rows.places);
  const [unit] = codes(rows.units);
  const unstored: [by: readonly string[], filter: object][] = [
    [['PLACE', 'YEAR', 'UNIT'], {}],
    [['PERIOD'], {}],
    [['YEAR'], { places: [place, other] }],
    [['YEAR', 'PLACE'], { units: [unit] }],
    [['YEAR', 'LEVEL', 'UNIT'], { places: [place] }],
    [['YEAR'], { places: [place], placesWithin: [place] }],
    [['YEAR'], { hasFigure: true }],
    [['PLACE', 'LEVEL'], { hasIndicator: true }],
    [['YEAR'], { codes: codes(rows.outcomes).slice(0, 3) }],
  ];
  for (const [by, filter] of unstored) await groups({ by, filter, first: 10 }, false);
});

test('groups read page by page are those that are read at once, with a filter and without', async () => {
  const grouped = [
    ['SECTION', 'LEVEL'],
    ['REPORT', 'UNIT'],
    ['UNIT', 'PERIOD'],
    ['SECTION'],
    ['PLACE', 'UNIT', 'YEAR'],
  ];
  for (const by of grouped) {
    for (const direction of ['ASC', 'DESC']) {
      const filter = random.pick([{}, { years: [values['years']!()[0]!] }, { hasFigure: true }]);
      const asked = { by, filter, orderBy: { field: 'KEYS', direction } };
      const whole = (await sameDataOf(over, query, { ...asked, first: 1000 })).outcomeGroups;
      const told = JSON.stringify(asked);
      for (let at = 0; at < Math.min(20 * times, whole.edges.length);) {
        const cursor = whole.edges[at - 1]?.cursor ?? null;
        const first = 1 + random.below(9);
        const page = (await sameDataOf(over, query, { ...asked, first, after: cursor }))
          .outcomeGroups;
        assert.deepEqual(page.edges, whole.edges.slice(at, at + first), `${told} after ${at}`);
        assert.equal(page.pageInfo.hasPreviousPage, at > 0, told);
        at += first;
      }
    }
  }
});
