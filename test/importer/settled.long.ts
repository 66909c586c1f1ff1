import assert from 'node:assert/strict';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { digestOf, openCurrent, readPointer } from '../../src/db/snapshot/pointer.ts';
import { readStatistics } from '../../src/db/statistics/statistics.ts';
import { sources } from '../../src/db/tables/source.ts';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { importSeed } from '../../src/importer/import.ts';
import { rollBack } from '../../src/importer/publish/rollback.ts';
import { randomOf } from '../support/corpus-rows.ts';
import type { Random } from '../support/corpus-rows.ts';
import { caseSeed } from '../support/imports/case-seed.ts';
import { namedRows } from '../support/imports/named-rows.ts';
import { startOver } from '../support/random/seeded.ts';
import { spoiling } from '../support/imports/spoiling.ts';
import { yearReport } from '../support/imports/told-again.ts';
import { withPlan } from '../support/imports/year-plan.ts';
import { ways, writeIn } from '../support/imports/written-figures.ts';

const counties = ['150921', '150922', '150923', '150924', '150925'];
/** Whose reports keep their years, so that others can carry on what they plan. */
const steady = '150925';
/** Whose reports have no plan, so that nothing is settled where nothing is told again. */
const planless = '150922';
const years = [2020, 2021, 2022, 2023];

/** A seed of tiny reports of several places and years, of which each tells the year before again. */
function makeSeed(t: { after: (undo: () => void) => void }, random: Random) {
  const { root, seed, remove } = caseSeed(counties);
  t.after(remove);
  const figures = () => {
    // Few values, so that what is told again agrees often and disagrees often.
    const write = () => writeIn(random, ways, random.pick([45, 47, 85, 15_573]));
    return { reviewed: write(), settled: write(), sent: write() };
  };
  const folderOf = (code: string) => join(seed, 'reports', code);
  const write = (code: string, place: string, year: number) => {
    const report = yearReport(
      { code, place, year },
      { now: figures(), before: random.chance(0.8) ? figures() : null },
      random,
    );
    const before = place === steady && random.chance(0.6) ? `r${place}-${year - 1}` : null;
    const told = place === planless ? report : withPlan(report, { year, before }, random);
    rmSync(folderOf(code), { recursive: true, force: true });
    writeReport(folderOf(code), told);
  };
  return {
    seed,
    root,
    write,
    remove: (code: string) => {
      rmSync(folderOf(code), { recursive: true });
    },
  };
}

/** The digests of all that a data folder serves, by what they are of. */
function digestsOf(data: string) {
  const current = openCurrent(data);
  if (!current.ok) throw new Error(current.reason);
  const all = current.snapshot.db.select().from(sources).all();
  const { counts } = current.snapshot;
  current.snapshot.close();
  return {
    counts,
    digests: all
      .map((row) => `${row.kind} ${row.code} ${row.rowsSha256} ${row.settledSha256}`)
      .toSorted(),
  };
}

/** In how many checks one outcome takes part at the most, as estimates go by and as it is. */
function checksOfOne(data: string) {
  const current = openCurrent(data);
  if (!current.ok) throw new Error(current.reason);
  const { db, counts, close } = current.snapshot;
  const noted = readStatistics(current.snapshot, counts).reached('outcomes', 'operands', 1);
  const { most } = db.get<{ most: number }>(
    'select max(n) as most from (select count(*) as n from check_operands group by outcome_id)',
  );
  close();
  return { noted, most };
}

const verdictsIn = (data: string) =>
  namedRows(data)['checks']!.flatMap((row) => {
    const { kind, verdict } = JSON.parse(row) as { kind: string; verdict: string };
    return kind === 'RESTATED' ? verdict : [];
  });

const keptIn = (data: string) =>
  new Set(
    ['targets', 'measures'].flatMap((name) =>
      namedRows(data)[name]!.flatMap((row) => {
        const { verdict, followUp } = JSON.parse(row) as Record<string, string | undefined>;
        return verdict ?? followUp ?? [];
      }),
    ),
  );

test('a place with one report that looks ahead is settled too, and its target is not due', async (t) => {
  const seed = makeSeed(t, randomOf(33));
  seed.write('r150921-2020', '150921', 2020);
  const data = join(seed.root, 'data');
  await assert.doesNotReject(importSeed({ seed: seed.seed, data, jobs: 1 }));
  assert.deepEqual([...keptIn(data)].toSorted(), ['NOT_DUE_YET', 'NO_REPORT_YET']);
});

