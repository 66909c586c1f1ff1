import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Facts } from '../../src/corpus/facts.ts';
import { openReader } from '../../src/db/client.ts';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { searchName } from '../../src/schema/search-cursor.ts';
import { digestArguments } from '../../src/text/argument-digest.ts';
import { writeCursor } from '../../src/text/cursor.ts';
import { makeCorpus } from '../support/corpus.ts';
import type { Corpus } from '../support/corpus.ts';
import { askPage, groupList, rootList, searchList, walkList } from '../support/pages.ts';
import type { PagedList } from '../support/pages.ts';
import { startOver } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { times } from '../support/times.ts';

let corpus: Corpus;
/** What was published first, and what came of it: carried on, and built from nothing. */
let old: Seeded;
let later: { name: string; seeded: Seeded }[];

before(async () => {
  corpus = makeCorpus(10);
  const [carried, built] = ['carried', 'built'].map((name) => join(corpus.seed, '..', name));
  await importSeed(corpus);
  old = startOver(corpus.data);
  cpSync(corpus.data, carried!, { recursive: true });
  // One report gone, a new one, and some facts of two others gone.
  const { folders } = corpus;
  for (const index of [3]) {
    rmSync(folders[index]!, { recursive: true });
  }
  for (const index of [5]) {
    const code = `${basename(folders[index]!)}-again`;
    cpSync(folders[index]!, join(corpus.seed, 'reports', code), { recursive: true });
  }
  await importSeed({ seed: corpus.seed, data: carried! });
  for (const index of [8, 9]) dropFacts(join(folders[index]!, 'facts.json'));
  await importSeed({ seed: corpus.seed, data: carried! });
  await importSeed({ seed: corpus.seed, data: built! });
  later = [
    { name: 'carried on, compiled', seeded: startOver(carried!) },
    { name: 'carried on, executed', seeded: startOver(carried!, { compiler: false }) },
    { name: 'built, compiled', seeded: startOver(built!) },
    { name: 'built, executed', seeded: startOver(built!, { compiler: false }) },
  ];
});
after(() => {
  old.close();
  for (const { seeded } of later) seeded.close();
  corpus.remove();
});

/** Takes out what no numeral of the text needs. */
function dropFacts(file: string): void {
  const facts = JSON.parse(readFileSync(file, 'utf8')) as Facts;
  const named = JSON.stringify([facts.links, facts.checks]);
  for (const section of facts.sections) {
    for (const measure of section.measures) {
      measure.outcomes = measure.outcomes.filter(
        ({ code, statement, parts = [] }) =>
          statement === undefined || parts.length > 0 || named.includes(JSON.stringify(code)),
      );
    }
    // Of what is told in words alone nothing else is told; nobody revises it.
    for (const measure of section.measures) {
      if (!measure.targets) continue;
      measure.targets = measure.targets.filter(({ statement }) => statement === undefined);
    }
    if (section.problems) {
      section.problems = section.problems.filter(({ figures }) => figures !== undefined);
    }
    section.measures = section.measures.filter(
      ({ code, outcomes, stage }, index) =>
        index % 2 === 0 ||
        stage === 'PLANNED' ||
        outcomes.length > 0 ||
        named.includes(JSON.stringify(code)),
    );
  }
  writeFileSync(file, JSON.stringify(facts));
}

const orders = ['TEXT_ORDER', 'VALUE', 'CHANGE_PERCENT', 'LABEL', 'YEAR'].flatMap((field) =>
  ['ASC', 'DESC'].map((direction) => `{ field: ${field}, direction: ${direction} }`),
);
const lists: PagedList[] = [
  ...orders.map((order) => rootList('outcomes', { order })),
  rootList('outcomes', { order: orders[1]!, filter: '{ hasFigure: false }' }),
  rootList('measures'),
  rootList('measures', { order: '{ field: TITLE, direction: DESC }' }),
  rootList('links'),
  rootList('targets'),
  rootList('targets', { order: '{ field: DUE, direction: DESC }' }),
  rootList('targets', { order: '{ field: VALUE }', filter: '{ hasFigure: true }' }),
  rootList('targets', { order: '{ field: YEAR, direction: DESC }' }),
  rootList('problems'),
  rootList('problems', { order: '{ field: TITLE, direction: DESC }' }),
  rootList('measures', { filter: '{ stages: [PLANNED] }' }),
  rootList('measures', { order: '{ field: YEAR }', filter: '{ isContinuation: true }' }),
  rootList('reports', { order: '{ field: CODE }' }),
  rootList('reports', { order: '{ field: PLACE, direction: DESC }' }),
  rootList('sections'),
  rootList('documents'),
  searchList('法治'),
  searchList('审批'),
  searchList('县'),
  searchList('执法'),
];

