import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { parseCsv } from '../support/csv/parse-csv.ts';
import { readSeedText } from '../support/copied.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

const get = (path: string) => seeded.fetch(`http://localhost${path}`);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('a report’s text is a file of its own, to the letter', async () => {
  const answer = await get('/reports/xinghe-2023.txt');
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8');
  assert.match(
    answer.headers.get('content-disposition')!,
    /^attachment; filename="xinghe-2023.txt"$/,
  );
  assert.equal(await answer.text(), readSeedText());
});

test('the tables of a report hold all its measures and outcomes, and are saved under names of their own', async () => {
  const page = await (await get('/reports/xinghe-2023?lang=en')).text();
  const tables = elementsOf(page, 'a').filter(({ attributes }) =>
    attributes['href']!.startsWith('/graphql?format=csv&all=1'),
  );
  const { measures, outcomes } = await seeded.dataOf(
    '{ measures { totalCount nodes { code } } outcomes { totalCount } }',
  );
  const saved = new Map<string, string[][]>();
  for (const { attributes } of tables) {
    const answer = await get(attributes['href']!);
    const [, name = ''] = /^inline; filename="(.*)"$/.exec(
      answer.headers.get('content-disposition')!,
    )!;
    saved.set(name, parseCsv((await answer.text()).replace(/^\ufeff/, '')).slice(1));
  }
  const codesIn = (name: string) => new Set(saved.get(name)!.map(([code]) => code));
  assert.equal(codesIn('Outcomes_xinghe_2023.csv').size, outcomes.totalCount);
  assert.deepEqual(
    codesIn('Measures_xinghe_2023.csv'),
    new Set(measures.nodes.map(({ code }: { code: string }) => code)),
  );
  assert.ok(saved.has('Checks_xinghe_2023.csv'));
});

test('a table is saved as its query calls the operation', async () => {
  const query = encodeURIComponent('{ units { nodes { code } } }');
  for (const [start, name] of [
    ['', 'answer'],
    ['query Units ', 'Units'],
    [`query ${'a'.repeat(300)} `, 'a'.repeat(100)],
  ] as const) {
    const answer = await get(`/graphql?format=csv&query=${start}${query}`);
    assert.equal(answer.headers.get('content-disposition'), `inline; filename="${name}.csv"`);
  }
});

test('the portable proof holds text, facts and digests, and asks for nothing', async () => {
  const answer = await get('/reports/xinghe-2023.proof.html?lang=en');
  assert.match(answer.headers.get('content-disposition')!, /xinghe-2023\.proof\.html/);
  const page = await answer.text();
  const shown = elementsOf(page, 'p')
    .filter(({ attributes }) => attributes['class'] === 'passage')
    .map(({ inner }) => textOf(inner))
    .join('');
  assert.equal(shown, readSeedText());
  const [told, ofFacts] = [...page.matchAll(/data-digest="([0-9a-f]{64})"/g)].map(([, hex]) => hex);
  assert.equal(told, sha256(shown));
  const json = /id="facts">([^<]*)<\/script>/.exec(page)![1]!.trim();
  assert.equal(ofFacts, sha256(json));
  const facts = JSON.parse(json);
  assert.equal(facts.text, shown);
  assert.deepEqual([facts.measures.length, facts.outcomes.length], [19, 74]);
  assert.doesNotMatch(page, /<link|<img|\ssrc=|url\(|@import/);
  const links = elementsOf(page, 'a').map(({ attributes }) => attributes['href']!);
  assert.deepEqual(
    links.filter((href) => !/^(#|http:\/\/localhost\/|https:\/\/)/.test(href)),
    [],
  );
});

test('the policy of the portable proof admits its own style and script, by their hashes', async () => {
  const page = await (await get('/reports/xinghe-2023.proof.html')).text();
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
  for (const tag of ['style', 'script type="module"']) {
    const text = new RegExp(`<${tag}>([^]*?)</${tag.split(' ', 1)[0]}>`).exec(page)![1]!;
    const hash = createHash('sha256').update(text).digest('base64');
    assert.ok(policy.includes(`sha256-${hash}`), tag);
  }
  assert.match(policy, /^default-src &#39;none&#39;/);
});

test('what is no report, and no form of one, has no file', async () => {
  for (const path of [
    '/reports/nowhere-1999.txt',
    '/reports/nowhere-1999.proof.html',
    '/reports/xinghe-2023.exe',
  ]) {
    assert.equal((await get(path)).status, 404, path);
  }
});
