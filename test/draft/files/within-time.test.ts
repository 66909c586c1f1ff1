import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withinTime } from '../../../src/draft/files/within-time.ts';

const tooLong = /takes more than 0\.05 seconds.*draft it in parts/;

test('work that is done in time gives what it gives, and throws what it throws', () => {
  const drafted = { figures: [1, 2] };
  assert.equal(
    withinTime(1000, () => drafted),
    drafted,
  );
  const fault = new RangeError('no such place');
  assert.throws(
    () =>
      withinTime(1000, () => {
        throw fault;
      }),
    (error) => error === fault,
  );
});

test('work that goes on is ended, in a loop and in a regular expression, and the next is done', () => {
  const endless: Record<string, () => unknown> = {
    loop() {
      for (let round = 0; ; round += 1) if (round < 0) return round;
    },
    expression: () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`),
  };
  for (const [name, work] of Object.entries(endless)) {
    const begun = performance.now();
    assert.throws(() => withinTime(50, work), tooLong, name);
    assert.ok(performance.now() - begun < 10_000, name);
    assert.equal(
      withinTime(1000, () => name),
      name,
    );
  }
});