for (const list of lists) {
  test(`one goes on from any row, though an import took it away: ${list.name}`, async () => {
    const former = await walkList(old, list);
    for (const { name, seeded } of later) {
      const now = await walkList(seeded, list);
      const there = new Set(now.ids);
      const was = new Set(former.ids);
      const gone = new Set(former.ids.keys().filter((index) => !there.has(former.ids[index]!)));
      const kept = former.ids.filter((id) => there.has(id));
      assert.deepEqual(
        now.ids.filter((id) => was.has(id)),
        kept,
        'what is in both versions stands in one order',
      );
      // From rows that have gone, and from some that have not.
      const from = [...former.ids.keys()].filter((index) => gone.has(index) || index % 97 === 0);
      const some = Math.ceil(from.length / ((name.endsWith('compiled') ? 6 : 2) * times));
      for (const index of from.filter((_index, nth) => nth % some === 0)) {
        const cursor = former.cursors[index]!;
        for (const backward of [false, true]) {
          const window = backward ? { last: 30, before: cursor } : { first: 30, after: cursor };
          const { ids } = await askPage(seeded, list, window);
          const rest = ids.filter((id) => was.has(id));
          const all = (backward ? former.ids.slice(0, index) : former.ids.slice(index + 1)).filter(
            (id) => there.has(id),
          );
          assert.deepEqual(
            rest,
            backward ? all.slice(all.length - rest.length) : all.slice(0, rest.length),
            `${name}: ${backward ? 'back' : 'on'} from ${former.ids[index]}`,
          );
          assert.ok(ids.length === 30 || rest.length === all.length);
        }
      }
    }
  });
}

const groups = [
  groupList(['REPORT', 'LEVEL']),
  groupList(['SECTION', 'UNIT', 'INDICATOR'], '{ field: KEYS, direction: DESC }'),
];

for (const list of groups) {
  test(`one goes on from any group, though an import took it away: ${list.name}`, async () => {
    const former = await walkList(old, list, { size: 1000 });
    for (const { name, seeded } of later) {
      const now = await walkList(seeded, list, { size: 1000 });
      const there = new Set(now.ids);
      const was = new Set(former.ids);
      const gone = [...former.ids.keys()].filter((index) => !there.has(former.ids[index]!));
      assert.ok(gone.length > 0, 'some groups have gone');
      for (const index of [...gone.slice(0, 4 * times), 0, former.ids.length >> 1]) {
        const window = { first: 1000, after: former.cursors[index]! };
        const { ids } = await askPage(seeded, list, window);
        const rest = ids.filter((id) => was.has(id));
        const all = former.ids.slice(index + 1).filter((id) => there.has(id));
        assert.deepEqual(rest, all.slice(0, rest.length), `${name}: from ${former.ids[index]}`);
        assert.ok(ids.length === 1000 || rest.length === all.length);
        const first = now.ids.indexOf(ids[0]!);
        assert.deepEqual(ids, now.ids.slice(first, first + 1000));
      }
    }
  });
}

test('an import took rows of every list away, and not only whole reports', async () => {
  const { seeded } = later[0]!;
  for (const list of [
    rootList('outcomes'),
    rootList('measures'),
    rootList('targets'),
    rootList('problems'),
    searchList('法治'),
  ]) {
    const [former, now] = [await walkList(old, list), await walkList(seeded, list)];
    const there = new Set(now.ids);
    const gone = former.ids.filter((id) => !there.has(id));
    const [eighth] = [basename(corpus.folders[8]!)];
    assert.ok(gone.length > 5, list.name);
    if (/^(?:outcomes|targets|problems)/.test(list.name))
      assert.ok(gone.some((id) => id.includes(eighth)));
  }
});

const cursor = (...parts: (string | number)[]) => writeCursor(parts);
/** What a cursor of a search begins with. */
const searchFor = (text: string) => searchName({ text });
const garbage = [
  '',
  ' ',
  'NaN',
  'nothing',
  '\0',
  'W10',
  cursor('outcomes.textOrder'),
  cursor('outcomes.textOrder', 'x'),
  cursor('outcomes.textOrder', 7, 'x'),
  cursor('outcomes.textOrder', 'x', 'y', 'z'),
  cursor('outcomes.valueAscending', '7', 'x'),
  cursor('outcomes.valueDescending', 1, 'no such outcome'),
  cursor('measures.textOrder', 'x', 'y'),
  cursor('search', 0, 3, 'Outcome:x/y'),
  `${cursor('outcomes.textOrder', 'x', 'y')}=`,
  `${cursor('outcomes.textOrder', 'x', 'y')}\n`,
  ` ${cursor('outcomes.textOrder', 'x', 'y')}`,
  Buffer.from('["outcomes.textOrder", "x", "y"]').toString('base64url'),
  Buffer.from('["outcomes.textOrder",null,"y"]').toString('base64url'),
  Buffer.from('["outcomes.textOrder",["x"],"y"]').toString('base64url'),
  Buffer.from('{"0":"outcomes.textOrder"}').toString('base64url'),
];

