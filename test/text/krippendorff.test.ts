import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementOf } from '../../src/text/krippendorff.ts';

test('alpha is what Krippendorff’s own worked example for two coders has', () => {
  // Krippendorff (2011), section A: two observers, ten things, binary; alpha is 0.095.
  const one = '0100000010';
  const other = '1110010000';
  const pairs = Array.from(one, (value, at) => [value, other.charAt(at)] as const);
  assert.deepEqual(agreementOf(pairs), { count: 10, agreed: 6, percent: 60, alpha: 0.095 });
});

test('full agreement is 1, one category alone has no alpha, nothing has neither', () => {
  assert.equal(
    agreementOf([
      ['a', 'a'],
      ['b', 'b'],
    ]).alpha,
    1,
  );
  assert.equal(
    agreementOf([
      ['a', 'a'],
      ['a', 'a'],
    ]).alpha,
    null,
  );
  assert.deepEqual(agreementOf([]), { count: 0, agreed: 0, percent: null, alpha: null });
});
