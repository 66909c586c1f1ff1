import { setTimeout as wait } from 'node:timers/promises';
import { randomOf } from '../corpus-rows.ts';
import { toldOf } from './two-stores.ts';
import type { Told } from './two-stores.ts';

/** An answer, or that there was none. */
export type Answered = {
  path: string;
  /** Null where the connection was lost, be it while the answer came. */
  told: Told | null;
  isBrokenOff: boolean;
  /** The header `Retry-After`. */
  retryAfter: string | null;
  /** How long it took, and when it came, in milliseconds. */
  milliseconds: number;
  at: number;
};

/** Asks a server at random over so many connections until it is stopped; whatever `onAnswer` throws ends it. */
export function startLoad(
  url: string,
  paths: readonly string[],
  options: {
    connections: number;
    seed: number;
    /** Milliseconds that each rests at the most between an answer and the next question. */
    rest: number;
    onAnswer: (answered: Answered) => void;
  },
): { stop: () => Promise<void>; failed: Promise<unknown> } {
  const { connections, seed, rest, onAnswer } = options;
  const over = new AbortController();
  const ask = async (_: unknown, nth: number) => {
    const { pick, below } = randomOf(seed + nth);
    while (!over.signal.aborted) {
      const path = pick(paths);
      const begun = performance.now();
      const answer = await fetchWhole(url + path);
      const at = performance.now();
      onAnswer({ path, ...answer, milliseconds: at - begun, at });
      await wait(below(rest));
    }
  };
  const running = Promise.all(Array.from({ length: connections }, ask));
  const failed = running.catch((error: unknown) => {
    over.abort();
    return error;
  });
  return {
    failed,
    async stop() {
      over.abort();
      await running;
    },
  };
}

async function fetchWhole(
  url: string,
): Promise<Pick<Answered, 'told' | 'isBrokenOff' | 'retryAfter'>> {
  const response = await fetch(url).catch(() => null);
  const retryAfter = response?.headers.get('retry-after') ?? null;
  const told = response && (await toldOf(response).catch(() => null));
  return { told, retryAfter, isBrokenOff: response !== null && told === null };
}

/** The longest, and those that half of them and ninety-nine of a hundred do not exceed, in whole milliseconds. */
export function timesOf(milliseconds: readonly number[]): {
  p50: number;
  p99: number;
  longest: number;
} {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return { p50: at(0.5), p99: at(0.99), longest: at(1) };
}