const codeOf = async (seeded: Seeded, query: string, at: string) =>
  (await seeded.ask(query, { at })).body.errors?.[0].extensions.code;

for (const at of garbage) {
  test(`refused as a cursor: ${JSON.stringify(at)}`, async () => {
    for (const { name, seeded } of later.slice(0, 2)) {
      for (const query of [
        'query ($at: String) { outcomes(after: $at) { totalCount } }',
        'query ($at: String) { outcomes(last: 3, before: $at) { nodes { code } } }',
        'query ($at: String) { measures(first: 1) { nodes { outcomes(before: $at) { pageInfo { hasNextPage } } } } }',
      ]) {
        assert.equal(await codeOf(seeded, query, at), 'BAD_USER_INPUT', name);
      }
    }
  });
}

for (const at of [
  ...garbage,
  cursor(searchFor('旗'), 0, 3, 'Outcome:x/y'),
  cursor(searchFor('县'), 2, 3, 'Outcome:x/y'),
  cursor(searchFor('县'), 0, -1, 'Outcome:x/y'),
  cursor(searchFor('县'), 0, 2.5, 'Outcome:x/y'),
  cursor(searchFor('县'), 0, 1e300, 'Outcome:x/y'),
  cursor(searchFor('县'), '0', 3, 'Outcome:x/y'),
  cursor(searchFor('县'), 0, 3),
  cursor(searchFor('县'), 0, 3, 'Outcome:x/y', 'z'),
]) {
  test(`refused as a cursor of a search: ${JSON.stringify(at)}`, async () => {
    const query = 'query ($at: String) { search(text: "县", after: $at) { nodes { type } } }';
    for (const { name, seeded } of later.slice(0, 2)) {
      assert.equal(await codeOf(seeded, query, at), 'BAD_USER_INPUT', name);
      const right = cursor(searchFor('县'), 0, 3, 'Outcome:x/y');
      assert.equal(await codeOf(seeded, query, right), undefined, name);
    }
  });
}

test('a cursor of a search goes with its text and its filter, however they are written', async () => {
  const query = `query ($text: String!, $filter: SearchFilter, $after: String) {
    search(text: $text, filter: $filter, first: 3, after: $after) { edges { cursor node { node { ... on Node { id } } } } }
  }`;
  const year = 2023;
  const all: { text: string; filter?: object | null }[] = [
    { text: '县' },
    { text: '法治 县' },
    { text: '县', filter: { types: ['OUTCOME', 'MEASURE'] } },
    { text: '县', filter: { types: ['OUTCOME'] } },
    { text: '县', filter: { years: [year, year + 1, year - 1, year - 2, year - 3] } },
  ];
  const alike: [number, { text: string; filter?: object | null }][] = [
    [0, { text: ' 县\u3000', filter: null }],
    [0, { text: '縣', filter: {} }],
    [0, { text: '县', filter: { types: null, years: null } }],
    [1, { text: '县 法治 县' }],
    [2, { text: '县', filter: { types: ['MEASURE', 'OUTCOME', 'MEASURE'], reports: null } }],
  ];
  const ways = later.slice(0, 2);
  for (const { name, seeded } of ways) {
    const pages: { cursor: string; rest: object[] }[] = [];
    for (const asked of all) {
      const { body } = await seeded.ask(query, asked);
      assert.equal(body.errors, undefined, JSON.stringify(body.errors));
      const { cursor: first } = body.data.search.edges[0];
      const { body: next } = await seeded.ask(query, { ...asked, after: first });
      pages.push({ cursor: first, rest: next.data.search.edges });
    }
    assert.equal(new Set(pages.map((page) => page.cursor)).size, all.length);
    for (const [of, asked] of alike) {
      const { body } = await seeded.ask(query, { ...asked, after: pages[of]!.cursor });
      assert.deepEqual(body.data?.search.edges, pages[of]!.rest, JSON.stringify([name, asked]));
    }
    for (const [mine, page] of pages.entries()) {
      for (const [other, asked] of all.entries()) {
        if (other === mine) continue;
        const { body } = await seeded.ask(query, { ...asked, after: page.cursor });
        const [error] = body.errors ?? [];
        assert.equal(error?.extensions.code, 'BAD_USER_INPUT', `${name} ${mine} ${other}`);
        assert.match(
          error.message,
          /^after: .* text and filter .* leave after out to begin anew\.$/,
        );
      }
    }
  }
});