test('what is settled is the same, built at once or report by report in any order', async (t) => {
  const random = randomOf(38);
  const seed = makeSeed(t, random);
  const held = new Map<string, string>();
  for (const place of counties) {
    for (const year of years) {
      const code = `r${place}-${year}`;
      if (year === 2021 && random.chance(0.5)) continue;
      seed.write(code, place, year);
      held.set(code, place);
    }
  }
  const data = join(seed.root, 'data');
  await importSeed({ seed: seed.seed, data, jobs: 1 });
  const verdicts = new Set(verdictsIn(data));
  assert.deepEqual(
    [...verdicts].toSorted(),
    ['CANNOT_BE_CHECKED', 'DOES_NOT_FOLLOW', 'HOLDS'],
    'what is compared holds all of them',
  );
  assert.deepEqual([...keptIn(data)].filter((name) => name !== 'NOT_COMPARABLE').toSorted(), [
    'NOT_DUE_YET',
    'NOT_MENTIONED',
    'NO_REPORT_YET',
    'PARTLY_REACHED',
    'REACHED',
    'TOLD_DONE',
  ]);
  for (let round = 0; round < 16; round += 1) {
    const code = random.pick([...held.keys()]);
    const place = random.pick(counties);
    const operation = random.below(4);
    if (operation === 0) {
      seed.remove(code);
      held.delete(code);
    } else if (operation === 1) {
      const year = 2019 + random.below(6);
      const other = `r${place}-${year}-more`;
      seed.write(other, place, place === steady ? year : 2019 + random.below(6));
      held.set(other, place);
    } else {
      // As it was, at its place or at another one, with other figures.
      const own = held.get(code) ?? place;
      const at = operation === 2 && own !== steady ? place : own;
      const year = Number(code.split('-')[1]);
      seed.write(code, at, own === steady ? year : 2019 + random.below(6));
      held.set(code, at);
    }
    const phases = new Set<string>();
    await importSeed({
      seed: seed.seed,
      data,
      jobs: 1,
      onStep: ({ phase }) => phases.add(phase),
    });
    assert.ok(phases.has('copy') && !phases.has('index'), [...phases].join(' '));
    const fresh = join(seed.root, `fresh-${round}`);
    await importSeed({ seed: seed.seed, data: fresh, jobs: 1 });
    assert.deepEqual(digestsOf(data), digestsOf(fresh), `round ${round}`);
    assert.deepEqual(namedRows(data), namedRows(fresh), `round ${round}`);
  }
});

test('what is settled goes with its basis, comes back with it, and an import says so of reports carried on', async (t) => {
  const random = randomOf(32);
  const seed = makeSeed(t, random);
  const figure = { words: '45', value: 45 };
  const now = { reviewed: figure, settled: figure, sent: figure };
  const report = (year: number, told: typeof now | null) => {
    const code = `told-${year}`;
    const place = '150924';
    const figures = { now: told ? { ...now, reviewed: { words: '90', value: 90 } } : now };
    const written = yearReport({ code, place, year }, { ...figures, before: told }, random);
    writeReport(join(seed.seed, 'reports', code), written);
  };
  for (const place of counties.slice(0, 3)) {
    for (const year of years) seed.write(`r${place}-${year}`, place, year);
  }
  report(2022, null);
  report(2023, { ...now, reviewed: { words: '46', value: 46 } });
  const data = join(seed.root, 'data');
  await importSeed({ seed: seed.seed, data, jobs: 1 });
  const ofTold = () =>
    namedRows(data)['checks']!.filter((row) => row.includes('told-2023/restated'));
  const before = ofTold();
  assert.equal(before.length, 2);
  assert.ok(before.some((row) => row.includes('"verdict":"DOES_NOT_FOLLOW"')));
  const pairsOfTold = () => namedRows(data)['overlaps']!.filter((row) => row.includes('told-'));
  assert.equal(pairsOfTold().length, 1, 'what is told again is not added to what was told');

  for (const compiler of [true, false]) {
    // oxlint-disable-next-line no-await-in-loop -- one server after the other
    assert.deepEqual(await toldBy(data, compiler), {
      checks: [
        {
          verdict: 'DOES_NOT_FOLLOW',
          stated: 46,
          computed: 45,
          report: { code: 'told-2023' },
          operands: [
            {
              role: 'RESTATED',
              outcome: { report: { code: 'told-2023' }, baseline: { text: '46件' } },
            },
            { role: 'TOLD', outcome: { report: { code: 'told-2022' }, baseline: null } },
          ],
        },
      ],
      withheld: ['INDICATORS_MIXED', 'COUNTED_TWICE'],
    });
  }
  seed.remove('told-2022');
  const gone = await importSeed({ seed: seed.seed, data, jobs: 1 }).catch((error: unknown) =>
    assert.fail(String(error)),
  );
  assert.deepEqual(ofTold(), []);
  const checks = gone.difference.find(({ kind }) => kind === 'checks');
  assert.ok(
    checks?.removed.codes.includes('told-2023/restated-baseline-reviewed-told-2022'),
    JSON.stringify(checks),
  );
  assert.deepEqual(pairsOfTold(), []);

  rollBack(data);
  assert.deepEqual(ofTold(), before);
  report(2022, null);
  const back = await importSeed({ seed: seed.seed, data, jobs: 1 });
  assert.equal(back.outcome, 'unchanged');
  assert.deepEqual(ofTold(), before);
});

