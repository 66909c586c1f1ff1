import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getOperationAST, parse } from 'graphql';
import { NotCompiled } from '../../src/compiler/compile-context.ts';
import { createPlanCache } from '../../src/compiler/plan-cache.ts';
import { compileStatement } from '../../src/compiler/statement.ts';
import { relations } from '../../src/db/relations.ts';
import { readExamples } from '../../src/examples/read-examples.ts';
import { readVariables } from '../../src/fields/variables.ts';
import { schema } from '../../src/schema/schema.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { openedCorpus } from '../support/opened-corpus.ts';
import { oddRows } from '../support/random/odd-rows.ts';
import { randomOperations } from '../support/random/random-operation.ts';

/** Words that SQLite knows and PostgreSQL does not, or otherwise. */
const onlySqlite =
  /\b(json_(each|quote|array|object|group_array|set)|group_concat|iif|instr|printf|total|recall|remember|cursor_of|snippets_of|match_expression|only_token|public_origin)\(|\b(cross join|indexed by|as blob|match match_expression)\b|[ (]\+(\(|exists|")|x''|\?/;

/** A statement without the texts in it. */
const withoutTexts = (statement: string) => statement.replaceAll(/'(?:[^']|'')*'/g, "''");

type Asked = { query: string; variables: Record<string, unknown> };

/** The examples, and random operations with their variables. */
function manyQuestions(): Asked[] {
  const next = randomOperations(schema, oddRows(20, 5), randomOf(5), new Set());
  const drawn = Array.from({ length: 150 }, next).flatMap(({ query, variables }) =>
    variables.map((each) => ({ query, variables: each })),
  );
  return [...readExamples().map(({ query }) => ({ query, variables: {} })), ...drawn];
}

/** The statement of a question in PostgreSQL's words; null where it is not compiled, or refused. */
function statementOf({ query, variables: given }: Asked): string | null {
  const document = parse(query);
  const operation = getOperationAST(document)!;
  const { variableValues: variables } = readVariables(schema, operation, given);
  if (!variables) return null;
  const source = { schema, relations, document, operation, variables };
  try {
    const { statement, valuesFor } = compileStatement({ ...source, dialect: 'postgres' });
    const values = valuesFor(variables, { snapshot: { version: '', counts: {} } });
    assert.equal(new Set(statement.match(/\$\d+/g) ?? []).size, values.length, statement);
    return statement;
  } catch (error) {
    if (error instanceof NotCompiled || (error as Error).name === 'GraphQLError') return null;
    throw error;
  }
}

test('a statement for PostgreSQL has no word that only SQLite knows', () => {
  let statements = 0;
  for (const asked of manyQuestions()) {
    const statement = statementOf(asked);
    if (statement === null) continue;
    statements += 1;
    const [found] = onlySqlite.exec(withoutTexts(statement)) ?? [];
    assert.equal(
      found,
      undefined,
      `${asked.query}\nsay beside the piece what PostgreSQL says (unlessPostgres, src/db/dialect.ts):\n${statement}`,
    );
  }
  assert.ok(statements > 150, `${statements}`);
});

const corpus = openedCorpus(12);

test('plans of either dialect are kept, also where the database is left to choose by itself', () => {
  const { version, counts, statistics } = corpus.snapshot;
  const context = { snapshot: { version, counts, statistics } };
  for (const dialect of ['sqlite', 'postgres'] as const) {
    const plans = createPlanCache(schema, relations, { dialect, recallFrom: 0 });
    for (const { query, variables } of manyQuestions()) {
      const asked = { document: parse(query), variables, context, statistics };
      // At first the best way may still be another one each time.
      for (let times = 0; times < 6; times += 1) plans.compiledFor(asked);
      const { compiled } = plans.counts;
      plans.compiledFor(asked);
      assert.equal(plans.counts.compiled, compiled, `${dialect}, made anew: ${query}`);
    }
    assert.ok(plans.counts.known > 400, `${dialect}: ${plans.counts.known}`);
  }
});
