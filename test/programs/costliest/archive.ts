import { waitOf } from '../support/steady.ts';
import { bars } from './bars.ts';
import type { Figures } from './examine.ts';
import { featuresOf } from './kind.ts';

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
export const isOver = ({ fate, processor }: Figures) =>
  fate === 'stopped' || fate === 'given up' || processor > bars.processor;

/** The first words of a kind, which say what is asked at the root. */
const rootsOf = (kind: string) =>
  kind.replace(/, (?:\d\+ .*|words.*|order.*|facets.*|total.*|texts)$/, '');

/** Keeps the costliest of each kind, and those of which it is known that they cost too much. */
export function createArchive() {
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
