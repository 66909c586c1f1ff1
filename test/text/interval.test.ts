import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import {
  decimalsOf,
  differenceOf,
  intersectionOf,
  intervalOf,
  isAtMost,
  isUnbounded,
  meet,
  percentOf,
  pointAt,
  sumOf,
} from '../../src/text/interval.ts';
import { precisionOf } from '../../src/text/numerals/quantities/precision.ts';
import type { Interval } from '../../src/text/interval.ts';

const figure = (
  value: number,
  decimals: number | null = null,
  more: Partial<Parameters<typeof intervalOf>[0]> = {},
) => ({ value, minimum: null, maximum: null, qualifier: 'EXACT', decimals, ...more });

test('the places of a number are those that it is written to', () => {
  const written: [string, number | null][] = [
    ['8542', null],
    ['12,345', null],
    ['95.0', 1],
    ['95.00', 2],
    ['1.6万', -3],
    ['1.60万', -2],
    ['5万', -4],
    ['3千', -3],
    ['2.5亿', -7],
    ['35.42万亿', -10],
    ['一百二十', null],
    ['一万三千', null],
    ['三万', -4],
    ['１．６万', -3],
    ['三点五', 1],
  ];
  for (const [number, decimals] of written) assert.equal(decimalsOf(number), decimals, number);
});

test('a rounded figure stands for half a last place to either side, a truncated one for a whole place beyond', () => {
  assert.deepEqual(intervalOf(figure(16_000, -3)), {
    low: 15_500,
    high: 16_500,
    isLowOpen: false,
    isHighOpen: false,
  });
  assert.deepEqual(intervalOf(figure(98, 0), 'TRUNCATED'), {
    low: 98,
    high: 99,
    isLowOpen: false,
    isHighOpen: true,
  });
  assert.deepEqual(intervalOf(figure(400)), pointAt(400));
});

test('either way of coming about holds every value of both', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -9999, max: 9999 }),
      fc.constantFrom(2, 1, 0, -1, -3, null),
      fc.constantFrom('EXACT', 'BETWEEN'),
      fc.integer({ min: 0, max: 50 }),
      (value, decimals, qualifier, width) => {
        const ends = qualifier === 'BETWEEN' ? { minimum: value, maximum: value + width } : {};
        const written = figure(value, decimals, { qualifier, ...ends });
        const [either, rounded, truncated] = (['EITHER', 'ROUNDED', 'TRUNCATED'] as const).map(
          (reading) => intervalOf(written, reading),
        );
        for (const one of [rounded!, truncated!]) {
          for (const at of [...inside(one), one.low, one.high]) {
            if (has(one, at)) assert.ok(has(either!, at), `${at}`);
          }
        }
        assert.equal(either!.low, Math.min(rounded!.low, truncated!.low));
        assert.equal(either!.high, Math.max(rounded!.high, truncated!.high));
      },
    ),
  );
});

test('the ends of a range are rounded as they are written, and words that are a range by themselves are not', () => {
  const ranges: [string, string, number | null][] = [
    ['3—5', '个', null],
    ['10%至12', '%', 0],
    ['10.5%至12.0', '%', 1],
    ['10至12.5', '%', 0],
    ['1.5万—1.8万', '人', -3],
    ['9亿～16亿', '元', -8],
    ['180至200', '公里', 0],
    ['两三百', '人', null],
    ['二三十', '公里', null],
    ['几万', '人', null],
    ['十几', '公里', null],
    ['三点一四', '%', 2],
  ];
  for (const [number, unit, places] of ranges)
    assert.equal(precisionOf(number, unit), places, number);
  const rate = figure(10, 0, { qualifier: 'BETWEEN', minimum: 10, maximum: 12 });
  assert.deepEqual(intervalOf(rate), {
    low: 9.5,
    high: 12.5,
    isLowOpen: false,
    isHighOpen: false,
  });
  assert.ok(meet(intervalOf(rate, 'EITHER'), pointAt(12.9)));
  assert.ok(!meet(intervalOf(rate, 'EITHER'), pointAt(13)));
});

test('a ratio is written to the places of its quotient', () => {
  const ratios: [string, number | null][] = [
    ['6:4', null],
    ['1:3', null],
    ['2.19:1', 2],
    ['２．１９：１', 2],
    ['1:1.2', 1],
    ['1比13.5', 3],
    ['三比一', null],
    ['8.5:39.6:51.9', 2],
  ];
  for (const [number, places] of ratios) assert.equal(precisionOf(number, ''), places, number);
});

