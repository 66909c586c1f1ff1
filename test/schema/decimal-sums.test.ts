import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { corpusRows, randomOf } from '../support/corpus-rows.ts';
import { startOverRows } from '../support/published.ts';
import type { Seeded } from '../support/random/seeded.ts';

const rows = corpusRows(40, 51);
const random = randomOf(52);

/** Thousandths of numbers of none to four places, some of them larger than are added up so. */
function drawn(): { text: string; isDecimal: boolean } {
  const places = random.chance(0.03) ? 4 : random.below(4);
  const digits = String(random.below(10 ** random.pick([1, 3, 6])));
  const padded = digits.padStart(places + 1, '0');
  const whole = random.chance(0.02) ? `73000${padded}` : padded;
  const text = places === 0 ? whole : `${whole.slice(0, -places)}.${whole.slice(-places)}`;
  const isDecimal = Number(text) <= 2 ** 29 && Number(Number(text).toFixed(3)) === Number(text);
  return { text, isDecimal };
}

// What could withhold a sum is left out: figures of one kind and one year, none of them counted twice.
rows.overlaps = [];
const indicator = rows.indicators.find(({ additivity }) => additivity === 'ADDITIVE');
const figures = new Map<number | undefined, { text: string; isDecimal: boolean }>();
for (const outcome of rows.outcomes) {
  if (outcome.value == null || outcome.valueType === 'RANK' || outcome.baselineValue != null)
    continue;
  const figure = drawn();
  const value = Number(figure.text);
  const kind = { qualifier: 'EXACT', indicatorId: indicator?.id, unitId: indicator?.unitId };
  Object.assign(outcome, { ...kind, value, low: value, high: value, window: '2023' });
  figures.set(outcome.id, figure);
}

const over = {} as Record<'compiled' | 'executed', Seeded>;
before(() => {
  over.compiled = startOverRows(rows);
  over.executed = startOverRows(rows, { compiler: false });
});
after(() => {
  over.executed.close();
  over.compiled.close();
});

const query = `query ($filter: OutcomeFilter) { outcomeGroups(groupBy: [PLACE, LEVEL, INDICATOR], filter: $filter, first: 1000) {
  nodes { place { code } level indicator { code } figureCount sum sumLow sumHigh mean } } }`;

/** The number nearest to the exact sum of numbers of up to three places. */
function exactSum(texts: readonly string[]): number {
  const thousandths = texts.reduce((sum, text) => {
    const [whole = '', places = ''] = text.split('.');
    return sum + BigInt(whole + places.padEnd(3, '0').slice(0, 3));
  }, 0n);
  return Number(`${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, '0')}`);
}

test('decimal figures have their exact sum, stored and scanned, compiled and executed', async () => {
  const codesOf = (list: readonly { id?: number | undefined; code: string }[]) =>
    new Map(list.map(({ id, code }) => [id, code]));
  const [indicators, places] = [codesOf(rows.indicators), codesOf(rows.places)];
  const own = Map.groupBy(
    rows.outcomes.filter(({ reviewReason }) => reviewReason == null),
    ({ placeId, level, indicatorId }) =>
      JSON.stringify([places.get(placeId), level, indicators.get(indicatorId ?? 0) ?? null]),
  );
  let several = 0;
  for (const filter of [{}, { reviewStates: ['CURATED'] }]) {
    const [{ outcomeGroups }, executed] = [
      await over.compiled.dataOf(query, { filter }),
      await over.executed.dataOf(query, { filter }),
    ];
    assert.deepEqual(executed.outcomeGroups, outcomeGroups);
    for (const { place, level, indicator: by, figureCount, ...told } of outcomeGroups.nodes) {
      const outcomes = own.get(JSON.stringify([place?.code, level, by?.code ?? null]));
      const some = (outcomes ?? []).flatMap(({ id, value }) =>
        value == null ? [] : [figures.get(id)],
      );
      if (told.sum === null || !some.every((each) => each?.isDecimal === true)) continue;
      const wanted = exactSum(some.map((each) => each?.text ?? ''));
      assert.equal(told.sum, wanted);
      assert.equal(told.sumLow, wanted);
      assert.equal(told.mean, wanted / figureCount);
      several += some.length > 1 ? 1 : 0;
    }
  }
  assert.ok(several > 20, `${several} sums of several figures`);
});
