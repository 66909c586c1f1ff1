import { parseArgs } from 'node:util';
import { describeFailure } from '../../../src/cli/describe-error.ts';
import { SeedError, describeProblem } from '../../../src/importer/read/problem.ts';
import { belowBars, nameOf, scoreExamples } from './score-examples.ts';
import type { Score } from './score-examples.ts';
import { examplesOf, syntheticExamples } from './expected/sources.ts';
import type { Example } from './expected/sources.ts';
import { missesOf, tableOf } from './table.ts';

/**
 * Drafts reports from their texts alone and holds the drafts against what people decided on them.
 * `npm run score -- [FOLDER…] [--corpus SEED [COUNT]] [--given] [--misses N] [--json] [--strict] [--short]`
 *
 * A folder is a seed, one report of a seed, or holds texts with their gold (`NN.txt`, `NN.json`); without
 * one, the project's seed is scored. `--corpus` scores synthetic reports of a seed number; `--given` tells
 * the drafter the year, as a person may; `--misses` lists what is wrong; `--strict` fails where
 * something is below its bar. `--short` is the seed, the made-up reports of the tests and a few synthetic ones,
 * strictly.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    given: { type: 'boolean', default: false },
    misses: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
});

/** The made-up reports of the tests. */
const madeUp = 'test/worked';
/** How many synthetic reports there are unless somebody says, and in short. */
const usualCount = 100;
const shortCount = 10;
/** Of the synthetic reports in short; any would do that nobody wrote rules by. */
const shortSeed = 20_261_128;

const say = (line: string) => process.stdout.write(`${line}\n`);
const isNumber = (word: string) => /^\d+$/.test(word);

function numberOf(word: string, option: string): number {
  if (!isNumber(word)) throw new Error(`${option} wants a number from 0 on, not ${word}.`);
  return Number(word);
}

function namedExamples(): Example[] {
  const isGiven = { isGiven: values.given };
  const { corpus, short } = values;
  const folders = positionals.filter((word) => corpus === undefined || !isNumber(word));
  const count = Number(positionals.find(isNumber) ?? usualCount);
  const isBare = folders.length === 0 && corpus === undefined;
  return [
    ...(isBare || short ? examplesOf('seed', isGiven) : []),
    ...(short ? examplesOf(madeUp, isGiven) : []),
    ...folders.flatMap((folder) => examplesOf(folder, isGiven)),
    ...(corpus === undefined
      ? []
      : syntheticExamples(numberOf(corpus, '--corpus'), count, isGiven)),
    ...(short ? syntheticExamples(shortSeed, shortCount, isGiven) : []),
  ];
}

function tell(scores: readonly Score[], most: number): void {
  for (const { source, reports, lines, tally } of scores) {
    say(`${nameOf(source)}: ${reports.length} texts`);
    for (const line of tableOf(lines)) say(line);
    for (const line of most > 0 ? missesOf(tally, most) : []) say(line);
    say('');
  }
}

/** The scores as JSON: lines of all texts of a source and of each, and the first misses. */
const jsonOf = (scores: readonly Score[], most: number): string =>
  JSON.stringify(
    scores.map(({ tally, ...rest }) => ({
      ...rest,
      misses: Object.fromEntries(
        [...tally].map(([name, { misses }]) => [name, misses.slice(0, most)]),
      ),
    })),
    null,
    2,
  );

try {
  const most = numberOf(values.misses, '--misses');
  const scores = scoreExamples(namedExamples());
  if (values.json) say(jsonOf(scores, most));
  else tell(scores, most);
  const below = belowBars(scores);
  if ((values.strict || values.short) && below.length > 0) {
    process.stderr.write(`below the bar: ${below.join(', ')}\n`);
    process.exitCode = 1;
  }
} catch (error) {
  // Somebody named a folder wrongly, or curated it so: what is wrong stands in the message.
  const problems = error instanceof SeedError ? error.problems.map(describeProblem) : [];
  for (const line of [...problems, describeFailure(error)]) process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}
