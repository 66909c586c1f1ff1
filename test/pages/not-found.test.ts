import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Serving } from '../../src/server/serve.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { importedSeed, send, serveOnFreePort } from '../support/served.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
let serving: Serving;
before(async () => {
  seed = await importedSeed();
  serving = await serveOnFreePort(seed.data);
});
after(async () => {
  await serving.close();
  seed.remove();
});

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  send(serving.url, { path, method, headers });
const linksIn = (page: string) => elementsOf(page, 'a').map(({ attributes }) => attributes['href']);

test('a browser is answered with a page that leads to the nearest places', async () => {
  for (const [path, nearest] of [
    ['/reports/xinghe-2032', '/reports/xinghe-2023'],
    ['/report/xinghe-2023', '/reports/xinghe-2023'],
    ['/xinghe2023', '/reports/xinghe-2023'],
    ['/reports/XINGHE-2023/measures', '/reports/xinghe-2023'],
    ['/indicators/energy-reviw-time', '/indicators/energy-review-time'],
    ['/grapql', '/graphql'],
    ['/graphql/zzz', '/graphql'],
    ['/schema.graphq', '/schema.graphql'],
    ['/examples/bigest-cuts.csv', '/examples/biggest-cuts.csv'],
    ['/graphql/assets/none.js', '/graphql'],
    ['/assets/none.css', '/'],
    ['/zzz', '/'],
    ['//evil.example', '/'],
    [`/reports/${'x'.repeat(5000)}`, '/'],
    ['/reports/%3Cscript%3Ealert(1)%3C%2Fscript%3E', '/'],
  ] as const) {
    const { status, headers, body } = await get(path, { accept: browser });
    const page = body.toString();
    assert.equal(status, 404, path);
    assert.match(String(headers['content-type']), /^text\/html/, path);
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(String(headers.vary), /accept\b.*accept-language/);
    assert.match(String(headers['content-security-policy']), /default-src 'none'/);
    assert.ok(linksIn(page).includes(nearest), `${path}: ${linksIn(page).join(' ')}`);
    for (const there of ['/', '/reports', '/search', '/#questions', '/graphql', '/schema.graphql'])
      assert.ok(linksIn(page).includes(there), there);
    for (const href of linksIn(page)) assert.doesNotMatch(href!, /^\/\/|^[a-z]+:/i);
    assert.doesNotMatch(page, /<script>alert/);
    const head = await get(path, { accept: browser }, 'HEAD');
    assert.deepEqual([head.status, head.body.length], [404, 0]);
    assert.equal(head.headers['content-type'], headers['content-type']);
  }
});

test('the page speaks the language that the reader reads, and leads to the other', async () => {
  const chinese = '没有这一页';
  const english = 'There is no such page';
  for (const path of [
    '/zzz',
    '/reports/zzz',
    '/indicators/zzz',
    '/examples/zzz.csv',
    '/graphql/zzz',
  ]) {
    for (const [search, language, said] of [
      ['', undefined, chinese],
      ['', 'en-GB,en;q=0.9', english],
      ['', 'zh-CN,zh;q=0.9,en;q=0.8', chinese],
      ['', 'en;q=0.3, zh-Hans;q=0.4', chinese],
      ['', 'zh;q=0.3, EN;q=0.4', english],
      ['', 'fr, en;q=0.1', english],
      ['', 'fr', chinese],
      ['', 'zh;q=0, *;q=0.5', english],
      ['', 'en;q=0', chinese],
      ['', 'english', chinese],
      ['?lang=zh', 'en', chinese],
      ['?lang=en', 'zh', english],
      ['?lang=fr', 'en', english],
    ] as const) {
      const headers = { accept: browser, ...(language && { 'accept-language': language }) };
      const page = (await get(path + search, headers)).body.toString();
      const [title] = elementsOf(page, 'h1');
      assert.equal(textOf(title!.inner).trim(), said, `${path}${search} ${language}`);
      const other = linksIn(page).find((href) => href!.startsWith(`${path}?lang=`));
      assert.equal(other, `${path}?lang=${said === english ? 'zh' : 'en'}`);
    }
  }
});

test('a program is answered in JSON as always', async () => {
  for (const path of ['/zzz', '/examples/zzz.csv', '/graphql/zzz', '/assets/none.css']) {
    for (const accept of [undefined, '*/*', 'application/json', 'text/html;q=0.4, */*;q=0.5']) {
      const { status, headers, body } = await get(path, accept === undefined ? {} : { accept });
      assert.equal(status, 404);
      assert.match(String(headers['content-type']), /^application\/json/);
      assert.equal(JSON.parse(body.toString()).errors[0].extensions.code, 'NOT_FOUND');
    }
  }
  for (const path of ['/reports/zzz', '/indicators/zzz']) {
    const { status, body } = await get(path, { accept: 'application/json, text/html;q=0.5' });
    assert.equal(status, 404);
    assert.equal(JSON.parse(body.toString()).errors[0].extensions.code, 'NOT_FOUND');
  }
});

test('where nothing stands nobody is led to find it', async () => {
  for (const path of ['/zzz', '/reports/zzz', '/versions/000000000000/', '/outcomes/a/b']) {
    const page = (await get(path, { accept: browser })).body.toString();
    const rels = new Set(elementsOf(page, 'link').map(({ attributes }) => attributes['rel']));
    assert.ok(!rels.has('canonical') && !rels.has('alternate'), path);
    assert.match(page, /<meta name="robots" content="noindex"/);
    assert.doesNotMatch(page, /og:url/);
  }
  const there = (await get('/reports', { accept: browser })).body.toString();
  assert.match(there, /rel="canonical"/);
  assert.doesNotMatch(there, /noindex/);
});
