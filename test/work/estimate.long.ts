import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { getOperationAST, getVariableValues, parse } from 'graphql';
import { createPlanCache } from '../../src/compiler/plan-cache.ts';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { relations } from '../../src/db/relations.ts';
import { openSnapshot } from '../../src/db/database.ts';
import type { Connection } from '../../src/db/database.ts';
import { readStatistics } from '../../src/db/statistics/statistics.ts';
import type { Statistics } from '../../src/db/statistics/statistics.ts';
import { estimateWork } from '../../src/fields/work/estimate.ts';
import type { Rows } from '../../src/importer/rows/rows.ts';
import { countRows } from '../../src/importer/rows/rows.ts';
import { pieceOf } from '../../src/importer/convert/convert-report.ts';
import { fields } from '../../src/importer/snapshot/renumber.ts';
import { ancestorsOf } from '../../src/importer/rows/vocabulary-rows.ts';
import { startSnapshot } from '../../src/importer/snapshot/write-rows.ts';
import { schema } from '../../src/schema/schema.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { startOverCorpus } from '../support/random/seeded.ts';
import { oddRows } from '../support/random/odd-rows.ts';
import { randomOperations } from '../support/random/random-operation.ts';
import { seedOr } from '../support/random/seed.ts';

const { OPERATIONS = '1200' } = process.env;
const seed = seedOr(290_144_248);
const rows: Rows = oddRows(60, seed);

let folder: string;
let snapshot: Connection;
let statistics: Statistics;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'juzheng-'));
  const file = join(folder, 'kb-000001.sqlite');
  const writing = startSnapshot(file);
  writing.add(pieceOf(rows, { ancestors: ancestorsOf(rows), codes: {} }, fields), 0);
  writing.index(() => {});
  writing.finish(() => {});
  writing.close();
  snapshot = openSnapshot(file);
  statistics = readStatistics(snapshot, countRows(rows));
});
after(() => {
  snapshot.close();
  rmSync(folder, { recursive: true, force: true });
});

function estimateOf(query: string, given: Record<string, unknown> = {}) {
  const document = parse(query);
  const operation = getOperationAST(document)!;
  const { variableValues: variables } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    given,
  );
  assert.ok(variables);
  return estimateWork(schema, { document, operation, variables, statistics });
}

test('no answer to a random operation is longer than was estimated', (t) => {
  const next = randomOperations(schema, rows, randomOf(seed));
  const plans = createPlanCache(schema, relations, { recallFrom: Infinity });
  const context = { snapshot: { version: 'x', counts: countRows(rows) } };
  let answered = 0;
  let [written, estimated] = [0, 0];
  for (let n = 0; n < Number(OPERATIONS); n += 1) {
    const { query, variables: sets } = next();
    for (const variables of sets) {
      const compiled = plans.compiledFor({
        document: parse(query),
        variables,
        context,
        statistics,
      });
      const answer = compiled && snapshot.readBytes(compiled.statement, compiled.values);
      if (!answer) continue;
      answered += 1;
      written += answer.length;
      estimated += compiled.work.bytes;
      assert.ok(
        answer.length <= compiled.work.bytes,
        `seed ${seed}: ${answer.length} bytes of ${compiled.work.bytes}: ${query} ${JSON.stringify(variables)}`,
      );
    }
  }
  assert.ok(answered > Number(OPERATIONS) / 2);
  t.diagnostic(`${answered} answers, ${(estimated / written).toFixed(1)} times as long as written`);
});

test('a page reads no more rows than it holds, and a filter no fewer than the table has', () => {
  const page = (first: number) => estimateOf(`{ outcomes(first: ${first}) { nodes { code } } }`);
  assert.ok(page(10).rows < 50);
  assert.ok(page(100).rows > page(10).rows);
  const filtered = estimateOf(
    '{ outcomes(first: 1, filter: { hasFigure: true }) { nodes { code } } }',
  );
  assert.ok(filtered.rows >= rows.outcomes.length);
  const named = estimateOf('{ outcomes(filter: { codes: ["a", "b"] }) { nodes { code } } }');
  assert.ok(named.rows < 20);
});

