import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCase } from '../../src/importer/conformance/run-case.ts';
import { randomOf } from '../support/corpus-rows.ts';
import type { Random } from '../support/corpus-rows.ts';
import { yearReport } from '../support/imports/told-again.ts';
import { cutOff, exactly, rounded, ways, writeIn } from '../support/imports/written-figures.ts';
import type { Way } from '../support/imports/written-figures.ts';

const vocabulary = 'test/conformance/vocabulary';
const nouns = ['reviewed', 'settled', 'sent'] as const;
type Figures = Record<(typeof nouns)[number], number>;

/** How each of these figures is written. */
const written = (random: Random, some: readonly Way[], figures: Figures) => ({
  reviewed: writeIn(random, some, figures.reviewed),
  settled: writeIn(random, some, figures.settled),
  sent: writeIn(random, some, figures.sent),
});

const figuresIn = ({ below }: Random): Figures => {
  const size = [60, 900, 30_000][below(3)]!;
  return { reviewed: 20 + below(size), settled: 20 + below(size), sent: 20 + below(size) };
};

/** The checks across two reports of one place, of which the later one tells the year before as `again`. */
function toldAgain(
  random: Random,
  figures: { first: Figures; again: Figures; some: readonly Way[] },
) {
  const { first, again, some } = figures;
  const place = '150924';
  const earlier = yearReport(
    { code: 'county-2022', place, year: 2022 },
    { now: written(random, some, first), before: null },
    random,
  );
  // Apart, so that a rise is never told between two figures that are written alike.
  const now = { reviewed: 90_000, settled: 95_000, sent: 99_000 };
  const later = yearReport(
    { code: 'county-2023', place, year: 2023 },
    { now: written(random, [exactly], now), before: written(random, some, again) },
    random,
  );
  const { problems, checks } = readCase(
    { ...later, earlier: [earlier], vocabulary: {} },
    vocabulary,
  );
  assert.deepEqual(
    problems.map(({ rule, message }) => `${rule}: ${message}`),
    [],
    `${earlier.text}${later.text}`,
  );
  const restated = checks.filter(({ kind }) => kind === 'RESTATED');
  assert.equal(restated.length, 3, `${earlier.text}${later.text}`);
  return restated.map(({ code, verdict, reason }) => ({
    code,
    verdict,
    reason,
    texts: `${earlier.text}${later.text}`,
  }));
}

test('of a hundred pairs of true reports no figure that is told again is accused, however it is written', () => {
  const random = randomOf(21);
  let held = 0;
  for (let nth = 0; nth < 100; nth += 1) {
    const first = figuresIn(random);
    const checks = toldAgain(random, { first, again: first, some: ways });
    const accused = checks.filter(({ verdict }) => verdict === 'DOES_NOT_FOLLOW');
    assert.deepEqual(accused, []);
    held += checks.filter(({ verdict }) => verdict === 'HOLDS').length;
  }
  assert.ok(held > 200, `only ${held} of 300 were judged`);
});

test('of fifty pairs of reports that contradict each other each contradiction is found', () => {
  const random = randomOf(22);
  for (let nth = 0; nth < 50; nth += 1) {
    const first = figuresIn(random);
    const again = {
      reviewed: first.reviewed + 5000,
      settled: first.settled + 2100 + random.below(900),
      sent: first.sent + 7000,
    };
    const checks = toldAgain(random, { first, again, some: [exactly, rounded, cutOff] });
    const missed = checks.filter(({ verdict }) => verdict !== 'DOES_NOT_FOLLOW');
    assert.deepEqual(missed, []);
  }
});
