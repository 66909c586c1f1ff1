import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, VariableValues } from 'graphql';
import type { Statistics } from '../../db/statistics/statistics.ts';
import { limits } from '../../limits.ts';
import { tooComplex } from '../../validation/too-complex.ts';
import { sizesOf } from '../variables.ts';
import type { VariableShape } from '../variables.ts';
import { estimateWork } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import type { Work } from './work.ts';

/** An operation to be answered from a snapshot. */
type EstimatedOperation = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: VariableValues;
  statistics: Statistics;
  /** Whether the answer may be of any length. */
  isUnbounded?: boolean | undefined;
};

export type Estimates = {
  schema: GraphQLSchema;
  /**
   * The work of a question, estimated once for all that ask for as much of the same snapshot.
   * @throws QUERY_TOO_COMPLEX where it is more than may be
   */
  workOf: (question: EstimatedOperation) => Work;
};

/** What is known of one operation over one snapshot. */
type KnownOperation = {
  sizes: VariableShape;
  statistics: Statistics;
  works: Map<string, Estimate>;
};

const maximumWorks = 200;

export function createEstimates(schema: GraphQLSchema): Estimates {
  // Held as long as the documents are, which are held by whoever parsed them.
  const operations = new WeakMap<OperationDefinitionNode, KnownOperation>();

  function knownOf({ operation, statistics }: EstimatedOperation): KnownOperation {
    const known = operations.get(operation);
    if (known?.statistics === statistics) return known;
    const sizes = known?.sizes ?? sizesOf(schema, operation);
    const made = { sizes, statistics, works: new Map<string, Estimate>() };
    operations.set(operation, made);
    return made;
  }

  function workOf(question: EstimatedOperation): Estimate {
    const { sizes, works } = knownOf(question);
    const key = sizes(question.variables);
    const known = works.get(key);
    if (known) return known;
    const work = estimateWork({ schema, ...question });
    if (works.size >= maximumWorks) works.clear();
    works.set(key, work);
    return work;
  }

  return {
    schema,
    workOf: (question) => checkWork(workOf(question), question.isUnbounded ?? false),
  };
}

function checkWork(work: Estimate, isUnbounded: boolean): Work {
  const { rows, bytes, costliest } = work;
  if (rows > limits.rowsRead.value) {
    throw tooComplex(
      'rowsRead',
      Math.round(rows),
      'Ask for less at once: smaller pages, narrower filters.',
      costliest.rows,
    );
  }
  if (bytes > limits.bytesReckoned.value && !isUnbounded) {
    throw tooComplex(
      'bytesReckoned',
      Math.round(bytes),
      'Ask for smaller pages, for fewer of them in each other, or for a table.',
      costliest.bytes,
    );
  }
  return work;
}
