import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMiniReport } from '../support/mini-report.ts';
import type { MiniOutcome } from '../support/mini-report.ts';
import { randomOf } from '../support/corpus-rows.ts';

const disputes = (code: string, quote: string, value: number): MiniOutcome => ({
  code,
  quote,
  value,
  unit: '{dispute}',
});
const copies = (
  code: string,
  quote: string,
  value: number,
  parts?: MiniOutcome[],
): MiniOutcome => ({
  code,
  quote,
  value,
  unit: '{copy}',
  ...(parts && { parts }),
});
const rate = (quote: string, value: number): MiniOutcome => ({
  code: 'rate',
  quote,
  value,
  unit: '%',
});
const ratio = { kind: 'RATIO', rate: 'rate', count: 'count', base: 'base' };

/** The checks of a small report that has no problems. */
function checksOf(...report: Parameters<typeof readMiniReport>) {
  const { problems, rows } = readMiniReport(...report);
  assert.deepEqual(
    problems.map(({ rule, message }) => `${rule}: ${message}`),
    [],
  );
  return rows.checks;
}

const outcomeOf = (checks: ReturnType<typeof checksOf>) =>
  checks.map(({ kind, verdict, reason }) => `${kind} ${verdict} ${reason}`);

test('a rate of 96 per cent or more holds where it is more', () => {
  const [check, ...others] = checksOf(
    '排查矛盾400起,调处387起,调处成功率96%以上。',
    [
      disputes('base', '排查矛盾400起', 400),
      disputes('count', '调处387起', 387),
      rate('调处成功率96%以上', 96),
    ],
    [ratio],
  );
  assert.deepEqual(others, []);
  assert.equal(`${check!.verdict} ${check!.reason}`, 'HOLDS WITHIN_BOUNDS');
  assert.equal(check!.statedLow, 96);
  assert.equal(check!.statedHigh, null);
  assert.match(check!.explanationZh, /387 ÷ 400 = 96\.75 %，与原文“96%以上”所容许的范围/);
});

test('a rate that is written to its decimal is held to it', () => {
  const [check] = checksOf(
    '受理200起,办结191起,办结率95.0%。',
    [
      disputes('base', '受理200起', 200),
      disputes('count', '办结191起', 191),
      rate('办结率95.0%', 95),
    ],
    [ratio],
  );
  assert.equal(`${check!.verdict} ${check!.reason}`, 'DOES_NOT_FOLLOW NO_READING_AGREES');
  assert.deepEqual([check!.statedLow, check!.statedHigh], [94.95, 95.05]);
});

test('80余 and 85 are one fact told twice', () => {
  const checks = checksOf('普法活动80余场次。共举办普法活动85场次。', [
    {
      code: 'first',
      quote: '普法活动80余场次',
      value: 80,
      unit: '{event}',
      indicator: 'legal-education-events',
    },
    {
      code: 'again',
      quote: '共举办普法活动85场次',
      value: 85,
      unit: '{event}',
      indicator: 'legal-education-events',
    },
  ]);
  assert.deepEqual(outcomeOf(checks), ['SAME_FACT HOLDS WITHIN_BOUNDS']);
});

test('8542 and 7031 make 1.6万 once it counts that it is rounded', () => {
  const [check] = checksOf('共发放1.6万份,其中甲8542份、乙7031份。', [
    copies('whole', '共发放1.6万份', 16_000, [
      copies('first', '甲8542份', 8542),
      copies('second', '乙7031份', 7031),
    ]),
  ]);
  assert.equal(`${check!.verdict} ${check!.reason}`, 'HOLDS WITHIN_ROUNDING');
  assert.ok(check!.holdsOnlyByRounding);
  assert.deepEqual([check!.statedLow, check!.statedHigh], [15_500, 16_500]);
  assert.match(check!.explanationEn, /within the rounding of the stated 1\.6万份/);
});

test('one indicator told twice with two counts is found without a curator', () => {
  const told = (first: number, second: number) =>
    outcomeOf(
      checksOf(`清理文件${first}件。年内清理文件${second}件。`, [
        {
          code: 'first',
          quote: `清理文件${first}件`,
          value: first,
          unit: '{document}',
          indicator: 'normative-documents-reviewed',
        },
        {
          code: 'again',
          quote: `年内清理文件${second}件`,
          value: second,
          unit: '{document}',
          indicator: 'normative-documents-reviewed',
        },
      ]),
    );
  assert.deepEqual(told(96, 69), ['SAME_FACT DOES_NOT_FOLLOW NO_READING_AGREES']);
});

test('a rate with its count and base before it is checked without a curator', () => {
  const found = (percent: string, value: number) =>
    outcomeOf(
      checksOf(`排查矛盾400起,调处387起,调处率达${percent}%。`, [
        disputes('screened', '排查矛盾400起', 400),
        disputes('settled', '调处387起', 387),
        { ...rate(`调处率达${percent}%`, value), code: 'settling' },
      ]),
    );
  assert.deepEqual(found('96.75', 96.75), ['RATIO HOLDS AGREES']);
  assert.deepEqual(found('96.7', 96.7), ['RATIO HOLDS WITHIN_ROUNDING'], 'cut off');
  assert.deepEqual(found('96.8', 96.8), ['RATIO HOLDS WITHIN_ROUNDING'], 'rounded');
  assert.deepEqual(found('99', 99), ['RATIO CANNOT_BE_CHECKED BASE_NOT_SAID']);
});

