import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse, validate } from 'graphql';
import { importSeed } from '../../src/importer/import.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { readExamples, slugOf } from '../../src/examples/read-examples.ts';
import { schema } from '../../src/schema/schema.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { ownSeed } from '../support/own-seed.ts';
import { startCluster } from '../support/postgres/cluster.ts';
import type { Cluster } from '../support/postgres/cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { differenceOf, startTwoStores } from '../support/postgres/two-stores.ts';
import type { TwoStores } from '../support/postgres/two-stores.ts';
import { startOverRows } from '../support/published.ts';
import { groupQuestions, groupsQuery } from '../support/random/group-questions.ts';
import { oddRows } from '../support/random/odd-rows.ts';
import { randomOperations } from '../support/random/random-operation.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { times } from '../support/times.ts';
import { seedOr } from '../support/random/seed.ts';

const skip = withoutPostgres;
const reader = 'reader';
const seed = seedOr(11);

/** Rows without a meaning, with all that may stand in them. */
let odd: Seeded;
let rows: ReturnType<typeof oddRows>;
let cluster: Cluster;
before(async () => {
  if (skip !== false) return;
  cluster = await startCluster();
  await cluster.addRole(reader);
  rows = oddRows(40, seed);
  odd = startOverRows(rows);
  await publishSnapshot({ data: odd.data, url: cluster.url(), reader });
});
after(async () => {
  odd?.close();
  await cluster?.stop();
});

/**
 * Asks both the same three times: asked again, a statement is prepared, and rows of pages are found by themselves and
 * then recalled. Gives what was told.
 */
async function holdAgain(stores: TwoStores, query: string, variables: object, which: string) {
  const told = await stores.ask(query, variables);
  for (const each of [
    told,
    await stores.ask(query, variables),
    await stores.ask(query, variables),
  ]) {
    const difference = differenceOf(each);
    const question = `SEED=${seed}, ${which}\n${query}\n${JSON.stringify(variables)}`;
    assert.equal(difference, null, `${question}\n${JSON.stringify(difference)}`);
  }
  return told;
}

/** Holds so many random questions, each with several sets of variables, against each other. */
async function compare(stores: TwoStores, operations: number, draw: number): Promise<number> {
  const next = randomOperations(schema, rows, randomOf(draw), new Set());
  let answers = 0;
  for (let nth = 0; nth < operations; nth += 1) {
    const { query, variables: sets } = next();
    assert.deepEqual(validate(schema, parse(query)), [], query);
    for (const variables of sets) {
      await holdAgain(stores, query, variables, `draw ${draw}`);
      answers += 1;
    }
  }
  return answers;
}

const planners = ['', 'enable_hashjoin', 'enable_nestloop', 'enable_seqscan', 'enable_sort'];

for (const [at, planner] of planners.entries()) {
  const how = planner === '' ? 'as PostgreSQL plans' : `with ${planner} off`;
  test(`random questions are answered as from a file, ${how}`, { skip }, async (t) => {
    if (planner !== '') await cluster.run(`alter role ${reader} set ${planner} = off`);
    t.after(() => cluster.run(`alter role ${reader} reset all`));
    const stores = await startTwoStores(odd.data, cluster.url(reader));
    t.after(stores.close);
    const operations = times * (planner === '' ? 200 : 60);
    const answers = await compare(stores, operations, seed + at);
    const metrics = await (await fetch(`${stores.postgres.url}/metrics`)).text();
    const failed = /^juzheng_statement_errors_total (\d+)$/m.exec(metrics)?.[1];
    assert.equal(failed, '0', 'no compiled statement was left to the executor as it failed');
    t.diagnostic(`${answers} answers`);
  });
}

test('what the compiler leaves is answered by the executor as from a file', { skip }, async (t) => {
  const stores = await startTwoStores(odd.data, cluster.url(reader), { compiler: false });
  t.after(stores.close);
  t.diagnostic(`${await compare(stores, 100 * times, seed + planners.length)} answers`);
});

/** Pieces of the texts that can be searched for, of one character and more, alone and two at once. */
function wordsToSearch({ below, chance, pick }: ReturnType<typeof randomOf>): string {
  const texts = [...rows.sections, ...rows.outcomes, ...rows.measures].flatMap((row) =>
    Object.values<unknown>(row).filter((value) => typeof value === 'string'),
  );
  const piece = () => {
    const characters = Array.from(pick(texts));
    const start = below(Math.max(1, characters.length));
    return characters.slice(start, start + 1 + below(6)).join('');
  };
  return chance(0.3) ? `${piece()} ${piece()}` : piece();
}

