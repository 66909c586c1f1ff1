import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Rows } from '../../src/importer/rows/rows.ts';
import { fewRows } from '../../src/limits.ts';
import type { OutcomeDimension } from '../../src/vocabulary.ts';
import { corpusRows, randomOf } from '../support/corpus-rows.ts';
import { filterArgument } from '../support/filter-argument.ts';
import { startOverRows } from '../support/published.ts';
import { scan, worldOf } from '../support/oracle.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

type Outcome = Rows['outcomes'][number];

const fields = `section { code } report { code } level unit { code } indicator { code } dimension population place { code } year period
  outcomeCount figureCount isExact sum sumLow sumHigh mean minimum maximum withheld`;

describe('over the seed', () => {
  let seeded: Seeded;
  before(async () => {
    seeded = await startSeeded();
  });
  after(() => seeded.close());

  const groups = async (args: string) => {
    const { body } = await seeded.ask(`{ outcomeGroups(${args}) { nodes { ${fields} } } }`);
    assert.equal(body.errors, undefined, JSON.stringify(body.errors));
    return body.data.outcomeGroups.nodes;
  };

  test('departments and townships are never added up', async () => {
    const [departments] = await groups('groupBy: [UNIT], filter: { units: ["{department}"] }');
    assert.equal(departments.sum, null);
    assert.equal(departments.mean, null);
    assert.deepEqual([departments.minimum, departments.maximum], [8, 34]);
    assert.ok(departments.withheld.includes('MEMBERS_MAY_OVERLAP'));
  });

  test('a whole is not added to its parts, and the parts alone are', async () => {
    const [all] = await groups('groupBy: [], filter: { units: ["{document}"] }');
    assert.deepEqual(
      [all.outcomeCount, all.sum, all.withheld],
      [5, null, ['INDICATORS_MIXED', 'COUNTED_TWICE']],
    );
    const [parts] = await groups('groupBy: [], filter: { units: ["{document}"], hasWhole: true }');
    assert.deepEqual([parts.outcomeCount, parts.sum, parts.withheld], [4, 96, []]);
    const [mediated] = await groups('groupBy: [], filter: { units: ["{dispute}"] }');
    assert.deepEqual(
      mediated.withheld,
      ['INDICATORS_MIXED', 'COUNTED_TWICE'],
      '435 are among the 437',
    );
  });

  test('rates and limits have no sum; a mean only where they are of one indicator', async () => {
    const [rates] = await groups('groupBy: [], filter: { units: ["%"] }');
    assert.deepEqual(
      [rates.sum, rates.mean, rates.withheld],
      [null, null, ['NOT_ADDITIVE', 'INDICATORS_MIXED']],
      'a rate of mediation and a rate of success have no mean',
    );
    const [mixed] = await groups('groupBy: [], filter: { units: ["%", "{document}"] }');
    assert.deepEqual([mixed.sum, mixed.mean, mixed.minimum, mixed.unit], [null, null, null, null]);
    assert.ok(mixed.withheld.includes('UNITS_DIFFER'));
  });

  test('internal and external items are told apart, in both languages', async () => {
    const { body } = await seeded.ask(`{
      outcomeGroups(groupBy: [INDICATOR, POPULATION], filter: { indicators: ["items-abolished"] }) {
        nodes { population en: population(language: EN) sum }
      }
    }`);
    assert.deepEqual(body.data.outcomeGroups.nodes, [
      { population: '内部事项', en: 'internal items', sum: 1 },
      { population: '外部事项', en: 'external items', sum: 13 },
    ]);
    const [both] = await groups('groupBy: [], filter: { indicators: ["items-abolished"] }');
    assert.deepEqual([both.sum, both.withheld], [14, []]);
  });

  test('changes alone have no value, so nothing is added up', async () => {
    const [days] = await groups('groupBy: [UNIT], filter: { units: ["d"] }');
    assert.deepEqual(
      [days.unit.code, days.outcomeCount, days.figureCount, days.sum, days.withheld],
      ['d', 2, 0, null, []],
    );
  });

  test('figures of different periods are not added up', async () => {
    const [sessions] = await groups(
      'groupBy: [], filter: { units: ["{session}"], hasParts: false }',
    );
    assert.ok(sessions.withheld.includes('PERIODS_MIXED'));
    assert.equal(sessions.sum, null);
  });

  test('one figure alone is told as it is', async () => {
    const [villages] = await groups('groupBy: [], filter: { units: ["{village}"] }');
    assert.deepEqual([villages.sum, villages.withheld, villages.isExact], [174, [], true]);
  });

  test('a sum has the bounds that its figures have', async () => {
    const [events] = await groups(
      'groupBy: [], filter: { indicators: ["legal-education-events"] }',
    );
    assert.deepEqual([events.sum, events.sumLow, events.sumHigh], [80, 80, 90]);
    const [villages] = await groups('groupBy: [], filter: { units: ["{village}"] }');
    assert.deepEqual([villages.sumLow, villages.sumHigh], [174, 174]);
  });

  test('groups stand in the order asked for, and not more than asked for', async () => {
    const bySection = await groups('groupBy: [SECTION]');
    assert.equal(bySection.length, 7);
    assert.equal(bySection[0].section.code, 'xinghe-2023/leadership');
    const counts = await groups(
      'groupBy: [UNIT], orderBy: { field: COUNT, direction: DESC }, first: 3',
    );
    assert.deepEqual(
      counts.map((group: { outcomeCount: number }) => group.outcomeCount),
      counts
        .map((group: { outcomeCount: number }) => group.outcomeCount)
        .toSorted((a: number, b: number) => b - a),
    );
    assert.equal(counts.length, 3);
    const { body } = await seeded.ask(
      '{ outcomeGroups(groupBy: [UNIT], first: 1001) { nodes { outcomeCount } } }',
    );
    assert.equal(body.errors[0].extensions.code, 'BAD_USER_INPUT');
  });
});

