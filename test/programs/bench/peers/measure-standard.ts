import assert from 'node:assert/strict';
import { processorTime } from '../../support/process-tree.ts';
import { normalizeAnswer, post } from '../compare-answers.ts';
import { load } from '../load.ts';
import { mediansOf } from '../measure.ts';
import type { Plan } from '../measure.ts';
import { bySide, isGivenUp, sideNames } from './sides.ts';
import type { Side, SideName } from './sides.ts';
import type { PeerQuestion } from './standard-questions.ts';

/** Answers a second, and microseconds of processor time an answer: of the server and its database. */
export type Measured = { perSecond: number; cpu: number };

const figures = ['perSecond', 'cpu'] as const;

/** A standard question, and what each came to with it. */
export type Standard = { question: PeerQuestion } & Record<SideName, Measured>;

type Sides = Record<SideName, Side>;

/** So often what was given up for time is asked again. */
const patience = 20;

/**
 * Holds answers against those of Juzheng from its file: over PostgreSQL they are the same, and PostGraphile has
 * the same rows, but no snippets. Says how many were compared, and how many PostGraphile gave up.
 */
export async function compareStandard(
  sides: Sides,
  questions: readonly PeerQuestion[],
  most = 50,
): Promise<{ same: number; givenUp: number }> {
  const count = { same: 0, givenUp: 0 };
  for (const { queries, variables, toAnswer } of questions) {
    const ask = async (side: SideName, each: object) => {
      const asked = { query: queries[side], variables: each };
      let told = await post(`${sides[side].url}/graphql`, asked);
      // What lies on the disk may take longer than a question may, until it has been read.
      for (let again = 0; again < patience && isGivenUp(told); again += 1)
        told = await post(`${sides[side].url}/graphql`, asked);
      return told;
    };
    for (const each of variables.slice(0, most)) {
      const [own, told] = [await ask('juzheng', each), await ask('postgraphile', each)];
      for (const side of ['known', 'store'] as const)
        assert.equal(normalizeAnswer(await ask(side, each)), normalizeAnswer(own));
      if (isGivenUp(told)) {
        count.givenUp += 1;
        continue;
      }
      const { data, errors } = JSON.parse(told) as { data: never; errors?: unknown };
      assert.equal(errors, undefined, told);
      const { data: expected } = JSON.parse(own, withoutSnippets) as { data: unknown };
      assert.deepEqual(toAnswer(data), expected, `${queries.juzheng} ${JSON.stringify(each)}`);
      count.same += 1;
    }
  }
  return count;
}

const withoutSnippets = (key: string, value: unknown) => (key === 'snippets' ? undefined : value);

/** Lets all take turns with each question; nobody else is asked meanwhile. */
export async function measureStandard(
  { rounds, seconds, connections }: Plan,
  sides: Sides,
  questions: readonly PeerQuestion[],
  tell: (line: string) => void,
): Promise<Standard[]> {
  const turn = async (
    question: PeerQuestion,
    side: SideName,
    length: number,
  ): Promise<Measured> => {
    const { url, pids } = sides[side];
    const query = question.queries[side];
    const bodies = question.variables.map((variables) => JSON.stringify({ query, variables }));
    const used = () => pids.reduce((sum, pid) => sum + processorTime(pid), 0);
    const before = used();
    const { answers, perSecond, failed } = await load({
      url: `${url}/graphql`,
      bodies,
      connections,
      seconds: length,
    });
    if (failed > 0) throw new Error(`${side}: ${failed} requests failed: ${question.title}`);
    return { perSecond, cpu: ((used() - before) * 1000) / Math.max(1, answers) };
  };
  const standard: Standard[] = [];
  for (const question of questions) {
    const turns = bySide((): Measured[] => []);
    for (const side of sideNames) await turn(question, side, Math.min(2, seconds));
    for (let round = 1; round <= rounds; round += 1) {
      for (const side of sideNames) turns[side].push(await turn(question, side, seconds));
      const rates = sideNames.map((side) => `${side} ${Math.round(turns[side].at(-1)!.perSecond)}`);
      tell(`${question.title}, round ${round} of ${rounds}: ${rates.join(', ')} a second`);
    }
    standard.push({ question, ...bySide((side) => mediansOf(turns[side], figures)) });
  }
  return standard;
}
