import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { importSeed } from '../../src/importer/import.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { caseSeed } from '../support/imports/case-seed.ts';
import { startOver } from '../support/random/seeded.ts';
import type { Answer } from '../support/random/seeded.ts';

type Data = Answer['body'];

/** A measure of a report: done or planned, and what it carries on. */
type Told = { code: string; isPlanned: boolean; continues?: string };

const sameWork = { zh: '同一工作' };

/** Imports reports of counties and years that tell these measures, and asks for all measures. */
async function measuresOver(
  t: TestContext,
  reports: readonly { place: string; year: number; told: readonly Told[] }[],
): Promise<Data[]> {
  const { seed, data, remove } = caseSeed([...new Set(reports.map(({ place }) => place))]);
  t.after(remove);
  for (const { place, year, told } of reports) {
    const points = told.map(({ code }, nth) => ({ code, words: `第${nth + 1}项工作有序推进` }));
    writeReport(join(seed, 'reports', `r${place}-${year}`), {
      text: `${year}年推进依法行政。${points.map(({ words }) => words).join('。')}。\n`,
      facts: { report: { place, period: { text: `${year}年`, edtf: String(year) } } },
      measures: told.map(({ code, isPlanned, continues }, nth) => ({
        code,
        quote: points[nth]?.words,
        ...(isPlanned && { stage: 'PLANNED' }),
        ...(continues !== undefined && {
          continues: { measure: continues, basis: 'CURATED', note: sameWork },
        }),
      })),
      files: {},
    });
  }
  await importSeed({ seed, data, jobs: 1 });
  const seeded = startOver(data);
  t.after(() => seeded.close());
  const rows: Data[] = [];
  for (let cursor: string | null = null; ;) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
    const { measures } = await seeded.dataOf(
      `query ($cursor: String) { measures(first: 100, after: $cursor) {
        pageInfo { hasNextPage endCursor } nodes {
          code stage report { year place { code } } continues { code }
          continuedBy { nodes { code } }
          followUp { status measure { code } evidence { exact } } } } }`,
      { cursor },
    );
    rows.push(...measures.nodes);
    if (!measures.pageInfo.hasNextPage) return rows;
    cursor = measures.pageInfo.endCursor;
  }
}

const place = '150924';
const codeOf = (year: number, code: string) => `r${place}-${year}/${code}`;
const followUpOf = (rows: readonly Data[], code: string) => {
  const { followUp } = rows.find((row) => row.code === code) ?? assert.fail(`no measure ${code}`);
  return [followUp.status, followUp.measure?.code ?? null];
};

test('a measure that is carried on over three years is told as done where its last link is', async (t) => {
  const rows = await measuresOver(t, [
    { place, year: 2021, told: [{ code: 'plan', isPlanned: true }] },
    {
      place,
      year: 2022,
      told: [{ code: 'again', isPlanned: true, continues: codeOf(2021, 'plan') }],
    },
    {
      place,
      year: 2023,
      told: [{ code: 'done', isPlanned: false, continues: codeOf(2022, 'again') }],
    },
  ]);
  assert.deepEqual(followUpOf(rows, codeOf(2021, 'plan')), ['TOLD_DONE', codeOf(2023, 'done')]);
  assert.deepEqual(followUpOf(rows, codeOf(2022, 'again')), ['TOLD_DONE', codeOf(2023, 'done')]);
});

test('a plan that is planned again twice is ongoing, as the newest report tells it', async (t) => {
  const rows = await measuresOver(t, [
    { place, year: 2021, told: [{ code: 'plan', isPlanned: true }] },
    {
      place,
      year: 2022,
      told: [{ code: 'again', isPlanned: true, continues: codeOf(2021, 'plan') }],
    },
    {
      place,
      year: 2023,
      told: [{ code: 'still', isPlanned: true, continues: codeOf(2022, 'again') }],
    },
  ]);
  assert.deepEqual(followUpOf(rows, codeOf(2021, 'plan')), ['TOLD_ONGOING', codeOf(2023, 'still')]);
  assert.deepEqual(followUpOf(rows, codeOf(2023, 'still')), ['NO_REPORT_YET', null]);
});

