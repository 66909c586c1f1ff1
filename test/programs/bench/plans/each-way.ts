import { parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { compileStatement } from '../../../../src/compiler/statement.ts';
import { relations } from '../../../../src/db/relations.ts';
import { readQuestion } from '../../../../src/fields/variables.ts';
import { schema } from '../../../../src/schema/schema.ts';
import type { PageQuestion } from './draw-questions.ts';

/** A page by each way that it can be read, with the values of its parameters; the one that SQLite chooses first. */
export function statementsByEachWay(
  { query, variables: given }: PageQuestion,
  document: DocumentNode = parse(query),
): { statement: string; values: unknown[] }[] {
  const asked = readQuestion(schema, { document, variables: given });
  if (!asked) throw new Error('no question');
  const source = { schema, relations, ...asked };
  const first = compileStatement(source);
  const ways = first.choices[0]?.ways ?? [];
  const plans = [first, ...ways.map((_, at) => compileStatement({ ...source, chosen: [at] }))];
  return plans.map(({ statement, valuesFor }) => ({
    statement,
    values: valuesFor(asked.variables, {}),
  }));
}
