import type { Bench, Figures } from './examine.ts';
import { waitOf } from '../support/steady.ts';
import { featuresOf, kindOf } from './kind.ts';
import { renamed } from '../support/renamed.ts';
import { reduceOne } from './reduce.ts';
import { bars } from './bars.ts';
import type { Tools } from './operators/operator.ts';
import { cross, mutate, shrink } from './mutate.ts';

/** A question and what it cost. */
export type Candidate = { query: string; kind: string; figures: Figures };

export type Found = {
  asked: number;
  answered: number;
  /** Those that cost too much, without what is no reason for it. */
  over: Candidate[];
  /** The costliest of each other kind, the costliest first. */
  costliest: Candidate[];
  /** Those with the longest wait of the witness, and with the most memory. */
  worst: Candidate[];
  wrong: { query: string; told: string }[];
};

const populationSize = 40;

/** After so many questions without a costlier one, the search starts again elsewhere. */
const patience = 400;

/** For which share of the time a question that costs too much is made shorter. */
const reducing = 0.05;

/** Smaller questions are tried so often in the place of one that is refused. */
const repairs = 4;

/** By what two questions are compared: mostly by the work, at times by what else may hurt. */
const aims: readonly ((figures: Figures) => number)[] = [
  // Of those below a tick of the accounts the slower one counts for more.
  ({ processor, milliseconds }) => processor + milliseconds / 100,
  ({ processor, milliseconds }) => processor + milliseconds / 100,
  ({ processor, milliseconds }) => processor + milliseconds / 100,
  ({ bytes }) => bytes,
  ({ growth }) => growth,
  ({ witness }) => waitOf(witness),
];

/** Looks for the costliest legal questions until then: by mutation, crossing and new ones. */
export async function search(
  bench: Bench,
  tools: Tools,
  { starts, until }: { starts: readonly string[]; until: number },
): Promise<Found> {
  const { random, grow } = tools;
  const begun = performance.now();
  const archive = createArchive();
  let population: Candidate[] = [];
  let idleTurns = 0;

  async function tryOut(query: string): Promise<void> {
    let next = query;
    for (let tries = 0; tries <= repairs && performance.now() < until; tries += 1) {
      if (archive.isSettled(next)) return;
      const figures = await bench.examine(renamed(next));
      const candidate = { query: next, kind: kindOf(next), figures };
      idleTurns = archive.add(candidate) ? 0 : idleTurns + 1;
      if (isOver(figures)) return settle(candidate);
      if (figures.fate === 'answered') population.push(candidate);
      if (figures.fate !== 'refused') return;
      next = shrink(next, tools);
    }
  }

  /** Finds out why a question costs too much, and asks no other that has the same reason. */
  async function settle(candidate: Candidate): Promise<void> {
    const soon = Math.min(until, performance.now() + reducing * (until - begun));
    archive.settle(await reduceOne(bench, candidate, tools, soon));
  }

  /** The better of three by an aim: of all, or of those that least time was spent on until now. */
  function parent(): Candidate | undefined {
    const aim = random.pick(aims);
    const among = random.chance(0.5) ? archive.neglected() : population;
    const some = [0, 1, 2].map(() => among[random.below(among.length)]);
    return some.reduce((best, each) => {
      if (!best || !each) return best ?? each;
      return aim(each.figures) > aim(best.figures) ? each : best;
    });
  }

  /** One more than there may be: the worst of some by an aim goes. */
  function thinOut(): void {
    while (population.length > populationSize) {
      const aim = random.pick(aims);
      const some = Array.from({ length: 5 }, () => random.below(population.length));
      const worst = some.reduce((a, b) =>
        aim(population[a]!.figures) <= aim(population[b]!.figures) ? a : b,
      );
      population.splice(worst, 1);
    }
  }

  for (const query of starts) await tryOut(query);
  while (performance.now() < until) {
    if (idleTurns > patience) {
      population = population.slice(0, 4);
      for (const query of starts) if (random.chance(0.3)) await tryOut(mutate(query, tools));
      idleTurns = 0;
    }
    const [one, two] = [parent(), parent()];
    if (!one || !two || random.chance(0.2)) await tryOut(grow.question());
    else if (random.chance(0.25)) await tryOut(cross(one.query, two.query, tools));
    else await tryOut(mutate(one.query, tools));
    thinOut();
  }
  return archive.found();
}

