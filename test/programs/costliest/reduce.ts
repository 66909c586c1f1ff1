import type { Bench } from './bench.ts';
import { kindOf } from './kind.ts';
import { renamed } from '../support/renamed.ts';
import { shorten } from './mutate.ts';
import type { Tools } from './operators/operator.ts';
import type { Candidate } from './archive.ts';

/** A shorter question stands for a longer one that costs this many times as much. */
const nearly = 0.75;

/** After so many vain tries a question is as short as it gets. */
const patience = 25;

/**
 * Leaves out of the costliest what is no reason of their cost, so that they say what is; until then,
 * each for as long as another. Of those that have become the same kind the costlier one is left.
 */
export async function reduce(
  bench: Bench,
  candidates: readonly Candidate[],
  { tools, until }: { tools: Tools; until: number },
): Promise<Candidate[]> {
  const reduced = new Map<string, Candidate>();
  for (const [nth, candidate] of candidates.entries()) {
    const left = until - performance.now();
    const own = performance.now() + left / (candidates.length - nth);
    const shorter = await reduceOne(bench, candidate, tools, own);
    const known = reduced.get(shorter.kind);
    if (known && known.figures.processor >= shorter.figures.processor) continue;
    reduced.set(shorter.kind, shorter);
  }
  return [...reduced.values()];
}

/** Leaves out of one what is no reason of its cost, until it is as short as it gets. */
export async function reduceOne(
  bench: Bench,
  candidate: Candidate,
  tools: Tools,
  until: number,
): Promise<Candidate> {
  const enough = nearly * candidate.figures.processor;
  let shortest = candidate;
  let vain = 0;
  while (vain < patience && performance.now() < until) {
    let { query } = shortest;
    // Of a long one several things at once.
    const most = query.length > 1000 && vain < patience / 2 ? 6 : 1;
    for (let left = 1 + tools.random.below(most); left > 0; left -= 1)
      query = shorten(query, tools);
    vain += 1;
    if (query === shortest.query) continue;
    const figures = await bench.examine(renamed(query));
    if (figures.fate !== candidate.figures.fate || figures.processor < enough) continue;
    shortest = { query, kind: kindOf(query), figures };
    vain = 0;
  }
  return shortest;
}
