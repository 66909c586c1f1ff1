import { setTimeout as wait } from 'node:timers/promises';
import { send } from '../../support/served.ts';
import { inTime } from './case.ts';

/** How long the witness may wait for any of its answers, in milliseconds. */
export const mostForWitness = 2000;

export type Testimony = { asked: number; slowest: number; wrong: string[] };

/** Another client that asks a small question again and again, each over a connection of its own. */
export function startWitness(url: string): { stop: () => Promise<Testimony> } {
  const testimony: Testimony = { asked: 0, slowest: 0, wrong: [] };
  const path = '/graphql?query=%7Blinks%7BtotalCount%7D%7D';
  const stopping = new AbortController();

  async function ask(): Promise<void> {
    const begun = performance.now();
    try {
      const { body } = await inTime(send(url, { path, headers: { connection: 'close' } }));
      const text = body.toString();
      if (text !== '{"data":{"links":{"totalCount":74}}}') testimony.wrong.push(text.slice(0, 200));
    } catch (error) {
      testimony.wrong.push(String(error));
    }
    testimony.asked += 1;
    testimony.slowest = Math.max(testimony.slowest, performance.now() - begun);
  }

  const asking = (async () => {
    while (!stopping.signal.aborted) {
      await ask();
      await wait(20);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await asking;
      if (testimony.slowest > mostForWitness) {
        testimony.wrong.push(`the slowest took ${Math.round(testimony.slowest)} ms`);
      }
      return testimony;
    },
  };
}
