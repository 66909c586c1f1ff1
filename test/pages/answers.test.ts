import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPresets } from '../../src/examples/presets.ts';
import { notATable } from '../../src/table/fetch-pages.ts';
import { schema } from '../../src/schema/schema.ts';
import { askAll, readQuery } from '../../src/pages/ask-all.ts';
import { createRecent } from '../../src/pages/recent.ts';
import { usePages } from '../../src/server/plugins/addresses/use-pages.ts';
import type { Ask } from '../../src/table/fetch-pages.ts';

/** Lists the numbers below 250 in pages of 100. */
const numbers: Ask = ({ variables }) => {
  const from = Number(variables?.['after'] ?? 0);
  const nodes = Array.from({ length: Math.min(100, 250 - from) }, (_, index) => from + index);
  const end = from + nodes.length;
  const page = { nodes, pageInfo: { hasNextPage: end < 250, endCursor: String(end) } };
  return Promise.resolve({ status: 200, body: { data: { page } } });
};

test('a list is asked for to its end, or to as many pages as are wanted', async () => {
  const query = readQuery('links');
  const variables = { code: 'a', language: 'ZH' } as const;
  assert.deepEqual(
    await askAll(numbers, query, variables),
    Array.from({ length: 250 }, (_, index) => index),
  );
  assert.equal((await askAll(numbers, query, variables, 2)).length, 200);
});

test('what was made last is kept, what failed or is nothing is not', async () => {
  const recent = createRecent<string>(2);
  let made = 0;
  const make = (thing: string | null) => () => {
    made += 1;
    return Promise.resolve(thing);
  };
  assert.deepEqual(await Promise.all([recent('a', make('A')), recent('a', make('A'))]), ['A', 'A']);
  assert.equal(made, 1, 'two at once make it once');
  await recent('b', make('B'));
  await recent('a', make('A'));
  await recent('c', make('C'));
  await recent('a', make('A'));
  assert.equal(made, 3, 'the one that was asked for again stays');
  await recent('b', make('B'));
  assert.equal(made, 4, 'the one that was not is made again');
  await recent('n', make(null));
  await recent('n', make(null));
  assert.equal(made, 6);
  await assert.rejects(recent('e', () => Promise.reject(new Error('no'))));
  assert.equal(await recent('e', make('E')), 'E');
});

test('where the API gives no answer the page says so, and no cache keeps it', async () => {
  let held = 0;
  const snapshot = { version: 'v' };
  const hold = () => {
    held += 1;
    return { snapshot, release: () => (held -= 1) };
  };
  const told: unknown[] = [];
  let code = '';
  let status = 0;
  let retryAfter: string | null = null;
  const plugin = usePages({
    schema,
    presets: createPresets(notATable),
    snapshots: { hold, current: () => snapshot } as never,
    log: { error: (error: unknown) => told.push(error), debug() {} } as never,
    askOf: () => () => {
      const errors = [{ message: `it is ${code}`, extensions: { code } }];
      return Promise.resolve({ status, body: { data: null, errors }, retryAfter });
    },
  });
  for (const path of [
    '/',
    '/reports/xinghe-2023',
    '/indicators/any',
    '/search?text=any',
    '/reports',
  ]) {
    [code, status, retryAfter] = ['SERVICE_UNAVAILABLE', 503, '7'];
    const later = await answerTo(path);
    assert.deepEqual([later.status, later.headers.get('retry-after')], [503, '7'], path);
    assert.match(await later.text(), /此刻答不上来.*请在 7 秒后再试.*it is SERVICE_UNAVAILABLE/s);
    [code, status, retryAfter] = ['QUERY_TIMEOUT', 200, null];
    const never = await answerTo(path);
    assert.deepEqual([never.status, never.headers.get('retry-after')], [422, null], path);
    assert.equal(never.headers.get('cache-control'), 'no-store');
    assert.match(await never.text(), /一次问得太多.*it is QUERY_TIMEOUT/s);
    assert.deepEqual(told, [], 'whoever asks for too much does not fill the log');
    [code, status, retryAfter] = ['INTERNAL_SERVER_ERROR', 500, null];
    const fault = await answerTo(path);
    assert.deepEqual([fault.status, told.splice(0).length], [503, 1], path);
  }
  assert.equal(held, 0, 'every snapshot is let go');

  async function answerTo(path: string): Promise<Response> {
    const url = new URL(path, 'http://localhost');
    let answer: Response | undefined;
    await plugin.onRequest?.({
      request: new Request(url),
      url,
      serverContext: {},
      endResponse: (response: Response) => (answer = response),
    } as never);
    assert.ok(answer);
    return answer;
  }
});
