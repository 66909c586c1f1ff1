import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { getNamedType, getNullableType, isEnumType, isListType } from 'graphql';
import type { GraphQLInputObjectType } from 'graphql';
import { columnOf } from '../../src/db/column-of.ts';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import { relations } from '../../src/db/relations.ts';
import { countedColumns } from '../../src/db/statistics/counted-columns.ts';
import { allListings } from '../../src/fields/listing.ts';
import type { Listing } from '../../src/fields/listing.ts';
import { schema } from '../../src/schema/schema.ts';
import { corpusRows, randomOf } from '../support/corpus-rows.ts';
import { filterArgument } from '../support/filter-argument.ts';
import { scan, worldOf } from '../support/oracle.ts';
import type { Typename } from '../support/oracle.ts';
import { startOverRows } from '../support/published.ts';
import { sameDataOf } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

const rows = corpusRows(60, 19);
const statements: string[] = [];
const over = {} as Record<'compiled' | 'executed', Seeded>;
before(() => {
  const told = (statement: string) => statements.push(statement);
  over.compiled = startOverRows(rows, { told });
  over.executed = startOverRows(rows, { told, compiler: false });
});
after(() => {
  over.compiled.close();
  over.executed.close();
});

/** Asks, and insists that what was counted at import was read and no row was. */
async function stored(query: string, variables: object = {}) {
  statements.length = 0;
  const data = await sameDataOf(over, query, variables);
  const counting = statements.filter((statement) => /count\(\*\)/i.test(statement));
  assert.deepEqual(counting, [], query);
  return data;
}

/** How many rows have each value of a column, counted one by one. */
function scanned(
  { table }: Pick<Listing, 'table'>,
  column: string,
  of: string | undefined,
  which = sql`true`,
): Map<string, number> {
  const current = openCurrent(over.compiled.data);
  assert.ok(current.ok);
  const { db, close } = current.snapshot;
  const own = columnOf(relations[table].table, column);
  const codes = new Map(
    of
      ? db
          .all<{ id: number; code: string }>(
            sql`select id, code from ${relations[of as keyof typeof relations].table}`,
          )
          .map(({ id, code }) => [String(id), code])
      : [],
  );
  const values = db
    .all<{ value: unknown }>(
      sql`select ${own} as value from ${relations[table].table} where ${own} is not null and ${which}`,
    )
    .map(({ value }) => codes.get(String(value)) ?? String(value));
  close();
  return new Map(
    [...Map.groupBy(values, (value) => value)].map(([key, some]) => [key, some.length]),
  );
}

/** The listings that the root lists with nothing left out unless it is asked for. */
const roots = schema.getQueryType()!.getFields();
const listed = allListings().filter(({ table, usual }) => roots[table] && !usual);

const filters =
  'levels years places placesWithin reports sections units indicators reviewStates stages kinds verdicts bases qualifiers'.split(
    ' ',
  );

test('the facets of all rows of a list are those of a plain scan', async () => {
  for (const listing of listed) {
    for (const [name, { column, of }] of Object.entries(listing.facets ?? {})) {
      if (!countedColumns[listing.table]?.includes(column)) {
        assert.ok(['indicators', 'frameworkItems', 'places'].includes(listing.table), column);
        continue;
      }
      const data = await stored(
        `{ ${listing.table} { facets { ${name}(first: 100) { value count } } } }`,
      );
      const told: { value: string; count: number }[] = data[listing.table].facets[name];
      const all = scanned(listing, column, of);
      const expected = [...all]
        .map(([value, count]) => ({ value, count }))
        .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, 100);
      assert.deepEqual(told, expected, `${listing.table}.${name}`);
    }
  }
});

test('the facets of reviewed rows are those of a plain scan, also where lists leave out all others', async () => {
  let left = 0;
  for (const { table, typename, facets, rules } of allListings()) {
    if (!roots[table] || !rules['reviewStates'] || !facets) continue;
    left += scanned({ table }, 'reviewState', undefined).get('UNREVIEWED') ?? 0;
    for (const [name, { column, of }] of Object.entries(facets)) {
      const query = `query ($filter: ${typename}Filter) { ${table}(filter: $filter) { facets { ${name}(first: 100) { value count } } } }`;
      const data = await sameDataOf(over, query, { filter: { reviewStates: ['CURATED'] } });
      const curated = scanned({ table }, column, of, sql`review_state = 'CURATED'`);
      const expected = [...curated]
        .map(([value, count]) => ({ value, count }))
        .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, 100);
      assert.deepEqual(data[table].facets[name], expected, `${table}.${name}`);
    }
  }
  assert.ok(left > 0);
});

