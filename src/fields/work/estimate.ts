import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, VariableValues } from 'graphql';
import type { Statistics } from '../../db/statistics/statistics.ts';
import type { Costliest } from '../../validation/too-complex.ts';
import { fragmentsOf } from '../collect-fields.ts';
import type { Selected } from '../collect-fields.ts';
import { estimateField } from './estimate-field.ts';
import { Estimating } from './estimating.ts';
import { once } from './work.ts';
import type { Work } from './work.ts';

/**
 * Estimates the work of an operation of a valid document, before anything is asked, from what the
 * snapshot knows of its own sizes: never less than what it can come to, and never more rows than its
 * pages hold.
 * @throws QUERY_TOO_COMPLEX where its fragments select more fields than may be
 */
export function estimateWork(question: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: VariableValues;
  statistics: Statistics;
}): Estimate {
  const { schema, document, operation, variables, statistics } = question;
  const root = schema.getRootType(operation.operation);
  if (!root) return { rows: 0, bytes: 0, costliest: { rows: null, bytes: null } };
  const estimating = new Estimating({
    statistics,
    selecting: { schema, fragments: fragmentsOf(document), variables },
    estimateField,
  });
  const none: Most = { amount: 0, field: null };
  const most = { rows: { ...none }, bytes: { ...none } };
  estimating.write('{"data":}'.length);
  estimating.each({ type: root, sets: [operation.selectionSet] }, 1, (selected) => {
    const before = { ...estimating.work };
    estimating.root = selected;
    estimating.field(root, selected, { at: once });
    const { rows, bytes } = estimating.work;
    weigh(most.rows, selected, rows - before.rows);
    weigh(most.bytes, selected, bytes - before.bytes);
  });
  const costliest = { rows: most.rows.field, bytes: most.bytes.field };
  return { ...estimating.work, costliest };
}

/** The work of an operation, and the fields of its root of which most of either is. */
export type Estimate = Work & { costliest: Record<keyof Work, Costliest | null> };

type Most = { amount: number; field: Costliest | null };

function weigh(most: Most, { name, nodes }: Selected, amount: number): void {
  if (amount <= most.amount) return;
  most.amount = amount;
  most.field = { name, nodes };
}
