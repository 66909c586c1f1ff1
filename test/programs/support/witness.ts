import { setTimeout as wait } from 'node:timers/promises';
import { createClient, dataOf } from './client.ts';
import type { Asked } from './client.ts';

/** How long somebody waited who asks little, in milliseconds, and what was no answer. */
export type Testimony = { waits: number[]; lost: string[] };

export type Witness = {
  /** Asks as long as something lasts, and a last time begun while it lasted. */
  during: (lasting: Promise<unknown>) => Promise<Testimony>;
  close: () => void;
};

/** Milliseconds between one question of the witness and the next. */
const pause = 20;

/** Another client, at an address of its own, that asks for /health and for one small thing. */
export async function createWitness(url: string, address = '127.0.0.2'): Promise<Witness> {
  const client = createClient(url, address);
  const found = dataOf(await client.ask('{ measures(first: 1) { nodes { code } } }'));
  const [measure] = (found['measures'] as { nodes: { code: string }[] }).nodes;
  const small = `{ measure(by: { code: ${JSON.stringify(measure?.code)} }) { title } }`;
  const ways = [() => client.get('/health'), () => client.ask(small)];
  return {
    async during(lasting) {
      const testimony: Testimony = { waits: [], lost: [] };
      let isOver = false;
      const over = lasting.catch(() => {}).then(() => (isOver = true));
      const asking = ways.map(async (askOnce) => {
        while (!isOver) {
          const asked = await askOnce();
          hear(testimony, asked);
          await Promise.race([over, wait(Math.max(1, pause - asked.milliseconds))]);
        }
      });
      await Promise.all(asking);
      return testimony;
    },
    close: client.close,
  };
}

/**
 * Notes a wait. Where it was longer than the pause, those stand for themselves who would have asked
 * meanwhile, as HdrHistogram corrects for coordinated omission.
 */
function hear({ waits, lost }: Testimony, { status, milliseconds, text, errors }: Asked): void {
  for (let left = milliseconds; left > 0; left -= pause) waits.push(left);
  if (status !== 200 || errors.length > 0) lost.push(`${status} ${text.slice(0, 200)}`);
}

/** The value below which a share of them lies; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
