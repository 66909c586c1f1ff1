import { getNamedType } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, VariableValues } from 'graphql';
import type { Statistics } from '../../db/statistics/statistics.ts';
import { fragmentsOf } from '../collect-fields.ts';
import type { Selected } from '../collect-fields.ts';
import { specOf } from '../field-spec.ts';
import type { Costliest } from '../../validation/too-complex.ts';
import { estimatePage } from './estimate-list.ts';
import { estimateField, estimateObject, estimateValues } from './estimate-object.ts';
import { estimateGroups, estimateSearch } from './estimate-answers.ts';
import { estimateIntrospection } from './estimate-introspection.ts';
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
    estimators: (own) => ({
      object: (...of) => {
        estimateObject(own, ...of);
      },
      field: (...of) => {
        estimateField(own, ...of);
      },
    }),
  });
  const none: Most = { amount: 0, field: null };
  const most = { rows: { ...none }, bytes: { ...none } };
  estimating.write('{"data":}'.length);
  for (const selected of estimating.fieldsOf(root, [operation.selectionSet], 1)) {
    const before = { ...estimating.work };
    estimating.root = selected;
    estimateRoot(estimating, selected);
    const { rows, bytes } = estimating.work;
    weigh(most.rows, selected, rows - before.rows);
    weigh(most.bytes, selected, bytes - before.bytes);
  }
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

/** What comes with the request tells of itself in lists of fewer values. */
const valuesOfRequest = 60;

function estimateRoot(estimating: Estimating, selected: Selected): void {
  const { field, sets } = selected;
  const type = getNamedType(field.type);
  const declared = specOf(field);
  if (field.name.startsWith('__')) {
    estimateIntrospection(estimating, type, sets);
    return;
  }
  switch (declared?.kind) {
    case 'page':
      estimatePage(estimating, selected, declared.listing);
      break;
    case 'lookup':
      estimating.read(1);
      estimating.writeEmpty(1);
      estimateObject(estimating, type, sets, { table: declared.table, at: once });
      break;
    case 'node':
      estimating.read(1);
      estimating.writeEmpty(1);
      estimateObject(estimating, type, sets, { table: 'reports', at: once });
      break;
    case 'nodesById': {
      const { length: rows } = estimating.argumentsOf(selected)['ids'] as unknown[];
      estimating.read(rows);
      estimating.write(2 + 5 * rows);
      estimateObject(estimating, type, sets, { table: 'reports', at: { rows, repeats: rows } });
      break;
    }
    case 'search':
      estimateSearch(estimating, selected);
      break;
    case 'groups':
      estimateGroups(estimating, selected, declared.listing);
      break;
    default:
      estimateValues(estimating, type, sets, { times: 1, listed: valuesOfRequest });
  }
}
