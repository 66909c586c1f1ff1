import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fewRows } from '../../src/limits.ts';
import { corpusRows, randomOf } from '../support/corpus-rows.ts';
import {
  askPage,
  cutByHand,
  groupList,
  randomWindows,
  relatedList,
  rootList,
  searchList,
  walkList,
} from '../support/pages.ts';
import { startOverRows } from '../support/published.ts';
import { times } from '../support/times.ts';

// Of some filters more outcomes pass than are put into groups at once.
Object.assign(fewRows, { toGroup: 100 });
const rows = corpusRows(60, 12);
const ways = [
  { name: 'compiled', seeded: startOverRows(rows) },
  { name: 'executed', seeded: startOverRows(rows, { compiler: false }) },
];
after(() => {
  for (const { seeded } of ways) seeded.close();
});

/** The measure with the most outcomes, and the report. */
const most = <Key>(keys: Key[]) => {
  const counts = Map.groupBy(keys, (key) => key);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
};
const measure = rows.measures.find(
  ({ id }) => id === most(rows.links.map(({ measureId }) => measureId)),
)!;
const report = rows.reports.find(
  ({ id }) => id === most(rows.outcomes.map(({ reportId }) => reportId)),
)!;

const problem = rows.problems.find(
  ({ id }) => id === most(rows.answers.map(({ problemId }) => problemId)),
)!;

const orders = ['TEXT_ORDER', 'VALUE', 'CHANGE_PERCENT', 'LABEL', 'YEAR'].flatMap((field) =>
  ['ASC', 'DESC'].map((direction) => `{ field: ${field}, direction: ${direction} }`),
);
const lists = [
  ...orders.map((order) => rootList('outcomes', { order })),
  ...orders
    .slice(0, 4)
    .map((order) => rootList('outcomes', { order, filter: '{ hasFigure: true }' })),
  rootList('outcomes', { filter: '{ codes: [] }' }),
  rootList('reports', { order: '{ field: PLACE, direction: DESC }' }),
  rootList('reports', { order: '{ field: CODE, direction: DESC }' }),
  rootList('units', { order: '{ field: CODE }' }),
  rootList('links'),
  ...['DUE', 'SHARE_REACHED', 'VALUE', 'YEAR'].map((field) =>
    rootList('targets', { order: `{ field: ${field}, direction: DESC }` }),
  ),
  rootList('problems', { order: '{ field: TITLE }' }),
  rootList('problems', { order: '{ field: YEAR }', filter: '{ hasAnswer: true }' }),
  relatedList(`problem(by: { code: "${problem.code}" })`, 'answeredBy', '{ field: TITLE }'),
  relatedList(`report(by: { code: "${report.code}" })`, 'targets', '{ field: SHARE_REACHED }'),
  ...orders
    .slice(0, 6)
    .map((order) => relatedList(`measure(by: { code: "${measure.code}" })`, 'outcomes', order)),
  relatedList(`report(by: { code: "${report.code}" })`, 'outcomes', '{ field: VALUE }'),
  searchList('县'),
  searchList('审批'),
  searchList('\u{20bb7}祥'),
];

for (const [nth, list] of lists.entries()) {
  test(`each page says truly what lies before and behind it: ${list.name}`, async () => {
    const { ids, cursors } = await walkList(ways[0]!.seeded, list);
    const random = randomOf(3);
    for (const { name, seeded } of ways) {
      const size = Math.max(7, Math.ceil(ids.length / 8));
      assert.deepEqual(await walkList(seeded, list, { size }), { ids, cursors }, name);
      assert.deepEqual(await walkList(seeded, list, { size, backward: true }), { ids, cursors });
    }
    // At the ends of the list, chance leads seldom.
    const atEnds = [
      { after: 0, before: ids.length, first: 2 },
      { after: -1, before: ids.length - 1, last: 2 },
    ];
    // Of the twelve kinds one list meets six, and the next one the others.
    const anywhere = Array.from({ length: times }, (_, time) =>
      randomWindows(random, ids.length).filter((_window, kind) => (kind + nth + time) % 2 === 0),
    ).flat();
    for (const window of [...(ids.length > 0 ? atEnds : []), ...anywhere]) {
      const { after: from, before: to, ...size } = window;
      const asked = {
        ...size,
        ...(from >= 0 && cursors[from] !== undefined && { after: cursors[from] }),
        ...(to < ids.length && { before: cursors[to]! }),
      };
      const expected = cutByHand(ids, { ...window, after: 'after' in asked ? from : -1 });
      for (const { name, seeded } of ways) {
        const { cursors: own, totalCount, ...page } = await askPage(seeded, list, asked);
        assert.deepEqual(page, expected, `${name} ${JSON.stringify(window)}`);
        assert.equal(totalCount, ids.length);
        assert.deepEqual(
          own,
          page.ids.map((id) => cursors[ids.indexOf(id)]),
        );
      }
    }
  });
}

const groups = [
  groupList([]),
  groupList(['REPORT', 'LEVEL']),
  groupList(['REPORT', 'LEVEL'], '{ field: KEYS, direction: DESC }'),
  groupList(['SECTION', 'UNIT'], '{ field: SUM, direction: DESC }'),
  groupList(['INDICATOR', 'DIMENSION', 'YEAR'], '{ field: MEAN, direction: ASC }'),
  groupList(['PLACE', 'PERIOD', 'POPULATION'], '{ field: COUNT, direction: DESC }'),
];

for (const list of groups) {
  test(`each page of groups says truly what lies before and behind it: ${list.name}`, async () => {
    const { ids, cursors } = await walkList(ways[0]!.seeded, list, { size: 1000 });
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(new Set(cursors).size, ids.length);
    const random = randomOf(4);
    for (const { name, seeded } of ways) {
      const size = Math.ceil(ids.length / 9);
      assert.deepEqual(await walkList(seeded, list, { size }), { ids, cursors }, name);
    }
    for (let n = 0; n < 10 * times; n += 1) {
      const [from, first] = [random.below(ids.length + 1) - 1, random.below(8)];
      const asked = { first, ...(from >= 0 && { after: cursors[from]! }) };
      const expected = cutByHand(ids, { first, after: from, before: ids.length });
      for (const { name, seeded } of ways) {
        const { cursors: own, totalCount, ...page } = await askPage(seeded, list, asked);
        assert.deepEqual(page, expected, `${name} ${JSON.stringify(asked)}`);
        assert.equal(totalCount, ids.length);
        assert.deepEqual(own, cursors.slice(from + 1, from + 1 + first));
      }
    }
  });
}

test('a cursor of a row that the filter leaves out cuts the list where that row would stand', async () => {
  const all = rootList('outcomes');
  const some = rootList('outcomes', { filter: '{ hasFigure: true }' });
  const whole = await walkList(ways[0]!.seeded, all);
  const passing = new Set((await walkList(ways[0]!.seeded, some)).ids);
  const outside = whole.ids.findIndex((id) => !passing.has(id));
  const follows = (id: string, index: number) => index > outside && passing.has(id);
  for (const { seeded } of ways) {
    const page = await askPage(seeded, some, { first: 100, after: whole.cursors[outside]! });
    assert.deepEqual(page.ids, whole.ids.filter(follows).slice(0, 100));
    const precede = whole.ids.slice(0, outside).some((id) => passing.has(id));
    assert.equal(page.hasPreviousPage, precede);
  }
});
