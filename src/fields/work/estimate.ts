import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Statistics } from '../../db/statistics/statistics.ts';
import { limits } from '../../limits.ts';
import { tooComplex } from '../../validation/too-complex.ts';
import type { Costliest } from '../../validation/too-complex.ts';
import { selectionOf } from '../collect-fields.ts';
import type { AskedOperation } from '../collect-fields.ts';
import { oncePer } from '../once-per.ts';
import { sizesOf } from '../variables.ts';
import { estimateField } from './estimate-field.ts';
import { Estimating } from './estimating.ts';
import { once } from './work.ts';
import type { ReckonedPage, Work } from './work.ts';

/** What a question is reckoned at, with what of that is for pages of the root that may read more rows than they hold, by their names. */
export type ReckonedWork = Work & { pages: ReadonlyMap<string, ReckonedPage> };

/** From which snapshot something is to be answered, and whether the answer may be of any length. */
export type Asking = { statistics: Statistics; isUnbounded?: boolean | undefined };

type EstimatedOperation = AskedOperation & Asking;

export type Estimates = {
  schema: GraphQLSchema;
  /**
   * The work of a question, estimated once for all that ask for as much of the same snapshot.
   * @throws QUERY_TOO_COMPLEX where it is more than may be
   */
  workOf: (question: EstimatedOperation) => ReckonedWork;
};

const maximumWorks = 200;

export function createEstimates(schema: GraphQLSchema): Estimates {
  // Held as long as the documents are, which are held by whoever parsed them, and the snapshot.
  const knownOver = oncePer((_statistics: Statistics) =>
    oncePer((operation: OperationDefinitionNode) => ({
      sizes: sizesOf(schema, operation),
      works: new Map<string, Estimate>(),
    })),
  );

  function workOf(question: EstimatedOperation): Estimate {
    const { sizes, works } = knownOver(question.statistics)(question.operation);
    const key = sizes(question.variables);
    const known = works.get(key);
    if (known) return known;
    const work = estimateWork(schema, question);
    if (works.size >= maximumWorks) works.clear();
    works.set(key, work);
    return work;
  }

  return {
    schema,
    workOf: (question) => checkWork(workOf(question), question.isUnbounded ?? false),
  };
}

function checkWork(work: Estimate, isUnbounded: boolean): ReckonedWork {
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

/**
 * Estimates the work of an operation of a valid document, before anything is asked, from what the
 * snapshot knows of its own sizes: never less than what it can come to, and never more rows than its
 * pages hold.
 * @throws QUERY_TOO_COMPLEX where its fragments select more fields than may be
 */
export function estimateWork(schema: GraphQLSchema, asked: EstimatedOperation): Estimate {
  const root = selectionOf(schema, asked);
  if (!root) return { rows: 0, bytes: 0, pages: new Map(), costliest: { rows: null, bytes: null } };
  const { selecting } = root;
  const estimating = new Estimating({ ...asked, selecting, estimateField });
  const costs: (Work & Costliest)[] = [];
  estimating.write('{"data":}'.length);
  estimating.each(root, 1, (selected, type) => {
    const before = { ...estimating.work };
    estimating.root = selected;
    estimating.field(type, selected, { at: once });
    const { rows, bytes } = estimating.work;
    costs.push({ ...selected, rows: rows - before.rows, bytes: bytes - before.bytes });
  });
  const most = (of: keyof Work) => costs.toSorted((one, other) => other[of] - one[of])[0] ?? null;
  const { work, pages } = estimating;
  return { ...work, pages, costliest: { rows: most('rows'), bytes: most('bytes') } };
}

/** The work of an operation, and the fields of its root of which most of either is. */
type Estimate = ReckonedWork & { costliest: Record<keyof Work, Costliest | null> };
