import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { checkSeed } from '../../../src/importer/check.ts';
import { importSeed } from '../../../src/importer/import.ts';
import { SeedError, describeProblem } from '../../../src/importer/read/problem.ts';
import { randomOf } from '../../../src/corpus/random.ts';
import type { Random } from '../../../src/corpus/random.ts';
import { copySeed, factsFile, textFile } from '../copied.ts';

/** What is put in: marks that mean something to YAML, to the scanner of numerals or to a terminal. */
const morsels = Object.values({
  unseen: ['\t', '\r', '\0', '\u001b', '\ufeff', '\u2028', '𠮷', '\ud800'],
  marks: [
    '，',
    '、',
    '》',
    '《',
    '“',
    ': ',
    '- ',
    '\n',
    '\n- ',
    '  ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
  ],
  yaml: ['&a ', '*a', '!!x ', '#', '|', '>', '?', '%', '__proto__', 'null', '~', '1e999', '.nan'],
  words: ['0', '9', '-1', '百', '亿', '多', '20', '由', '至', '个百分点', '其中'],
}).flat() as [string, ...string[]];

/** Codings of the same text: what is spoiled in it may be missing in them alone. */
const codingFiles = ['a', 'b'].map((coder) => `reports/xinghe-2023/facts.coder-${coder}.yaml`);

type Mutation = (text: string, random: Random) => string;

const place = (text: string, random: Random) => random.between(0, text.length);

const mutations: [Mutation, ...Mutation[]] = [
  function cutOut(text, random) {
    const at = place(text, random);
    return text.slice(0, at) + text.slice(at + random.between(1, 40));
  },
  function repeat(text, random) {
    const at = place(text, random);
    return text.slice(0, at) + text.slice(Math.max(0, at - random.between(1, 200)));
  },
  function putIn(text, random) {
    const at = place(text, random);
    return text.slice(0, at) + random.pick(morsels) + text.slice(at);
  },
  function replace(text, random) {
    const at = place(text, random);
    return text.slice(0, at) + random.pick(morsels) + text.slice(at + 1);
  },
  function breakOff(text, random) {
    return text.slice(0, place(text, random));
  },
  function swapLines(text, random) {
    const lines = text.split('\n');
    const [one, other] = [0, 0].map(() => random.between(0, lines.length - 1)) as [number, number];
    [lines[one], lines[other]] = [lines[other]!, lines[one]!];
    return lines.join('\n');
  },
  function otherDigit(text, random) {
    const digits = [...text.matchAll(/\d/g)];
    const at = digits[random.between(0, digits.length - 1)]?.index ?? 0;
    return text.slice(0, at) + String(random.between(0, 9)) + text.slice(at + 1);
  },
];

/**
 * Spoils the real seed again and again: each time either problems are told at places of its files, or
 * nothing is wrong and an import verifies what it wrote. Nothing else is ever thrown.
 * @returns how many were refused, and how many imported
 */
export async function mutateSeed(rounds: number, key: string) {
  const copy = copySeed();
  const counts = { refused: 0, imported: 0 };
  const whole = new Map(
    [factsFile, textFile].map((file) => [file, readFileSync(join(copy.seed, file), 'utf8')]),
  );
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const random = randomOf(`${key}/${round}`);
      for (const [file, text] of whole) {
        let now = text;
        // Mostly the facts, as they are the larger and the richer of the two.
        const times = random.chance(file === factsFile ? 0.8 : 0.4) ? random.between(1, 3) : 0;
        for (let nth = 0; nth < times; nth += 1) now = random.pick(mutations)(now, random);
        writeFileSync(join(copy.seed, file), now);
      }
      await insistOnClearness(copy, counts).catch((error: unknown) => {
        throw new Error(`the mutation ${key}/${round} is not handled`, { cause: error });
      });
    }
    return counts;
  } finally {
    copy.remove();
  }
}

async function insistOnClearness(
  { seed, data }: { seed: string; data: string },
  counts: { refused: number; imported: number },
): Promise<void> {
  const { problems } = await checkSeed(seed, { jobs: 1 });
  for (const problem of problems) {
    const { file, line, column, message, help } = problem;
    assert.ok(
      [factsFile, textFile, ...codingFiles].some((name) => file === join(seed, name)),
      file,
    );
    assert.ok(line >= 1 && column >= 1, `${line}:${column}`);
    assert.ok(message && help && !/undefined|\[object|\bat \w+ \(/.test(message), message);
    assert.ok(describeProblem(problem).length < 5000);
    const lines = readFileSync(file, 'utf8').split('\n').length;
    assert.ok(line <= lines, `line ${line} of ${lines}`);
  }
  if (problems.length > 0) counts.refused += 1;
  else {
    try {
      await importSeed({ seed, data, jobs: 1 });
      counts.imported += 1;
    } catch (error) {
      // A code that a spoiled entry retired in the round before.
      assert.ok(error instanceof SeedError, String(error));
      for (const { rule } of error.problems) assert.equal(rule, 'retired-code');
      counts.refused += 1;
    }
  }
}
