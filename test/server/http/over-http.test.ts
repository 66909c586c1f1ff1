import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { auditServer } from 'graphql-http';
import { startSeeded } from '../../support/random/seeded.ts';
import { importedSeed, serveOnFreePort } from '../../support/served.ts';

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

async function audit(t: TestContext, url: string, fetchFn: Fetch): Promise<void> {
  const results = await auditServer({ url, fetchFn });
  const failed = results.filter(({ status }) => status !== 'ok');
  t.diagnostic(`${results.length - failed.length} of ${results.length} audits pass`);
  assert.deepEqual(
    failed.map(({ id, name, status }) => `${id} ${status}: ${name}`),
    [],
  );
  assert.ok(results.length >= 61);
}

test('all audits of GraphQL over HTTP pass in process', async (t) => {
  const seeded = await startSeeded();
  t.after(() => seeded.close());
  await audit(t, 'http://localhost/graphql', seeded.fetch);
});

test('and over the wire, with the short way and without', async (t) => {
  const { data, remove } = await importedSeed();
  t.after(remove);
  for (const front of [true, false]) {
    const serving = await serveOnFreePort(data, { front });
    t.after(() => serving.close());
    await audit(t, `${serving.url}/graphql`, fetch);
  }
});
