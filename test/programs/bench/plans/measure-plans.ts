import { createPlanCache } from '../../../../src/compiler/plan-cache.ts';
import type { PlanCache } from '../../../../src/compiler/plan-cache.ts';
import { openReader } from '../../../../src/db/client.ts';
import { relations } from '../../../../src/db/relations.ts';
import { schema } from '../../../../src/schema/schema.ts';
import { openToAsk } from '../in-process/asking.ts';
import { timeOf } from '../in-process/time.ts';
import { allowed, describePlans } from './describe-plans.ts';
import type { MeasuredPage } from './describe-plans.ts';
import { drawDeep, drawPairs, drawTriples, randomFrom } from './draw-questions.ts';
import type { PageQuestion } from './draw-questions.ts';
import { statementsByEachWay } from './each-way.ts';
import { createOracle } from './oracle.ts';

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
  const { snapshot, askingFor } = openToAsk(data);
  const { db, path, counts, close } = snapshot;
  const looking = createPlanCache(schema, relations, { recallFrom: Infinity });
  const recalling = createPlanCache(schema, relations);
  const other = openReader(path);
  const bestOf = createOracle(other.client);
  const random = randomFrom(seed);

  function measure({ kind, ...question }: PageQuestion & { kind: string }): MeasuredPage {
    const { document, askBy } = askingFor(question);
    let answer: unknown;
    const askOf = (plans: PlanCache) => () => {
      answer = askBy(plans);
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
