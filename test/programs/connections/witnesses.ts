import { setTimeout as wait } from 'node:timers/promises';
import { send } from '../../support/served.ts';

/** Where those ask from who have nothing to do with the flood. */
const addresses = ['127.0.0.2', '127.0.0.3', '127.0.0.4'] as const;

/** So long a small question is waited for at most, in milliseconds. */
const patience = 10_000;

const question = '/graphql?query={links{totalCount}}';
const expected = '{"data":{"links":{"totalCount":74}}}';

export type Testimony = {
  asked: number;
  /** What those got who were not answered. */
  lost: string[];
  /** Milliseconds within which all but one in a hundred were answered. */
  p99: number;
};

/** Several clients that ask a small question again and again, each time over a connection of its own. */
export function startWitnesses(url: string): { end: () => Promise<Testimony> } {
  const milliseconds: number[] = [];
  const lost: string[] = [];
  const ending = new AbortController();

  async function ask(from: string): Promise<void> {
    const begun = performance.now();
    const late = wait(patience, null, { ref: false });
    const answer = await Promise.race([send(url, { path: question, from }).catch(String), late]);
    const text = typeof answer === 'string' ? answer : String(answer?.body ?? 'no answer in time');
    if (text !== expected) lost.push(`${from}: ${text.slice(0, 200)}`);
    milliseconds.push(performance.now() - begun);
  }

  const asking = addresses.map(async (from) => {
    while (!ending.signal.aborted) {
      await ask(from);
      await wait(5);
    }
  });
  return {
    async end() {
      ending.abort();
      await Promise.all(asking);
      const sorted = milliseconds.toSorted((a, b) => a - b);
      const p99 = sorted[Math.floor(0.99 * sorted.length)] ?? 0;
      return { asked: milliseconds.length, lost, p99 };
    },
  };
}
