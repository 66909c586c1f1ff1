import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { test } from 'node:test';
import { getOperationAST, parse } from 'graphql';
import { compileStatement } from '../../src/compiler/statement.ts';
import { openPostgres } from '../../src/db/postgres/open-store.ts';
import type { PostgresStore } from '../../src/db/postgres/open-store.ts';
import { relations } from '../../src/db/relations.ts';
import { readVariables } from '../../src/fields/variables.ts';
import { importSeed } from '../../src/importer/import.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { schema } from '../../src/schema/schema.ts';
import { makeCorpus } from '../support/corpus.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { groupsQuery } from '../support/random/group-questions.ts';
import type { GroupsAsked } from '../support/random/group-questions.ts';

const skip = withoutPostgres;
const cluster = ownCluster();
const reader = 'reader';

/** How PostgreSQL goes about a question for groups. */
async function planOf(store: PostgresStore, asked: GroupsAsked): Promise<string> {
  const document = parse(groupsQuery);
  const operation = getOperationAST(document)!;
  const { variableValues: variables } = readVariables(schema, operation, asked);
  assert.ok(variables);
  const source = { schema, relations, document, operation, variables };
  const { statement, valuesFor } = compileStatement({ ...source, dialect: 'postgres' });
  const lines = await store.explain(statement, valuesFor(variables, { snapshot: store }));
  return lines.join('\n');
}

const dimensions = ['PLACE', 'YEAR', 'LEVEL', 'UNIT', 'INDICATOR'] as const;

/** Values of one dimension, under which groups by any other are stored. */
const filters = [{ years: [2023] }, { placesWithin: ['150000'] }, { units: ['{fold}'] }];

const questions = dimensions.flatMap((one) => [
  ...[{}, ...filters].map((filter) => ({ by: [one], filter })),
  ...dimensions.flatMap((other) => (one === other ? [] : [{ by: [one, other], filter: {} }])),
]);

test(
  'stored groups are found by an index, and no outcome is read for them',
  { skip },
  async (t) => {
    const corpus = makeCorpus(60);
    t.after(corpus.remove);
    await importSeed(corpus);
    await cluster().addRole(reader);
    await publishSnapshot({ data: corpus.data, url: cluster().url(), reader });
    const store = await openPostgres({ url: cluster().url(reader), applicationName: 'test' });
    t.after(() => store.close());
    for (const field of ['KEYS', 'COUNT', 'SUM']) {
      for (const direction of ['ASC', 'DESC']) {
        for (const question of questions) {
          const asked = { ...question, orderBy: { field, direction }, first: 20 };
          const plan = await planOf(store, asked);
          const told = `${JSON.stringify(asked)}\n${plan}`;
          assert.doesNotMatch(plan, / on outcomes\b|Seq Scan on outcome_groups/, told);
          assert.match(plan, /Index (Only )?Scan .*on outcome_groups/, told);
        }
      }
    }
  },
);

test('one report more changes the groups that it is in, and no others', { skip }, async (t) => {
  const corpus = makeCorpus(60);
  t.after(corpus.remove);
  await importSeed(corpus);
  const { run, url } = await cluster().addDatabase('one_more');
  await publishSnapshot({ data: corpus.data, url: url() });
  const [folder = ''] = corpus.folders;
  cpSync(folder, `${folder}-more`, { recursive: true });
  await importSeed(corpus);
  const { plan, schema: name } = await publishSnapshot({ data: corpus.data, url: url() });
  assert.equal(plan.way, 'CHANGE');
  const [{ all = 0, written = 0 } = {}] = await run(
    `select count(*)::int as all, count(*) filter (where xmin::text = (select xmin::text from juzheng.publication))::int as written from ${name}.outcome_groups`,
  );
  t.diagnostic(`${String(written)} of ${String(all)}`);
  assert.ok(Number(written) > 0 && Number(written) < Number(all) / 4);
});
