import { Agent, request } from 'node:http';
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Consistency } from './consistency.ts';
import type { Question } from './questions.ts';

export type Loaded = {
  answers: number;
  wrong: string[];
  /** In milliseconds. */
  p50: number;
  p99: number;
};

/** Asks the questions in turn over so many connections, each resting between two, until `until` ends. */
export async function load(options: {
  url: string;
  questions: readonly Question[];
  connections: number;
  /** How long each connection rests after an answer, in milliseconds. */
  rest: number;
  consistency: Consistency;
  until: Promise<unknown>;
}): Promise<Loaded> {
  const { url, questions, connections, rest, consistency, until } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const histogram = createHistogram();
  const wrong: string[] = [];
  const over = new AbortController();
  void until.catch(() => {}).then(() => over.abort());
  const ask = async (first: number) => {
    for (let turn = first; !over.signal.aborted; turn += 1) {
      const question = questions[turn % questions.length]!;
      const begun = performance.now();
      const told = await post(url, question.body, agent)
        .then(({ status, text }) =>
          status === 200 ? consistency.look(question.name, text) : `${status} ${text}`,
        )
        .catch(String);
      histogram.record(Math.max(1, Math.round((performance.now() - begun) * 1000)));
      if (told !== null) wrong.push(told);
      await wait(rest);
    }
  };
  await Promise.all([until, ...Array.from({ length: connections }, (_, n) => ask(n * 7))]);
  agent.destroy();
  const { count, percentile } = histogram;
  const at = (share: number) => percentile.call(histogram, share) / 1000;
  return { answers: count, wrong, p50: at(50), p99: at(99) };
}

function post(url: string, body: string, agent: Agent): Promise<{ status: number; text: string }> {
  return new Promise((answered, failed) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const { port } = new URL(url);
    const options = { host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers, agent };
    const sent = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => answered({ status: response.statusCode ?? 0, text }));
      response.on('error', failed);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
