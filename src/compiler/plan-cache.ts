import type { GraphQLSchema, OperationDefinitionNode, VariableValues } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Dialect } from '../db/postgres/dialects.ts';
import type { MaybeLater } from '../db/store.ts';
import type { AskedOperation } from '../fields/collect-fields.ts';
import { oncePer } from '../fields/once-per.ts';
import { readQuestion, shapeOf } from '../fields/variables.ts';
import type { Question } from '../fields/variables.ts';
import { createEstimates } from '../fields/work/estimate.ts';
import type { Estimates, Asking } from '../fields/work/estimate.ts';
import type { Work } from '../fields/work/work.ts';
import { boundByWays } from './bound-work.ts';
import { NotCompiled, notCompiledReasons } from './compile-context.ts';
import type { NotCompiledReason, Relations } from './compile-context.ts';
import type { Statistics } from '../db/statistics/statistics.ts';
import { atOnce, inTurns } from './in-steps.ts';
import type { InSteps } from './in-steps.ts';
import { compileInSteps } from './statement.ts';
import type { CompileInput, CompiledPlan } from './statement.ts';
import { createChoosing } from './ways/choose.ts';
import type { PageChoice } from './ways/choose.ts';
import type { Recalled } from './recalled-page.ts';
import { createRecalls } from './ways/recall.ts';
import type { ChosenPage } from './ways/rows-read.ts';
import { toRecalled } from './ways/way.ts';
import type { KeptRows } from './run-compiled.ts';

/** A statement whose only value is the whole response, with the values of its parameters. */
export type Compiled = {
  statement: string;
  values: unknown[];
  /** Whether these name all that it reads. */
  isOfNamed?: boolean;
  /** What is run before it, to find rows that it is about and that are recalled from then on; mostly nothing. */
  before?: readonly KeptRows[];
  /** The same for all requests that share the statement. */
  plan: CompiledPlan;
  /** What it makes the database do at the most. */
  work: Work;
  /** Of the snapshot that it is made for. */
  statistics: Statistics;
};

/** A question with what its plan is made for. */
type Planned = Question & Asking & { context: object };

export type PlanCache = {
  /** The statement that answers a request; null where the ordinary executor must. */
  compiledFor: (question: Planned) => Compiled | null;
  /**
   * The same, in turns with others where it takes long to make a plan and to find the best ways.
   * @param resume waits for the next turn
   */
  compiledInTurns: (question: Planned, resume: () => Promise<void>) => MaybeLater<Compiled | null>;
  /** How many plans were made, requests answered from one, and requests left to the executor. */
  counts: Readonly<{ compiled: number; known: number; left: number }>;
  /** How many operations were not compiled, by why. */
  notCompiled: Readonly<Record<NotCompiledReason, number>>;
};

/** A plan, how its pages are read that can be in several ways, and what keeps the rows of those that are to be found before. */
type ChosenPlan = {
  plan: CompiledPlan;
  chosen: readonly ChosenPage[];
  keepers: readonly (KeptRows['keep'] | null)[];
  /** The statement that finds the rows of a page alone, by its place. */
  aloneFor: (place: number) => InSteps<CompiledPlan | null>;
};

/** How many plans are kept, and of how many characters their statements may be together. */
const maximumPlans = 5000;
const maximumCharacters = 2_500_000;
/** What any counts beside its statements: some have none, as nothing is compiled or all is left to the database. */
const ofAnyPlan = 200;

/** Of a plan's own statement, and of those that choose how its pages are read. */
const charactersOf = (plan: CompiledPlan | null): number => {
  const statements = plan ? [plan, ...plan.choices].map(({ statement }) => statement.length) : [];
  return statements.reduce((sum, length) => sum + length, ofAnyPlan);
};

const createKept = (maxSize: number) =>
  new LRUCache<string, { plan: CompiledPlan | null }>({
    max: maximumPlans,
    maxSize,
    sizeCalculation: ({ plan }) => charactersOf(plan),
  });

