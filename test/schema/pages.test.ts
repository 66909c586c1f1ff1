import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

type Connection = {
  totalCount: number;
  nodes: { code: string }[];
  edges: { cursor: string; node: { code: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
};

const page =
  'totalCount nodes { code } edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** Walks a list to its end in pages of seven, from either side. */
async function walk(ask: (args: string) => Promise<Connection>, backward: boolean) {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const place = cursor === null ? '' : `${backward ? 'before' : 'after'}: "${cursor}"`;
    const found = await ask(`${backward ? 'last' : 'first'}: 7 ${place}`);
    assert.deepEqual(
      found.edges.map(({ node }) => node.code),
      found.nodes.map(({ code }) => code),
    );
    const codes = found.nodes.map(({ code }) => code);
    if (backward) seen.unshift(...codes);
    else seen.push(...codes);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = found.pageInfo;
    assert.equal(backward ? hasNextPage : hasPreviousPage, cursor !== null);
    if (!(backward ? hasPreviousPage : hasNextPage)) return seen;
    cursor = backward ? startCursor : endCursor;
  }
}

const orders: Record<string, string[]> = {
  outcomes: ['TEXT_ORDER', 'VALUE', 'CHANGE_PERCENT', 'CHANGE_ABSOLUTE', 'LABEL'],
  measures: ['TEXT_ORDER', 'TITLE'],
  links: ['TEXT_ORDER'],
  checks: ['TEXT_ORDER'],
  numerals: ['TEXT_ORDER'],
  indicators: ['CODE', 'NAME'],
  units: ['CODE', 'NAME'],
};

for (const [list, fields] of Object.entries(orders)) {
  for (const field of fields) {
    for (const direction of ['ASC', 'DESC']) {
      test(`${list} by ${field} ${direction}: each row once, forward and back`, async () => {
        const ask = async (args: string): Promise<Connection> => {
          const { body } = await seeded.ask(
            `{ ${list}(${args} orderBy: { field: ${field}, direction: ${direction} }) { ${page} } }`,
          );
          assert.equal(body.errors, undefined, JSON.stringify(body.errors));
          return body.data[list];
        };
        const forward = await walk(ask, false);
        const { totalCount } = await ask('first: 0');
        assert.equal(new Set(forward).size, totalCount);
        assert.equal(forward.length, totalCount);
        assert.deepEqual(await walk(ask, true), forward);
      });
    }
  }
}

test('a related page goes through its links in the order of the far end', async () => {
  for (const field of ['TEXT_ORDER', 'VALUE', 'CHANGE_PERCENT', 'CHANGE_ABSOLUTE', 'LABEL']) {
    const ask = async (args: string): Promise<Connection> => {
      const { body } = await seeded.ask(
        `{ measure(by: { code: "xinghe-2023/streamline-approvals" }) {
          outcomes(${args} orderBy: { field: ${field}, direction: DESC }) { ${page} } } }`,
      );
      assert.equal(body.errors, undefined, JSON.stringify(body.errors));
      return body.data.measure.outcomes;
    };
    const whole = await ask('first: 100');
    assert.equal(whole.nodes.length, whole.totalCount);
    assert.deepEqual(
      await walk(ask, false),
      whole.nodes.map(({ code }) => code),
    );
  }
});

test('what has no change comes last in either direction', async () => {
  for (const direction of ['ASC', 'DESC']) {
    const { body } = await seeded.ask(
      `{ outcomes(first: 4, orderBy: { field: CHANGE_PERCENT, direction: ${direction} }) { nodes { change { percent } } } }`,
    );
    const percents = body.data.outcomes.nodes.map(
      (node: { change: { percent: number } | null }) => node.change?.percent ?? null,
    );
    assert.deepEqual(
      percents,
      direction === 'ASC' ? [-83.33, -50, -50, null] : [-50, -50, -83.33, null],
    );
  }
});

const refused: [string, RegExp][] = [
  [
    '{ outcomes(first: 101) { totalCount } }',
    /^`first` is 101; at most 100 \(pageSize\)\. Page on with `after:` and `pageInfo\.endCursor`/,
  ],
  [
    '{ outcomes(first: -1) { totalCount } }',
    /^`first` is -1; it may be from 0 to 100 \(pageSize\)\.$/,
  ],
  ['{ outcomes(first: 1, last: 1) { totalCount } }', /give first or last, not both/],
  ['{ outcomes(after: "NaN") { totalCount } }', /^after: "NaN" is no cursor of this list\./],
  ['{ outcomes(before: "") { totalCount } }', /^before: "" is no cursor of this list\./],
  ['{ measures { nodes { outcomes(after: "x") { totalCount } } } }', /^after: "x" is no cursor/],
  [
    `{ nodes(ids: ${JSON.stringify(Array(101).fill('x'))}) { id } }`,
    /^`ids` holds 101; at most 100/,
  ],
];

for (const [query, message] of refused) {
  test(`refused: ${query.slice(0, 60)}`, async () => {
    const { body } = await seeded.ask(query);
    assert.match(body.errors[0].message, message);
    assert.equal(body.errors[0].extensions.code, 'BAD_USER_INPUT');
  });
}

const misplaced: [string, (string | number)[]][] = [
  [
    '{ list: measures { nodes { inner: outcomes(first: 101) { totalCount } } } }',
    ['list', 'nodes', 0, 'inner'],
  ],
  [
    '{ measures { nodes { report { reports: measures(after: "x") { totalCount } } } } }',
    ['measures', 'nodes', 0, 'report', 'reports'],
  ],
  [
    '{ measures { edges { node { outcomes { nodes { measures(first: 1, last: 1) { totalCount } } } } } } }',
    ['measures', 'edges', 0, 'node', 'outcomes', 'nodes', 0, 'measures'],
  ],
  [
    '{ measures { nodes { good: outcomes { totalCount } bad: outcomes(first: -1) { totalCount } } } }',
    ['measures', 'nodes', 0, 'bad'],
  ],
];

for (const [query, path] of misplaced) {
  test(`an argument that cannot be taken is an error of its own field: ${path.join(' ')}`, async () => {
    const { body } = await seeded.ask(query);
    const [{ extensions, ...error }] = body.errors;
    assert.equal(extensions.code, 'BAD_USER_INPUT');
    assert.deepEqual(error.path, path);
    const [argument] = /(inner|reports|bad): \w+\(|measures\(/.exec(query)!;
    assert.deepEqual(error.locations, [{ line: 1, column: query.indexOf(argument) + 1 }]);
  });
}

test('what is wrong with a field that no row reaches is no error', async () => {
  const { body } = await seeded.ask(
    '{ measures(first: 0) { nodes { outcomes(first: -1) { totalCount } } } }',
  );
  assert.deepEqual(body, { data: { measures: { nodes: [] } } });
});
