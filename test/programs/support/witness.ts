import { createClient, dataOf } from './client.ts';
import type { Asked, Client } from './client.ts';
import { askSteadily, together } from './steady.ts';
import type { Testimony } from './steady.ts';

export type Witness = {
  /** Asks as long as something lasts. */
  during: (lasting: Promise<unknown>) => Promise<Testimony>;
  close: () => void;
};

/** Milliseconds between one question of the witness and the next. */
const pause = 20;

/** Asks for one thing by its code, as little as can be asked. */
export async function smallQuestion({ ask }: Client): Promise<() => Promise<Asked>> {
  const found = dataOf(await ask('{ measures(first: 1) { nodes { code } } }'));
  const [measure] = (found['measures'] as { nodes: { code: string }[] }).nodes;
  return () => ask(`{ measure(by: { code: ${JSON.stringify(measure?.code)} }) { title } }`, 10_000);
}

/** Another client, at an address of its own, that asks for /health and for one small thing. */
export async function createWitness(url: string, address = '127.0.0.2'): Promise<Witness> {
  const client = createClient(url, address);
  const ways = [() => client.get('/health', 10_000), await smallQuestion(client)];
  return {
    async during(lasting) {
      return together(await Promise.all(ways.map((way) => askSteadily([way], pause, lasting))));
    },
    close: client.close,
  };
}