type PlanCacheOptions = {
  /** Whose statements they are; SQLite's if not said. */
  dialect?: Dialect | undefined;
  estimates?: Estimates;
  /** From which costs on the rows of pages are recalled: see `recall.ts`. */
  recallFrom?: number;
  /** Of how many characters the statements may be together that are kept; 2.5 million if not said. */
  keptCharacters?: number;
  /** Told once of each thing that is not compiled. */
  onNotCompiled?: (error: NotCompiled) => void;
};

/** Compiles what can be; of what cannot, the reasons are counted, and each thing is told once. */
function createCompiling(onNotCompiled: (error: NotCompiled) => void) {
  const notCompiled = Object.fromEntries(notCompiledReasons.map((reason) => [reason, 0])) as Record<
    NotCompiledReason,
    number
  >;
  // There are no more of them than the schema has fields.
  const told = new Set<string>();
  const compile = function* compile(source: CompileInput): InSteps<CompiledPlan | null> {
    try {
      return yield* compileInSteps(source);
    } catch (error) {
      if (!(error instanceof NotCompiled)) throw error;
      notCompiled[error.reason] += 1;
      const key = `${error.reason} ${error.message}`;
      if (!told.has(key)) onNotCompiled(error);
      told.add(key);
      return null;
    }
  };
  return { compile, notCompiled };
}

type Planning = {
  source: Pick<CompileInput, 'schema' | 'relations' | 'dialect'>;
  compile: (source: CompileInput) => InSteps<CompiledPlan | null>;
  /** Of plans that were made and that were known. */
  counts: { compiled: number; known: number };
  recallFrom: number | undefined;
  keptCharacters: number | undefined;
};

/** Makes plans and keeps them, going the ways that are best over a snapshot. */
function createPlanning({ source: own, compile, counts, ...bounds }: Planning) {
  let operations = 0;
  const knownOf = oncePer((operation: OperationDefinitionNode) => ({
    /** Tells it from all others. */
    number: (operations += 1),
    shape: shapeOf(own.schema, operation),
  }));
  const plans = createKept(bounds.keptCharacters ?? maximumCharacters);
  const choose = createChoosing();
  const recalls = createRecalls(bounds.recallFrom);

  function* keptPlan(key: string, source: () => CompileInput): InSteps<CompiledPlan | null> {
    const kept = plans.get(key);
    if (kept) return kept.plan;
    const plan = yield* compile(source());
    counts.compiled += plan ? 1 : 0;
    plans.set(key, { plan });
    return plan;
  }

  function* wayTo(
    choice: PageChoice,
    variables: VariableValues,
    statistics: Statistics,
  ): InSteps<ChosenPage> {
    const recalled = recalls.rowsOf(choice, variables, statistics);
    if (recalled) return { choice, followed: known, recalled };
    return { choice, followed: yield* choose(choice, variables, statistics) };
  }

  return function* planFor(
    asked: AskedOperation,
    statistics: Statistics,
  ): InSteps<ChosenPlan | null> {
    const { number, shape } = knownOf(asked.operation);
    const key = `${number}:${shape(asked.variables)}`;
    const source = { ...own, ...asked, chosen: chosenOver(statistics) };
    const keyOf = (name: string) => `${key}>${name}`;
    const planOf = (more: Partial<CompileInput>, name: string) =>
      keptPlan(keyOf(name), () => ({ ...source, ...more }));
    const isFirstKnown = plans.has(keyOf(source.chosen ?? ''));
    const first = yield* planOf({ isForChoices: true }, source.chosen ?? '');
    const ways: ChosenPage[] = [];
    for (const choice of first?.choices ?? []) {
      ways.push(yield* wayTo(choice, asked.variables, statistics));
    }
    const keepers = ways.map((page) =>
      page.recalled ? null : recalls.keeperOf(page, asked.variables, statistics),
    );
    const followed = ways.map((page) => page.followed.at);
    const chosen = followed.map((at, place) => (keepers[place] ? toRecalled : at));
    const isKnown = isFirstKnown && (chosen.length === 0 || plans.has(keyOf(chosen.join())));
    const plan = chosen.length > 0 ? yield* planOf({ chosen }, chosen.join()) : first;
    if (plan && isKnown) counts.known += 1;
    const aloneFor = (alone: number) =>
      planOf({ chosen: followed, alone }, `${followed.join()}:${alone}`);
    return plan && { plan, chosen: ways, keepers, aloneFor };
  };
}

