import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  TypeInfo,
  introspectionFromSchema,
  parse,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { askers, questionsOf } from '../../../src/examples/askers.ts';
import { readExamples, slugOf } from '../../../src/examples/read-examples.ts';
import { schema } from '../../../src/schema/schema.ts';
import {
  withLanguage,
  withProof,
  withUnits,
} from '../../../src/server/graphiql/browser/ask-more.js';
import { readQuery } from '../../../src/server/graphiql/browser/read-query.js';
import { typesIn } from '../../../src/server/graphiql/browser/types-in.js';
import { randomOf } from '../../support/corpus-rows.ts';
import { oddRows } from '../../support/random/odd-rows.ts';
import { randomOperations } from '../../support/random/random-operation.ts';
import { seedOr } from '../../support/random/seed.ts';

const types = typesIn({ data: introspectionFromSchema(schema) });
const seed = seedOr(290_144_248);

const problemsOf = (query: string) => validate(schema, parse(query)).map(({ message }) => message);

/** The fields of a question that would be answered in a language, and say none. */
function withoutLanguage(query: string): string[] {
  const known = new TypeInfo(schema);
  const found: string[] = [];
  visit(
    parse(query),
    visitWithTypeInfo(known, {
      Field({ name, arguments: given = [] }) {
        const isAsked = known.getFieldDef()?.args.some((each) => each.name === 'language');
        if (isAsked && !given.some((each) => each.name.value === 'language'))
          found.push(name.value);
      },
    }),
  );
  return found;
}

test('each example can be asked in English, and stays as it is written otherwise', () => {
  for (const { query, name } of readExamples()) {
    const asked = withLanguage(query, types, 'EN');
    assert.deepEqual(withoutLanguage(asked), [], name);
    assert.deepEqual(problemsOf(asked), [], name);
    assert.equal(withLanguage(asked, types, 'EN'), asked, name);
  }
});

test('each example can be asked for its proof and for units', () => {
  for (const { query, name } of readExamples()) {
    assert.deepEqual(problemsOf(withProof(query, types, 'EN')), [], name);
    assert.deepEqual(problemsOf(withUnits(query, types)), [], name);
  }
});

test(`any question stays one when it is asked for its proof (SEED=${seed})`, () => {
  const next = randomOperations(schema, oddRows(10, seed), randomOf(seed));
  let conflicts = 0;
  for (let n = 0; n < 600; n += 1) {
    const { query } = next();
    assert.deepEqual(problemsOf(query), []);
    const inEnglish = withLanguage(query, types, 'EN');
    assert.deepEqual(withoutLanguage(inEnglish), [], inEnglish);
    assert.equal(
      inEnglish.replaceAll(/\(language: EN\)|language: EN, /g, ''),
      query.replaceAll(/\(language: EN\)|language: EN, /g, ''),
    );
    for (const asked of [inEnglish, withProof(query, types, 'ZH'), withUnits(query, types)]) {
      assert.ok(asked.length >= query.length);
      const problems = problemsOf(asked);
      // What the question itself calls by a name that is added: then it is asked as it was.
      assert.deepEqual(
        problems.filter((message) => !/conflict/.test(message)),
        [],
        asked,
      );
      if (problems.length > 0) conflicts += 1;
    }
  }
  assert.ok(conflicts < 60, `${conflicts} of 1800`);
});

test('a document is read by its operations, whatever stands in texts and comments', () => {
  const query = `# query Not { a }
    query One($a: [Int!] = [1, 2] @x(y: "}")) @z { a(text: "query Two { b }") { ...F } } # }
    """ { """ fragment F on T { c: d(e: { f: [{ g: "\\"" }] }) @skip(if: true) { h } ... on U { i } ... { j } }
    { k }`;
  const { operations, fragments } = readQuery(query);
  assert.deepEqual(
    operations.map(({ name }) => name),
    ['One', null],
  );
  assert.partialDeepStrictEqual(fragments, [
    {
      type: 'T',
      set: { fields: [{ key: 'c', name: 'd' }], parts: [{ type: 'U' }, { type: null }] },
    },
  ]);
});

test('each question that is said to be asked by somebody is an example', () => {
  const slugs = new Set(readExamples().map(slugOf));
  const placed = askers.flatMap((asker) => (asker === 'developer' ? [] : questionsOf[asker]));
  assert.deepEqual(
    placed.filter((slug) => !slugs.has(slug)),
    [],
  );
  assert.equal(new Set(placed).size, placed.length);
});
