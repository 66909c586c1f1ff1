import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'graphql';
import { createPlanCache } from '../../src/compiler/plan-cache.ts';
import type { Compiled } from '../../src/compiler/plan-cache.ts';
import { runCompiled } from '../../src/compiler/run-compiled.ts';
import { relations } from '../../src/db/relations.ts';
import { schema } from '../../src/schema/schema.ts';
import {
  drawDeep,
  drawPairs,
  drawTriples,
  randomFrom,
} from '../programs/bench/plans/draw-questions.ts';
import { openedCorpus } from '../support/opened-corpus.ts';

const corpus = openedCorpus(12);

/** Asks of plans that recall from these costs on; gives each answer, and of what it was made. */
function asking(recallFrom: number) {
  const { db, readBytes, counts, version, statistics } = corpus.snapshot;
  const plans = createPlanCache(schema, relations, { recallFrom });
  const context = { db, readBytes, snapshot: { version, counts, statistics } };
  const documents = new Map<string, ReturnType<typeof parse>>();
  return (query: string, variables: object = {}): { answer: string; compiled: Compiled } => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const asked = { document, variables: { ...variables }, context, statistics };
    const compiled = plans.compiledFor(asked);
    assert.ok(compiled, query);
    return { answer: String(runCompiled(compiled, readBytes)), compiled };
  };
}

const isRecalled = ({ statement }: Compiled) =>
  statement.includes('select key + 1 as n, value as id from json_each(');

test('a page holds the same rows when it is asked again and its rows are recalled', () => {
  const [recalling, looking] = [asking(0), asking(Infinity)];
  const random = randomFrom(12);
  const pairs = drawPairs(corpus.snapshot.db).filter(() => random() < 0.02);
  const questions = [
    ...pairs,
    ...drawTriples(corpus.snapshot.db, 40, random),
    ...drawDeep(corpus.snapshot.db, 25, random),
  ];
  let found = 0;
  for (const { query, variables, title } of questions) {
    const wanted = looking(query, variables).answer;
    for (let time = 1; time <= 4; time += 1) {
      const { answer, compiled } = recalling(query, variables);
      assert.equal(answer, wanted, `${title}, asked ${time} times`);
      found += compiled.before?.length ?? 0;
      // Once they are known, nothing is found before.
      if (time > 2) assert.equal(compiled.before?.length ?? 0, 0, title);
    }
  }
  assert.ok(found > questions.length / 2, `${found} of ${questions.length}`);
});

test('each page of a question is recalled by itself, from either end and on from a cursor', () => {
  const [recalling, looking] = [asking(0), asking(Infinity)];
  const page = `nodes { code label { zh } } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount`;
  const query = `query ($levels: [OutcomeLevel!], $after: String) {
    few: outcomes(first: 3, after: $after, filter: { levels: $levels, hasFigure: true }, orderBy: { field: LABEL }) { ${page} }
    last: outcomes(last: 4, filter: { levels: $levels, hasFigure: true }, orderBy: { field: VALUE, direction: DESC }) { ${page} }
    measures(first: 5, filter: { hasFigures: true, years: [2023, 2024] }, orderBy: { field: TITLE }) { nodes { code outcomes(first: 2) { nodes { code } } } }
  }`;
  let cursor: string | null = null;
  for (let pages = 0; pages < 3; pages += 1) {
    for (const levels of [['OUTPUT'], ['OUTCOME'], ['OUTPUT', 'SCOPE']]) {
      const variables = { levels, after: cursor };
      const wanted = looking(query, variables).answer;
      for (let time = 1; time <= 3; time += 1) {
        const { answer, compiled } = recalling(query, variables);
        assert.equal(answer, wanted, `${JSON.stringify(variables)}, asked ${time} times`);
        if (time === 2) assert.ok((compiled.before?.length ?? 0) > 1);
        if (time === 3) assert.ok(isRecalled(compiled));
      }
    }
    const { answer } = looking(query, { levels: ['OUTPUT'], after: cursor });
    cursor = JSON.parse(answer).data.few.pageInfo.endCursor as string;
  }
});

test('of a page that can be read in one way only it is found out, too, how far that leads', () => {
  const ask = asking(3);
  const askOften = (filter: string) =>
    [1, 2, 3].map(() => ask(`{ outcomes(first: 5, filter: { ${filter} }) { nodes { code } } }`));
  const some = askOften('levels: [OUTPUT]');
  assert.deepEqual(
    some.map(({ compiled }) => isRecalled(compiled)),
    [false, true, true],
  );
  // Where no row passes, none is looked at.
  const none = askOften('period: {}, hasPeriod: false');
  assert.doesNotMatch(none.at(-1)?.compiled.statement ?? '', /not indexed|indexed by/);
  for (const [first, ...others] of [some, none])
    for (const { answer } of others) assert.equal(answer, first?.answer);
});

test('what costs little is read as it stands, however often it is asked for', () => {
  const ask = asking(1000);
  const query =
    '{ outcomes(first: 5, filter: { levels: [SCOPE] }, orderBy: { field: VALUE }) { nodes { code } } }';
  for (let time = 0; time < 4; time += 1) assert.equal(ask(query).compiled.before, undefined);
});
