import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCase } from '../../src/importer/conformance/run-case.ts';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { importSeed } from '../../src/importer/import.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { caseSeed } from '../support/imports/case-seed.ts';
import { startOver } from '../support/random/seeded.ts';

const vocabulary = 'test/conformance/vocabulary';
const period = (year: number) => ({
  report: { period: { text: `${year}年`, edtf: String(year) } },
});

type Told = { quote: string; facts: object };

/** What comes of a report that tells a level with its change, beside that of the year before. */
function heldAgainst(now: Told, then: Told, facts: object = { indicator: 'documents-reviewed' }) {
  const { problems, checks } = readCase(
    {
      code: 'small-2023',
      text: `2023年推进依法行政。${now.quote}。`,
      facts: period(2023),
      outcomes: [{ code: 'now', quote: now.quote, ...facts, ...now.facts }],
      files: {},
      vocabulary: {},
      earlier: [
        {
          code: 'small-2022',
          text: `2022年推进依法行政。${then.quote}。`,
          facts: period(2022),
          outcomes: [{ code: 'then', quote: then.quote, ...facts, ...then.facts }],
          files: {},
        },
      ],
    },
    vocabulary,
  );
  assert.deepEqual(
    problems.map(({ rule, message }) => `${rule}: ${message}`),
    [],
  );
  const restated = checks.filter(({ kind }) => kind === 'RESTATED');
  assert.equal(restated.length, 1);
  const [check] = restated as unknown as [
    { verdict: string; reason: string; words: { zh: string; en: string }; stated: number },
  ];
  return check;
}

const document = { unit: '{document}' };
const told = (value: number): Told => ({
  quote: `清理文件${value}件`,
  facts: { value, ...document },
});

/** 同比增长20%, 同比下降4.5%. */
function inPerCent(value: number, percent: string): Told {
  const isFall = percent.startsWith('-');
  const verb = isFall ? '下降' : '增长';
  return {
    quote: `清理文件${value}件,同比${verb}${percent.replace('-', '')}%`,
    facts: { value, changePercent: Number(percent), ...document },
  };
}

test('a level and its percentage, rounded or cut off, never go against what they come from', () => {
  const random = randomOf(20);
  let exact = 0;
  for (let nth = 0; nth < 60; nth += 1) {
    const before = 20 + random.below(random.pick([80, 900, 30_000]));
    const now = 20 + random.below(random.pick([80, 900, 30_000]));
    const percent = ((now - before) / before) * 100;
    const scale = 10 ** random.pick([0, 1, 2]);
    const cut = random.chance(0.5) ? Math.trunc : Math.round;
    const written = cut(percent * scale) / scale;
    if (written === 0) continue;
    const check = heldAgainst(inPerCent(now, String(written)), told(before));
    const words = `${before} → ${now}: ${written} %, ${check.words.en}`;
    assert.equal(check.verdict, 'HOLDS', words);
    if (check.reason === 'AGREES') exact += 1;
  }
  assert.ok(exact > 0, 'some agree as they stand');
});

test('what is far from where they come from does not follow', () => {
  const random = randomOf(21);
  for (let nth = 0; nth < 30; nth += 1) {
    const now = 200 + random.below(9000);
    const percent = random.pick(['20', '-20', '8.5', '-4.2', '150']);
    const derived = now / (1 + Number(percent) / 100);
    const before = Math.round(derived * random.pick([0.93, 1.07, 1.5, 0.5]));
    const check = heldAgainst(inPerCent(now, percent), told(before));
    assert.equal(check.verdict, 'DOES_NOT_FOLLOW', `${before} → ${now}: ${percent} %`);
  }
});

