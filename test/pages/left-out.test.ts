import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { corpusRows } from '../support/corpus-rows.ts';
import { startOverRows } from '../support/published.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { elementsOf, textOf } from '../support/read-html.ts';

let seeded: Seeded;
let corpus: Seeded;
before(async () => {
  seeded = await startSeeded();
  corpus = startOverRows(corpusRows(60, 5));
});
after(() => {
  seeded.close();
  corpus.close();
});

type Answered = { status: number; html: string; told: string[]; location: string | null };

async function open(path: string, served = seeded): Promise<Answered> {
  const answer = await served.fetch(`http://localhost${path}`, {
    headers: { accept: 'text/html' },
    redirect: 'manual',
  });
  const html = await answer.text();
  const note = elementsOf(html, 'div').find(({ attributes }) => attributes['class'] === 'left-out');
  const lines = note ? elementsOf(note.inner, 'li').map(({ inner }) => textOf(inner)) : [];
  const location = answer.headers.get('location');
  return { status: answer.status, html, told: lines.map((line) => line.trim()), location };
}

/** The parts of an address that a page says it left out, as `name=value`. */
const namesOf = ({ told }: Answered) => told.map((line) => /^[^：:]+/.exec(line)![0]);

const words = encodeURIComponent('审批');
const indicator = '/indicators/energy-review-time';
const example = '/examples/results-in-words';

test('each page says which part of its address it left out, and answers the rest', async () => {
  for (const [path, rest, left] of [
    ['/reports', '', ['year=abc', 'kind=NOPE', 'missing=ALL', 'region=zz', 'place=none']],
    ['/reports', 'year=2023', ['kind=statutory_annual', 'page=3', 'lang=fr']],
    ['/reports', '', ['after=nowhere']],
    ['/search', `text=${words}`, ['year=20', 'type=NOPE', 'region=zz', 'report=none', 'part=X']],
    ['/search', `text=${words}`, ['before=eyJub3Qi', 'place=000000']],
    [indicator, '', ['year=abc', 'sort=size', 'order=up', 'page=99', 'place=zz', 'beside=zz']],
    [indicator, 'sort=value', ['page=-1', 'foo=1']],
    [example, 'years=2023', ['places=999999', 'report=nobody', 'list=none', 'verdicts=X']],
    ['/examples/promises-kept-and-broken', '', ['verdicts=KEPT', 'years=soon']],
    ['/examples/one-indicator-over-years', '', ['indicator=none']],
    ['/examples/proof-of-one-figure', '', ['outcome=xinghe-2023/none']],
    ['/', '', ['year=2023']],
    ['/reports/xinghe-2023', '', ['review=yes', 'page=2']],
    ['/places/150924', '', ['year=2023']],
    ['/outcomes/xinghe-2023/energy-review-time', '', ['lang=de']],
  ] as const) {
    const wrong = left.map((part) => part.replace('lang=', 'lang=')).join('&');
    const asked = await open(`${path}?${[rest, wrong].filter(Boolean).join('&')}`);
    assert.equal(asked.status, 200, asked.html.slice(0, 200));
    assert.deepEqual(namesOf(asked).toSorted(), [...left].toSorted(), path);
    for (const line of asked.told) assert.match(line, /^\S+=.*[：:].+[。.]$/u, line);
    // What stands below is what the rest asks for.
    const bare = await open(rest === '' ? path : `${path}?${rest}`);
    assert.deepEqual(bare.told, []);
    const below = ({ html }: Answered) =>
      html.replace(/<div class="left-out"[\s\S]*?<\/div>/, '').replaceAll(/\s+/g, ' ');
    assert.equal(below(asked), below(bare), path);
  }
});

test('what is left out is told in the language of the page, with what it can be', async () => {
  const said = async (search: string) => (await open(`/reports?${search}`)).told.join('\n');
  assert.match(await said('year=abc'), /year=abc：年份要写成四位数，例如 2023。/);
  assert.match(await said('year=abc&lang=en'), /year=abc: A year has four digits, such as 2023\./);
  assert.match(await said('kind=NOPE&lang=en'), /It can be .*STATUTORY_ANNUAL, /);
  assert.match(await said('region=1&lang=en'), /There is no such condition here; .*place, /);
  const many = Array.from({ length: 40 }, (_, nth) => `x${nth}=1`).join('&');
  assert.equal((await open(`/reports?${many}`)).told.length, 8);
  const [long] = (await open(`/reports?year=${'9'.repeat(5000)}`)).told;
  assert.ok(long!.length < 150, long);
  const hostile = await open('/reports?year=%3Cscript%3Ealert(1)%3C/script%3E&%3Cb%3E=1');
  assert.ok(!/<script>alert|<b>=/.test(hostile.html));
});