test('a plan without a figure that is answered in two years shows the first answer and leads to both', async (t) => {
  const rows = await measuresOver(t, [
    { place, year: 2021, told: [{ code: 'plan', isPlanned: true }] },
    {
      place,
      year: 2022,
      told: [{ code: 'done', isPlanned: false, continues: codeOf(2021, 'plan') }],
    },
    {
      place,
      year: 2023,
      told: [{ code: 'more', isPlanned: false, continues: codeOf(2021, 'plan') }],
    },
  ]);
  const plan = rows.find(({ code }) => code === codeOf(2021, 'plan'));
  assert.deepEqual(followUpOf(rows, plan.code), ['TOLD_DONE', codeOf(2022, 'done')]);
  assert.equal(plan.followUp.evidence.exact, '第1项工作有序推进');
  assert.deepEqual(
    plan.continuedBy.nodes.map(({ code }: Data) => code),
    [codeOf(2022, 'done'), codeOf(2023, 'more')],
  );
});

test('where the report in between is not held, nothing joins the ends', async (t) => {
  const rows = await measuresOver(t, [
    { place, year: 2021, told: [{ code: 'plan', isPlanned: true }] },
    {
      place,
      year: 2023,
      told: [{ code: 'done', isPlanned: false, continues: codeOf(2022, 'again') }],
    },
  ]);
  assert.deepEqual(followUpOf(rows, codeOf(2021, 'plan')), ['NO_REPORT_YET', null]);
});

test('over chance chains the follow-up is what can be reached over what carries on', async (t) => {
  const random = randomOf(16);
  const places = ['150921', '150922', '150923', '150924'];
  const years = [2019, 2020, 2021, 2022, 2023, 2024];
  const reports = places.flatMap((each) => {
    const before: string[] = [];
    return years.flatMap((year) => {
      const own = ['a', 'b', 'c'].map((code): Told => {
        const continues = before.length > 0 && random.chance(0.7) ? random.pick(before) : undefined;
        return { code, isPlanned: random.chance(0.7), ...(continues && { continues }) };
      });
      // What is not held may be carried on all the same.
      before.push(...own.map(({ code }) => `r${each}-${year}/${code}`));
      return random.chance(0.15) ? [] : [{ place: each, year, told: own }];
    });
  });
  const rows = await measuresOver(t, reports);
  const byEarlier = Map.groupBy(rows, ({ continues }) => continues?.code);
  const reachedFrom = (code: string): Data[] =>
    (byEarlier.get(code) ?? []).flatMap((row) => [row, ...reachedFrom(row.code)]);
  const held = new Set(rows.map(({ report }) => `${report.place.code} ${report.year}`));
  const seen: Record<string, number> = {};
  for (const { code, stage, report, followUp } of rows) {
    if (stage !== 'PLANNED') {
      assert.equal(followUp, null);
      continue;
    }
    const reached = reachedFrom(code);
    const done = reached.filter((row) => row.stage === 'CARRIED_OUT');
    const of = done.length > 0 ? done : reached;
    const turn = done.length > 0 ? Math.min : Math.max;
    const year = turn(...of.map((row) => row.report.year));
    const isHeld = held.has(`${report.place.code} ${report.year + 1}`);
    const status =
      done.length > 0
        ? 'TOLD_DONE'
        : reached.length > 0
          ? 'TOLD_ONGOING'
          : isHeld
            ? 'NOT_MENTIONED'
            : 'NO_REPORT_YET';
    assert.equal(followUp.status, status, code);
    if (reached.length > 0) {
      const told = of.find((row) => row.code === followUp.measure.code);
      assert.equal(told?.report.year, year, code);
    } else assert.equal(followUp.measure, null);
    seen[status] = (seen[status] ?? 0) + 1;
  }
  assert.ok(Object.keys(seen).length === 4, JSON.stringify(seen));
});
