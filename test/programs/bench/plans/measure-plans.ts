import { parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { createPlanCache } from '../../../../src/compiler/plan-cache.ts';
import type { PlanCache } from '../../../../src/compiler/plan-cache.ts';
import { runCompiled } from '../../../../src/compiler/run-compiled.ts';
import { openReader } from '../../../../src/db/client.ts';
import { openCurrent } from '../../../../src/db/snapshot/pointer.ts';
import { relations } from '../../../../src/db/relations.ts';
import { schema } from '../../../../src/schema/schema.ts';
import { allowed, describePlans } from './describe-plans.ts';
import type { MeasuredPage } from './describe-plans.ts';
import { drawDeep, drawPairs, drawTriples, randomFrom } from './draw-questions.ts';
import type { PageQuestion } from './draw-questions.ts';
import { statementsByEachWay } from './each-way.ts';
import { createOracle } from './oracle.ts';
import { timeOf } from './time.ts';

export type PlansOptions = {
  data: string;
  triples: number;
  /** So many pages of a filter across a relation are asked. */
  deep: number;
  /** One of so many pairs is asked. */
  every: number;
  seed: number;
  /** Only questions whose title this matches. */
  only: RegExp;
  tell: (line: string) => void;
};

/** So often a page is asked for before it is warm. */
const asked = 8;

/** Asks random pages, each warm, and holds slow ones against all other plans. */
export function measurePlans({
  data,
  triples,
  deep,
  every,
  seed,
  only,
  tell,
}: PlansOptions): string {
  const current = openCurrent(data);
  if (!current.ok) throw new Error(current.reason);
  const { db, path, statistics, readBytes, counts, version, close } = current.snapshot;
  const looking = createPlanCache(schema, relations, { recallFrom: Infinity });
  const recalling = createPlanCache(schema, relations);
  const other = openReader(path);
  const bestOf = createOracle(other.client);
  const documents = new Map<string, DocumentNode>();
  const random = randomFrom(seed);
  const context = { db, readBytes, snapshot: { version, counts, statistics } };

  function measure({ kind, ...question }: PageQuestion & { kind: string }): MeasuredPage {
    const { query, variables, title } = question;
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    let answer: unknown;
    const askOf = (plans: PlanCache) => () => {
      const compiled = plans.compiledFor({ document, variables, context, statistics });
      if (!compiled) throw new Error(`not compiled: ${title}`);
      answer = runCompiled(compiled, readBytes);
    };
    const warmUp = (ask: () => void) =>
      Math.max(...Array.from({ length: asked }, () => timeOf(ask, 1)));
    // Ways are followed further when the same is asked again, and what they lead to is recalled.
    const [again, byWay] = [askOf(recalling), askOf(looking)];
    warmUp(again);
    const recalled = timeOf(again);
    const first = warmUp(byWay);
    const warm = timeOf(byWay);
    const best =
      warm > allowed.more ? bestOf(statementsByEachWay(question, document), String(answer)) : null;
    return { kind, question, warm, first, recalled, best };
  }

  const pairs = drawPairs(db).filter(() => every === 1 || random() * every < 1);
  const kinds = {
    pairs,
    triples: drawTriples(db, triples, random),
    deep: drawDeep(db, deep, random),
  };
  const drawn = Object.entries(kinds).flatMap(([kind, questions]) =>
    questions.map((question) => ({ kind, ...question })),
  );
  const questions = drawn.filter(({ title }) => only.test(title));
  const measured: MeasuredPage[] = [];
  for (const question of questions) {
    measured.push(measure(question));
    if (measured.length % 200 === 0) tell(`${measured.length} of ${questions.length} pages`);
  }
  other.close();
  close();
  return describePlans(measured, { counts, seed, asked });
}
