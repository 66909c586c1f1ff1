import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { readSuite, runConformance } from '../../src/importer/conformance/conformance.ts';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { importSeed } from '../../src/importer/import.ts';
import { checkKinds, namesOf } from '../../src/vocabulary.ts';
import type { CheckKind, CheckReason } from '../../src/vocabulary.ts';

const suite = 'test/conformance';
const files = [...readSuite(suite)];

/** Rules that a single small report cannot break, and why. */
const beyondOneReport: Readonly<Record<string, string>> = {
  'missing-folder': 'about the folder of a seed',
  'not-a-folder': 'about the folder of a seed',
  'no-reports': 'about the folder of a seed',
  'unfinished-draft': 'about the folder of a seed',
  'outside-seed': 'about a link in place of a folder',
  'unreadable-folder': 'about the rights of a folder',
  'outside-folder': 'about a link in place of a file',
  'not-a-file': 'about a pipe or a folder in place of a file',
  'unreadable-file': 'about the rights of a file',
  'other-place': 'about two reports',
  'not-earlier': 'about two reports',
  'too-large': 'takes a file of many megabytes',
  'too-many-facts': 'takes more facts than can be searched',
  'too-many-measures': 'takes more than two hundred measures',
  'too-many-problems': 'takes twenty thousand problems',
};

/** Words in quotation marks that look like rules. */
const noRules = new Set(['framework-item', 'small-2023', 'utf-8']);

/** Rules that the sources put together from pieces. */
const composed = [
  'baseline-not-in-quote',
  'broken-json',
  'broken-yaml',
  'unknown-document',
  'unknown-framework-item',
  'unknown-indicator',
  'unknown-measure',
  'unknown-organization',
  'unknown-origin',
  'unknown-outcome',
  'unknown-place',
  'unknown-problem',
  'unknown-target',
  'unknown-unit',
];

/** The reasons that a check of figures can come to. */
const ofFigures = [
  'AGREES',
  'WITHIN_ROUNDING',
  'WITHIN_BOUNDS',
  'NO_READING_AGREES',
  'NOT_BOUNDED',
  'NOT_TOLD',
] as const;

/** Every reason that a check of each kind can come to. */
const reasons: Readonly<Record<CheckKind, readonly CheckReason[]>> = {
  SUM: [...ofFigures, 'UNITS_DIFFER'],
  RATIO: [...ofFigures, 'BASE_NOT_SAID'],
  SUBSET: [...ofFigures, 'UNITS_DIFFER', 'SCOPES_MAY_DIFFER'],
  DIRECTION: ofFigures,
  SAME_FACT: [...ofFigures, 'UNITS_DIFFER', 'SCOPES_MAY_DIFFER'],
  RESTATED: [
    ...ofFigures.filter((reason) => reason !== 'NOT_TOLD'),
    'UNITS_DIFFER',
    'SAID_REVISED',
    'SCOPES_MAY_DIFFER',
  ],
  TARGET: [
    ...ofFigures,
    'UNITS_DIFFER',
    'SCOPES_MAY_DIFFER',
    'BOUNDS_LEAVE_OPEN',
    'PERIOD_DIFFERS',
    'PART_ONLY',
  ],
  SET_SIZE: ['AGREES', 'NO_READING_AGREES', 'NOT_TOLD'],
  NORM: [
    'AGREES',
    'WITHIN_BOUNDS',
    'NO_READING_AGREES',
    'BOUNDS_LEAVE_OPEN',
    'NOT_BOUNDED',
    'NOT_TOLD',
    'PERIOD_DIFFERS',
    'PER_DIFFERS',
    'PART_ONLY',
  ],
  REMAINDER: ['LEFT_OPEN', 'NOT_TOLD'],
};

const isCheck = (rule: string): rule is CheckKind => Object.hasOwn(checkKinds, rule);

test('every small report comes out as the suite says', () => {
  const results = [...runConformance(suite)];
  assert.equal(results.length, files.flatMap(({ cases }) => cases).length);
  assert.deepEqual(
    results.flatMap(({ file, name, wrong }) => wrong.map((line) => `${file}: ${name}: ${line}`)),
    [],
  );
});

test('each rule of the importer and each kind of check has its reports, and no other word has', () => {
  const told = files.map(({ rule }) => rule);
  const rules = [...rulesOfSources(), ...composed, 'shape', ...namesOf(checkKinds)];
  const wanted = new Set(rules.filter((rule) => !Object.hasOwn(beyondOneReport, rule)));
  assert.deepEqual(told.toSorted(), [...wanted].toSorted());
});

test('what is beyond one report is a rule of the importer', () => {
  const rules = rulesOfSources();
  assert.deepEqual(
    Object.keys(beyondOneReport).filter((rule) => !rules.has(rule)),
    [],
  );
});

test('what the suite says keeps the rules can be imported', async () => {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-kept-'));
  try {
    const seed = join(root, 'seed');
    cpSync(join(suite, 'vocabulary'), join(seed, 'vocabulary'), { recursive: true });
    const kept = files
      .flatMap(({ cases }) => cases)
      .filter(({ problems, vocabulary }) => problems.length + Object.keys(vocabulary).length === 0);
    const all = kept.flatMap((each) => [each, ...each.earlier]);
    all.forEach((each, nth) => writeReport(join(seed, 'reports', `small-${nth}`), each));
    const { counts } = await importSeed({ seed, data: join(root, 'data'), jobs: 1 });
    assert.equal(counts['reports'], all.length);
    const checks = kept.flatMap((each) => each.checks ?? []);
    assert.ok((counts['checks'] ?? 0) >= checks.length);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

/** All that stands in the importer's sources as a rule does: small words with hyphens, in quotation marks. */
function rulesOfSources(): ReadonlySet<string> {
  const sources = readdirSync('src/importer', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join('src/importer', file), 'utf8'))
    .map((source) => source.replaceAll(/ from '[^']+';$/gm, ''));
  const words = sources.flatMap((source) =>
    [...source.matchAll(/'([a-z]+(?:-[a-z\d]+)+)'/g)].map(([, word]) => word!),
  );
  return new Set(words.filter((word) => !noRules.has(word)));
}

for (const { file, rule, cases } of files) {
  const broken = cases.filter(({ problems }) => problems.length > 0);

  test(`${file} is named for its rule and tells each report once`, () => {
    assert.equal(basename(file, '.yaml'), rule.toLowerCase().replaceAll('_', '-'));
    assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
  });

  if (isCheck(rule)) {
    test(`${file} has a report for each reason that such a check can come to`, () => {
      assert.deepEqual(broken, []);
      const checks = cases.flatMap((each) => each.checks ?? []);
      const came = new Set(checks.filter(({ kind }) => kind === rule).map(({ reason }) => reason));
      assert.deepEqual([...came].toSorted(), reasons[rule].toSorted());
    });
  } else {
    test(`${file} has reports that keep the rule, and reports that break it and no other`, () => {
      assert.ok(broken.length > 0);
      assert.ok(broken.length < cases.length);
      const others = broken.flatMap(({ problems }) => problems.filter((each) => each !== rule));
      assert.deepEqual(others, []);
    });
  }
}
