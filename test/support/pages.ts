import assert from 'node:assert/strict';
import type { Random } from './corpus-rows.ts';
import type { Seeded } from './random/seeded.ts';

/** A list to page through: a query with `ARGUMENTS` where a page says which one it is. */
export type PagedList = { name: string; query: string; at: readonly string[] };

const parts =
  'totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

export type AskedPage = {
  ids: string[];
  cursors: string[];
  totalCount: number;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
};

/** A list at the root, in one of its orders. */
export const rootList = (
  field: string,
  { filter = '', order = '' }: { filter?: string; order?: string } = {},
): PagedList => ({
  name: `${field} ${order} ${filter}`,
  query: `query ($first: Int, $after: String, $last: Int, $before: String) {
    ${field}(first: $first, after: $after, last: $last, before: $before ${order && `orderBy: ${order}`} ${filter && `filter: ${filter}`}) { ${parts} } }`,
  at: [field],
});

/** The rows that one thing leads to. */
export const relatedList = (from: string, field: string, order = ''): PagedList => ({
  name: `${from} ${field} ${order}`,
  query: `query ($first: Int, $after: String, $last: Int, $before: String) {
    far: ${from} { ${field}(first: $first, after: $after, last: $last, before: $before ${order && `orderBy: ${order}`}) { ${parts} } } }`,
  at: ['far', field],
});

export const searchList = (text: string): PagedList => ({
  name: `search ${text}`,
  query: `query ($first: Int, $after: String, $last: Int, $before: String) {
    search(text: "${text}", first: $first, after: $after, last: $last, before: $before) {
      totalCount edges { cursor node { node { ... on Node { id } } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  at: ['search'],
});

/** Groups of outcomes in one of their orders; a group goes by what its outcomes share. */
export const groupList = (by: readonly string[], order = ''): PagedList => ({
  name: `outcomeGroups ${by.join(' ')} ${order}`,
  query: `query ($first: Int, $after: String) {
    outcomeGroups(groupBy: [${by.join(', ')}], first: $first, after: $after ${order && `orderBy: ${order}`}) {
      totalCount edges { cursor node {
        report { code } section { code } level unit { code } indicator { code } dimension population
        place { code } year period outcomeCount
      } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  at: ['outcomeGroups'],
});

export type PageWindow = { first?: number; last?: number; after?: string; before?: string };

export async function askPage(
  seeded: Seeded,
  { query, at }: PagedList,
  window: PageWindow,
): Promise<AskedPage> {
  const { body } = await seeded.ask(query, window);
  assert.equal(body.errors, undefined, JSON.stringify([body.errors, query, window]));
  const { totalCount, edges, pageInfo } = at.reduce((value, key) => value[key], body.data);
  type Edge = { cursor: string; node: { id?: string; count?: number; node?: { id: string } } };
  const cursors = edges.map(({ cursor }: Edge) => cursor);
  assert.equal(pageInfo.startCursor, cursors.at(0) ?? null);
  assert.equal(pageInfo.endCursor, cursors.at(-1) ?? null);
  return {
    ids: edges.map(
      ({ node: { count: _count, ...node } }: Edge) =>
        node.id ?? node.node?.id ?? JSON.stringify(node),
    ),
    cursors,
    totalCount,
    hasNextPage: pageInfo.hasNextPage,
    hasPreviousPage: pageInfo.hasPreviousPage,
  };
}

/** All of a list, page by page of so many, from either side. */
export async function walkList(
  seeded: Seeded,
  list: PagedList,
  { size = 100, backward = false } = {},
): Promise<Pick<AskedPage, 'ids' | 'cursors'>> {
  const ids: string[] = [];
  const cursors: string[] = [];
  for (let edge: string | undefined, more = true; more;) {
    const page: AskedPage = await askPage(
      seeded,
      list,
      backward ? { last: size, before: edge! } : { first: size, after: edge! },
    );
    assert.ok(!edge || !page.cursors.includes(edge), 'a page does not hold the row of its cursor');
    if (backward) {
      ids.unshift(...page.ids);
      cursors.unshift(...page.cursors);
    } else {
      ids.push(...page.ids);
      cursors.push(...page.cursors);
    }
    more = backward ? page.hasPreviousPage : page.hasNextPage;
    assert.ok(!more || page.ids.length > 0, 'a page beyond which there is more holds something');
    edge = backward ? page.cursors.at(0) : page.cursors.at(-1);
  }
  return { ids, cursors };
}

/** A page as one would cut it out of the whole list by hand. */
export function cutByHand(
  ids: readonly string[],
  { first, last, after, before }: { first?: number; last?: number; after: number; before: number },
): Pick<AskedPage, 'ids' | 'hasNextPage' | 'hasPreviousPage'> {
  const inside = ids.slice(after + 1, Math.max(after + 1, before));
  const size = Math.min(inside.length, last ?? first ?? 20);
  const rows = last === undefined ? inside.slice(0, size) : inside.slice(inside.length - size);
  const left = inside.length > size;
  return {
    ids: rows,
    hasNextPage: (left && last === undefined) || before < ids.length,
    hasPreviousPage: (left && last !== undefined) || after >= 0,
  };
}

/** One window of every kind in places at random: with each end or without, and with a size from either side or none. */
export function randomWindows({ chance, below }: Random, length: number) {
  return [true, false].flatMap((hasAfter) =>
    [true, false].flatMap((hasBefore) =>
      (['first', 'last', null] as const).map((size) => {
        const at = hasAfter ? below(length) : -1;
        // Most pages end some rows behind where they begin; others hold nothing, whatever their size.
        const near = hasAfter && chance(0.5) ? Math.min(length, at + 1 + below(6)) : below(length);
        const taken: { first?: number; last?: number } = size ? { [size]: below(8) } : {};
        return { after: at, before: hasBefore ? near : length, ...taken };
      }),
    ),
  );
}
