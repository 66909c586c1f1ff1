import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Rows } from '../../src/importer/rows/rows.ts';
import { textOrderOf } from '../../src/importer/rows/text-order.ts';
import { allListings } from '../../src/fields/listing.ts';
import { limits } from '../../src/limits.ts';
import { corpusRows, randomOf } from '../support/corpus-rows.ts';
import { deepFilter, filterArgument, tableOf } from '../support/filter-argument.ts';
import { startOverRows } from '../support/published.ts';
import { rulesOf, lists, scan, typenames, worldOf } from '../support/oracle.ts';
import type { Typename } from '../support/oracle.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { times } from '../support/times.ts';

const seed = Number(process.env['CORPUS_SEED'] ?? 20231124);
const rows = corpusRows(600, seed);
const world = worldOf(rows);
const random = randomOf(seed + 1);

let seeded: Seeded;
before(() => {
  seeded = startOverRows(rows);
});
after(() => seeded.close());

type Coded = { code: string; textOrder?: string; textPlace?: string; start?: number };
const placeIn = (row: Coded) =>
  row.textOrder ?? ('textPlace' in row || 'start' in row ? textOrderOf(row) : '');
const usualOrder = (a: Coded, b: Coded) =>
  compare(placeIn(a), placeIn(b)) || compare(a.code, b.code);
const compare = <Key extends string | number>(a: Key, b: Key) => (a < b ? -1 : a > b ? 1 : 0);

/** @returns how many rows pass */
async function agree(typename: Typename, filter: object): Promise<number> {
  const field = tableOf(typename);
  const code = typename === 'Numeral' ? 'id' : 'code';
  const { body } = await seeded.ask(
    `query ($filter: ${typename}Filter) {
      head: ${field}(filter: $filter, first: 100) { totalCount nodes { ${code} } }
      tail: ${field}(filter: $filter, last: 100) { nodes { ${code} } }
    }`,
    { filter },
  );
  const told = JSON.stringify({ typename, filter });
  assert.equal(body.errors, undefined, `${told} ${JSON.stringify(body.errors)}`);
  const expected = (rows[field] as Coded[])
    .filter((row) => lists(typename, row, filter as Record<string, unknown>, world))
    .toSorted(usualOrder)
    .map((row) => row.code);
  const codes = (page: { nodes: { code: string; id: string }[] }) =>
    page.nodes.map((node) => node.code ?? node.id.replace('Numeral:', ''));
  assert.equal(body.data.head.totalCount, expected.length, told);
  assert.deepEqual(codes(body.data.head), expected.slice(0, 100), told);
  assert.deepEqual(codes(body.data.tail), expected.slice(-100), told);
  return expected.length;
}

test('whatever can be listed has a plain scan to be held against', () => {
  assert.deepEqual(
    allListings()
      .map(({ typename }) => typename)
      .toSorted(),
    typenames.toSorted(),
    'test/support/oracle.ts: give `passes` a member for each type with a listing in src/schema, with a plain scan for each of its filters',
  );
});

for (const typename of typenames) {
  test(`every filter of ${typename} gives what a plain scan gives, alone and with others`, async () => {
    const { body } = await seeded.ask(
      `{ __type(name: "${typename}Filter") { inputFields { name } } }`,
    );
    const names: string[] = body.data['__type'].inputFields.map((it: { name: string }) => it.name);
    assert.deepEqual(
      names.toSorted(),
      rulesOf(typename).toSorted(),
      `test/support/oracle.ts: say in \`passes.${typename}\`, as plain code over a row, which rows pass each filter, and take out what is none any more`,
    );
    const argument = (name: string) => ({
      [name]: filterArgument(typename, name, { rows, random }),
    });
    const all = rows[tableOf(typename)].length;
    const idle: string[] = [];
    for (const name of names) {
      const passed: number[] = [];
      const isIdle = () => Math.max(...passed) === 0 || Math.min(...passed) === all;
      while (passed.length < 3 * times || (isIdle() && passed.length < 200 * times)) {
        passed.push(await agree(typename, argument(name)));
      }
      if (isIdle()) idle.push(name);
    }
    assert.deepEqual(
      idle,
      [],
      'each passes no row or all of them, and so was tried on nothing: give the rows of test/support/corpus-rows.ts what it filters by, or draw values that they have in test/support/filter-argument.ts',
    );
    for (let pairs = 0; pairs < times * names.length && names.length > 1; pairs += 1) {
      const some = [
        random.pick(names),
        random.pick(names),
        ...(random.chance(0.5) ? [random.pick(names)] : []),
      ];
      await agree(typename, Object.assign({}, ...some.map(argument)) as object);
    }
  });
}