test('how many rows a list has is what a plain scan counts, under one filter by a column too', async () => {
  const random = randomOf(20);
  const world = worldOf(rows);
  let asked = 0;
  for (const { table, typename, rules } of listed) {
    const all: readonly unknown[] = rows[table as 'outcomes'];
    const count = async (filter: object) => {
      const query = `query ($filter: ${typename}Filter) { ${table}(filter: $filter) { totalCount } }`;
      return (await stored(query, { filter }))[table].totalCount as number;
    };
    assert.equal(await count({}), all.length, table);
    for (const name of filters) {
      // What these are measured by stands in rows of their own.
      const isFar =
        ['problems', 'reports'].includes(table) && ['units', 'indicators'].includes(name);
      if (!rules[name] || !countedColumns[table] || isFar) continue;
      const filter = { [name]: filterArgument(typename as Typename, name, { rows, random }) };
      const passing = all.filter((row) => scan(typename as Typename, row, filter, world));
      assert.equal(await count(filter), passing.length, `${table} ${JSON.stringify(filter)}`);
      asked += 1;
    }
  }
  assert.ok(asked > 40, String(asked));
});

/** How many of some rows have each value of a facet, the most frequent first. */
function counted(some: readonly object[], { column, of }: { column: string; of?: string }) {
  const names = new Map(
    (of ? (rows[of as 'units'] as { id: number; code: string }[]) : []).map(({ id, code }) => [
      id as unknown,
      code,
    ]),
  );
  const values = some.flatMap((row) => {
    const value = (row as Record<string, string | number | null | undefined>)[column];
    return value == null ? [] : String(names.get(value) ?? value);
  });
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, same]) => ({ value, count: same.length }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, 100);
}

const allFacets = (facets: Listing['facets'] = {}) =>
  Object.keys(facets)
    .map((name) => `${name}(first: 100) { value count }`)
    .join(' ');

test('the facets of any list under each word that one of its filters takes are those of a plain scan', async () => {
  const world = worldOf(rows);
  let asked = 0;
  for (const { table, typename, facets = {} } of listed) {
    if (Object.keys(facets).length === 0) continue;
    const all: readonly object[] = rows[table as 'outcomes'];
    const input = schema.getType(`${typename}Filter`) as GraphQLInputObjectType;
    const query = `query ($filter: ${typename}Filter) { ${table}(filter: $filter) { facets { ${allFacets(facets)} } } }`;
    for (const { name, type } of Object.values(input.getFields())) {
      const of = getNamedType(type);
      if (!isEnumType(of) || !isListType(getNullableType(type))) continue;
      for (const { value } of of.getValues()) {
        const filter = { [name]: [value as string] };
        const passing = all.filter((row) => scan(typename as Typename, row, filter, world));
        const data = await sameDataOf(over, query, { filter });
        asked += 1;
        for (const [facet, how] of Object.entries(facets)) {
          const told = `${table}.${facet} ${JSON.stringify(filter)}`;
          const some = how.ignores === name ? all : passing;
          assert.deepEqual(data[table].facets[facet], counted(some, how), told);
        }
      }
    }
  }
  assert.ok(asked > 60, String(asked));
});

test('the facets of outcomes under one value of a column, or within a place, are those of a plain scan', async () => {
  const random = randomOf(21);
  const world = worldOf(rows);
  const { facets = {} } = listed.find(({ table }) => table === 'outcomes')!;
  const seldom = new Set(['indicators reports', 'indicators sections']);
  for (const by of ['years', 'levels', 'units', 'indicators', 'placesWithin', 'places']) {
    for (let nth = 0; nth < 8; nth += 1) {
      const several = filterArgument('Outcome', by, { rows, random });
      const filter = { [by]: [several].flat().slice(0, nth === 7 ? 3 : 1) };
      const passing = rows.outcomes.filter((row) => scan('Outcome', row, filter, world));
      const query = `query ($filter: OutcomeFilter) { outcomes(filter: $filter) { facets { ${allFacets(facets)} } } }`;
      const { outcomes } = await sameDataOf(over, query, { filter });
      for (const [name, how] of Object.entries(facets)) {
        const told = `${name} ${JSON.stringify(filter)}`;
        assert.deepEqual(outcomes.facets[name], counted(passing, how), told);
        if (by.startsWith('place') || nth === 7 || seldom.has(`${by} ${name}`)) continue;
        await stored(
          `query ($filter: OutcomeFilter) { outcomes(filter: $filter) { totalCount facets { ${name} { value count } } } }`,
          { filter },
        );
      }
    }
  }
});
