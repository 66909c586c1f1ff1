import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { parse } from 'graphql';
import { createPlanCache } from '../../src/compiler/plan-cache.ts';
import { openSnapshot } from '../../src/db/database.ts';
import type { Connection } from '../../src/db/database.ts';
import { relations } from '../../src/db/relations.ts';
import { readStatistics } from '../../src/db/statistics/statistics.ts';
import { schema } from '../../src/schema/schema.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
let snapshot: Connection;
let counts: Record<string, number>;
before(async () => {
  seeded = await startSeeded();
  const pointer = JSON.parse(readFileSync(join(seeded.data, 'CURRENT'), 'utf8'));
  const { file } = pointer;
  ({ counts } = pointer);
  snapshot = openSnapshot(join(seeded.data, file));
});
after(() => {
  snapshot.close();
  seeded.close();
});

const compile = (query: string) =>
  createPlanCache(schema, relations).compiledFor({
    document: parse(query),
    context: {},
    statistics: readStatistics(snapshot, counts),
  });

type Step = { id: number; parent: number; detail: string };

/** How many correlated subqueries of a query's plan lie in each other at the most. */
function correlatedIn(query: string): number {
  const compiled = compile(query);
  assert.ok(compiled, query);
  // A plan does not depend on the values.
  const statement = compiled.statement.replaceAll('?', 'null');
  const steps = snapshot.db.all<Step>(sql.raw(`explain query plan ${statement}`));
  const byId = new Map(steps.map((step) => [step.id, step]));
  const depthOf = (step: Step | undefined): number =>
    step ? depthOf(byId.get(step.parent)) + (step.detail.startsWith('CORRELATED') ? 1 : 0) : 0;
  return Math.max(...steps.map(depthOf));
}

const filters = [
  'outcomes(filter: { measures: { outcomes: { measures: { outcomes: { text: "一" } } } } })',
  'outcomes(filter: { whole: { whole: { checks: { outcomes: { hasParts: true } } } } })',
  'measures(filter: { outcomes: { measures: { hasFigures: false, organizations: ["x", "y"] } } })',
  'reports(filter: { checks: { report: { outcomes: { measures: { frameworkItems: ["x"] } } } } })',
  'links(filter: { measure: { outcomes: { linkBases: [STATED] } }, outcome: { measures: {} } })',
  'numerals(filter: { outcome: { measures: { outcomes: { hasParts: false } } } })',
];

for (const filter of filters) {
  test(`${filter} asks row by row in its first step at most`, () => {
    assert.ok(correlatedIn(`{ ${filter} { totalCount } }`) <= 1);
  });
}

test('a set that a first step asks for does not drive its search', () => {
  const compiled = compile(
    '{ outcomes(filter: { measures: { isContinued: true } }) { totalCount } }',
  );
  const steps = snapshot.db.all<Step>(
    sql.raw(`explain query plan ${compiled?.statement.replaceAll('?', 'null')}`),
  );
  const through = steps.find(({ detail }) => detail.startsWith('SEARCH ft '));
  assert.match(through?.detail ?? '', /\(outcome_id=\?\)$/);
});