test('filters of up to eight steps give what a plain scan gives', async () => {
  for (let steps = 3; steps <= limits.relationSteps.value; steps += 1) {
    for (const typename of [
      'Outcome',
      'Measure',
      'Link',
      'Report',
      'Check',
      'Target',
      'Problem',
    ] as const) {
      await agree(typename, deepFilter(typename, { rows, random }, steps));
    }
  }
});

test('an empty list matches nothing, and two empty filters everything', async () => {
  await agree('Outcome', { units: [] });
  await agree('Outcome', {});
  await agree('Measure', { outcomes: { measures: {} } });
});

test('an empty object asks for what there is of it, and no end of a range for any value', async () => {
  let tried = 0;
  for (const typename of typenames) {
    const { body } = await seeded.ask(
      `{ __type(name: "${typename}Filter") { inputFields { name type { kind name } } } }`,
    );
    const fields: { name: string; type: { kind: string; name: string } }[] =
      body.data['__type'].inputFields;
    for (const { name, type } of fields.filter((field) => field.type.kind === 'INPUT_OBJECT')) {
      tried += 1;
      await agree(typename, { [name]: {} });
      if (type.name.endsWith('Range')) await agree(typename, { [name]: { from: null, to: null } });
      else await agree(typename, { [name]: { codes: null } });
    }
  }
  assert.ok(tried > 20, `${tried} fields`);
});

/** By which values rows are compared in each order; null comes last either way. */
const orders: Partial<
  Record<Typename, Record<string, (row: never) => string | number | null | undefined>>
> = {
  Report: {
    CODE: (row: Rows['reports'][number]) => row.code,
    TITLE: (row: Rows['reports'][number]) => row.titleZh,
    PLACE: (row: Rows['reports'][number]) => row.placeOrder,
    YEAR: (row: Rows['reports'][number]) => row.year,
  },
  Measure: {
    TEXT_ORDER: (row: Rows['measures'][number]) => textOrderOf(row),
    TITLE: (row: Rows['measures'][number]) => row.titleZh,
    YEAR: (row: Rows['measures'][number]) => row.year,
  },
  Outcome: {
    TEXT_ORDER: (row: Rows['outcomes'][number]) => textOrderOf(row),
    VALUE: (row: Rows['outcomes'][number]) => row.value,
    CHANGE_ABSOLUTE: (row: Rows['outcomes'][number]) => row.changeAbsolute,
    CHANGE_PERCENT: (row: Rows['outcomes'][number]) => row.changePercent,
    LABEL: (row: Rows['outcomes'][number]) => row.labelZh,
    YEAR: (row: Rows['outcomes'][number]) => row.year,
  },
  Target: {
    TEXT_ORDER: (row: Rows['targets'][number]) => textOrderOf(row),
    DUE: (row: Rows['targets'][number]) => row.dueEnd,
    SHARE_REACHED: (row: Rows['targets'][number]) => row.shareReached,
    VALUE: (row: Rows['targets'][number]) => row.value,
    LABEL: (row: Rows['targets'][number]) => row.labelZh,
    YEAR: (row: Rows['targets'][number]) => row.year,
  },
  Problem: {
    TEXT_ORDER: (row: Rows['problems'][number]) => textOrderOf(row),
    TITLE: (row: Rows['problems'][number]) => row.titleZh,
    YEAR: (row: Rows['problems'][number]) => row.year,
  },
  Section: {
    TEXT_ORDER: (row: Rows['sections'][number]) => textOrderOf(row),
    TITLE: (row: Rows['sections'][number]) => row.titleZh,
  },
  Link: { TEXT_ORDER: (row: Rows['links'][number]) => textOrderOf(row) },
  Check: { TEXT_ORDER: (row: Rows['checks'][number]) => row.textOrder },
  Document: {
    TEXT_ORDER: (row: Rows['documents'][number]) => textOrderOf(row),
    TITLE: (row: Rows['documents'][number]) => row.titleZh,
  },
  Place: {
    CODE: (row: Rows['places'][number]) => row.code,
    NAME: (row: Rows['places'][number]) => row.nameZh,
  },
  Honour: {
    TEXT_ORDER: (row: Rows['honours'][number]) => textOrderOf(row),
    NAME: (row: Rows['honours'][number]) => row.nameZh,
  },
  Indicator: {
    CODE: (row: Rows['indicators'][number]) => row.code,
    NAME: (row: Rows['indicators'][number]) => row.nameZh,
  },
  Organization: {
    CODE: (row: Rows['organizations'][number]) => row.code,
    NAME: (row: Rows['organizations'][number]) => row.nameZh,
  },
  Unit: {
    CODE: (row: Rows['units'][number]) => row.code,
    NAME: (row: Rows['units'][number]) => row.nameZh,
  },
  Framework: {
    CODE: (row: Rows['frameworks'][number]) => row.code,
    NAME: (row: Rows['frameworks'][number]) => row.nameZh,
  },
  FrameworkItem: {
    ORDINAL: (row: Rows['frameworkItems'][number]) => row.readingOrder,
    CODE: (row: Rows['frameworkItems'][number]) => row.code,
    TITLE: (row: Rows['frameworkItems'][number]) => row.titleZh,
  },
};