test('what later reports add to an outcome of an earlier one is noted, so that no estimate is too small', async (t) => {
  const random = randomOf(35);
  const seed = makeSeed(t, random);
  const figure = (value: number) => ({ words: String(value), value });
  const figures = (value: number) => ({
    reviewed: figure(value),
    settled: figure(value),
    sent: figure(value),
  });
  const write = (code: string, place: string, year: number, isFirst = false) => {
    const before = isFirst ? null : figures(year - 1);
    const report = yearReport({ code, place, year }, { now: figures(year), before }, random);
    writeReport(join(seed.seed, 'reports', code), report);
  };
  // Reports without any check, so that nothing noted before hides what is added.
  for (const place of counties.slice(1)) {
    for (const year of years) write(`r${place}-${year}`, place, year, true);
  }
  const data = join(seed.root, 'data');
  await importSeed({ seed: seed.seed, data, jobs: 1 });
  for (const year of years) {
    write(`told-${year}`, '150921', year);
    // oxlint-disable-next-line no-await-in-loop -- one import after the other
    await importSeed({ seed: seed.seed, data, jobs: 1 });
    const { noted, most } = checksOfOne(data);
    assert.ok(noted >= most, `an outcome takes part in ${most} checks, and ${noted} are noted`);
  }
  assert.equal(checksOfOne(data).most, 3);
});

/** The contradiction between the two reports as the API tells it, and whether it adds up what is told twice. */
async function toldBy(data: string, compiler: boolean) {
  const started = startOver(data, { compiler });
  const { body } = await started.ask(`{
    checks(filter: { kinds: [RESTATED], verdicts: [DOES_NOT_FOLLOW], reports: ["told-2023"] }) {
      nodes { verdict stated computed report { code } operands { role outcome { report { code } baseline { text } } } }
    }
    outcomeGroups(groupBy: [], filter: { codes: ["told-2022/sent", "told-2023/again"] }) { nodes { withheld } }
  }`);
  started.close();
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  return { checks: body.data.checks.nodes, withheld: body.data.outcomeGroups.nodes[0].withheld };
}

test('an import settles the places that it touches, and reads no other', async (t) => {
  const seed = makeSeed(t, randomOf(34));
  for (const place of counties) {
    for (const year of years) seed.write(`r${place}-${year}`, place, year);
  }
  const data = join(seed.root, 'data');
  await importSeed({ seed: seed.seed, data, jobs: 1 });
  // Marks what stands: it is still there where nothing was settled anew.
  const pointer = readPointer(data)!;
  const path = join(data, pointer.file);
  chmodSync(path, 0o644);
  const db = new BetterSqlite3(path);
  db.exec("update checks set explanation_en = 'marked' where kind = 'RESTATED'");
  db.close();
  writeFileSync(join(data, 'CURRENT'), JSON.stringify({ ...pointer, sha256: digestOf(path) }));

  seed.write('r150921-2022', '150921', 2022);
  await importSeed({ seed: seed.seed, data, jobs: 1 });
  const { checks = [] } = namedRows(data);
  const marked = (place: string) =>
    checks
      .filter((row) => row.includes(`"code":"r${place}-`) && row.includes('RESTATED'))
      .map((row) => row.includes('"marked"'));
  assert.ok(marked('150921').length > 0 && marked('150921').every((each) => !each));
  for (const place of counties.slice(1)) {
    assert.ok(marked(place).length > 0 && marked(place).every(Boolean), place);
  }
});

test('what was settled is read back before it is published, in a new snapshot and in one carried on', async (t) => {
  const seed = makeSeed(t, randomOf(33));
  for (const place of counties) {
    for (const year of years) seed.write(`r${place}-${year}`, place, year);
  }
  const data = join(seed.root, 'data');
  const spoiled = (statement: string) =>
    importSeed({ seed: seed.seed, data, jobs: 1, onStep: spoiling(statement, data) });
  const settled = "kind = 'RESTATED'";
  const spoilings = [
    `update checks set explanation_en = 'otherwise' where ${settled}`,
    `update check_operands set outcome_id = 999999999 where role = 'RESTATED'`,
    `update report_check_kinds set possible_count = 99 where ${settled}`,
    `update sources set settled_sha256 = '' where settled_sha256 <> ''`,
  ];
  for (const isCarriedOn of [false, true]) {
    if (isCarriedOn) {
      await importSeed({ seed: seed.seed, data, jobs: 1 });
      seed.write('r150921-2023', '150921', 2023);
    }
    for (const statement of spoilings) {
      await assert.rejects(spoiled(statement), /settled for|refer to nothing/, statement);
    }
  }
});
