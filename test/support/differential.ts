import { isDeepStrictEqual } from 'node:util';
import { parse, validate } from 'graphql';
import { schema } from '../../src/schema/schema.ts';
import { randomOf } from './corpus-rows.ts';
import { oddRows } from './random/odd-rows.ts';
import { startOverRows } from './published.ts';
import { randomOperations } from './random/random-operation.ts';

export type Difference = {
  query: string;
  variables: Record<string, unknown>;
  compiled: unknown;
  executed: unknown;
};

export type Compared = {
  operations: number;
  /** How many requests there were: every operation with each of its sets of variables. */
  requests: number;
  /** How many of them were answered by one compiled statement, and how many with an error. */
  compiled: number;
  refused: number;
  /** Those without an error that the ordinary executor had to answer. */
  left: { query: string; variables: unknown }[];
  /** The fields of the schema that were asked for, such as `Report.title`. */
  fields: Set<string>;
  differences: Difference[];
};

/**
 * Runs random operations compiled and by the ordinary executor and compares the answers, until
 * there were as many as wanted or two answers differ.
 */
export async function compareBothWays(options: {
  seed: number;
  operations: number;
  reports?: number;
  /** The fields that were asked for before; others come sooner. */
  fields?: Set<string>;
}): Promise<Compared> {
  const { seed, operations, reports = 40, fields: asked = new Set() } = options;
  const rows = oddRows(reports, seed);
  let statements: string[] = [];
  const compiling = startOverRows(rows, { told: (statement) => statements.push(statement) });
  const executing = startOverRows(rows, { compiler: false });
  const next = randomOperations(schema, rows, randomOf(seed), asked);
  const told: Compared = {
    operations: 0,
    requests: 0,
    compiled: 0,
    refused: 0,
    left: [],
    fields: asked,
    differences: [],
  };
  try {
    while (told.operations < operations && told.differences.length === 0) {
      const { query, variables: sets } = next();
      const [invalid] = validate(schema, parse(query));
      if (invalid) throw new Error(`not a valid query: ${invalid.message}\n${query}`);
      told.operations += 1;
      for (const variables of sets) {
        statements = [];
        const { body: compiled } = await compiling.ask(query, variables);
        const isOne = statements.length === 1 && statements[0]!.includes('as blob)');
        const { body: executed } = await executing.ask(query, variables);
        told.requests += 1;
        if (executed.errors) told.refused += 1;
        else if (isOne) told.compiled += 1;
        else told.left.push({ query, variables });
        if (!isDeepStrictEqual(compiled, executed)) {
          told.differences.push({ query, variables, compiled, executed });
        }
      }
    }
  } finally {
    compiling.close();
    executing.close();
  }
  return told;
}
