import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import { checkOperands, checks } from '../../src/db/tables/fidelity.ts';
import { outcomes } from '../../src/db/tables/outcome.ts';
import { reports } from '../../src/db/tables/report.ts';
import { units } from '../../src/db/tables/unit.ts';
import { readSuite } from '../../src/importer/conformance/conformance.ts';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { importSeed } from '../../src/importer/import.ts';
import { checkKinds, namesOf } from '../../src/vocabulary.ts';
import { startOver } from '../support/random/seeded.ts';

const suite = 'test/conformance';
const root = mkdtempSync(join(tmpdir(), 'juzheng-coverage-'));
const data = join(root, 'data');

/** A report of two sentences whose second rate nobody says what it is of. */
const withRates = {
  text: '2023年推进依法行政。受理案件200件,办结191件,办结率95.5%。满意率98%。\n',
  facts: {},
  files: {},
  outcomes: [
    { code: 'received', quote: '受理案件200件', value: 200, unit: '{case}' },
    { code: 'settled', quote: '办结191件', value: 191, unit: '{case}' },
    { code: 'rate', quote: '办结率95.5%', value: 95.5, unit: '%' },
    { code: 'pleased', quote: '满意率98%', value: 98, unit: '%' },
  ],
};

before(async () => {
  const seed = join(root, 'seed');
  cpSync(join(suite, 'vocabulary'), join(seed, 'vocabulary'), { recursive: true });
  // Every report of the suite that keeps the rules: all kinds of check, and all reasons.
  const kept = [...readSuite(suite)]
    .flatMap(({ cases }) => cases)
    .filter(({ problems, vocabulary }) => problems.length + Object.keys(vocabulary).length === 0)
    .flatMap((each) => [each, ...each.earlier]);
  [withRates, ...kept].forEach((each, nth) => {
    writeReport(join(seed, 'reports', `small-${nth}`), each);
  });
  await importSeed({ seed, data, jobs: 1 });
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

/** What coverage has to say of each report, counted one by one. */
function countedByHand() {
  const current = openCurrent(data);
  if (!current.ok) throw new Error(current.reason);
  const { db, close } = current.snapshot;
  const [allChecks, operands] = [
    db.select().from(checks).all(),
    db.select().from(checkOperands).all(),
  ];
  const [figures, allUnits] = [db.select().from(outcomes).all(), db.select().from(units).all()];
  const all = db.select({ id: reports.id, code: reports.code }).from(reports).all();
  close();
  const perCent = allUnits.find(({ code }) => code === '%')?.id;
  return new Map(
    all.map(({ id, code }) => {
      const own = allChecks.filter((check) => check.reportId === id && check.kind !== 'REMAINDER');
      const ofRatios = new Set(own.filter(({ kind }) => kind === 'RATIO').map((check) => check.id));
      const taken = new Set(
        operands.filter(({ checkId }) => ofRatios.has(checkId)).map(({ outcomeId }) => outcomeId),
      );
      const rates = figures.filter(
        (row) =>
          row.reportId === id && row.unitId === perCent && row.value !== null && !taken.has(row.id),
      );
      const called = [
        ...own.map(({ kind, verdict, reason }) => ({ kind, verdict, reason })),
        ...rates.map(() => ({ kind: 'RATIO', verdict: 'CANNOT_BE_CHECKED', reason: 'NOT_TOLD' })),
      ];
      const isMade = ({ verdict }: (typeof called)[number]) => verdict !== 'CANNOT_BE_CHECKED';
      const reasons = Map.groupBy(
        called.filter((check) => !isMade(check)),
        ({ kind, reason }) => `${kind} ${reason}`,
      );
      return [
        code,
        {
          possibleCheckCount: called.length,
          madeCheckCount: called.filter(isMade).length,
          checkKinds: namesOf(checkKinds)
            .filter((kind) => kind !== 'REMAINDER')
            .map((kind) => ({
              kind,
              possibleCount: called.filter((check) => check.kind === kind).length,
              madeCount: called.filter((check) => check.kind === kind && isMade(check)).length,
            })),
          unmadeChecks: [...reasons].map(([key, some]) => `${key} ${some.length}`).toSorted(),
        },
      ] as const;
    }),
  );
}

type Told = {
  code: string;
  coverage: { unmadeChecks: { kind: string; reason: string; checkCount: number }[] };
};

for (const compiler of [true, false]) {
  test(`coverage counts the checks that are called for and made, ${compiler ? 'compiled' : 'by the executor'}`, async () => {
    const expected = countedByHand();
    const started = startOver(data, { compiler });
    const told: Told[] = [];
    for (let cursor: string | null = null; ;) {
      const { body } = await started.ask(
        `query ($after: String) { reports(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { code coverage {
          possibleCheckCount madeCheckCount checkKinds { kind possibleCount madeCount } unmadeChecks { kind reason checkCount } } } } }`,
        { after: cursor },
      );
      assert.equal(body.errors, undefined, JSON.stringify(body.errors));
      told.push(...body.data.reports.nodes);
      const { hasNextPage, endCursor } = body.data.reports.pageInfo;
      if (!hasNextPage) break;
      cursor = endCursor;
    }
    started.close();
    assert.equal(told.length, expected.size);
    assert.ok(told.length > 200);
    const reasons = new Set<string>();
    for (const { code, coverage } of told) {
      const { unmadeChecks, ...counts } = coverage;
      const unmade = unmadeChecks.map((each) => `${each.kind} ${each.reason} ${each.checkCount}`);
      assert.deepEqual({ ...counts, unmadeChecks: unmade.toSorted() }, expected.get(code), code);
      for (const { kind, reason } of unmadeChecks) reasons.add(`${kind} ${reason}`);
    }
    assert.ok(reasons.has('RATIO NOT_TOLD') && reasons.has('RESTATED SAID_REVISED'));
  });
}

test('a rate of which nobody says what it is of is called for, and not made', async () => {
  const started = startOver(data);
  const { body } = await started.ask(
    '{ report(by: { code: "small-0" }) { coverage { possibleCheckCount madeCheckCount unmadeChecks { kind reason checkCount } } } }',
  );
  started.close();
  assert.deepEqual(body.data.report.coverage, {
    possibleCheckCount: 2,
    madeCheckCount: 1,
    unmadeChecks: [{ kind: 'RATIO', reason: 'NOT_TOLD', checkCount: 1 }],
  });
});