test('a cursor of groups by their figures goes with its filter, and one by their keys with any', async () => {
  const query = `query ($filter: OutcomeFilter, $field: OutcomeGroupOrderField!, $after: String) {
    outcomeGroups(groupBy: [UNIT], filter: $filter, orderBy: { field: $field }, first: 2, after: $after) { edges { cursor } }
  }`;
  for (const { name, seeded } of later.slice(0, 2)) {
    for (const field of ['KEYS', 'COUNT', 'SUM', 'MEAN']) {
      const { body } = await seeded.ask(query, { field, filter: { hasFigure: true } });
      const at = body.data.outcomeGroups.edges[0].cursor;
      const errorOf = async (more: object) =>
        (await seeded.ask(query, { field, after: at, ...more })).body.errors?.[0];
      assert.equal(await errorOf({ filter: { hasFigure: true, units: null } }), undefined, name);
      const error = await errorOf({});
      if (field === 'KEYS') assert.equal(error, undefined, name);
      else
        assert.match(error?.message, /goes with the groupBy, order and filter/, `${name} ${field}`);
      assert.match((await errorOf({ field: field === 'SUM' ? 'KEYS' : 'SUM' }))?.message, /order/);
    }
  }
});

test('a cursor of another list is refused, though its code is one of this list', async () => {
  for (const { name, seeded } of later.slice(0, 2)) {
    const { ids } = await walkList(seeded, rootList('outcomes'));
    const at = cursor('measures.textOrder', 'x', ids[0]!.slice('Outcome:'.length));
    const query = 'query ($at: String) { outcomes(after: $at) { totalCount } }';
    assert.equal(await codeOf(seeded, query, at), 'BAD_USER_INPUT', name);
  }
});

test('a plain code, and a cursor of another order, name their row while it is there', async () => {
  const [byText, byLabel] = [
    rootList('outcomes'),
    rootList('outcomes', { order: '{ field: LABEL }' }),
  ];
  const [text, label] = [await walkList(old, byText), await walkList(old, byLabel)];
  const index = 40;
  const id = text.ids[index]!;
  const code = id.slice('Outcome:'.length);
  const follow = label.ids.slice(label.ids.indexOf(id) + 1).slice(0, 5);
  for (const at of [code, text.cursors[index]!, label.cursors[label.ids.indexOf(id)]!]) {
    assert.deepEqual((await askPage(old, byLabel, { first: 5, after: at })).ids, follow);
  }
  const found = await walkList(old, searchList('县'));
  const page = await askPage(old, searchList('县'), { first: 5, after: found.ids[9]! });
  assert.deepEqual(page.ids, found.ids.slice(10, 15));
});

test('a page after a cursor is one statement, which seeks', async () => {
  const statements: [string, unknown[]][] = [];
  const told = startOver(corpus.data, { told: (...statement) => statements.push(statement) });
  const { client, close } = openReader(join(corpus.data, readPointer(corpus.data)!.file));
  for (const order of orders) {
    const list = rootList('outcomes', { order });
    const { cursors } = await walkList(told, list);
    statements.length = 0;
    await askPage(told, list, { first: 3, after: cursors[9]!, before: cursors[40]! });
    const [[statement, values]] = statements as [[string, unknown[]]];
    assert.equal(statements.length, 1);
    const plan = client.prepare(`explain query plan ${statement}`).all(...values) as {
      detail: string;
    }[];
    const found = plan.map(({ detail }) => detail).join('\n');
    assert.match(
      found,
      /SEARCH t\d+ USING (?:INTEGER PRIMARY KEY \(rowid>\?|(?:COVERING )?INDEX outcomes_\w+ \(.*code_order\)>\(\?,\?\))/,
      found,
    );
  }
  close();
  told.close();
});

const byLevel = `outcomeGroups.SUM.LEVEL.${digestArguments({})}`;
for (const at of [
  ...garbage,
  cursor('outcomeGroups.SUM.LEVEL', 0, 1, 0, 1),
  cursor('outcomeGroups.KEYS.LEVEL', 0, 1),
  cursor('outcomeGroups.SUM.UNIT', 0, 1, 0, '%'),
  cursor(byLevel, 0, 1, 0),
  cursor(byLevel, 0, '1', 0, 1),
  cursor(byLevel, 0, 1, 0, 'IMPACT'),
  cursor(byLevel, 0, 1, 0, 1, 2),
]) {
  test(`refused as a cursor of groups: ${JSON.stringify(at)}`, async () => {
    const query =
      'query ($at: String) { outcomeGroups(groupBy: [LEVEL], orderBy: { field: SUM }, after: $at) { nodes { outcomeCount } } }';
    for (const { name, seeded } of later.slice(0, 2)) {
      assert.equal(await codeOf(seeded, query, at), 'BAD_USER_INPUT', name);
      assert.equal(await codeOf(seeded, query, cursor(byLevel, 0, 1, 0, 1)), undefined, name);
    }
  });
}