const groups = (by: string, args = '') =>
  `{ outcomeGroups(groupBy: [${by}], first: 1000, ${args}) { nodes { outcomeCount sum mean withheld } } }`;

test('groups that are written down to be remembered count in a page, and stored ones in their order do not', () => {
  const inOrder = groups('UNIT');
  const bySum = groups('UNIT', 'orderBy: { field: SUM }');
  const forMore = (query: string) =>
    estimateOf(query).rows - estimateOf(query.replace('first: 1000', 'first: 3')).rows;
  assert.ok(forMore(inOrder) > 0);
  assert.ok(forMore(bySum) > 30 * forMore(inOrder), `${forMore(bySum)} ${forMore(inOrder)}`);
});

test('what groups by nothing take of a processor, of what groups by all take, they are reckoned at', async (t) => {
  const corpus = await startOverCorpus(60);
  t.after(() => corpus.close());
  const all = 'REPORT, SECTION, LEVEL, UNIT, INDICATOR, DIMENSION, POPULATION, PLACE, YEAR, PERIOD';
  const [nothing, everything] = ['', all].map((by) =>
    leastOf(corpus.data, groups(by, 'filter: { hasFigure: true }, orderBy: { field: SUM }')),
  );
  const took = nothing!.milliseconds / everything!.milliseconds;
  const reckoned = nothing!.rows / everything!.rows;
  t.diagnostic(`${took.toFixed(2)} of it, reckoned at ${reckoned.toFixed(2)}`);
  assert.ok(reckoned > took);
});

/** What a statement is reckoned at, and the least that it took in several readings that remember nothing. */
function leastOf(data: string, query: string): { rows: number; milliseconds: number } {
  let reckoned = 0;
  const took = Array.from({ length: 7 }, () => {
    const { counts, file } = readPointer(data)!;
    const opened = openSnapshot(join(data, file));
    const plans = createPlanCache(schema, relations, { recallFrom: Infinity });
    const compiled = plans.compiledFor({
      document: parse(query),
      variables: {},
      context: { snapshot: { version: 'x', counts } },
      statistics: readStatistics(opened, counts),
    })!;
    reckoned = compiled.work.rows;
    const begun = process.threadCpuUsage();
    opened.readBytes(compiled.statement, compiled.values);
    const { user, system } = process.threadCpuUsage(begun);
    opened.close();
    return (user + system) / 1000;
  });
  return { rows: reckoned, milliseconds: Math.min(...took) };
}

test('rows that lie within each other are no more than there are', () => {
  const nested = (first: number) =>
    estimateOf(
      `{ places(first: ${first}) { nodes { reports(first: ${first}) { nodes { measures(first: ${first}) { nodes { outcomes(first: ${first}) { nodes { code } } } } } } } } }`,
    );
  const all = rows.places.length + rows.reports.length + rows.measures.length + rows.links.length;
  assert.ok(nested(100).rows < 8 * all, `${nested(100).rows} of ${all}`);
});

test('rows that come again and again count as often as they come', () => {
  const back = 'report { outcomes(first: 100) { nodes { ';
  const depth = (times: number) =>
    estimateOf(
      `{ outcomes(first: 100) { nodes { ${back.repeat(times)} report { text } ${'} } }'.repeat(times)} } } }`,
    ).bytes;
  assert.ok(depth(2) > 10 * depth(1));
  assert.ok(depth(1) > 10 * depth(0));
});

test('each step of a filter costs as many rows as its tables have, however deep it lies', () => {
  const steps = (count: number) => {
    const way = Array.from({ length: count }, (_, at) => (at % 2 ? 'outcomes' : 'measures'));
    const filter = way.reduceRight((inner, name) => `{ ${name}: ${inner} }`, '{ }');
    return estimateOf(`{ outcomes(filter: ${filter}) { nodes { code } } }`).rows;
  };
  const largest = rows.links.length + Math.max(rows.outcomes.length, rows.measures.length);
  for (let count = 2; count < 8; count += 1) {
    assert.ok(steps(count + 1) - steps(count) <= largest);
    assert.ok(steps(count + 1) > steps(count));
  }
});
