import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import { importSeed } from '../../src/importer/import.ts';
import { rollBack } from '../../src/importer/publish/rollback.ts';
import { feedOf } from '../../src/pages/feed/feed.ts';
import { makeCorpus } from '../support/corpus.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { startOver } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { until } from '../support/until.ts';

const corpus = makeCorpus(6);
const [folder = ''] = corpus.folders;
const gone = basename(folder);
let seeded: Seeded;
before(async () => {
  await importSeed({ ...corpus, jobs: 1 });
  rmSync(folder, { recursive: true });
  await importSeed({ ...corpus, jobs: 1 });
  seeded = startOver(corpus.data);
});
after(() => {
  seeded.close();
  corpus.remove();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  seeded.fetch(`http://localhost${path}`, { headers });

/** The text of each element of a name. */
const textsOf = (xml: string, name: string) =>
  elementsOf(xml, name).map(({ inner }) => textOf(inner).trim());

test('the feed tells each publication in both languages, newest first, and every page leads to it', async () => {
  for (const [lang, titles] of [
    // What others of its place tell of the one that is gone is settled anew.
    ['zh', [/^报告：修改 \d，撤下 1$/, /^报告：新增 6$/]],
    ['en', [/^Reports: \d changed, 1 removed$/, /^Reports: 6 added$/]],
  ] as const) {
    const page = await (await get(`/reports?lang=${lang}`)).text();
    const [, href] = /type="application\/atom\+xml"[^>]*?href="([^"]+)"/.exec(page)!;
    const answer = await get(href!.replaceAll('&amp;', '&'));
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type')!, /^application\/atom\+xml/);
    const xml = await answer.text();
    const entries = elementsOf(xml, 'entry');
    assert.equal(entries.length, titles.length);
    for (const [nth, title] of titles.entries())
      assert.match(textsOf(entries[nth]!.inner, 'title')[0]!, title);
    const ids = entries.map(({ inner }) => textsOf(inner, 'id')[0]!);
    assert.equal(new Set(ids).size, entries.length);
    for (const id of ids)
      assert.match(id, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    const times = [...textsOf(xml, 'updated')];
    for (const time of times) assert.ok(!Number.isNaN(Date.parse(time)), time);
    const own = lang === 'zh' ? /\p{Script=Han}/u : /measures: \d+ added|measures \d+ added/;
    assert.match(xml, own);
    const tagged = { 'if-none-match': answer.headers.get('etag')! };
    assert.equal((await get(href!, tagged)).status, 304);
  }
});

test('every link of the feed leads somewhere, and a report that is gone says when it went', async () => {
  const xml = await (await get('/feed.xml')).text();
  const links = [...xml.matchAll(/href=(?:"|&quot;)http:\/\/localhost([^"&]+)/g)].map(
    ([, path]) => path!,
  );
  assert.ok(links.some((path) => path.startsWith('/reports/')));
  for (const path of new Set(links)) {
    const status = path === `/reports/${gone}` ? 410 : 200;
    assert.equal((await get(path)).status, status, path);
  }
  for (const path of [`/reports/${gone}`, `/reports/${gone}.txt`, `/measures/${gone}/x`]) {
    const page = await get(path, { accept: 'text/html' });
    assert.equal(page.status, 410, path);
    assert.match(textOf(await page.text()), /这份报告已撤下.*于 \d{4}-\d\d-\d\d 撤下/s);
    const told = await get(path, { accept: 'application/json' });
    assert.equal(told.status, 410, path);
    const { errors } = (await told.json()) as { errors: { extensions: { code: string } }[] };
    assert.equal(errors[0]!.extensions.code, 'GONE');
  }
  const page = await (await get(`/reports/${gone}?lang=en`, { accept: 'text/html' })).text();
  const kept = elementsOf(page, 'a')
    .map(({ attributes }) => attributes['href']!)
    .find((href) => href.startsWith('/versions/'));
  assert.equal((await get(kept!)).status, 200, 'the version that held it last is still kept');
});

test('a rollback is told, and brings back what it brings back', async () => {
  const before304 = (await get('/feed.xml')).headers.get('etag')!;
  rollBack(corpus.data);
  await until(
    'the server has followed',
    async () => (await get(`/reports/${gone}`)).status === 200,
  );
  const answer = await get('/feed.xml', { 'if-none-match': before304 });
  assert.equal(
    answer.status,
    200,
    'the feed has changed, though a version is served that was before',
  );
  const [newest] = elementsOf(await answer.text(), 'entry');
  assert.match(
    textsOf(newest!.inner, 'title')[0]!,
    /^数据版本 [0-9a-f]{12} 已撤回，恢复版本 [0-9a-f]{12}$/,
  );
});

test('where nothing was published yet the feed is empty and whole', () => {
  const xml = feedOf([], 'en', 'https://example.org').toString();
  assert.equal(elementsOf(xml, 'entry').length, 0);
  assert.match(xml, /<id>https:\/\/example\.org\/feed\.xml\?lang=en<\/id>/);
  assert.match(xml, /<updated>1970-/);
});