test('the working says that the figure before is worked out, and from what', () => {
  const { words } = heldAgainst(inPerCent(300, '20'), told(240));
  assert.match(
    words.zh,
    /^由small-2023（小报告）所述“300件”及其变化“20%”推算，2022年为250 \[248\.963, 251\.046\]，small-2022（小报告）所述为“240件”。两者不一致/,
  );
  assert.match(
    words.en,
    /^For 2022, “300件” and its change “20%” in small-2023 \(A small report\) give 250 \[/,
  );
  const amount = heldAgainst(
    {
      quote: '清理文件300件,较上年减少40件',
      facts: { value: 300, change: -40, ...document },
    },
    told(350),
  );
  assert.match(amount.words.zh, /“300件”及其变化“40件”推算，2022年为340，/);
});

test('figures in different units are told with the units, those of reports’ own too', () => {
  const label = { label: { zh: '修缮塑像', en: 'Statues mended' } };
  const own = heldAgainst(
    { quote: '修缮塑像由2022年的45尊增加到52尊', facts: { value: 52, unit: '尊', baseline: 45 } },
    { quote: '修缮塑像45尊', facts: { value: 45, unit: '尊' } },
    label,
  );
  assert.deepEqual([own.verdict, own.reason], ['CANNOT_BE_CHECKED', 'UNITS_DIFFER']);
  assert.match(
    own.words.zh,
    /前者以“[^”]*尊[^”]*”计，后者以“[^”]*尊[^”]*”计，其中有报告自用的单位，尚无人认定两者为同一单位，无法核对。$/,
  );
  assert.match(
    own.words.en,
    /The first is in “[^”]+”, the second in “[^”]+”, and of a unit of a report’s own nobody has said that it is another’s as well, so it cannot be checked\.$/,
  );
  const known = heldAgainst(
    {
      quote: '2022年清理文件47份',
      facts: { value: 47, unit: '{copy}', period: { text: '2022年', edtf: '2022' } },
    },
    { quote: '清理文件45件', facts: { value: 45, unit: '{document}' } },
    { label: { zh: '清理文件', en: 'Documents reviewed' } },
  );
  assert.match(
    known.words.en,
    /The first is in “copy”, the second in “document”, which are different units, so/,
  );
  assert.doesNotMatch(known.words.zh, /自用/);
});

test('the amount that is worked out lies between its bounds, and so does what was there before', async (t) => {
  const { seed, data, remove } = caseSeed();
  t.after(remove);
  const random = randomOf(22);
  const figures = Array.from({ length: 60 }, () => ({
    value: random.chance(0.5) ? 20 + random.below(3000) : (10 + random.below(80)) * 1000,
    percent: random.pick([-15, 20, -4.2, 8.5, 150, 3, -60]),
  }));
  const quotes = figures.map(
    ({ value, percent }, nth) =>
      `第${nth + 1}类案件${value % 1000 === 0 ? `${value / 10_000}万` : value}件,同比${percent > 0 ? '增长' : '下降'}${Math.abs(percent)}%`,
  );
  writeReport(join(seed, 'reports', 'small-2023'), {
    text: `2023年推进依法行政。${quotes.join('。')}。\n`,
    facts: period(2023),
    outcomes: figures.map(({ value, percent }, nth) => ({
      code: `told-${nth}`,
      quote: quotes[nth],
      value,
      changePercent: percent,
      unit: '{case}',
    })),
    files: {},
  });
  await importSeed({ seed, data, jobs: 1 });
  const seeded = startOver(data);
  t.after(() => seeded.close());
  const { outcomes } = await seeded.dataOf(
    '{ outcomes(first: 100) { nodes { quantity { text } baseline { value low high } change { text absolute low high } } } }',
  );
  assert.equal(outcomes.nodes.length, 60);
  for (const { quantity, baseline, change } of outcomes.nodes) {
    const words = `${quantity.text} ${change.text} ${JSON.stringify([baseline, change])}`;
    assert.ok(baseline.value >= baseline.low && baseline.value <= baseline.high, words);
    assert.ok(change.absolute >= change.low && change.absolute <= change.high, words);
  }
});
