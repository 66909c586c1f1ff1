import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkSeed } from '../../src/importer/check.ts';
import type { Copied } from '../support/copied.ts';
import { juzheng } from '../support/copied.ts';
import { copyWorkedSeed, factsOf, textOf, workedReports } from './worked-seed.ts';

let copied: Copied;
before(() => {
  copied = copyWorkedSeed();
});
after(() => copied.remove());

for (const report of workedReports) {
  test(`${report} is told whole: no problem, no figure waived, all five parts, all that is planned and falls short`, async () => {
    const { problems, summary } = await checkSeed(`${copied.seed}/reports/${report}`, { jobs: 1 });
    assert.deepEqual(problems, []);
    assert.deepEqual(summary.figureWaivers, []);
    assert.equal(summary.waived, 0);
    assert.equal(summary.claimed, summary.numerals['QUANTITY']);
    assert.ok(summary.claimed > 60, String(summary.claimed));
    assert.deepEqual(Object.keys(summary.claims).toSorted(), ['OUTCOME', 'PROBLEM', 'TARGET']);
    assert.equal(summary.partsPresent, 5);
    assert.equal(summary.verdicts['DOES_NOT_FOLLOW'] ?? 0, 0);
    assert.deepEqual(summary.notices, []);
  });

  test(`${report} leaves no clause out that tells an act: its heads and openings alone`, async () => {
    const { summary } = await checkSeed(`${copied.seed}/reports/${report}`, { jobs: 1 });
    const [title, ...others] = summary.uncovered.filter(({ hasVerb }) => hasVerb);
    assert.match(title?.text ?? '', /报告$/);
    assert.ok(others.every(({ text }) => text.endsWith('报告如下：')));
  });

  test(`${report} is written as such reports are: whole, in full width, in Chinese alone`, () => {
    const text = textOf(report);
    assert.ok(text.length > 1700 && text.length < 2500, String(text.length));
    assert.doesNotMatch(text, /[,;!?%()A-Za-z]/);
    for (const level of [/^一、/m, /^（一）/m, /^1．/m, /一是/, /二是/]) assert.match(text, level);
    assert.match(text, /均为100％/);
    assert.match(text, /分别为/);
  });
}

test('check says by the command line what the worked example holds', () => {
  const { code, out } = juzheng('check', `${copied.seed}/reports/${workedReports[1]}`);
  assert.equal(code, 0);
  assert.match(out, /^no problem in /);
  assert.match(out, /quantities: 66 claimed, 0 waived/);
  assert.match(
    out,
    /plans: 5 planned measures, 7 targets; 3 problems, 0 of them without an answer/,
  );
});

test('whoever opens the facts reads first that they are made up', () => {
  for (const report of workedReports) {
    assert.match(report, /^made-up-/);
    assert.doesNotThrow(() => copied.placeOf(factsOf(report), '# MADE UP:'));
    assert.equal(copied.placeOf(factsOf(report), '# MADE UP:'), '1:1');
  }
});