test('a rate of something else is checked against nothing', () => {
  const sentences = [
    '排查矛盾400起,调处387起。群众满意率98%。',
    '排查矛盾400起,调处387起,群众满意率98%。',
    '排查矛盾400起。调处387起,调处成功率98%。',
  ];
  for (const sentence of sentences) {
    const quote = /[群调][^,。]*率98%/.exec(sentence)![0];
    const checks = checksOf(sentence, [
      disputes('screened', '排查矛盾400起', 400),
      disputes('settled', '调处387起', 387),
      { ...rate(quote, 98), code: 'other' },
    ]);
    assert.deepEqual(outcomeOf(checks), [], sentence);
  }
});

test('what is about a value, and bounded by nothing, cannot be held against another', () => {
  const [check] = checksOf('共发放约1000份,其中甲300份、乙200份。', [
    copies('whole', '共发放约1000份', 1000, [
      copies('first', '甲300份', 300),
      copies('second', '乙200份', 200),
    ]),
  ]);
  assert.equal(`${check!.verdict} ${check!.reason}`, 'CANNOT_BE_CHECKED NOT_BOUNDED');
});

test('a rate of nothing says that its base is 0', () => {
  const [check] = checksOf(
    '受理0起,办结0起,办结率100%。',
    [disputes('base', '受理0起', 0), disputes('count', '办结0起', 0), rate('办结率100%', 100)],
    [ratio],
  );
  assert.equal(`${check!.verdict} ${check!.reason}`, 'CANNOT_BE_CHECKED NOT_TOLD');
  assert.match(check!.explanationEn, /a base of 0/);
  assert.match(check!.explanationZh, /基数为 0/);
});

test('parts that each came about in their own way can still make their whole', () => {
  // 1.24 and 1.26 are cut off and rounded: 12,499 and 12,551 make 25,050.
  const [check] = checksOf('共发放25050份,其中甲1.24万份、乙1.26万份。', [
    copies('whole', '共发放25050份', 25_050, [
      copies('first', '甲1.24万份', 12_400),
      copies('second', '乙1.26万份', 12_600),
    ]),
  ]);
  assert.equal(`${check!.verdict} ${check!.reason}`, 'HOLDS WITHIN_ROUNDING');
});

test('the ends of a range are held to as they are written', () => {
  const of = (count: number) =>
    outcomeOf(
      checksOf(
        `受理1000起,办结${count}起,办结率10%至12%。`,
        [
          disputes('base', '受理1000起', 1000),
          disputes('count', `办结${count}起`, count),
          rate('办结率10%至12%', 10),
        ],
        [ratio],
      ),
    );
  assert.deepEqual(of(124), ['RATIO HOLDS WITHIN_BOUNDS']);
  assert.deepEqual(of(96), ['RATIO HOLDS WITHIN_BOUNDS']);
  assert.deepEqual(of(131), ['RATIO DOES_NOT_FOLLOW NO_READING_AGREES']);
});

/** Ways in which a true number may be written, each with the value that a curator gives. */
const ways: readonly ((value: number) => { words: string; value: number } | null)[] = [
  (value) => ({ words: `${value}份`, value }),
  (value) => {
    const ten = Math.floor(value / 10) * 10;
    return ten > 0 && ten < value ? { words: `${ten}余份`, value: ten } : null;
  },
  (value) => {
    const hundred = Math.floor(value / 100) * 100;
    return hundred > 0 ? { words: `${hundred}份以上`, value: hundred } : null;
  },
  (value) => {
    const rounded = Math.round(value / 1000) / 10;
    return rounded >= 1 ? { words: `${rounded.toFixed(1)}万份`, value: rounded * 10_000 } : null;
  },
  (value) => {
    const cut = Math.floor(value / 1000) / 10;
    return cut >= 1 ? { words: `${cut.toFixed(1)}万份`, value: cut * 10_000 } : null;
  },
];

test('of a hundred true reports none is accused, and a true contradiction is found in each that is made wrong', () => {
  const { below, pick } = randomOf(7);
  let wrong = 0;
  for (let nth = 0; nth < 100; nth += 1) {
    const parts = Array.from({ length: 2 + below(3) }, () => 1 + below(nth % 2 ? 200 : 30_000));
    const total = parts.reduce((sum, part) => sum + part, 0);
    const write = (value: number) => pick(ways)(value) ?? { words: `${value}份`, value };
    const whole = write(total);
    const told = parts.map((part) => write(part));
    const names = ['甲类', '乙类', '丙类', '丁类'];
    const sentence = (first: string) =>
      `共发放${first},其中${told.map(({ words }, at) => `${names[at]}${words}`).join('、')}。`;
    const outcome = (words: string, value: number) => [
      copies(
        'whole',
        `共发放${words}`,
        value,
        told.map((part, at) => copies(`part-${at}`, `${names[at]}${part.words}`, part.value)),
      ),
    ];
    const [right] = checksOf(sentence(whole.words), outcome(whole.words, whole.value));
    assert.notEqual(
      right!.verdict,
      'DOES_NOT_FOLLOW',
      `${sentence(whole.words)} ${right!.explanationEn}`,
    );
    // Less than the least that the parts come to, in whichever way these are written.
    const least = told.reduce((sum, { value }) => sum + value * 0.9, 0);
    const false_ = Math.floor(least * 0.8) - 1;
    if (false_ < 1 || told.some(({ words }) => words.includes('万'))) continue;
    wrong += 1;
    const [found] = checksOf(sentence(`${false_}份`), outcome(`${false_}份`, false_));
    assert.equal(found!.verdict, 'DOES_NOT_FOLLOW', sentence(`${false_}份`));
  }
  assert.ok(wrong > 40);
});
