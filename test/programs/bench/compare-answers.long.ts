import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importedSeed } from '../../support/served.ts';
import { compareAnswers } from './compare-answers.ts';
import { questionsOver } from './questions.ts';

test('what the benchmark measures gives one answer: written by hand, compiled and executed', async (t) => {
  const { data, remove } = await importedSeed();
  t.after(remove);
  const compared = await compareAnswers(data, questionsOver(data, 20));
  assert.ok(compared >= 50, `${compared} were compared`);
});
