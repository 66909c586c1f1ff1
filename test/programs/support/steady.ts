import { setTimeout as wait } from 'node:timers/promises';
import type { Asked } from './client.ts';

/** How often somebody asked, how long he waited, in milliseconds, and what was no answer. */
export type Testimony = { asked: number; waits: number[]; lost: string[] };

/** Several testimonies as one. */
export const together = (all: readonly Testimony[]): Testimony => ({
  asked: all.reduce((sum, { asked }) => sum + asked, 0),
  waits: all.flatMap(({ waits }) => waits),
  lost: all.flatMap(({ lost }) => lost),
});

/**
 * Asks one thing after the other in turn, so many milliseconds apart, as long as something lasts,
 * and a last time begun while it lasted. Where an answer takes longer than that, those stand for
 * themselves who would have asked meanwhile, as HdrHistogram corrects for coordinated omission.
 */
export async function askSteadily(
  ways: readonly (() => Promise<Asked>)[],
  every: number,
  lasting: Promise<unknown>,
): Promise<Testimony> {
  const testimony: Testimony = { asked: 0, waits: [], lost: [] };
  const over = new AbortController();
  void lasting.catch(() => {}).then(() => over.abort());
  for (let turn = 0; !over.signal.aborted; turn += 1) {
    const asked = await ways[turn % ways.length]?.();
    if (!asked) break;
    const { status, milliseconds, text, errors } = asked;
    testimony.asked += 1;
    for (let left = milliseconds; left > 0; left -= every) testimony.waits.push(left);
    if (status !== 200 || errors.length > 0) testimony.lost.push(`${status} ${text.slice(0, 200)}`);
    const rest = Math.max(1, every - milliseconds);
    await wait(rest, null, { signal: over.signal }).catch(() => {});
  }
  return testimony;
}

/** The value below which a share of them lies; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** What all but one in a hundred waited at most. */
export const waitOf = ({ waits }: Testimony) => quantile(waits, 0.99);
