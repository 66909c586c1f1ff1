import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { randomOf } from '../support/corpus-rows.ts';
import { sameDataOf, startOver, startOverCorpus } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

const random = randomOf(41);
const over = {} as Record<'compiled' | 'executed', Seeded>;
before(async () => {
  over.compiled = await startOverCorpus(12);
  over.executed = startOver(over.compiled.data, { compiler: false });
});
after(() => {
  over.executed.close();
  over.compiled.close();
});

const ofReport = '{ report { code year place { code } } }';
const types = 'Section Measure Outcome Target Problem Document'.split(' ');
const hitsQuery = `query ($text: String!, $filter: SearchFilter, $after: String) {
  search(text: $text, filter: $filter, first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { type node {
    ... on Report { code year place { code } } ${types.map((type) => `... on ${type} ${ofReport}`).join(' ')} } } } }`;

type Hit = { type: string; report: string | null; place: string | null; year: string | null };

/** All hits of a search, read page by page. */
async function hitsOf(text: string, filter: object): Promise<Hit[]> {
  const found: Hit[] = [];
  for (let cursor: string | null = null; ;) {
    const data = await over.compiled.dataOf(hitsQuery, { text, filter, after: cursor });
    for (const { type, node } of data.search.nodes) {
      const report = type === 'REPORT' ? node : node.report;
      const [place, year] = [report?.place.code ?? null, report?.year];
      const told = year == null ? null : String(year);
      found.push({ type, report: report?.code ?? null, place, year: told });
    }
    if (!data.search.pageInfo.hasNextPage) return found;
    cursor = data.search.pageInfo.endCursor;
  }
}

const countsQuery = `query ($text: String!, $filter: SearchFilter) { search(text: $text, filter: $filter) {
  totalCount facets { types { value count } reports(first: 100) { value count } places(first: 100) { value count } years { value count } parts { value count } } } }`;

const ignored = { types: 'type', reports: 'report', places: 'place', years: 'year' } as const;
const filterOf = { types: 'types', reports: 'reports', places: 'placesWithin', years: 'years' };

/** How many hits have each value, most first. */
function tallied(found: readonly Hit[], name: (typeof ignored)[keyof typeof ignored]) {
  const values = found.flatMap((each) => each[name] ?? []);
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, some]) => ({ value, count: some.length }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

test('totals and facets of a search are those of its hits, first asked and asked again', async () => {
  const data = await over.compiled.dataOf(
    '{ measures(first: 60) { nodes { title } } outcomes(first: 60) { nodes { label } } reports { nodes { code year place { code } } } }',
  );
  const titles: string[] = [
    ...data.measures.nodes.map(({ title }: { title: string }) => title),
    ...data.outcomes.nodes.map(({ label }: { label: string }) => label),
  ];
  const stretch = () => {
    const title = Array.from(random.pick(titles));
    const start = random.below(title.length);
    return title.slice(start, start + 1 + random.below(3)).join('');
  };
  const report = () =>
    random.pick(data.reports.nodes as { code: string; year: number; place: { code: string } }[]);
  const parts = [
    () => ({ types: [random.pick(['OUTCOME', 'MEASURE', 'SECTION', 'INDICATOR'])] }),
    () => ({ reports: [report().code, report().code] }),
    () => ({ years: [report().year] }),
    () => ({ placesWithin: [report().place.code] }),
    () => ({ parts: [random.pick(['RESULTS', 'PLAN'])] }),
    () => ({}),
  ];
  let several = 0;
  for (let nth = 0; nth < 60; nth += 1) {
    const text = random.below(3) === 0 ? `${stretch()} ${stretch()}` : stretch();
    const filter: Record<string, unknown> = { ...random.pick(parts)(), ...random.pick(parts)() };
    const told = JSON.stringify({ text, filter });
    const { search } = await sameDataOf(over, countsQuery, { text, filter });
    assert.deepEqual((await sameDataOf(over, countsQuery, { text, filter })).search, search, told);
    assert.equal(search.totalCount, (await hitsOf(text, filter)).length, told);
    for (const [facet, name] of Object.entries(ignored) as [keyof typeof ignored, 'type'][]) {
      const { [filterOf[facet]]: _named, ...felt } = filter;
      const found = await hitsOf(text, felt);
      assert.deepEqual(search.facets[facet], tallied(found, name), `${facet} ${told}`);
    }
    const { parts: _parts, ...felt } = filter;
    for (const { value, count } of search.facets.parts) {
      const found = await hitsOf(text, { ...felt, parts: [value] });
      assert.equal(count, found.length, `${value} ${told}`);
    }
    if (search.totalCount > 20) several += 1;
  }
  assert.ok(several > 5, `${several} searches that find more than twenty`);
});
