import assert from 'node:assert/strict';
import { readExamples } from '../../src/examples/read-examples.ts';
import { sameDataOf, startOver, startOverCorpus } from './random/seeded.ts';
import type { Answer, Seeded } from './random/seeded.ts';

type Data = Answer['body'];

/** Examples of what lies ahead, falls short or stands in several reports: the seed's tells nothing of it. */
export const emptyOverSeed: ReadonlySet<string> = new Set([
  'PromisesKeptAndBroken',
  'PlansAndTheirFollowUp',
  'ProblemsWithoutAnAnswer',
  'ProblemToOutcome',
  'ReportsThatLackAPart',
  'MeasuresCarriedOn',
]);

/** The examples over so many synthetic reports of a draw, each answered both ways. */
export type AnsweredExamples = {
  seeded: Seeded;
  /** What an example is answered with; compiled and executed agree, or the test fails. */
  answerOf: (name: string, variables?: object) => Promise<Data>;
  close: () => void;
};

export async function answerExamples(reports: number, draw: number): Promise<AnsweredExamples> {
  const seeded = await startOverCorpus(reports, draw);
  const executed = startOver(seeded.data, { compiler: false });
  return {
    seeded,
    async answerOf(name, variables = {}) {
      const example = readExamples().find((each) => each.name === name);
      const { query } = example ?? assert.fail(`no example ${name}`);
      return sameDataOf({ compiled: seeded, executed }, query, variables);
    },
    close() {
      executed.close();
      seeded.close();
    },
  };
}
