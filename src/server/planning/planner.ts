import { createPlanCache } from '../../compiler/plan-cache.ts';
import { relations } from '../../db/relations.ts';
import { createWarn } from '../../fields/codes/unknown-codes.ts';
import { schema } from '../../schema/schema.ts';
import type { PinnedSnapshot } from '../app.ts';
import { createValidDocuments } from '../http/valid-documents.ts';
import type { Enveloped } from '../http/valid-documents.ts';
import type { Planned, PlanQuestion } from '../query-process/messages.ts';

/** Plans a question over a snapshot; null where the executor must answer, or say what is wrong with it. */
export type Planner = (question: PlanQuestion, snapshot: PinnedSnapshot) => Promise<Planned | null>;

/**
 * Plans for whoever serves. Nothing is recalled between questions: each comes once, and what its pages hold is not
 * told to where they are asked again.
 * @param keptCharacters of how many characters the texts are that are kept read, and the statements that were made
 */
export function createPlanner(enveloped: () => Enveloped, keptCharacters: number): Planner {
  const documents = createValidDocuments(enveloped, keptCharacters);
  const plans = createPlanCache(schema, relations, {
    recallFrom: Infinity,
    keptCharacters,
  });
  const warn = createWarn(schema);
  return async ({ query, operationName, variables }, snapshot) => {
    const document = documents.documentFor(query);
    if (!document) return null;
    const { db, version, counts, statistics } = snapshot;
    const asked = { document, operationName, variables };
    const context = { db, snapshot: { version, counts, statistics } };
    const compiled = plans.compiledFor({ ...asked, context, statistics });
    if (!compiled) return null;
    const { statement, values, isOfNamed = false, work } = compiled;
    return {
      steps: { statement, values, isOfNamed },
      work: { rows: work.rows, bytes: work.bytes },
      warnings: await warn({ ...asked, store: snapshot }),
    };
  };
}
