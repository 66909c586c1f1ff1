import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { rollBack } from '../../src/importer/publish/rollback.ts';
import type { Serving } from '../../src/server/serve.ts';
import { setPublicOrigin } from '../../src/public-origin.ts';
import { ownSeed } from '../support/own-seed.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { send, serveOnFreePort } from '../support/served.ts';

const place = '/outcomes/xinghe-2023/energy-review-time';
const folder = mkdtempSync(join(tmpdir(), 'juzheng-'));
const [seed, data] = [join(folder, 'seed'), join(folder, 'data')];
const facts = join(seed, 'reports/xinghe-2023/facts.yaml');
const versionNow = () => readPointer(data)!.version;

/** Imports the seed with another label of one outcome. */
async function importLabelled(label: string, keep?: number): Promise<string> {
  const text = readFileSync(join(ownSeed, 'reports/xinghe-2023/facts.yaml'), 'utf8');
  writeFileSync(facts, text.replaceAll('节能审查时限', label));
  await importSeed({ seed, data, ...(keep !== undefined && { keep }) });
  return versionNow();
}

let serving: Serving;
let versions: [string, string];
before(async () => {
  cpSync(ownSeed, seed, { recursive: true });
  versions = [await importLabelled('节能审查时限甲'), await importLabelled('节能审查时限乙')];
  serving = await serveOnFreePort(data);
});
after(async () => {
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string, accept = 'text/html') => {
  const { status, headers, body } = await send(serving.url, { path, headers: { accept } });
  return { status, headers, text: body.toString() };
};
const titleOf = (page: string) => textOf(elementsOf(page, 'h1')[0]!.inner).trim();
const within = (version: string, path: string) => `/versions/${version.slice(0, 12)}${path}`;

test('the version that a citation names is read as it was, page and links', async () => {
  const [earlier, present] = versions;
  assert.equal(titleOf((await get(place)).text), '节能审查时限乙');
  const old = await get(within(earlier, place));
  assert.equal(old.status, 200);
  assert.equal(titleOf(old.text), '节能审查时限甲');
  assert.match(textOf(old.text), /这是较早的数据版本/);
  assert.equal(titleOf((await get(within(present, place))).text), '节能审查时限乙');
  const links = elementsOf(old.text, 'a').map(({ attributes }) => attributes['href']!);
  const others = links.filter((href) => /^\/(?!versions\/)/.test(href));
  assert.deepEqual(others, [place], 'nothing else leads to the present version');
  const [citation] = elementsOf(old.text, 'pre').map(({ inner }) => textOf(inner));
  assert.ok(citation!.includes(within(earlier, place)), citation);
  for (const href of new Set(links.map((link) => link.split('#')[0]!)))
    if (href.startsWith('/')) {
      const there = await get(href);
      assert.equal(there.status, 200, href);
      assert.doesNotMatch(there.text, /^\{"errors"/, href);
    }
});

test('a file out of a version leads to the present one from wherever it is kept', async () => {
  const proof = '/reports/xinghe-2023.proof.html';
  const { text } = await get(within(versions[0], proof));
  const links = elementsOf(text, 'a').map(({ attributes }) => attributes['href']!);
  assert.equal(links.filter((href) => /^http:\/\/[^/]+\/reports\//.test(href)).length, 1, proof);
  const paths = links.filter((href) => !/^(?:https?:|#|data:)/.test(href));
  assert.deepEqual(paths, []);
});

test('files, tables and GET of the API are of the version too', async () => {
  const [earlier] = versions;
  const query = encodeURIComponent(
    '{ outcome(by: { code: "xinghe-2023/energy-review-time" }) { label } }',
  );
  for (const path of [
    `${place}.json`,
    `${place}.csv`,
    `${place}.bib`,
    `/graphql?query=${query}`,
    `/graphql?format=csv&query=${encodeURIComponent('{ outcomes(first: 100) { nodes { label } } }')}`,
    '/examples/biggest-cuts.csv',
  ]) {
    const old = await get(within(earlier, path), '*/*');
    assert.equal(old.status, 200, path);
    assert.ok(old.text.includes('节能审查时限甲'), path);
    assert.ok(!old.text.includes('节能审查时限乙'), path);
  }
});

test('a citation out of a version names its address', async () => {
  const [earlier] = versions;
  for (const form of ['bib', 'ris']) {
    const { text } = await get(within(earlier, `${place}.${form}`), '*/*');
    assert.ok(text.includes(within(earlier, place)), form);
  }
  const present = await get(place);
  assert.ok(present.text.includes(`href="${within(versions[1], place)}"`));
});

test('addresses in the answers of a version stay within it, from here and from a query process', async () => {
  const [earlier] = versions;
  const base = within(earlier, '');
  const urls = (text: string) =>
    [...text.matchAll(/"(?:url|[a-zA-Z]*Url)": ?"([^"]*)"/g)].map(([, url]) => url!);
  // The second is not compiled, the third is large: each is answered elsewhere.
  for (const query of [
    '{ outcomes(first: 3) { nodes { url evidence { url } } } }',
    '{ __typename outcomes(first: 3) { nodes { url evidence { url } } } __schema { queryType { name } } }',
    '{ outcomes(first: 100) { nodes { url evidence { url } measures { nodes { url acts { evidence { url report { outcomes(first: 100) { nodes { url } } } } } } } } } }',
  ]) {
    const path = `/graphql?query=${encodeURIComponent(query)}`;
    const { status, text, headers } = await get(within(earlier, path), 'application/json');
    assert.equal(status, 200, text);
    const found = urls(text);
    assert.ok(found.length > 5);
    for (const url of found) assert.ok(url.startsWith(`${base}/`), url);
    assert.equal(headers['juzheng-version-state'], 'EARLIER');
    const present = urls((await get(path, 'application/json')).text);
    assert.deepEqual(
      present.map((url) => base + url),
      found,
      'the same things, at their present addresses',
    );
  }
  assert.ok((await get(within(earlier, `${place}.csv`), '*/*')).text.includes(`${base}/`));
});

test('what is read of a version is asked for once: its tag holds until its state changes', async () => {
  const [earlier, present] = versions;
  const query = encodeURIComponent('{ meta { dataVersion } }');
  for (const path of [place, '/', `${place}.json`, `${place}.bib`, `/graphql?query=${query}`]) {
    const first = await get(within(earlier, path), '*/*');
    const tag = first.headers.etag!;
    assert.match(tag, /^(?:W\/)?"[\w-]{22}"$/, path);
    const wire = { path: within(earlier, path), headers: { accept: '*/*', 'if-none-match': tag } };
    const again = await send(serving.url, wire);
    assert.deepEqual([again.status, again.body.length], [304, 0], path);
    const others = [await get(path, '*/*'), await get(within(present, path), '*/*')];
    for (const { headers } of others) assert.notEqual(headers.etag, tag, path);
  }
  const missing = await get(within(earlier, '/outcomes/xinghe-2023/zzz'), 'application/json');
  assert.deepEqual([missing.status, missing.headers['cache-control']], [404, 'no-store']);
});

test('what leads elsewhere leads within the version, by whatever name the server is called', async () => {
  const [earlier] = versions;
  const retired = '/outcomes/xinghe-2023/all-advised';
  const moved = await get(within(earlier, retired));
  assert.equal(moved.status, 301);
  assert.equal(
    moved.headers.location,
    within(earlier, '/outcomes/xinghe-2023/departments-with-adviser'),
  );
  setPublicOrigin('https://juzheng.example');
  try {
    const named = await get(within(earlier, retired));
    assert.ok(named.headers.location!.startsWith(`https://juzheng.example${within(earlier, '/')}`));
    const page = await get(within(earlier, place));
    const inside = [...page.text.matchAll(/https:\/\/juzheng\.example(\/[^"&#?\s]*)/g)];
    assert.ok(inside.length > 3);
    for (const [, path] of inside)
      assert.match(path!, /^\/(?:assets\/|versions\/[0-9a-f]{12}\/(?!versions))/);
  } finally {
    setPublicOrigin(null);
  }
});

test('nothing else is served of a version, and it cannot be written to', async () => {
  const [earlier] = versions;
  for (const path of ['/metrics', '/health', '/ready', '/zzz'])
    assert.equal((await get(within(earlier, path))).status, 404, path);
  const posted = await send(serving.url, { method: 'POST', path: within(earlier, '/graphql') });
  assert.equal(posted.status, 405);
});

test('of a version that is not kept it is said that it is gone, and where the present one is', async () => {
  const gone = await get(within('0123456789ab', place));
  assert.equal(gone.status, 410);
  assert.equal(titleOf(gone.text), '这一数据版本不再保留');
  const links = elementsOf(gone.text, 'a').map(({ attributes }) => attributes['href']);
  assert.ok(links.includes(place));
  for (const path of ['/sitemap.xml', '/robots.txt', '/llms.txt', '/feed.xml'])
    assert.equal((await get(within(versions[0], path), '*/*')).status, 404, path);
  const told = await get(within('0123456789ab', place), 'application/json');
  assert.equal(JSON.parse(told.text).errors[0].extensions.code, 'GONE');
});

test('a withdrawn version says so, and a version goes when a newer one takes its place', async () => {
  const [earlier, withdrawn] = versions;
  rollBack(data);
  const page = await get(within(withdrawn, place));
  assert.equal(titleOf(page.text), '节能审查时限乙');
  assert.match(textOf(page.text), /已被撤回/);
  assert.equal(page.headers['juzheng-version-state'], 'WITHDRAWN');
  await importLabelled('节能审查时限丙');
  const gone = await get(within(withdrawn, place));
  assert.equal(gone.status, 410);
  assert.match(textOf(gone.text), /它于 \d{4}-\d\d-\d\d 发布。它于 \d{4}-\d\d-\d\d 被撤回。/);
  assert.equal(titleOf((await get(within(earlier, place))).text), '节能审查时限甲');
});

test('as many versions stay as are to be kept, whatever is rolled back between', async () => {
  const made: string[] = [];
  for (const label of ['节能审查时限丁', '节能审查时限戊', '节能审查时限己'])
    made.push(await importLabelled(label, 3));
  for (const version of made) assert.equal((await get(within(version, place))).status, 200);
  rollBack(data);
  made.push(await importLabelled('节能审查时限庚', 3));
  const [oldest, kept, withdrawn, newest] = made;
  for (const version of [oldest!, kept!, newest!])
    assert.equal((await get(within(version, place))).status, 200);
  assert.equal((await get(within(withdrawn!, place))).status, 410);
  const last = await importLabelled('节能审查时限辛');
  for (const [version, status] of [
    [oldest!, 410],
    [kept!, 410],
    [newest!, 200],
    [last, 200],
  ] as const)
    assert.equal((await get(within(version, place))).status, status);
});
