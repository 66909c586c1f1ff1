import { renamed } from '../support/renamed.ts';
import { waitOf } from '../support/steady.ts';
import { createArchive, isOver } from './archive.ts';
import type { Candidate, Found } from './archive.ts';
import type { Bench } from './bench.ts';
import type { Figures } from './examine.ts';
import { kindOf } from './kind.ts';
import { cross, mutate, shrink } from './mutate.ts';
import type { Tools } from './operators/operator.ts';
import { reduceOne } from './reduce.ts';

const populationSize = 40;

/** After so many questions without a costlier one, the search starts again elsewhere. */
const patience = 400;

/** For which share of the time a question that costs too much is made shorter. */
const reducing = 0.05;

/** How probably one is asked that has what was found to cost too much: what was found may be half of it. */
const again = 0.03;

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
      if (archive.isSettled(next) && !random.chance(again)) return;
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
