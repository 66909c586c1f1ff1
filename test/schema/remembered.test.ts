import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { corpusRows, randomOf } from '../support/corpus-rows.ts';
import { startOverRows } from '../support/published.ts';
import { groupQuestions, groupsQuery } from '../support/random/group-questions.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { times } from '../support/times.ts';

const rows = corpusRows(25, 31);
const random = randomOf(32);
const over = {} as Record<'one' | 'other', Seeded>;
before(() => {
  over.one = startOverRows(rows);
  over.other = startOverRows(rows);
});
after(() => {
  over.other.close();
  over.one.close();
});

const countsQuery = `query ($filter: OutcomeFilter, $measures: MeasureFilter) {
  outcomes(filter: $filter) { totalCount facets {
    sections(first: 100) { value count } units { value label count } levels { value count } years { value count } } }
  measures(filter: $measures) { totalCount facets { sections(first: 3) { value count } years { value count } } } }`;

const searchQuery = `query ($text: String!, $filter: SearchFilter, $first: Int, $last: Int) {
  search(text: $text, filter: $filter, first: $first, last: $last) { totalCount pageInfo { hasNextPage endCursor }
    facets { types { value count } } nodes { type snippets { text } node { ... on Node { id } } } } }`;

type Asked = { query: string; variables: object };

/** Questions that are close to each other: the same filter of other lists, other orders, other pages. */
function questions(): Asked[] {
  const next = groupQuestions(rows, random);
  return Array.from({ length: 40 * times }, next).flatMap(({ by, filter, orderBy, first }) => {
    const descending = { ...orderBy, direction: 'DESC' };
    const { years, places } = filter;
    const text = random.pick(rows.outcomes).labelZh.slice(0, random.pick([1, 2, 3]));
    const types = { types: ['OUTCOME'] };
    return [
      { query: searchQuery, variables: { text, first: 5 } },
      { query: searchQuery, variables: { text, first: 6 } },
      { query: searchQuery, variables: { text, last: 5 } },
      { query: searchQuery, variables: { text, first: 5, filter: types } },
      { query: groupsQuery, variables: { by, filter, orderBy, first } },
      { query: groupsQuery, variables: { by, filter, orderBy: descending, first } },
      { query: groupsQuery, variables: { by: by.toReversed(), filter, orderBy, first: first + 1 } },
      { query: countsQuery, variables: { filter, measures: { years, places } } },
      { query: countsQuery, variables: { filter: { years, places }, measures: {} } },
    ];
  });
}

test('facets, totals and groups that are remembered are those of their own question', async () => {
  const asked = questions();
  const first: unknown[] = [];
  for (const { query, variables } of asked) first.push(await over.one.dataOf(query, variables));
  // Asked in the other order, what two questions took for the same would be told of the other one.
  for (const [at, { query, variables }] of [...asked.entries()].toReversed()) {
    const told = JSON.stringify(variables);
    assert.deepEqual(await over.other.dataOf(query, variables), first[at], told);
    assert.deepEqual(await over.one.dataOf(query, variables), first[at], `${told} again`);
  }
});

test('a page of groups goes on from the cursor of one that is remembered', async () => {
  const variables = { by: ['UNIT', 'YEAR'], orderBy: { field: 'COUNT', direction: 'DESC' } };
  const all = await over.one.dataOf(groupsQuery, { ...variables, first: 200 });
  const { edges } = all.outcomeGroups;
  for (let round = 1; round <= 2; round += 1) {
    for (let at = 0; at < 12; at += 4) {
      const cursor = at === 0 ? null : edges[at - 1].cursor;
      const page = await over.one.dataOf(groupsQuery, { ...variables, first: 4, after: cursor });
      assert.deepEqual(page.outcomeGroups.edges, edges.slice(at, at + 4));
      assert.equal(page.outcomeGroups.pageInfo.hasPreviousPage, at > 0);
    }
  }
});