test('whatever can be put in more than one order is paged through in each', () => {
  const choosing = allListings().filter(({ orders: all }) => Object.keys(all).length > 1);
  assert.ok(choosing.length > 5);
  assert.deepEqual(
    choosing.map(({ typename }) => typename).filter((typename) => !(typename in orders)),
    [],
    'test/schema/corpus.test.ts: say in `orders` by which value of a row each order of the type compares',
  );
});

for (const [typename, fields] of Object.entries(orders)) {
  test(`paging through ${typename} forward and back visits each row once under every order`, async () => {
    const field = tableOf(typename as Typename);
    const { body } = await seeded.ask(
      `{ __type(name: "${typename}OrderField") { enumValues { name } } }`,
    );
    const names: string[] = body.data['__type'].enumValues.map((it: { name: string }) => it.name);
    assert.deepEqual(
      names.toSorted(),
      Object.keys(fields).toSorted(),
      `test/schema/corpus.test.ts: say in \`orders.${typename}\` by which value of a row each order compares`,
    );
    // About a tenth of the rows, in pages that ties will straddle.
    const codes = rows.reports.filter((_, index) => index % 10 === 3).map(({ code }) => code);
    const filter = rows[field].some((row) => 'reportId' in row) ? { reports: codes } : {};
    const some = (rows[field] as (Coded & { reportId?: number })[]).filter((row) =>
      lists(typename as Typename, row, filter, world),
    );
    for (const [name, key] of Object.entries(fields)) {
      for (const direction of ['ASC', 'DESC'] as const) {
        const sign = direction === 'ASC' ? 1 : -1;
        const expected = some
          .toSorted((a, b) => {
            const [one, other] = [key(a as never) ?? null, key(b as never) ?? null];
            if ((one === null) !== (other === null)) return one === null ? 1 : -1;
            return (
              sign *
              ((one !== null && other !== null && compare(one, other)) || compare(a.code, b.code))
            );
          })
          .map((row) => row.code);
        const order = `orderBy: { field: ${name}, direction: ${direction} }`;
        assert.deepEqual(
          await walk(typename, field, order, filter, 'forward'),
          expected,
          `${order} forward`,
        );
        assert.deepEqual(
          await walk(typename, field, order, filter, 'back'),
          expected,
          `${order} back`,
        );
      }
    }
  });
}

async function walk(
  typename: string,
  field: string,
  order: string,
  filter: object,
  way: 'forward' | 'back',
) {
  const visited: string[][] = [];
  for (let at: string | null = null; ;) {
    const window = way === 'forward' ? 'first: 83, after: $at' : 'last: 83, before: $at';
    const { body } = await seeded.ask(
      `query ($filter: ${typename}Filter, $at: String) { ${field}(filter: $filter, ${order}, ${window}) {
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { code } } }`,
      { filter, at },
    );
    assert.equal(body.errors, undefined, JSON.stringify(body.errors));
    const { pageInfo, nodes } = body.data[field];
    const codes = nodes.map((node: Coded) => node.code);
    if (way === 'forward') visited.push(codes);
    else visited.unshift(codes);
    at = way === 'forward' ? pageInfo.endCursor : pageInfo.startCursor;
    if (!(way === 'forward' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage))
      return visited.flat();
  }
}

