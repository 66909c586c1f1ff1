import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createClient } from '../support/client.ts';
import { renamed } from '../support/renamed.ts';

export type CrowdQuestion = { query: string; variables?: object };

/** What a thread of costly clients is told to do. */
export type Crowd = {
  url: string;
  clients: number;
  questions: readonly CrowdQuestion[];
  milliseconds: number;
  /** Whether each question is asked under its own name every time, so that it is compiled anew. */
  renames: boolean;
};

/** How many questions ended how: `answered`, `503`, `QUERY_TIMEOUT`, `no answer`. */
export type Endings = Record<string, number>;

/** Whoever is refused tries again after so many milliseconds, whatever he was told. */
const rest = 100;

/** Longer than this nobody waits for an answer. */
const patience = 10_000;

/** Clients, each at an address of its own, that ask costly questions without pause. */
async function press({ url, clients, questions, milliseconds, renames }: Crowd): Promise<Endings> {
  const endings: Endings = {};
  const until = performance.now() + milliseconds;
  const pressing = Array.from({ length: clients }, async (_, nth) => {
    const client = createClient(url, `127.0.0.${10 + nth}`);
    for (let turn = nth; performance.now() < until; turn += 1) {
      const { query, variables } = questions[turn % questions.length]!;
      const body = JSON.stringify({ query: renames ? renamed(query) : query, variables });
      const left = Math.ceil(Math.max(1, Math.min(patience, until - performance.now())));
      const { status, errors } = await client.post(body, left);
      // What the end of the run breaks off is no ending of its own.
      if (status === 0 && performance.now() >= until) break;
      const ending = errors[0] ?? (status === 200 ? 'answered' : String(status || 'no answer'));
      endings[ending] = (endings[ending] ?? 0) + 1;
      if (ending !== 'answered') await wait(rest);
    }
    client.close();
  });
  await Promise.all(pressing);
  return endings;
}

if (parentPort) parentPort.postMessage(await press(workerData as Crowd));