/**
 * Plans by document, operation and the shape of the variables: what of them is structure and
 * therefore part of the statement. Everything else is a parameter. The number of plans is bounded;
 * what was used longest ago goes first.
 */
export function createPlanCache(
  schema: GraphQLSchema,
  relations: Relations,
  options: PlanCacheOptions = {},
): PlanCache {
  const { dialect, estimates = createEstimates(schema), onNotCompiled = () => {} } = options;
  const { compile, notCompiled } = createCompiling(onNotCompiled);
  const counts = { compiled: 0, known: 0, left: 0 };
  const source = { schema, relations, dialect };
  const { recallFrom, keptCharacters } = options;
  const planFor = createPlanning({ source, compile, counts, recallFrom, keptCharacters });

  function* compiled({
    context,
    statistics,
    isUnbounded,
    ...question
  }: Planned): InSteps<Compiled | null> {
    const asked = readQuestion(schema, question);
    if (!asked) return null;
    try {
      const reckoned = estimates.workOf({ ...asked, statistics, isUnbounded });
      const planned = yield* planFor(asked, statistics);
      if (planned) {
        const { plan } = planned;
        const isCertain = reckoned.pages.size === 0;
        const work = isCertain ? reckoned : boundByWays(reckoned, planned, statistics);
        const steps = yield* stepsOf(planned, asked.variables, context);
        const { statement, isOfNamed } = plan;
        return { plan, work, statement, isOfNamed, statistics, ...steps };
      }
    } catch (error) {
      // An argument that cannot be taken, or too much work: the ordinary path says so in its own words.
      if (!isRefusal(error)) throw error;
    }
    counts.left += 1;
    return null;
  }

  return {
    counts,
    notCompiled,
    compiledFor: (question) => atOnce(compiled(question)),
    compiledInTurns: (question, resume) => inTurns(compiled(question), resume),
  };
}

/** What is taken for a choice before any was made: any way where there are few rows, and else nothing. */
export const chosenOver = ({ isSmall }: Pick<Statistics, 'isSmall'>): 'ANY' | undefined =>
  isSmall ? 'ANY' : undefined;

/** What is followed of a page whose rows are known. */
const known: ChosenPage['followed'] = { at: toRecalled, rows: [], costs: [] };

/** The values of a statement, and what is run before it to find those that are not known yet. */
function* stepsOf(
  { plan, chosen, keepers, aloneFor }: ChosenPlan,
  variables: VariableValues,
  context: object,
): InSteps<Pick<Compiled, 'values' | 'before'>> {
  if (!keepers.some(Boolean) && !chosen.some((page) => page.recalled))
    return { values: plan.valuesFor(variables, context) };
  // What is not known yet is held in its place by what keeps it then.
  const recalled = chosen.map((page, place) => page.recalled?.numbers ?? keepers[place]);
  const values = plan.valuesFor(variables, { ...context, recalled } satisfies Recalled);
  const before: KeptRows[] = [];
  for (const [place, keep] of keepers.entries()) {
    const alone = keep && (yield* aloneFor(place));
    if (!alone) continue;
    const at = values.flatMap((value, index) => (value === keep ? index : []));
    before.push({
      statement: alone.statement,
      values: alone.valuesFor(variables, context),
      at,
      keep,
    });
  }
  return { values: values.map((value) => (typeof value === 'function' ? null : value)), before };
}

const isRefusal = (error: unknown) => error instanceof Error && error.name === 'GraphQLError';