test('facets count what a plain scan counts, under the same filter', async () => {
  const filter = { levels: ['OUTCOME', 'SCOPE'], hasFigure: true };
  const { body } = await seeded.ask(
    `query ($filter: OutcomeFilter) { outcomes(filter: $filter) { totalCount facets {
      levels { value count } units { value label count } indicators(first: 3) { value count }
      places(first: 100) { value count } years { value count } dimensions { value count } } } }`,
    { filter },
  );
  const some = rows.outcomes.filter((row) => scan('Outcome', row, filter, world));
  const count = (of: (row: Rows['outcomes'][number]) => string | number | null | undefined) =>
    Object.fromEntries(
      [...Map.groupBy(some, of)]
        .filter(([value]) => value != null)
        .map(([value, list]) => [String(value), list.length]),
    );
  const told = (name: string) =>
    Object.fromEntries(
      body.data.outcomes.facets[name].map((it: { value: string; count: number }) => [
        it.value,
        it.count,
      ]),
    );
  assert.deepEqual(
    told('levels'),
    count((row) => row.level),
  );
  assert.deepEqual(
    told('units'),
    count((row) => world.unit(row.unitId)?.code),
  );
  assert.deepEqual(
    told('places'),
    count((row) => world.place(row.placeId)?.code),
  );
  assert.deepEqual(
    told('years'),
    count((row) => row.year),
  );
  assert.deepEqual(
    told('dimensions'),
    count((row) => row.dimensionZh),
  );
  const commonest = Object.values(count((row) => world.indicator(row.indicatorId)?.code)).toSorted(
    (a, b) => b - a,
  );
  assert.deepEqual(Object.values(told('indicators')), commonest.slice(0, 3));
});

test('facets of measures, targets and numerals count their stages, owners and claims', async () => {
  const { body } = await seeded.ask(`{
    measures { facets { stages { value count } followUps { value count } } }
    targets { facets { verdicts { value count } verdictReasons { value count }
      owners(first: 100) { value count } valueTypes { value count } } }
    numerals { facets { claimKinds { value count } } }
  }`);
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  const counted = (values: { value: string; count: number }[]) =>
    Object.fromEntries(values.map(({ value, count }) => [value, count]));
  const tally = (values: readonly (string | null | undefined)[]) => {
    const there = values.filter((value) => value != null);
    return Object.fromEntries([...Map.groupBy(there, (it) => it)].map(([k, v]) => [k, v.length]));
  };
  const { measures, targets, numerals } = body.data;
  const owners = rows.targets.map(({ ownerId }) => world.organization(ownerId)?.code);
  assert.deepEqual(counted(measures.facets.stages), tally(rows.measures.map((row) => row.stage)));
  assert.deepEqual(
    counted(measures.facets.followUps),
    tally(rows.measures.map((row) => row.followUp)),
  );
  assert.deepEqual(counted(targets.facets.verdicts), tally(rows.targets.map((row) => row.verdict)));
  assert.deepEqual(
    counted(targets.facets.verdictReasons),
    tally(rows.targets.map((row) => row.verdictReason)),
  );
  assert.deepEqual(counted(targets.facets.owners), tally(owners));
  assert.deepEqual(
    counted(targets.facets.valueTypes),
    tally(rows.targets.map((row) => row.valueType)),
  );
  assert.deepEqual(
    counted(numerals.facets.claimKinds),
    tally(rows.numerals.map((row) => row.claim)),
  );
});

test('facets of targets and problems count where and when they stand, under the same filter', async () => {
  for (const [typename, filter] of [
    ['Target', { hasFigure: true }],
    ['Target', { verdicts: ['REACHED', 'NOT_REACHED', 'NOT_REPORTED'] }],
    ['Problem', { hasAnswer: false }],
    ['Problem', { hasCause: true, hasFigures: false }],
  ] as const) {
    const field = tableOf(typename);
    const { body } = await seeded.ask(
      `query ($filter: ${typename}Filter) { list: ${field}(filter: $filter) { totalCount facets {
        reports(first: 100) { value count } places(first: 100) { value count } years { value count } } } }`,
      { filter },
    );
    assert.equal(body.errors, undefined, JSON.stringify(body.errors));
    const some = (rows[field] as (Rows['targets'][number] | Rows['problems'][number])[]).filter(
      (row) => lists(typename, row as never, filter, world),
    );
    const { totalCount, facets } = body.data.list;
    assert.equal(totalCount, some.length);
    assert.ok(some.length > 20, `${typename} ${some.length}`);
    const tally = (of: (row: (typeof some)[number]) => string | number | null | undefined) =>
      new Map(
        [...Map.groupBy(some, of)].flatMap(([value, list]) =>
          value == null ? [] : [[String(value), list.length] as const],
        ),
      );
    for (const [name, of] of [
      ['reports', (row) => rows.reports.find(({ id }) => id === row.reportId)?.code],
      ['places', (row) => world.place(row.placeId)?.code],
      ['years', (row) => row.year],
    ] as [string, Parameters<typeof tally>[0]][]) {
      const counts = tally(of);
      assert.equal(facets[name].length, Math.min(counts.size, 100), `${typename} ${name}`);
      for (const { value, count } of facets[name] as { value: string; count: number }[]) {
        assert.equal(count, counts.get(value), `${typename} ${name} ${value}`);
      }
    }
  }
});
