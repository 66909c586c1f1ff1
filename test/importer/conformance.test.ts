import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runConformance } from '../../src/importer/conformance/conformance.ts';

const results = [...runConformance('test/conformance')];

test('every small report comes out as the suite says', () => {
  assert.ok(results.length > 0);
  assert.deepEqual(
    results.flatMap(({ file, name, wrong }) => wrong.map((line) => `${file}: ${name}: ${line}`)),
    [],
  );
});