describe('over a corpus', () => {
  const rows = corpusRows(500, 7);
  const world = worldOf(rows);
  const random = randomOf(8);
  let seeded: Seeded;
  before(() => {
    // Of some filters more pass than are taken at once.
    Object.assign(fewRows, { toGroup: 200 });
    seeded = startOverRows(rows);
  });
  after(() => seeded.close());

  const keys: Record<OutcomeDimension, (row: Outcome) => string | number | null> = {
    REPORT: (row) => world.report(row.reportId)?.code ?? null,
    SECTION: (row) => world.section(row.sectionId)?.code ?? null,
    LEVEL: (row) => row.level,
    UNIT: (row) => world.unit(row.unitId)?.code ?? null,
    INDICATOR: (row) => world.indicator(row.indicatorId)?.code ?? null,
    DIMENSION: (row) => row.dimensionZh ?? null,
    POPULATION: (row) => row.populationZh ?? null,
    PLACE: (row) => world.place(row.placeId)?.code ?? null,
    YEAR: (row) => row.year ?? null,
    PERIOD: (row) => row.periodEdtf ?? row.periodKey ?? null,
  };
  const names = Object.keys(keys) as OutcomeDimension[];

  const inside = (placeId: number | null | undefined, ancestor: number): boolean => {
    const parent = world.place(placeId)?.parentId ?? null;
    return parent !== null && (parent === ancestor || inside(parent, ancestor));
  };

  /** What may be said of figures together, worked out one by one. */
  function together(list: readonly Outcome[]) {
    const figures = list.filter((row) => row.value != null);
    const values = figures.map((row) => row.value as number);
    const several = figures.length > 1;
    const ids = new Set(figures.map((row) => row.id));
    const units = new Set(figures.map((row) => row.unitId));
    const additivityOf = (row: Outcome) =>
      row.valueType === 'RANK'
        ? 'RATE'
        : (world.indicator(row.indicatorId)?.additivity ?? world.unit(row.unitId)?.additivity);
    const isOne = (key: 'indicatorId' | 'wholeId') =>
      new Set(figures.map((row) => row[key] ?? null)).size === 1 && figures[0]?.[key] != null;
    const places = [...new Set(figures.map((row) => row.placeId))];
    const perPlace = Map.groupBy(
      figures.filter((row) => additivityOf(row) === 'OVERLAPPING'),
      (row) => row.placeId,
    );
    const withheld = [
      several && units.size > 1 && 'UNITS_DIFFER',
      several &&
        units.size === 1 &&
        figures.some((row) => additivityOf(row) === 'UNKNOWN') &&
        'UNIT_UNNAMED',
      several &&
        units.size === 1 &&
        figures.some((row) => additivityOf(row) === 'RATE') &&
        'NOT_ADDITIVE',
      several && !isOne('indicatorId') && !isOne('wholeId') && 'INDICATORS_MIXED',
      several &&
        rows.overlaps.some((pair) => ids.has(pair.outcomeId) && ids.has(pair.otherId)) &&
        'COUNTED_TWICE',
      several && [...perPlace.values()].some((some) => some.length > 1) && 'MEMBERS_MAY_OVERLAP',
      several && new Set(figures.map((row) => row.window)).size > 1 && 'PERIODS_MIXED',
      several && places.some((a) => places.some((b) => inside(a, b))) && 'PLACES_NESTED',
    ].filter((reason) => reason !== false);
    const sum = values.reduce((total, value) => total + value, 0);
    const doubtful = withheld.some((reason) => reason !== 'NOT_ADDITIVE');
    const isOneScale = !withheld.some((each) => each.startsWith('UNIT'));
    const some = figures.length > 0;
    const isTold = some && withheld.length === 0;
    const bound = (end: 'low' | 'high') =>
      isTold && figures.every((row) => row[end] != null)
        ? figures.reduce((total, row) => total + (row[end] as number), 0)
        : null;
    return {
      outcomeCount: list.length,
      figureCount: figures.length,
      isExact: some ? figures.every((row) => row.qualifier === 'EXACT') : null,
      sum: isTold ? sum : null,
      sumLow: bound('low'),
      sumHigh: bound('high'),
      mean: some && !doubtful ? Number((sum / values.length).toFixed(6)) : null,
      minimum: some && isOneScale ? Math.min(...values) : null,
      maximum: some && isOneScale ? Math.max(...values) : null,
      withheld,
    };
  }

  test('groups are what a plain scan makes of them, with every reason to withhold', async () => {
    const reasons = new Set<string>();
    const filters = [
      'levels',
      'units',
      'indicators',
      'years',
      'placesWithin',
      'hasWhole',
      'text',
      'reviewStates',
    ];
    for (let round = 0; round < 60; round += 1) {
      const by = [...new Set(Array.from({ length: random.below(4) }, () => random.pick(names)))];
      const filter: Record<string, unknown> = {};
      for (let n = random.below(3); n > 0; n -= 1) {
        const name = random.pick(filters);
        filter[name] = filterArgument('Outcome', name, { rows, random });
      }
      const { body } = await seeded.ask(
        `query ($filter: OutcomeFilter, $by: [OutcomeDimension!]!) { outcomeGroups(filter: $filter, groupBy: $by, first: 1000) { totalCount nodes { ${fields} } } }`,
        { filter, by },
      );
      const told = JSON.stringify({ by, filter });
      assert.equal(body.errors, undefined, `${told} ${JSON.stringify(body.errors)}`);
      const some = rows.outcomes.filter(
        (row) =>
          scan('Outcome', row, filter, world) &&
          (filter['reviewStates'] !== undefined || row.reviewReason == null),
      );
      const expected = Map.groupBy(some, (row) =>
        JSON.stringify(by.map((name) => keys[name](row))),
      );
      const { totalCount, nodes } = body.data.outcomeGroups;
      assert.equal(nodes.length, Math.min(expected.size, 1000), told);
      assert.equal(totalCount, expected.size, told);
      for (const group of nodes) {
        const value = (name: OutcomeDimension) => {
          const field = group[name.toLowerCase()];
          return field?.code ?? field;
        };
        const key = JSON.stringify(by.map(value));
        const {
          section,
          report,
          level,
          unit,
          indicator,
          dimension,
          population,
          place,
          year,
          period,
          mean,
          ...rest
        } = group;
        assert.ok(
          section !== undefined &&
            report !== undefined &&
            level !== undefined &&
            unit !== undefined,
        );
        assert.ok(indicator !== undefined && dimension !== undefined && place !== undefined);
        assert.ok(year !== undefined && period !== undefined && population !== undefined);
        const rounded = mean === null ? null : Number(mean.toFixed(6));
        assert.deepEqual(
          { ...rest, mean: rounded },
          together(expected.get(key) ?? []),
          `${told} ${key}`,
        );
        for (const reason of group.withheld) reasons.add(reason);
      }
    }
    assert.equal(reasons.size, 8, [...reasons].join(' '));
  });
});
