import { createClient } from '../../support/client.ts';
import type { Client } from '../../support/client.ts';
import type { Running } from '../processes.ts';

/**
 * Who is asked: Juzheng from its file, the same over PostgreSQL, as it is and keeping no answers, so that each question
 * is asked of PostgreSQL, and PostGraphile.
 */
export const sideNames = ['juzheng', 'known', 'store', 'postgraphile'] as const;

export type SideName = (typeof sideNames)[number];

/** Whether an answer tells that whoever was asked gave the question up, since it took too long. */
export const isGivenUp = (answer: string) => /QUERY_TIMEOUT|statement timeout/.test(answer);

/** Something of each side. */
export const bySide = <Value>(valueOf: (side: SideName) => Value) =>
  Object.fromEntries(sideNames.map((side) => [side, valueOf(side)])) as Record<SideName, Value>;

export const titles: Readonly<Record<SideName, string>> = {
  juzheng: 'Juzheng',
  known: 'Juzheng over PostgreSQL',
  store: 'keeping no answers',
  postgraphile: 'PostGraphile',
};

/** Who is held against Juzheng from its file, whose answers count as right. */
export const others = ['known', 'store', 'postgraphile'] as const;

/**
 * Whose processor time is divided by whose, and what is asked of that: to be at least so much on each standard
 * question and at the median of random pages, or at most so much on each of both.
 */
export const comparisons = [
  { of: 'postgraphile', by: 'juzheng', least: { standard: 4, random: 2 } },
  { of: 'postgraphile', by: 'known', least: { standard: 2, random: 2 } },
  { of: 'postgraphile', by: 'store', least: { standard: 2, random: 2 } },
  { of: 'store', by: 'juzheng', most: 20 },
] as const satisfies readonly Comparison[];

export type Comparison = { of: SideName; by: SideName } & (
  | { least: { standard: number; random: number } }
  | { most: number }
);

export const headOfComparison = ({ of, by }: Comparison) => `${titles[of]} / ${titles[by]}`;

/** One side: whom to ask, and the processes that work for its answers, with all that these start. */
export type Side = { url: string; client: Client; pids: readonly number[] };

/** @param more what works for it beside its server; nobody else may be asked meanwhile */
export const sideOf = ({ url, pid }: Running, ...more: number[]): Side => ({
  url,
  client: createClient(url, '127.0.0.1'),
  pids: [pid, ...more],
});
