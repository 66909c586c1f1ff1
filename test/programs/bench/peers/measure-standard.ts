import assert from 'node:assert/strict';
import { processorTime } from '../../support/process-tree.ts';
import { post } from '../compare-answers.ts';
import { load } from '../load.ts';
import { median } from '../measure.ts';
import type { Plan } from '../measure.ts';
import type { Running } from '../processes.ts';
import type { Cluster } from './cluster.ts';
import type { PeerName, PeerQuestion } from './standard-questions.ts';

/** Answers a second, and microseconds of processor time an answer: of the server and its database. */
export type Measured = { perSecond: number; cpu: number };

/** A standard question, and what both came to with it. */
export type Standard = { question: PeerQuestion } & Record<PeerName, Measured>;

type Servers = Record<PeerName, Running>;

/** Says how many answers were compared. Snippets are left out, which only one of them gives. */
export async function compareStandard(
  servers: Servers,
  questions: readonly PeerQuestion[],
  most = 50,
): Promise<number> {
  let count = 0;
  for (const { queries, variables, toAnswer } of questions) {
    const ask = (peer: PeerName, each: object) =>
      post(`${servers[peer].url}/graphql`, { query: queries[peer], variables: each });
    for (const each of variables.slice(0, most)) {
      const [own, told] = [await ask('juzheng', each), await ask('postgraphile', each)];
      const { data, errors } = JSON.parse(told) as { data: never; errors?: unknown };
      assert.equal(errors, undefined, told);
      const { data: expected } = JSON.parse(own, withoutSnippets) as { data: unknown };
      assert.deepEqual(toAnswer(data), expected, `${queries.juzheng} ${JSON.stringify(each)}`);
      count += 1;
    }
  }
  return count;
}

const withoutSnippets = (key: string, value: unknown) => (key === 'snippets' ? undefined : value);

const names = ['juzheng', 'postgraphile'] as const;

/** Lets both take turns with each question; nobody else is asked meanwhile. */
export async function measureStandard(
  { rounds, seconds, connections }: Plan,
  { servers, cluster }: { servers: Servers; cluster: Cluster },
  questions: readonly PeerQuestion[],
  tell: (line: string) => void,
): Promise<Standard[]> {
  const turn = async (
    question: PeerQuestion,
    peer: PeerName,
    length: number,
  ): Promise<Measured> => {
    const { url, pid } = servers[peer];
    const query = question.queries[peer];
    const bodies = question.variables.map((variables) => JSON.stringify({ query, variables }));
    const used = () =>
      processorTime(pid) + (peer === 'postgraphile' ? processorTime(cluster.pid) : 0);
    const before = used();
    const { answers, perSecond, failed } = await load({
      url: `${url}/graphql`,
      bodies,
      connections,
      seconds: length,
    });
    if (failed > 0) throw new Error(`${peer}: ${failed} requests failed: ${question.title}`);
    return { perSecond, cpu: ((used() - before) * 1000) / Math.max(1, answers) };
  };
  const standard: Standard[] = [];
  for (const question of questions) {
    const turns: Record<PeerName, Measured[]> = { juzheng: [], postgraphile: [] };
    for (const peer of names) await turn(question, peer, Math.min(2, seconds));
    for (let round = 1; round <= rounds; round += 1) {
      for (const peer of names) turns[peer].push(await turn(question, peer, seconds));
      const rates = names.map((peer) => `${peer} ${Math.round(turns[peer].at(-1)!.perSecond)}`);
      tell(`${question.title}, round ${round} of ${rounds}: ${rates.join(', ')} a second`);
    }
    standard.push({
      question,
      juzheng: mediansOf(turns.juzheng),
      postgraphile: mediansOf(turns.postgraphile),
    });
  }
  return standard;
}

const mediansOf = (turns: readonly Measured[]): Measured => ({
  perSecond: median(turns.map((each) => each.perSecond)),
  cpu: median(turns.map((each) => each.cpu)),
});
