import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, validate } from 'graphql';
import { readExamples } from '../../../src/examples/read-examples.ts';
import { randomOf } from '../../support/corpus-rows.ts';
import { kindOf } from './kind.ts';
import { schema } from './material.ts';
import type { Material } from './material.ts';
import { cross, mutate, operators, shorten } from './mutate.ts';
import { createTools } from './operators/operator.ts';
import { sitesOf } from './sites.ts';

const material: Material = {
  codes: { Report: ['xinghe-2023'], Outcome: ['xinghe-2023/education-events'], Place: ['150924'] },
  limit: (_, usual) => usual,
  characters: ['一', '行', '的'],
  pairs: ['行政', '执法'],
  passages: ['全面提升政府公信力'.repeat(20)],
  years: [2023],
};

const examples = readExamples().map(({ query }) => query);
const faultsIn = (query: string) => validate(schema, parse(query)).map(({ message }) => message);

test('two hundred generations of mutants and their children are valid and differ', () => {
  const tools = createTools(material, randomOf(1));
  const { random, grow } = tools;
  const population = [...examples];
  const seen = new Set<string>();
  for (let generation = 0; generation < 200; generation += 1) {
    const parent = random.pick(population);
    const child = random.chance(0.2)
      ? cross(parent, random.pick(population), tools)
      : mutate(random.chance(0.1) ? grow.question() : parent, tools);
    assert.deepEqual(faultsIn(child), [], child);
    seen.add(child);
    population[random.below(population.length)] = child;
  }
  assert.ok(seen.size > 190, `only ${seen.size} differ`);
});

test('questions from scratch are valid', () => {
  const { grow } = createTools(material, randomOf(2));
  for (let count = 0; count < 100; count += 1) {
    const query = grow.question();
    assert.deepEqual(faultsIn(query), [], query);
  }
});

test('every operator finds a place in some question', () => {
  const tools = createTools(material, randomOf(3));
  const questions = [
    ...examples,
    ...Array.from({ length: 50 }, () => mutate(tools.grow.question(), tools)),
  ];
  const unused = Object.entries(operators).filter(([, operator]) =>
    questions.every((query) => {
      const document = parse(query, { noLocation: true });
      return operator(document, sitesOf(document), tools) === null;
    }),
  );
  assert.deepEqual(
    unused.map(([name]) => name),
    [],
  );
});

test('a question that is shortened again and again ends at one field', () => {
  const tools = createTools(material, randomOf(4));
  let query = examples[0]!;
  for (let count = 0; count < 300; count += 1) query = shorten(query, tools);
  const { fields } = sitesOf(parse(query));
  assert.ok(
    fields.every(({ node }) => (node.selectionSet?.selections.length ?? 1) === 1),
    query,
  );
});

test('a kind says what is asked and which costly ways are taken', () => {
  const query =
    '{ outcomes(filter: { measures: { outcomes: { text: "一" } } }) { totalCount nodes { report { text } } } }';
  assert.equal(kindOf(query), 'outcomes, 2+ steps, words, total, texts');
});
