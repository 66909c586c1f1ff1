import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { auditServer } from 'graphql-http';
import { startSeeded } from '../support/seeded.ts';
import type { Seeded } from '../support/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

test('all audits of GraphQL over HTTP pass', async (t) => {
  const results = await auditServer({ url: 'http://localhost/graphql', fetchFn: seeded.fetch });
  const failed = results.filter(({ status }) => status !== 'ok');
  t.diagnostic(`${results.length - failed.length} of ${results.length} audits pass`);
  assert.deepEqual(
    failed.map(({ id, name, status }) => `${id} ${status}: ${name}`),
    [],
  );
  assert.ok(results.length >= 61);
});
