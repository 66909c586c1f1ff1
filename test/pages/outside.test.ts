import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { elementsOf } from '../support/read-html.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

const get = (path: string) => seeded.fetch(`http://localhost${path}`);
const read = async (path: string) => (await get(path)).text();

const attributesOf = (page: string, name: string) =>
  [...page.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, written]) =>
    Object.fromEntries(
      [...written!.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    ),
  );

test('a page says what it is, in which languages it stands, and what it looks like', async () => {
  for (const [path, other] of [
    ['/reports/xinghe-2023', '/reports/xinghe-2023?lang=en'],
    ['/', '/?lang=en'],
  ] as const) {
    const page = await read(path);
    const links = attributesOf(page, 'link');
    const canonical = links.find(({ rel }) => rel === 'canonical');
    assert.equal(canonical?.['href'], `http://localhost${path}`);
    const alternates = links.filter(({ rel, hreflang }) => rel === 'alternate' && hreflang);
    assert.deepEqual(
      alternates.map(({ hreflang, href }) => [hreflang, href]),
      [
        ['zh', `http://localhost${path}`],
        ['en', `http://localhost${other}`],
        ['x-default', `http://localhost${path}`],
      ],
    );
    const metas = attributesOf(page, 'meta');
    assert.ok(metas.find(({ name }) => name === 'description')!['content']!.length > 20);
    const icon = links.find(({ rel }) => rel === 'icon')!;
    const picture = metas.find(({ property }) => property === 'og:image')!['content']!;
    for (const [address, type] of [
      [icon['href']!, 'image/svg+xml'],
      [picture.replace('http://localhost', ''), 'image/png'],
    ] as const) {
      const answer = await get(address);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), type);
    }
    assert.match((await get(other)).headers.get('content-type')!, /html/);
    assert.match(await read(other), /rel="canonical" href="http:\/\/localhost[^"]*\?lang=en"/);
  }
});

test('the front page is told as a data set, a report as a part of it', async () => {
  const dataOf = async (path: string) => {
    const script = elementsOf(await read(path), 'script').find(
      ({ attributes }) => attributes['type'] === 'application/ld+json',
    )!;
    return JSON.parse(script.inner);
  };
  const { meta } = await seeded.dataOf('{ meta { dataVersion } }');
  const dataset = await dataOf('/');
  assert.deepEqual([dataset['@type'], dataset.version], ['Dataset', meta.dataVersion]);
  const report = await dataOf('/reports/xinghe-2023');
  assert.deepEqual([report['@type'], report.isPartOf['@id']], ['Report', dataset['@id']]);
  assert.equal(report.temporalCoverage, '2023');
});

test('crawlers are led to every page and kept from the queries', async () => {
  const robots = await read('/robots.txt');
  assert.match(robots, /^Disallow: \/graphql$/m);
  const sitemap = /^Sitemap: http:\/\/localhost(.+)$/m.exec(robots)![1]!;
  const paths = [...(await read(sitemap)).matchAll(/<loc>http:\/\/localhost([^<]+)<\/loc>/g)].map(
    ([, path]) => path!,
  );
  assert.ok(
    paths.includes('/reports/xinghe-2023') && paths.includes('/indicators/energy-review-time'),
  );
  for (const path of paths) assert.equal((await get(path)).status, 200, path);
});

test('programs that read for people are told how to ask, by words that work', async () => {
  const guide = await read('/llms.txt');
  assert.match(guide, /^# Juzheng/);
  const example = /^Example: (.+)$/m.exec(guide)![1]!;
  const { outcomes } = await seeded.dataOf(example);
  assert.ok(outcomes.nodes.length > 0);
  const links = [...guide.matchAll(/\]\(http:\/\/localhost([^)]+)\)/g)].map(([, path]) => path!);
  for (const path of links.filter((each) => each !== '/graphql')) {
    assert.equal((await get(path)).status, 200, path);
  }
});