test('a part that is there twice is taken once, and told unless both are the same', async () => {
  const twice = await open('/reports?year=2023&year=2022');
  assert.deepEqual(namesOf(twice), ['year=2022']);
  assert.match(twice.html, /value="2023" selected/);
  assert.deepEqual((await open('/reports?year=2023&year=2023')).told, []);
  const mixed = await open('/reports?year=abc&year=2023');
  assert.deepEqual(namesOf(mixed), ['year=abc']);
  assert.match(mixed.html, /value="2023" selected/);
  const ends = await open('/reports?after=a&before=b', corpus);
  assert.deepEqual(namesOf(ends).toSorted(), ['after=a', 'before=b']);
});

test('a page beyond the end of a list is told, and what there is is shown', async () => {
  const html = (await open('/reports', corpus)).html;
  const next = elementsOf(html, 'a').find(({ attributes }) => attributes['rel'] === 'next')!;
  const href = next.attributes['href']!;
  const second = await open(href, corpus);
  assert.deepEqual(second.told, []);
  assert.match(textOf(second.html), /第 21—40 条，共 60 条/);
  const beyond = await open(href.replace('page=2', 'page=99'), corpus);
  assert.deepEqual(namesOf(beyond), ['page=99']);
  assert.match(beyond.told[0]!, /共有 3/);
  assert.doesNotMatch(textOf(beyond.html), /第 1961/);
});

test('what others write behind an address is no condition', async () => {
  for (const search of ['utm_source=mail', 'fbclid=x', 'from=singlemessage&isappinstalled=0'])
    assert.deepEqual((await open(`/reports?${search}`)).told, [], search);
});

test('a page that tells of parts left out is kept apart from the one that does not', async () => {
  for (const path of ['/reports', indicator, '/']) {
    const tag = async (search: string) => {
      const answer = await seeded.fetch(`http://localhost${path}${search}`);
      return answer.headers.get('etag');
    };
    assert.notEqual(await tag('?bad=1'), await tag(''), path);
    assert.notEqual(await tag('?bad=1'), await tag('?bad=2'), path);
    assert.deepEqual((await open(path)).told, []);
  }
  const { html } = await open('/reports?year=abc&kind=WORK_REPORT');
  const canonical = elementsOf(html, 'link').find(
    ({ attributes }) => attributes['rel'] === 'canonical',
  );
  assert.match(canonical!.attributes['href']!, /\/reports\?kind=WORK_REPORT$/);
});

test('a file says the same as a refusal', async () => {
  for (const [path, expected] of [
    [`${example}.csv?years=abc`, /years=abc .*whole numbers parted by commas/],
    [`${example}.csv?places=999999`, /places=999999 .*nothing of that code/],
    [`${example}.jsonl?region=1`, /region=1 .*no such condition here; there are report, places/],
    ['/outcomes/xinghe-2023/energy-review-time.json?year=2', /takes no conditions/],
    ['/outcomes/xinghe-2023/energy-review-time.csv?lang=fr', /It can be zh, en\./],
    ['/places/150924.csv?year=2023', /year=2023/],
    ['/graphql?format=xlsx&query={__typename}', /format=xlsx .*It can be csv, jsonl\./],
    ['/graphql?format=csv&lang=fr&query={__typename}', /lang=fr .*It can be zh, en\./],
    ['/graphql?format=csv&all=yes&query={__typename}', /all=yes/],
    ['/reports/xinghe-2023.txt?page=2', /page=2/],
    ['/measures/xinghe-2023/lead-in-person.bib?x=1&lang=zh', /看不懂 x=1：/],
  ] as const) {
    const answer = await seeded.fetch(`http://localhost${path}`);
    assert.equal(answer.status, 400, path);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const { errors } = (await answer.json()) as { errors: { message: string }[] };
    assert.match(errors.map(({ message }) => message).join('\n'), expected);
  }
});

test('fields that a form leaves empty do not stay in the address', async () => {
  for (const [path, location] of [
    [`/search?year=&kind=&text=${words}`, `/search?text=${words}`],
    ['/reports?text=&place=&year=2023&kind=&missing=&lang=en', '/reports?year=2023&lang=en'],
    ['/reports?text=+&place=', '/reports'],
    [`${indicator}?place=&sort=&order=`, indicator],
    [`${example}?report=&years=2023`, `${example}?years=2023`],
    ['/reports/xinghe-2023?review=', '/reports/xinghe-2023'],
  ] as const) {
    const moved = await open(path);
    assert.deepEqual([moved.status, moved.location], [308, location]);
    assert.equal((await open(location)).status, 200);
  }
});

test('a place can be named by its name, where that is one place', async () => {
  const byName = await open(`/reports?place=${encodeURIComponent('兴和县')}`);
  assert.deepEqual(byName.told, []);
  assert.match(textOf(byName.html), /共 1 份报告/);
  const withCode = await open(`/reports?place=${encodeURIComponent('兴和县 150924')}`);
  assert.match(textOf(withCode.html), /共 1 份报告/);
});
