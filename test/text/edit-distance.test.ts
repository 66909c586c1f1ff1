import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { editDistance } from '../../src/text/search/edit-distance.ts';
import { nearestOf, sketchOf } from '../../src/text/search/nearest.ts';

const { assert: holds, constantFrom, nat, property, string } = fc;

/** The same by its definition, without a bound. */
function slowly(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (_each, at) => (row === 0 ? at : at === 0 ? row : 0)),
  );
  for (let row = 1; row <= one.length; row += 1) {
    for (let at = 1; at <= other.length; at += 1) {
      const cost = one[row - 1] === other[at - 1] ? 0 : 1;
      let value = Math.min(
        rows[row - 1]![at]! + 1,
        rows[row]![at - 1]! + 1,
        rows[row - 1]![at - 1]! + cost,
      );
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        value = Math.min(value, rows[row - 2]![at - 2]! + 1);
      rows[row]![at] = value;
    }
  }
  return rows[one.length]![other.length]!;
}

test('the distance is the one of the definition, as far as it is asked for', () => {
  const text = string({ unit: constantFrom('a', 'b', 'c'), maxLength: 9 });
  holds(
    property(text, text, nat(8), (one, other, most) => {
      assert.equal(editDistance(one, other, most), Math.min(slowly(one, other), most + 1));
    }),
    { numRuns: 3000 },
  );
});

test('a slip anywhere in a code finds the code first, among many that look alike', () => {
  const codes = Array.from(
    { length: 3000 },
    (_, at) => `county-${(at * 7919) % 10_007}-${2000 + (at % 25)}`,
  );
  const sketches = codes.map(sketchOf);
  for (let at = 0; at < codes.length; at += 37) {
    const code = codes[at]!;
    const middle = 3;
    for (const slip of [
      code.slice(1),
      `${code}x`,
      `x${code}`,
      code.toUpperCase(),
      code.slice(0, middle) + code.slice(middle + 1),
      code[1]! + code[0]! + code.slice(2),
    ]) {
      assert.equal(nearestOf(slip, sketches, 3)[0], code, slip);
    }
  }
});

test('what is like nothing finds nothing', () => {
  const sketches = ['xinghe-2023', '{workday}', '150924'].map(sketchOf);
  for (const code of ['', 'z', 'zzz', '\u0000', '{}', '兴和县', 'x'.repeat(50_000)])
    assert.deepEqual(nearestOf(code, sketches, 3), [], code.slice(0, 9));
});
