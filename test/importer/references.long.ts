import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { checkSeed } from '../../src/importer/check.ts';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { importSeed } from '../../src/importer/import.ts';
import { SeedError, describeProblem } from '../../src/importer/read/problem.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { caseSeed } from '../support/imports/case-seed.ts';
import { times } from '../support/times.ts';

/** References between the reports of a place: a measure carried on, a target revised. */
let made: ReturnType<typeof caseSeed>;
beforeEach(() => {
  made = caseSeed();
});
afterEach(() => made.remove());

const folderOf = (code: string) => join(made.seed, 'reports', code);

/** A report of a year whose measure is carried out, with a plan for the next year. */
function writeYear(
  year: number,
  told: { place?: string; continues?: string; revises?: string; sessions?: number } = {},
) {
  const { place = '150924', continues, revises, sessions = 6 } = told;
  const code = `small-${year}`;
  writeReport(folderOf(code), {
    text: `${year}年继续开展普法。下一步开展检查,检查不少于${sessions}场。\n`,
    facts: {
      report: { place, period: { text: `${year}年`, edtf: String(year) } },
    },
    measures: [
      {
        code: 'teach',
        quote: `${year}年继续开展普法`,
        ...(continues !== undefined && {
          continues: { measure: continues, basis: 'STATED', quote: '继续开展普法' },
        }),
      },
      {
        code: 'inspect',
        stage: 'PLANNED',
        quote: '开展检查',
        targets: [
          {
            code: 'inspections',
            quote: `检查不少于${sessions}场`,
            value: sessions,
            unit: '{event}',
            ...(revises !== undefined && { revises }),
          },
        ],
      },
    ],
    files: {},
  });
}

const importAll = () => importSeed({ seed: made.seed, data: made.data, jobs: 1 });

/** What a check and an import tell, which is the same. */
async function toldOf(): Promise<string[]> {
  const { problems } = await checkSeed(made.seed, { jobs: 1 });
  const checked = problems.map(describeProblem);
  const imported = await importAll().then(
    () => [],
    (error: unknown) => {
      assert.ok(error instanceof SeedError);
      return error.problems.map(describeProblem);
    },
  );
  assert.deepEqual(imported, checked);
  return checked;
}

/** The words that a place of a file, as a problem tells it, begins. */
function wordsAt(told: string): string {
  const [, file, line, column] = /^(.*?):(\d+):(\d+) /.exec(told) ?? [];
  const lines = readFileSync(file!, 'utf8').split('\n');
  return lines[Number(line) - 1]!.slice(Number(column) - 1);
}

test('what carries on an earlier measure or revises an earlier target may name it', async () => {
  writeYear(2022);
  writeYear(2023, {
    continues: 'small-2022/teach',
    revises: 'small-2022/inspections',
    sessions: 8,
  });
  assert.deepEqual(await toldOf(), []);
});

test('of a report that is not there, anything may be named', async () => {
  writeYear(2023, { continues: 'small-2022/teach', revises: 'small-2022/inspections' });
  assert.deepEqual(await toldOf(), []);
});

const faults: [name: string, write: () => void, rule: string, help: RegExp, at: string][] = [
  [
    'a measure that the earlier report does not have',
    () => {
      writeYear(2022);
      writeYear(2023, { continues: 'small-2022/teach-law' });
    },
    'unknown-measure',
    /Take the code from that report’s facts/,
    'small-2022/teach-law',
  ],
  [
    'a target that the earlier report does not have',
    () => {
      writeYear(2022);
      writeYear(2023, { revises: 'small-2022/checks' });
    },
    'unknown-target',
    /Take the code from that report’s facts/,
    'small-2022/checks',
  ],
  [
    'a target whose place is another',
    () => {
      writeYear(2022, { place: '150900' });
      writeYear(2023, { revises: 'small-2022/inspections' });
    },
    'other-place',
    /of the same place/,
    'small-2022/inspections',
  ],
  [
    'a target of a later report',
    () => {
      writeYear(2024);
      writeYear(2023, { revises: 'small-2024/inspections' });
    },
    'not-earlier',
    /of an earlier report/,
    'small-2024/inspections',
  ],
  [
    'a measure of the same report',
    () => {
      writeYear(2023, { continues: 'small-2023/inspect' });
    },
    'not-earlier',
    /of an earlier report/,
    'small-2023/inspect',
  ],
];

for (const [name, write, rule, help, at] of faults) {
  test(`${name} is refused, with its place and what to do`, async () => {
    write();
    const [told = '', ...others] = await toldOf();
    assert.deepEqual(others, []);
    assert.match(told, new RegExp(` ${rule}: `));
    assert.match(told, help);
    assert.ok(wordsAt(told).startsWith(at), wordsAt(told));
  });
}

test('a check of one report looks at those beside it that it refers to', async () => {
  writeYear(2022);
  writeYear(2023, { continues: 'small-2022/teach-law' });
  const { problems } = await checkSeed(folderOf('small-2023'), { jobs: 1 });
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['unknown-measure'],
  );
});

test('an import tells of a report that is carried on when what it refers to goes', async () => {
  for (let year = 2010; year <= 2021; year += 1) writeYear(year);
  writeYear(2022);
  writeYear(2023, { revises: 'small-2022/inspections' });
  await importAll();
  rmSync(folderOf('small-2022'), { recursive: true });
  await importAll();
  writeYear(2022, { place: '150900' });
  await assert.rejects(importAll(), (error: unknown) => {
    assert.ok(error instanceof SeedError);
    const [problem] = error.problems;
    assert.equal(problem?.rule, 'other-place');
    assert.equal(problem.file, join(folderOf('small-2023'), 'facts.yaml'));
    return true;
  });
});

test('whichever report changes, an import that carries others on tells what a check of all tells', async () => {
  const random = randomOf(61);
  const years = Array.from({ length: 12 }, (_, nth) => 2010 + nth);
  const references = (before: number, measure = 'teach') => ({
    continues: `small-${before}/${measure}`,
    revises: `small-${before}/inspections`,
  });
  const writeSound = () => {
    for (const year of years) writeYear(year, references(year - 1));
  };
  writeSound();
  await importAll();
  let refused = 0;
  for (let round = 0; round < 6 * times; round += 1) {
    const year = random.pick(years);
    const before = year - random.pick([-1, 1, 1, 2]);
    rmSync(folderOf(`small-${year}`), { recursive: true });
    // One that went comes back, as another one or of another place.
    if (random.chance(0.3)) assert.deepEqual(await toldOf(), []);
    const place = random.pick(['150924', '150900']);
    const measure = random.pick(['teach', 'teach', 'teach-law']);
    writeYear(year, { place, sessions: 7 + round, ...references(before, measure) });
    if ((await toldOf()).length === 0) continue;
    refused += 1;
    writeSound();
    assert.deepEqual(await toldOf(), []);
  }
  assert.ok(refused > 0, `${refused} refused`);
});
