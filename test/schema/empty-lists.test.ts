import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getNamedType, isEnumType } from 'graphql';
import type { GraphQLInputObjectType } from 'graphql';
import { allListings } from '../../src/fields/listing.ts';
import type { Listing } from '../../src/fields/listing.ts';
import { schema } from '../../src/schema/schema.ts';
import { corpusRows } from '../support/corpus-rows.ts';
import { startOverRows } from '../support/published.ts';
import { sameDataOf } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

const rows = corpusRows(12, 23);
const statements: string[] = [];
const over = {} as Record<'compiled' | 'executed', Seeded>;
before(() => {
  over.compiled = startOverRows(rows, { told: (statement) => statements.push(statement) });
  over.executed = startOverRows(rows, { compiler: false });
});
after(() => {
  over.compiled.close();
  over.executed.close();
});

const roots = schema.getQueryType()!.getFields();
const listed = allListings().filter(({ table }) => table in roots);

type Asked = { field: string; type: string; filter: string };

/** The lists that a filter has, in itself and below so many steps, as `$values`: of the farthest filters one each. */
function listsOf({ typename, rules }: Listing, steps: number): Asked[] {
  const input = schema.getType(`${typename}Filter`) as GraphQLInputObjectType;
  return Object.entries(rules).flatMap(([field, rule]): Asked[] => {
    if ('other' in rule.input) {
      if (steps === 0) return [];
      const other = listsOf(rule.input.other(), steps - 1);
      return other.slice(0, steps === 1 ? 1 : undefined).map((below) => ({
        ...below,
        filter: `{ ${field}: ${below.filter} }`,
      }));
    }
    if (!Array.isArray(rule.input.type)) return [];
    const type = String(input.getFields()[field]?.type);
    return [{ field, type, filter: `{ ${field}: $values }` }];
  });
}

test('an empty list of what none may hold lets all pass', async () => {
  const { all, silent } = await sameDataOf(
    over,
    `query ($none: [String!]) { all: reports { totalCount nodes { code } }
      silent: reports(filter: { silentOn: $none }) { totalCount nodes { code } } }`,
    { none: [] },
  );
  assert.ok(all.totalCount > 0);
  assert.deepEqual(silent, all);
});

/** A value of a list that may well not be there. */
function anyValue(type: string): unknown {
  const named = getNamedType(schema.getType(type.replaceAll(/[[\]!]/g, '')));
  if (isEnumType(named)) return named.getValues()[0]?.name;
  return named?.name === 'Int' ? 2021 : 'no-such';
}

for (const listing of listed) {
  test(`an empty list lets no ${listing.typename} pass, however deep it stands, and no row is read for it`, async () => {
    const asked = listsOf(listing, 2);
    assert.ok(asked.length > 0);
    // oxlint-disable no-await-in-loop -- one after the other, so that it is known which statements are whose
    for (const { type, filter } of asked) {
      const query = `query ($values: ${type}) { ${listing.table}(filter: ${filter}) { totalCount nodes { id } } }`;
      const value = anyValue(type);
      await sameDataOf(over, query, { values: [value] });
      await sameDataOf(over, query, { values: [value, value] });
      statements.length = 0;
      const data = await sameDataOf(over, query, { values: [] });
      if (filter.includes('silentOn')) continue;
      assert.deepEqual(data, { [listing.table]: { totalCount: 0, nodes: [] } }, query);
      for (const statement of statements) assert.match(statement, /where false/, query);
    }
    // oxlint-enable no-await-in-loop
  });
}
