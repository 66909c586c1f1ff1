import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomOf } from '../support/corpus-rows.ts';
import type { Random } from '../support/corpus-rows.ts';
import { readMiniReport } from '../support/mini-report.ts';
import type { MiniOutcome } from '../support/mini-report.ts';
import { cutOff, exactly, rounded, ways, writeIn } from '../support/imports/written-figures.ts';
import type { Way, Written } from '../support/imports/written-figures.ts';

const places = (value: number, decimals: number, round: (value: number) => number): Written => {
  const words = (round(value * 10 ** decimals) / 10 ** decimals).toFixed(decimals);
  return { words: `${words}%`, value: Number(words) };
};
/** A binary fraction such as 28.999… of 29 is no reason to cut off a place more. */
const floor = (value: number) => Math.floor(value + 1e-9);

const rates: readonly Way[] = [
  (rate) => places(rate, 0, Math.round),
  (rate) => places(rate, 1, Math.round),
  (rate) => places(rate, 2, Math.round),
  (rate) => places(rate, 0, floor),
  (rate) => places(rate, 1, floor),
  (rate) => {
    const { words, value } = places(rate, 0, floor);
    return { words: `${words}以上`, value };
  },
];

/** Sentences with a count of each kind, and the outcomes that a curator makes of them. */
function reportOf(
  written: Record<'base' | 'count' | 'rate' | 'from' | 'to' | 'once' | 'again', Written>,
) {
  const { base, count, rate, from, to, once, again } = written;
  const figure = (code: string, quote: string, { value }: Written, unit: string): MiniOutcome => ({
    code,
    quote,
    value,
    unit,
  });
  const change = `案件由${from.words}件增加到${to.words}件`;
  const sentences = [
    `受理矛盾${base.words}起,调处${count.words}起,调处率${rate.words}`,
    change,
    `上门发放${once.words}份,共计发放${again.words}份`,
  ];
  const outcomes = [
    figure('base', `受理矛盾${base.words}起`, base, '{dispute}'),
    figure('count', `调处${count.words}起`, count, '{dispute}'),
    figure('rate', `调处率${rate.words}`, rate, '%'),
    { ...figure('change', change, to, '{case}'), baseline: from.value },
    figure('once', `上门发放${once.words}份`, once, '{copy}'),
    figure('again', `共计发放${again.words}份`, again, '{copy}'),
  ];
  const checks = [
    { kind: 'SUBSET', part: 'count', whole: 'base' },
    { kind: 'SAME_FACT', code: 'copies', outcomes: ['once', 'again'] },
  ];
  const { problems, rows } = readMiniReport(`${sentences.join('。')}。`, outcomes, checks);
  assert.deepEqual(
    problems.map(({ rule, message }) => `${rule}: ${message}`),
    [],
    sentences.join('。'),
  );
  return rows.checks;
}

const kinds = ['DIRECTION', 'RATIO', 'SAME_FACT', 'SUBSET'];

/** Numbers that hold together: a count of its base, a rise, and one fact. */
function truthIn({ below, chance }: Random) {
  const size = [60, 900, 30_000][below(3)]!;
  const base = 20 + below(size);
  const from = 20 + below(size);
  // Small rises are those that rounding can turn round.
  const rise = 1 + below(chance(0.5) ? from / 20 : size);
  return { base, count: 1 + below(base), from, to: from + rise, fact: 15 + below(size) };
}

test('of sixty true reports no rate, rise, part or repeated fact is accused, however it is written', () => {
  const random = randomOf(15);
  let judged = 0;
  for (let nth = 0; nth < 60; nth += 1) {
    const { base, count, from, to, fact } = truthIn(random);
    const write = (value: number) => writeIn(random, ways, value);
    const written = [write(from), write(to)] as const;
    // A quote that shows one value twice would have to say which is which.
    const isTwice = written[0].value === written[1].value;
    const [before, after] = isTwice ? [exactly(from)!, exactly(to)!] : written;
    const checks = reportOf({
      base: write(base),
      count: write(count),
      rate: writeIn(random, rates, (count / base) * 100),
      from: before,
      to: after,
      once: write(fact),
      again: write(fact),
    });
    assert.deepEqual(
      checks
        .filter(({ verdict }) => verdict === 'DOES_NOT_FOLLOW')
        .map((each) => each.explanationEn),
      [],
    );
    assert.deepEqual(checks.map(({ kind }) => kind).toSorted(), kinds);
    judged += checks.filter(({ verdict }) => verdict === 'HOLDS').length;
  }
  assert.ok(judged > 120, `only ${judged} of 240 checks were judged`);
});

test('in thirty reports that contradict themselves each contradiction is found', () => {
  const random = randomOf(16);
  const sharp = [exactly, rounded, cutOff];
  for (let nth = 0; nth < 30; nth += 1) {
    const { base, count, from, fact } = truthIn(random);
    const write = (value: number) => writeIn(random, sharp, 20_000 + value);
    const settled = nth % 2 === 0 ? count : base + count;
    const checks = reportOf({
      base: exactly(base)!,
      count: exactly(settled)!,
      rate: writeIn(random, rates, (settled / base) * 100 + 3),
      from: write(from + 15_000),
      to: write(from),
      once: write(fact),
      again: write(fact + 5000),
    });
    // A rate that no curator has declared is never accused, since nothing says what it is of.
    const found = checks.filter(
      ({ verdict, reason }) => verdict === 'DOES_NOT_FOLLOW' || reason === 'BASE_NOT_SAID',
    );
    assert.deepEqual(
      found.map(({ kind }) => kind).toSorted(),
      nth % 2 === 0 ? ['DIRECTION', 'RATIO', 'SAME_FACT'] : ['DIRECTION', 'SAME_FACT', 'SUBSET'],
    );
  }
});