const search = `query Q($text: String!, $first: Int, $after: String, $filter: SearchFilter) {
  search(text: $text, first: $first, after: $after, filter: $filter) {
    totalCount
    facets { types { value count } reports { value count } years { value count } parts { value count } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor node { type node { __typename ... on Measure { code } ... on Outcome { code } ... on Section { code } } snippets { source text start highlights { start end } } } }
  }
}`;

test(
  'searches find the same, in the same order, with the same words marked',
  { skip },
  async (t) => {
    const stores = await startTwoStores(odd.data, cluster.url(reader));
    t.after(stores.close);
    const random = randomOf(seed);
    const filters = [undefined, undefined, { types: ['OUTCOME', 'SECTION'] }, { types: [] }];
    let hits = 0;
    for (let nth = 0; nth < 200 * times; nth += 1) {
      const text = wordsToSearch(random);
      const filter = random.pick(filters);
      let cursor: string | undefined;
      for (let page = 0; page < 3; page += 1) {
        const asked = { text, first: 4, after: cursor, filter };
        const told = await holdAgain(stores, search, asked, 'searches');
        const { data } = JSON.parse(told[0].text) as {
          data: {
            search: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
          } | null;
        };
        if (page === 0) hits += data?.search.totalCount ?? 0;
        if (!data?.search.pageInfo.hasNextPage) break;
        cursor = data.search.pageInfo.endCursor;
      }
    }
    assert.ok(hits > 500 * times, `${hits} hits`);
    t.diagnostic(`${hits} hits`);
  },
);

for (const planner of planners) {
  const how = planner === '' ? 'as PostgreSQL plans' : `with ${planner} off`;
  test(`groups are the same, page by page, ${how}`, { skip }, async (t) => {
    if (planner !== '') await cluster.run(`alter role ${reader} set ${planner} = off`);
    t.after(() => cluster.run(`alter role ${reader} reset all`));
    const stores = await startTwoStores(odd.data, cluster.url(reader));
    t.after(stores.close);
    const next = groupQuestions(rows, randomOf(seed + planners.indexOf(planner)));
    const questions = times * (planner === '' ? 200 : 60);
    let groups = 0;
    for (let nth = 0; nth < questions; nth += 1) {
      const asked = next();
      let cursor: string | null = null;
      for (let page = 0; page < 4; page += 1) {
        const variables: object = { ...asked, after: cursor };
        const told = await stores.ask(groupsQuery, variables);
        const which: string = `SEED=${seed} ${JSON.stringify(variables)}`;
        assert.equal(differenceOf(told), null, `${which}\n${JSON.stringify(told)}`);
        const { data } = JSON.parse(told[0].text) as GroupsTold;
        if (!data) break;
        const { edges, pageInfo } = data.outcomeGroups;
        groups += edges.length;
        if (!pageInfo.hasNextPage) break;
        cursor = pageInfo.endCursor;
      }
    }
    assert.ok(groups > questions, `${groups} groups`);
    t.diagnostic(`${groups} groups`);
  });
}

type GroupsTold = {
  data: {
    outcomeGroups: {
      edges: unknown[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

test('examples, pages and tables are the same, with the same tags', { skip }, async (t) => {
  const data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  t.after(() => rmSync(data, { recursive: true, force: true }));
  await importSeed({ seed: ownSeed, data });
  await publishSnapshot({ data, url: cluster.url(), isWhole: true });
  const stores = await startTwoStores(data, cluster.url(reader));
  t.after(stores.close);
  const examples = readExamples();
  for (const example of examples) {
    const { query } = example;
    const slug = slugOf(example);
    assert.equal(differenceOf(await stores.ask(query)), null, slug);
    const [one, other] = await stores.fetch(`/examples/${slug}.csv`);
    assert.equal(one.status, 200, slug);
    assert.deepEqual(other, one, slug);
  }
  for (const path of [
    '/',
    '/reports/xinghe-2023',
    '/search?text=行政',
    '/graphql?query={meta{counts{kind,count}}}',
  ]) {
    const [one, other] = await stores.fetch(path);
    assert.equal(one.status, 200, path);
    assert.deepEqual(other, one, path);
  }
  assert.ok(examples.length > 20);
});
