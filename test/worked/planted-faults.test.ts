import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { checkSeed } from '../../src/importer/check.ts';
import type { Copied } from '../support/copied.ts';
import { faultsOfFigures } from './planted/figures.ts';
import { faultsOfHeads } from './planted/heads.ts';
import { faultsOfPlans } from './planted/plans.ts';
import { copyWorkedSeed } from './worked-seed.ts';

let copied: Copied;
beforeEach(() => {
  copied = copyWorkedSeed();
});
afterEach(() => copied.remove());

/** What stands right before a line and a column, both from 1. */
function wordsBefore(file: string, line: number, column: number): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  return [...lines.slice(0, line - 1), lines[line - 1]!.slice(0, column - 1)].join('\n');
}

for (const { name, changes, told } of [...faultsOfFigures, ...faultsOfPlans, ...faultsOfHeads]) {
  test(`${name} is refused, at its place, with what to do`, async () => {
    for (const [file, from, to] of changes) copied.change(`reports/${file}`, from, to);
    const { problems } = await checkSeed(copied.seed, { jobs: 1 });
    const reports = join(copied.seed, 'reports');
    assert.deepEqual(
      problems.map(({ file, rule }) => [rule, relative(reports, file)]),
      told.map(([rule, file]) => [rule, file]),
      JSON.stringify(problems, null, 1),
    );
    problems.forEach(({ file, line, column, help }, nth) => {
      const [, , before, wanted] = told[nth]!;
      const stands = wordsBefore(file, line, column);
      assert.ok(stands.endsWith(before), `${line}:${column} stands behind ${stands.slice(-120)}`);
      assert.match(help, wanted);
    });
  });
}

test('where a report is of another place, its targets are none that a later report of this one revises', async () => {
  copied.change('reports/made-up-zixu-2023/facts.yaml', "place: '900123'", "place: '900100'");
  const { problems } = await checkSeed(copied.seed, { jobs: 1 });
  assert.ok(problems.every(({ rule }) => rule === 'other-place'));
  const ofTarget = problems.filter(({ message }) => message.startsWith('The target'));
  assert.deepEqual(
    ofTarget.map(({ message, help }) => [message, help]),
    [
      [
        'The target "made-up-zixu-2023/online-items-rate" is of another place.',
        'Name a target of an earlier report of the same place.',
      ],
    ],
  );
});

test('an indicator of other things that take the same classifier is warned of', async () => {
  const facts = 'reports/made-up-zixu-2023/facts.yaml';
  copied.change(facts, 'indicator: exempted-penalties', 'indicator: contracts-reviewed');
  const { problems, summary } = await checkSeed(copied.seed, { jobs: 1 });
  assert.deepEqual(problems, []);
  assert.deepEqual(summary.notices, [
    {
      code: 'made-up-zixu-2023/exempted-penalties',
      message:
        'the words beside “57件” name the unit "{case}", and its indicator is observed in "{contract}": take the indicator that is meant',
    },
  ]);
});
