import assert from 'node:assert/strict';
import { publishSnapshot } from '../../../../src/importer/postgres/publish.ts';
import { startCluster } from '../../../support/postgres/cluster.ts';
import type { Cluster } from '../../../support/postgres/cluster.ts';
import { processorTime } from '../../support/process-tree.ts';
import { normalizeAnswer, post } from '../compare-answers.ts';
import { load } from '../load.ts';
import { mediansOf } from '../measure.ts';
import type { Plan } from '../measure.ts';
import { startServer } from '../processes.ts';
import type { Running } from '../processes.ts';
import type { Question } from '../questions.ts';
import { describeStandbys } from './describe-standbys.ts';

/** A server and the standby that it reads. */
type Pair = { server: Running; standby: Cluster };

/** Answers a second of all servers together, and microseconds of processor time an answer. */
export type Turn = { perSecond: number; cpu: number };

const figures = ['perSecond', 'cpu'] as const;

/** A question, and what an answer came to from one server on a standby and from two on two. */
export type Scaled = { question: Question; one: Turn; two: Turn };

const reader = 'server';

/**
 * Holds two servers on two hot standbys against one on one: what an answer takes of the processors, server and
 * database together.
 */
export async function measureStandbys(
  plan: Plan,
  questions: readonly Question[],
  tell: (line: string) => void,
): Promise<string> {
  const settings = { hot_standby_feedback: 'on', shared_buffers: '1GB', work_mem: '64MB' };
  const primary = await startCluster({ settings });
  const pairs: Pair[] = [];
  try {
    await primary.addRole(reader);
    const { schema } = await publishSnapshot({ data: plan.data, url: primary.url(), reader });
    // What was read is marked as seen by all before the standbys are made: there it cannot be.
    await primary.run('vacuum (analyze)');
    tell(`published in the schema ${schema}`);
    for (const place of [1, 2]) {
      const standby = await primary.addStandby();
      const server = await startServer(
        'serve-juzheng.ts',
        plan.data,
        'on',
        standby.url(reader),
        '0',
      );
      pairs.push({ server, standby });
      tell(`server ${place} reads a standby of its own`);
    }
    const scaled: Scaled[] = [];
    for (const question of questions)
      scaled.push(await measureQuestion(plan, pairs, question, tell));
    return describeStandbys(plan, scaled);
  } finally {
    await Promise.all(pairs.map(({ server }) => server.stop()));
    await primary.stop();
  }
}

/**
 * Asks each server all before it is measured, twice, so that neither pays for what both remember; they give the
 * same answers.
 */
async function askAll(pairs: readonly Pair[], { query, variables }: Question): Promise<void> {
  for (const each of [...variables, ...variables]) {
    const [one = '', ...others] = await Promise.all(
      pairs.map(({ server }) => post(`${server.url}/graphql`, { query, variables: each })),
    );
    for (const other of others) assert.equal(normalizeAnswer(other), normalizeAnswer(one));
  }
}

/** Lets one and both take turns. */
async function measureQuestion(
  { rounds, seconds, connections }: Plan,
  pairs: readonly Pair[],
  question: Question,
  tell: (line: string) => void,
): Promise<Scaled> {
  const bodies = question.variables.map((variables) =>
    JSON.stringify({ query: question.query, variables }),
  );
  const turn = async (asked: readonly Pair[], length: number): Promise<Turn> => {
    const pids = asked.flatMap(({ server, standby }) => [server.pid, standby.pid()]);
    const used = () => pids.reduce((sum, pid) => sum + processorTime(pid), 0);
    const before = used();
    const each = Math.max(1, Math.round(connections / asked.length));
    const loads = await Promise.all(
      asked.map(({ server }) =>
        load({ url: `${server.url}/graphql`, bodies, connections: each, seconds: length }),
      ),
    );
    const sum = (of: 'answers' | 'perSecond' | 'failed') =>
      loads.reduce((total, loaded) => total + loaded[of], 0);
    if (sum('failed') > 0) throw new Error(`${sum('failed')} requests failed: ${question.title}`);
    return {
      perSecond: sum('perSecond'),
      cpu: ((used() - before) * 1000) / Math.max(1, sum('answers')),
    };
  };
  const turns: Record<'one' | 'two', Turn[]> = { one: [], two: [] };
  await askAll(pairs, question);
  await turn(pairs, Math.min(2, seconds));
  for (let round = 1; round <= rounds; round += 1) {
    // Now the one, now the other.
    const alone = pairs.slice(round % pairs.length).slice(0, 1);
    turns.one.push(await turn(alone, seconds));
    turns.two.push(await turn(pairs, seconds));
    const { one, two } = turns;
    tell(
      `${question.title}, round ${round} of ${rounds}: ${Math.round(one.at(-1)!.cpu)} µs of one, ${Math.round(two.at(-1)!.cpu)} of two`,
    );
  }
  return { question, one: mediansOf(turns.one, figures), two: mediansOf(turns.two, figures) };
}
