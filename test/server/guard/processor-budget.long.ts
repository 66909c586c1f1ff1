import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { createProcessorBudget } from '../../../src/server/guard/processor-budget.ts';
import { copySeed } from '../../support/copied.ts';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';
import { startProcess } from '../../support/started.ts';
import { until } from '../../support/until.ts';

const [one, other] = ['127.0.0.2', '127.0.0.3'] as const;
const small = '/graphql?query={reports{nodes{code}}}';

/** A question that takes its time and is another for each number. */
const large = (n: number) =>
  `/graphql?query=${encodeURIComponent(`{ n${n}: outcomes(first: 60) { nodes { report { outcomes(first: 60) { nodes { measures { totalCount } } } } } } }`)}`;

test('what a client’s questions took is taken from its budget, in pieces and at last whole', async () => {
  const budget = createProcessorBudget({ seconds: 2, shared: false, onError: assert.ifError });
  const fresh = await budget.weigh('a');
  assert.equal(fresh.headers['ratelimit'], '"processor";r=2;t=60');
  for (let n = 0; n < 1000; n += 1) budget.charge('a', 1.5);
  const half = await budget.weigh('a');
  assert.equal(half.headers['ratelimit'], '"processor";r=1;t=60');
  assert.equal(half.refusal, null, 'half a second is left');
  budget.charge('a', 700);
  const { refusal } = await budget.weigh('a');
  assert.equal(refusal?.status, 429);
  assert.match(
    refusal.message,
    /^Questions from your address may take 2 s of the processor a minute, and have; try again in \d+ s/,
  );
  assert.equal((await budget.weigh('b')).refusal, null);
  budget.charge('b', 999.9);
  budget.charge('b', 0.25);
  await until('a little is counted too', async () => {
    const { headers } = await budget.weigh('b');
    // The window goes on while this is waited for: what is left of it is not asserted.
    return /^"processor";r=1;t=\d+$/.test(headers['ratelimit'] ?? '');
  });
});

test('the budget is told beside the number of requests, and who has used it up waits', async (t) => {
  const seed = await importedSeed();
  t.after(seed.remove);
  const options = { rateLimit: 1000, processorBudget: 1, bounds: { stopMilliseconds: 100 } };
  const serving = await serveOnFreePort(seed.data, options);
  t.after(serving.close);
  const { headers } = await send(serving.url, { path: small, from: one });
  assert.equal(headers['ratelimit-policy'], '"requests";q=1000;w=60, "processor";q=1;w=60');
  assert.match(String(headers['ratelimit']), /^"requests";r=999;t=60, "processor";r=1;t=60$/);
  await useUp(t, serving.url);
  const refused = await send(serving.url, { path: small, from: one });
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers['retry-after']) >= 1);
  assert.match(refused.body.toString(), /"code":"TOO_MANY_REQUESTS"/);
  assert.match(String(refused.headers['ratelimit']), /"processor";r=0;t=\d+$/);
  assert.equal((await send(serving.url, { path: small, from: other })).status, 200);
});

test('the budget is one over all processes together', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  const server = await startProcess(copy, { workers: 2, more: ['--processor-budget', '1'] });
  t.after(() => server.process.kill('SIGKILL'));
  await useUp(t, server.url);
  await until('every process knows it', async () => {
    // Each over a connection of its own, which either process may take.
    const asked = Array.from({ length: 12 }, () => send(server.url, { path: small, from: one }));
    return (await Promise.all(asked)).every(({ status }) => status === 429);
  });
  assert.equal((await send(server.url, { path: small, from: other })).status, 200);
});

/** Asks what takes its time until it is refused. */
async function useUp(t: TestContext, url: string): Promise<void> {
  for (let n = 0; n < 2000; n += 1) {
    const { status, body } = await send(url, { path: large(n), from: one });
    if (status === 200) assert.match(body.toString('latin1', 0, 40), /^\{"data"/);
    if (status === 200) continue;
    assert.equal(status, 429);
    t.diagnostic(`refused after ${n} questions`);
    return;
  }
  assert.fail('it was never refused');
}
