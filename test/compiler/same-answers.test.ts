import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isObjectType } from 'graphql';
import { schema } from '../../src/schema/schema.ts';
import { compareBothWays } from '../support/differential.ts';
import { seedOr } from '../support/random/seed.ts';
import { times } from '../support/times.ts';

/** Another seed, or `SEED=random`, asks other questions; `OPERATIONS` says how many. */
const { OPERATIONS = String(300 * times) } = process.env;
const seed = seedOr(11);

const everyField = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  .flatMap((type) =>
    isObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [],
  );

test('random operations answer alike, compiled and by the ordinary executor', async (t) => {
  const operations = Number(OPERATIONS);
  const told = await compareBothWays({ seed, operations, reports: 24 });
  const { requests, compiled, refused, left, fields, differences } = told;
  t.diagnostic(
    `seed ${seed}: ${told.operations} operations, ${requests} requests: ${compiled} compiled, ${refused} refused alike, ${left.length} left to the executor; ${fields.size} of ${everyField.length} fields`,
  );
  const [difference] = differences;
  assert.deepEqual(
    difference?.compiled,
    difference?.executed,
    `seed ${seed}: ${difference?.query} ${JSON.stringify(difference?.variables)}`,
  );
  assert.equal(told.operations, operations);
  assert.ok(
    // Among them are wrong arguments of fields that no row reaches.
    left.length < requests / 50,
    `left to the executor; juzheng explain says why: ${JSON.stringify(left[0])}`,
  );
  if (operations < 300) return;
  // Chance may leave a field out; a field that never comes is one that nothing asks for.
  const missing = () => everyField.filter((field) => !fields.has(field));
  for (let more = 1; more <= 60 && missing().length > 0; more += 1) {
    const others = await compareBothWays({ seed: seed + more, operations: 50, fields });
    assert.deepEqual(others.differences, []);
  }
  assert.deepEqual(
    missing(),
    [],
    'no random operation asked for these; draw what they need in test/support',
  );
});