test('what words bound is open or closed as the words have it', () => {
  const more = figure(80, null, { qualifier: 'MORE_THAN', minimum: 80, maximum: 90 });
  assert.ok(meet(intervalOf(more), pointAt(85)));
  assert.ok(!meet(intervalOf(more), pointAt(80)));
  assert.ok(!meet(intervalOf(more), pointAt(90)));
  const least = figure(96, null, { qualifier: 'AT_LEAST', minimum: 96 });
  assert.ok(meet(intervalOf(least), pointAt(96)));
  assert.ok(meet(intervalOf(least), pointAt(1e9)));
  assert.ok(isUnbounded(intervalOf(figure(100, null, { qualifier: 'ABOUT' }))));
});

test('the four mini-reports: three are right, one is not', () => {
  const rate = (count: number, base: number) => percentOf(pointAt(count), pointAt(base));
  const atLeast96 = intervalOf(figure(96, null, { qualifier: 'AT_LEAST', minimum: 96 }));
  assert.ok(meet(rate(387, 400), atLeast96));
  for (const reading of ['ROUNDED', 'TRUNCATED'] as const) {
    assert.ok(!meet(rate(191, 200), intervalOf(figure(95, 1), reading)));
    assert.ok(!meet(rate(435, 437), intervalOf(figure(98, 0), reading)));
    assert.ok(!meet(rate(2369, 2474), intervalOf(figure(95.87, 2), reading)));
  }
  const eighty = intervalOf(figure(80, null, { qualifier: 'MORE_THAN', minimum: 80, maximum: 90 }));
  assert.ok(intersectionOf([eighty, pointAt(85)]));
  assert.ok(meet(sumOf([pointAt(8542), pointAt(7031)]), intervalOf(figure(16_000, -3))));
});

const interval = fc
  .tuple(
    fc.integer({ min: -1000, max: 1000 }),
    fc.integer({ min: 0, max: 500 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([low, width, isLowOpen, isHighOpen]): Interval => ({
    low,
    high: low + width,
    isLowOpen: width > 0 && isLowOpen,
    isHighOpen: width > 0 && isHighOpen,
  }));

const has = (one: Interval, value: number) =>
  (one.isLowOpen ? value > one.low : value >= one.low) &&
  (one.isHighOpen ? value < one.high : value <= one.high);

const inside = (one: Interval) => {
  const middle = (one.low + one.high) / 2;
  return [middle, one.low + (one.high - one.low) / 4].filter((value) => has(one, value));
};

test('sums and differences hold every sum and difference of their values', () => {
  fc.assert(
    fc.property(interval, interval, (one, other) => {
      for (const a of inside(one)) {
        for (const b of inside(other)) {
          assert.ok(has(sumOf([one, other]), a + b));
          assert.ok(has(differenceOf(one, other), a - b));
        }
      }
    }),
  );
});

test('intervals meet as values show it, either way round, and share what they have in common', () => {
  fc.assert(
    fc.property(interval, interval, (one, other) => {
      const values = [one.low, one.high, other.low, other.high].flatMap((v) => [
        v,
        v - 0.25,
        v + 0.25,
      ]);
      const common = values.filter((value) => has(one, value) && has(other, value));
      assert.equal(meet(one, other), common.length > 0);
      assert.equal(meet(other, one), meet(one, other));
      const shared = intersectionOf([one, other]);
      assert.equal(shared !== null, meet(one, other));
      for (const value of values) {
        if (shared)
          assert.equal(has(shared, value), has(one, value) && has(other, value), `${value}`);
      }
      const isSmaller = values.some(
        (a) => has(one, a) && values.some((b) => has(other, b) && a <= b),
      );
      assert.equal(isAtMost(one, other), isSmaller);
    }),
    { numRuns: 2000 },
  );
});

test('a rate holds that of every count and base', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 50 }),
      (count, base, width) => {
        const wide = (value: number) => ({ ...pointAt(value), high: value + width });
        for (const more of [0, width / 2, width]) {
          const rate = ((count + more) / (base + more)) * 100;
          assert.ok(meet(percentOf(wide(count), wide(base)), pointAt(rate)));
        }
      },
    ),
  );
});