/** A simpler question says as much as one that costs little more. */
const aboutAsMuch = 0.7;

/** Leaves out those that only add to another what costs nothing. */
export function essential(candidates: readonly Candidate[]): Candidate[] {
  const all = candidates.map((each) => ({ each, features: featuresOf(each.query) }));
  return all
    .filter(({ each, features }) => {
      const isEnough = (other: (typeof all)[number]) =>
        other.features.size < features.size &&
        other.features.isSubsetOf(features) &&
        other.each.figures.processor >= aboutAsMuch * each.figures.processor;
      return !all.some(isEnough);
    })
    .map(({ each }) => each);
}

/** Beyond the bar, or beyond what the server itself lets a question take. */
const isOver = ({ fate, processor }: Figures) =>
  fate === 'stopped' || fate === 'given up' || processor > bars.processor;

/** The first words of a kind, which say what is asked at the root. */
const rootsOf = (kind: string) =>
  kind.replace(/, (?:\d\+ .*|words.*|order.*|facets.*|total.*|texts)$/, '');

function createArchive() {
  const best = new Map<string, Candidate>();
  const settled: { features: Set<string>; candidate: Candidate }[] = [];
  const spent = new Map<string, number>();
  const worst = { witness: [] as Candidate[], memory: [] as Candidate[] };
  const wrong: Found['wrong'] = [];
  let [asked, answered] = [0, 0];

  const keepWorst = (list: Candidate[], candidate: Candidate, of: (figures: Figures) => number) => {
    list.push(candidate);
    list.sort((a, b) => of(b.figures) - of(a.figures)).splice(3);
  };

  return {
    /** Whether one that has all that this one has was found to cost too much. */
    isSettled(query: string): boolean {
      const features = featuresOf(query);
      return settled.some((each) => each.features.isSubsetOf(features));
    },
    settle(candidate: Candidate): void {
      settled.push({ features: featuresOf(candidate.query), candidate });
    },
    /** The best of those kinds whose roots least time was spent on. */
    neglected(): Candidate[] {
      const byRoots = Map.groupBy(best.values(), ({ kind }) => rootsOf(kind));
      const least = [...byRoots.keys()].toSorted(
        (a, b) => (spent.get(a) ?? 0) - (spent.get(b) ?? 0),
      );
      return byRoots.get(least[0] ?? '') ?? [];
    },
    /** Whether it is the costliest of its kind until now. */
    add(candidate: Candidate): boolean {
      const { kind, query, figures } = candidate;
      const { fate } = figures;
      asked += 1;
      const roots = rootsOf(kind);
      spent.set(roots, (spent.get(roots) ?? 0) + figures.milliseconds);
      for (const told of [...figures.wrong, ...figures.witness.lost]) wrong.push({ query, told });
      if (fate === 'refused') return false;
      if (fate === 'answered') answered += 1;
      keepWorst(worst.witness, candidate, ({ witness }) => waitOf(witness));
      keepWorst(worst.memory, candidate, ({ growth }) => growth);
      if (isOver(figures)) return true;
      const known = best.get(kind);
      const gain = known ? figures.processor / Math.max(1, known.figures.processor) : 2;
      // Of two that cost about as much the shorter one is kept: it says better why.
      const isShorter = gain > 0.95 && query.length < 0.8 * (known?.query.length ?? 0);
      if (gain > 1.05 || isShorter) best.set(kind, candidate);
      return gain > 1.05;
    },
    found: (): Found => ({
      asked,
      answered,
      over: settled.map(({ candidate }) => candidate),
      costliest: [...best.values()].toSorted((a, b) => b.figures.processor - a.figures.processor),
      worst: [...worst.witness, ...worst.memory],
      wrong,
    }),
  };
}
