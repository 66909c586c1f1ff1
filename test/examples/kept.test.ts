import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { namesOf } from '../../src/vocabulary.ts';
import { followUpStatuses, targetVerdicts } from '../../src/vocabulary/plans.ts';
import { answerExamples } from '../support/answered-examples.ts';
import type { AnsweredExamples } from '../support/answered-examples.ts';
import type { Answer } from '../support/random/seeded.ts';

type Data = Answer['body'];

let examples: AnsweredExamples;
before(async () => {
  examples = await answerExamples(60, 2);
});
after(() => {
  examples.close();
});

const countsOf = (facets: { value: string; count: number }[]) =>
  new Map(facets.map(({ value, count }) => [value, count]));

test('promises of the corpus come out kept, broken and forgotten', async () => {
  const { targets } = await examples.answerOf('PromisesKeptAndBroken');
  const counts = countsOf(targets.facets.verdicts);
  assert.deepEqual([...counts.keys()].toSorted(), namesOf(targetVerdicts).toSorted());
  assert.equal(
    [...counts.values()].reduce((sum, count) => sum + count, 0),
    targets.totalCount,
  );
  for (const verdict of ['REACHED', 'PARTLY_REACHED', 'NOT_REACHED', 'NOT_REPORTED'])
    assert.ok((counts.get(verdict) ?? 0) > 8, verdict);
});

test('a kept promise has both quotes, and the report that keeps it is later and of its place', async () => {
  const { body } = await examples.seeded.ask(`{ targets(
    filter: { verdicts: [REACHED, PARTLY_REACHED, NOT_REACHED] }, first: 100
  ) { nodes {
    verdict shareReached year evidence { exact } report { year place { code } }
    outcome { year evidence { exact } report { code year place { code } } }
    lookedAt { report { code } } checks { nodes { kind verdict target { code } operands { role } } }
    code verdictExplanation
  } } }`);
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  assert.ok(body.data.targets.nodes.length > 20);
  for (const target of body.data.targets.nodes) {
    const { outcome, report, checks, lookedAt } = target;
    assert.equal(outcome.report.place.code, report.place.code);
    assert.ok(outcome.report.year > report.year && outcome.year === target.year, target.code);
    assert.ok(lookedAt.some((each: Data) => each.report.code === outcome.report.code));
    assert.ok(target.evidence.exact !== '' && outcome.evidence.exact !== '');
    assert.ok(target.verdictExplanation.includes(outcome.report.code));
    const [check, ...others] = checks.nodes;
    assert.deepEqual(others, []);
    assert.deepEqual(check, {
      kind: 'TARGET',
      verdict: target.verdict === 'REACHED' ? 'HOLDS' : 'DOES_NOT_FOLLOW',
      target: { code: target.code },
      operands: [{ role: 'RESULT' }],
    });
    if (target.verdict === 'PARTLY_REACHED')
      assert.ok(target.shareReached > 0 && target.shareReached < 1);
  }
});

test('plans of the corpus are followed, and the years of an example narrow it', async () => {
  const { measures } = await examples.answerOf('PlansAndTheirFollowUp');
  const counts = countsOf(measures.facets.followUps);
  assert.deepEqual([...counts.keys()].toSorted(), namesOf(followUpStatuses).toSorted());
  const { measures: some } = await examples.answerOf('PlansAndTheirFollowUp', { years: [2022] });
  assert.ok(some.totalCount > 0 && some.totalCount < measures.totalCount);
  assert.ok(some.nodes.every(({ report }: Data) => report.year === 2022));
  for (const { followUp, report } of measures.nodes) {
    const isTold = followUp.status.startsWith('TOLD');
    assert.equal(followUp.measure !== null, isTold);
    assert.equal(followUp.evidence !== null, isTold);
    if (isTold) assert.ok(followUp.measure.report.year > report.year);
  }
});
