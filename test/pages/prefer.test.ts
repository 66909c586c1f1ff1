import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

const browser = {
  'sec-fetch-site': 'none',
  'sec-fetch-dest': 'document',
  'accept-language': 'en-GB,en;q=0.9',
};

const get = (path: string, headers: Record<string, string> = {}) =>
  seeded.fetch(`http://localhost${path}`, {
    headers: { ...browser, ...headers },
    redirect: 'manual',
  });

test('who prefers English and opens an address without a language is sent to the same in English', async () => {
  for (const [path, location] of [
    ['/', '/?lang=en'],
    ['/search?text=审批', '/search?text=%E5%AE%A1%E6%89%B9&lang=en'],
    ['/reports/xinghe-2023?review=1', '/reports/xinghe-2023?review=1&lang=en'],
  ] as const) {
    const answer = await get(path);
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, location]);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const there = await get(location);
    assert.equal(there.status, 200);
    assert.match(await there.text(), /<html lang="en">/);
  }
});

test('the same holds where a browser does not say where it comes from, as over plain HTTP', async () => {
  const ask = (headers: Record<string, string>) =>
    seeded.fetch('http://county.example/reports/xinghe-2023', {
      headers: { 'accept-language': 'en-GB,en;q=0.9', ...headers },
      redirect: 'manual',
    });
  const opens = { 'upgrade-insecure-requests': '1' };
  for (const headers of [
    opens,
    { ...opens, referer: 'http://other.example/' },
    { ...opens, referer: 'nonsense' },
  ]) {
    const { status, headers: sent } = await ask(headers);
    assert.deepEqual([status, sent.get('location')], [302, '/reports/xinghe-2023?lang=en']);
  }
  for (const headers of [
    {},
    { ...opens, referer: 'http://county.example/' },
    { ...opens, 'accept-language': 'zh-CN,zh;q=0.9' },
  ]) {
    assert.equal((await ask(headers)).status, 200, JSON.stringify(headers));
  }
});

test('who chose the language, prefers Chinese, or is no browser stays', async () => {
  for (const headers of [
    { 'sec-fetch-site': 'same-origin' },
    { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' },
    { 'accept-language': '*' },
    { 'sec-fetch-dest': 'empty' },
  ]) {
    const answer = await get('/reports/xinghe-2023', headers);
    assert.equal(answer.status, 200, JSON.stringify(headers));
    assert.match(
      answer.headers.get('vary')!,
      /accept-language, sec-fetch-site, upgrade-insecure-requests, referer/,
    );
    assert.match(await answer.text(), /<html lang="zh">/);
  }
  const plain = await seeded.fetch('http://localhost/', { headers: { 'accept-language': 'en' } });
  assert.equal(plain.status, 200);
  for (const path of ['/?lang=zh', '/robots.txt', '/reports/xinghe-2023.txt']) {
    assert.equal((await get(path)).status, 200, path);
  }
  assert.doesNotMatch((await get('/?lang=zh')).headers.get('vary') ?? '', /accept-language/);
});
