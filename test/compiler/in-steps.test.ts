import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getOperationAST, parse } from 'graphql';
import { atOnce, inTurns } from '../../src/compiler/in-steps.ts';
import type { InSteps } from '../../src/compiler/in-steps.ts';
import { compileInSteps } from '../../src/compiler/statement.ts';
import { relations } from '../../src/db/relations.ts';
import { readVariables } from '../../src/fields/variables.ts';
import { schema } from '../../src/schema/schema.ts';

/** Takes so many milliseconds in each of its steps, and tells how many it took. */
function* working(steps: number, milliseconds: number): InSteps<number> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    yield;
  }
  return steps;
}

test('what is short is done at once, and nobody waits for a turn', () => {
  const never = () => assert.fail('it waited');
  assert.equal(inTurns(working(3, 0), never), 3);
  assert.equal(atOnce(working(3, 5)), 3);
});

test('what is long is done in turns, others between any two', async () => {
  let others = 0;
  const resume = () =>
    new Promise<void>((resolve) => {
      setImmediate(() => {
        others += 1;
        resolve();
      });
    });
  const done = inTurns(working(5, 6), resume);
  assert.ok(done instanceof Promise);
  assert.equal(others, 0);
  assert.equal(await done, 5);
  assert.equal(others, 5);
});

test('what goes wrong in a later turn is told to who waits', async () => {
  function* failing(): InSteps<never> {
    yield* working(1, 6);
    throw new Error('as it must');
  }
  const done = inTurns(failing(), () => Promise.resolve());
  await assert.rejects(async () => done, /as it must/);
});

test('each field is compiled in a step of its own, however deep it lies', () => {
  const stepsOf = (query: string) => {
    const document = parse(query);
    const operation = getOperationAST(document)!;
    const { variableValues: variables } = readVariables(schema, operation, {});
    assert.ok(variables);
    const work = compileInSteps({ schema, relations, document, operation, variables });
    let steps = 0;
    while (!work.next().done) steps += 1;
    return steps;
  };
  const fields = 'code label report { code place { name code } } measures { nodes { title code } }';
  const base = stepsOf('{ outcomes { nodes { code } } }');
  const more = stepsOf(`{ outcomes { nodes { ${fields} } } }`);
  assert.ok(more >= base + 9, `${base}, ${more}`);
  assert.ok(
    stepsOf(
      `{ a: outcomes { nodes { ${fields} } } b: outcome(by: { code: "x" }) { ${fields} } }`,
    ) >=
      2 * more - base,
  );
});
