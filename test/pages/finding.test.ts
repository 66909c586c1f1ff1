import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { regionChoice } from '../../src/pages/front/reports/choices.ts';
import { siteOf } from '../../src/pages/site.ts';
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

const page = async (path: string, served = seeded) => {
  const answer = await served.fetch(`http://localhost${path}`);
  assert.equal(answer.status, 200, path);
  return answer.text();
};

const linksIn = (html: string) =>
  elementsOf(html, 'a').map(({ attributes }) => attributes['href']!.replaceAll('&amp;', '&'));

const hitsIn = (html: string) => {
  const list = elementsOf(html, 'ol')[0];
  return list ? elementsOf(list.inner, 'li') : [];
};

test('a search of the front page of before leads to the page of searches', async () => {
  const answer = await seeded.fetch('http://localhost/?text=a&lang=en');
  assert.equal(answer.status, 308);
  assert.equal(answer.headers.get('location'), '/search?text=a&lang=en');
});

test('the form searches without JavaScript, and every hit leads to where it stands', async () => {
  const html = await page(`/search?text=${encodeURIComponent('审批')}`);
  const hits = hitsIn(html);
  assert.ok(hits.length >= 5);
  const report = await page('/reports/xinghe-2023');
  for (const { inner } of hits) {
    const [link] = elementsOf(inner, 'a');
    const [path, hash] = link!.attributes['href']!.split('#');
    if (path !== '/reports/xinghe-2023') continue;
    assert.ok(report.includes(`id="${hash}"`), hash);
    assert.match(textOf(inner), /兴和县 · 2023 · 兴和县/, 'place, year and report');
  }
  const marks = elementsOf(html, 'mark');
  assert.ok(marks.length > 0 && marks.every(({ inner }) => inner === '审批'));
  assert.equal(elementsOf(html, 'input')[0]!.attributes['value'], '审批');
});

test('any words can be searched for, and those that are too long are told so', async () => {
  for (const text of [`O'Brien`, '"', '<script>', 'AND (', '100%']) {
    const html = await page(`/search?text=${encodeURIComponent(text)}`);
    assert.ok(!html.includes('<script>'), text);
  }
  assert.match(textOf(await page(`/search?text=${'法'.repeat(300)}`)), /200/);
  const unknown = '/search?text=a&place=nowhere&year=x&type=NOTHING&after=nothing';
  assert.ok((await page(unknown)).length > 0);
});

test('each value of a facet leads to as many hits as it says, and back to the whole', async () => {
  const whole = `/search?text=${encodeURIComponent('审批')}`;
  const html = await page(whole, corpus);
  const lists = elementsOf(html, 'section');
  assert.deepEqual(
    lists.map(({ attributes }) => attributes['aria-labelledby']),
    ['facet-type', 'facet-place', 'facet-year', 'facet-report'],
  );
  for (const { inner } of lists) {
    const [value] = elementsOf(inner, 'li');
    const [link] = linksIn(value!.inner);
    const count = Number(/(\d[\d,]*)\s*$/.exec(textOf(value!.inner))![1]!.replaceAll(',', ''));
    const narrowed = await page(link!, corpus);
    assert.match(textOf(narrowed), new RegExp(`共 ${count.toLocaleString('en-US')} 条`), link);
    const chosen = elementsOf(narrowed, 'a').find(
      ({ attributes }) => attributes['aria-current'] === 'true',
    );
    assert.equal(decodeURI(chosen!.attributes['href']!), decodeURI(whole));
  }
});

/** The same list page by page, there and back again. */
async function walk(from: string, linesIn: (html: string) => readonly string[]) {
  const go = async (path: string, rel: string) => {
    const seen: string[][] = [];
    let last = path;
    for (let next: string | undefined = path; next !== undefined;) {
      last = next;
      const html = await page(next, corpus);
      seen.push([...linesIn(html)]);
      const link = elementsOf(html, 'a').find(({ attributes }) => attributes['rel'] === rel);
      next = link?.attributes['href']!.replaceAll('&amp;', '&');
    }
    return { seen, last };
  };
  const there = await go(from, 'next');
  const back = await go(there.last, 'prev');
  return { there: there.seen, back: back.seen };
}

test('hits and reports are turned page by page, none twice, and back again', async () => {
  const hits = await walk(`/search?text=${encodeURIComponent('审批')}`, (html) =>
    hitsIn(html).map(({ inner }) => inner),
  );
  assert.ok(hits.there.length > 2);
  assert.deepEqual(hits.back.toReversed(), hits.there);
  const reports = await walk('/reports?lang=en', (html) =>
    linksIn(html).filter((href) => href.startsWith('/reports/')),
  );
  assert.deepEqual(reports.back.toReversed(), reports.there);
  assert.equal(new Set(reports.there.flat()).size, 60);
});

test('where nothing is found the page says why, and what finds something', async () => {
  const words = `${encodeURIComponent('审批')}+${encodeURIComponent('绝无此词')}`;
  const apart = await page(`/search?text=${words}`);
  assert.match(textOf(apart), /没有找到.*全部词语.*审批/s);
  const narrowed = await page(`/search?text=${encodeURIComponent('审批')}&year=1999&type=MEASURE`);
  const wider = linksIn(narrowed).filter((href) => href.startsWith('/search?'));
  assert.ok(wider.length > 0);
  assert.match(textOf(narrowed), /没有找到/);
});

test('Chinese words that stand nowhere as a whole lead to their longest pieces that do', async () => {
  for (const [text, piece] of [
    ['全县节能审查时间排名', '节能审查时'],
    ['优化政府投资类审批', '政府投资类审批'],
    ['兴和县节能审查时间', '节能审查时'],
    ['2023年“节能审查绝无此词”', '节能审查'],
  ] as const) {
    const html = await page(`/search?text=${encodeURIComponent(text)}`);
    assert.match(textOf(html), /没有找到/, text);
    const [first] = elementsOf(elementsOf(html, 'ul').at(-1)!.inner, 'a');
    assert.match(first!.inner, new RegExp(`^“${piece}”`), text);
    const led = await page(first!.attributes['href']!.replaceAll('&amp;', '&'));
    assert.ok(hitsIn(led).length > 0, text);
  }
  const none = await page(`/search?text=${'𠀀'.repeat(100)}${'鑫'.repeat(100)}`);
  assert.match(textOf(none), /没有找到/);
});

test('small words of English hinder no search, and nothing is offered twice', async () => {
  const offersFor = async (text: string, lang: string) => {
    const html = await page(`/search?text=${encodeURIComponent(text)}&lang=${lang}`);
    const list = elementsOf(html, 'ul').find(({ attributes }) => attributes['class'] === 'instead');
    return list ? linksIn(list.inner) : [];
  };
  for (const text of ['the review of energy in the county', 'energy review in the year 2023']) {
    const offers = await offersFor(text, 'en');
    assert.ok(offers.length > 0, text);
    for (const offer of offers) assert.doesNotMatch(offer, /text=(?:the|of|in)\b/);
  }
  const [first] = await offersFor('the energy of review', 'en');
  assert.match(first!, /text=energy\+review&/);
  const twice = await offersFor('节能审查绝无此词 节能审查', 'zh');
  assert.equal(new Set(twice).size, twice.length);
  assert.ok(twice.length > 0);
  const both = await offersFor('兴和县和乌兰察布市', 'zh');
  assert.ok(
    both.some((href) => decodeURIComponent(href).includes('text=兴和县')),
    both.join(),
  );
});

test('a place and a year with no other words lead to the reports of that place and year', async () => {
  for (const [text, year] of [
    ['乌兰察布市 2023', '2023'],
    ['兴和县2023年报告', '2023'],
    ['兴和县 年度报告', undefined],
    ['Xinghe County 2023 report', '2023'],
  ] as const) {
    const lang = text.startsWith('X') ? 'en' : 'zh';
    const html = await page(`/search?text=${encodeURIComponent(text)}&lang=${lang}`);
    const link = elementsOf(html, 'a').find(({ inner }) => /^(?:报告|report) · /.test(inner));
    const href = link?.attributes['href']!.replaceAll('&amp;', '&') ?? text;
    const { pathname, searchParams } = new URL(href, 'http://localhost');
    assert.equal(pathname, '/reports', text);
    assert.equal(searchParams.get('year') ?? undefined, year);
    const listed = linksIn(await page(href)).filter((to) => to.startsWith('/reports/'));
    assert.deepEqual(listed.length, 1, text);
  }
});

test('reports can be narrowed to a region, a year, a kind, a missing part and words', async () => {
  const all = { missingParts: 'missing', years: 'year', kinds: 'kind', placesWithin: 'place' };
  const values = {
    missing: 'SHORTCOMINGS',
    year: '2021',
    kind: 'WORK_REPORT',
    place: (await corpus.dataOf('{ reports(first: 1) { nodes { place { code } } } }')).reports
      .nodes[0].place.code as string,
  };
  for (const [field, name] of Object.entries(all)) {
    const value = values[name as keyof typeof values];
    const literal =
      /^[A-Z]|^\d{4}$/.test(value) && name !== 'place' ? value : JSON.stringify(value);
    const { reports } = await corpus.dataOf(
      `{ reports(filter: { ${field}: [${literal}] }) { totalCount } }`,
    );
    const html = await page(`/reports?${name}=${value}`, corpus);
    assert.match(textOf(html), new RegExp(`共 ${reports.totalCount} 份报告|没有这样的报告`), name);
    const chosen = [...html.matchAll(/<option value="([^"]*)" selected>/g)].map(([, at]) => at);
    assert.deepEqual(chosen, [value]);
  }
});

test('each report that is listed for what it lacks says so, and where it owes nothing', async () => {
  let next: string | undefined = '/reports?missing=SHORTCOMINGS&lang=zh';
  const seen = new Set<boolean>();
  while (next !== undefined) {
    // oxlint-disable-next-line no-await-in-loop -- each page leads to the next
    const html: string = await page(next, corpus);
    const list = elementsOf(html, 'ul').find(({ attributes }) => attributes['class'] === 'reports');
    for (const { inner } of elementsOf(list!.inner, 'li')) {
      const isAnnual = inner.includes('法治政府建设年度报告');
      seen.add(isAnnual);
      assert.match(textOf(inner), /缺少的部分：.*不足和原因/);
      assert.equal(/不要求有/.test(textOf(inner)), !isAnnual);
    }
    const more = elementsOf(html, 'a').find(({ attributes }) => attributes['rel'] === 'next');
    next = more?.attributes['href']!.replaceAll('&amp;', '&');
  }
  assert.deepEqual(seen, new Set([true, false]));
});

test('the CSV of a search and of a list of reports holds all that the page counts, with the words', async () => {
  for (const [path, head] of [
    [`/search?text=${encodeURIComponent('审批')}&type=OUTCOME`, /^类型,.*原话/],
    ['/reports?kind=STATUTORY_ANNUAL', /^编码,标题,网址,类型,年份/],
  ] as const) {
    const html = await page(path, corpus);
    const count = Number(/共 ([\d,]+) [条份]/.exec(textOf(html))![1]!.replaceAll(',', ''));
    const csv = linksIn(html).find((href) => href.startsWith('/graphql?format=csv'));
    const lines = (await page(csv!, corpus)).trim().split('\r\n');
    assert.match(lines[0]!, head);
    assert.equal(lines.length - 1, count, path);
  }
});

test('a place and a year among the words of a search are told from what is looked for', async () => {
  for (const typed of ['兴和县2023年节能审查', '兴和县 2023 节能审查', '节能审查 2023年 兴和县']) {
    const html = await page(`/search?text=${encodeURIComponent(typed)}`);
    const meant = elementsOf(html, 'a').find(({ inner }) => /节能审查.*兴和县.*2023/.test(inner));
    const narrowed = await page(meant!.attributes['href']!);
    const [first] = hitsIn(narrowed);
    assert.match(textOf(first!.inner), /节能审查时限.*兴和县 · 2023/s, typed);
  }
  const plain = await page(`/search?text=${encodeURIComponent('行政复议 435')}`);
  assert.doesNotMatch(textOf(plain), /是不是要找/, 'words that name no place mean what they say');
});

test('a search leads straight to the indicators and places that it names, if reports tell of them', async () => {
  const straightOf = (html: string) => {
    const nav = elementsOf(html, 'nav').find(
      ({ attributes }) => attributes['class'] === 'straight',
    );
    return nav ? linksIn(nav.inner) : [];
  };
  const found = await page(`/search?text=${encodeURIComponent('节能审查')}`);
  assert.deepEqual(straightOf(found), ['/indicators/energy-review-time']);
  assert.ok(straightOf(await page('/search?text=150924')).includes('/places/150924'));
  const { indicators } = await seeded.dataOf(
    '{ indicators(filter: { hasOutcomes: false }, first: 1) { nodes { code name } } }',
  );
  const [{ code, name }] = indicators.nodes;
  const empty = await page(`/search?text=${encodeURIComponent(name)}`);
  assert.ok(!straightOf(empty).includes(`/indicators/${code}`), name);
});

test('a code that is typed leads to its thing, however it was copied', async () => {
  const code = 'xinghe-2023/energy-review-time';
  for (const [typed, leadsTo] of [
    ['xinghe-2023', '/reports/xinghe-2023'],
    ['XINGHE-2023', '/reports/xinghe-2023'],
    ['/reports/xinghe-2023', '/reports/xinghe-2023'],
    [code, `/outcomes/${code}`],
    [`Outcome:${code}`, `/outcomes/${code}`],
    [`https://juzheng.example.org/outcomes/${code}`, `/outcomes/${code}`],
    ['xinghe-2023/streamline-approvals', '/measures/xinghe-2023/streamline-approvals'],
    ['energy-review-time', '/indicators/energy-review-time'],
    ['xinghe-government', '/organizations/xinghe-government'],
    ['streamline-approvals', '/measures/xinghe-2023/streamline-approvals'],
    ['streamline-approvals&report=xinghe-2023', '/measures/xinghe-2023/streamline-approvals'],
  ] as const) {
    const [text, rest = ''] = typed.split('&');
    const html = await page(`/search?text=${encodeURIComponent(text!)}&${rest}`);
    const straight = elementsOf(html, 'nav').find(
      ({ attributes }) => attributes['class'] === 'straight',
    );
    assert.equal(linksIn(straight?.inner ?? '')[0], leadsTo, typed);
    assert.doesNotMatch(textOf(html), /没有找到/, typed);
  }
  const none = await page('/search?text=no-such-code');
  assert.match(textOf(none), /没有找到/);
});

test('of more places than a list holds one is typed, by its name or its code', () => {
  const site = siteOf({ path: '/reports', query: {} }, 'zh', '');
  const places = [{ code: '150924', name: '兴和县', parent: null }];
  const few = regionChoice(site, '150924', {
    places: { totalCount: 1, nodes: places },
    chosen: { nodes: [] },
  }).toString();
  assert.match(few, /<option value="150924" selected>兴和县</);
  const many = regionChoice(site, '110000', {
    places: { totalCount: 2000, nodes: places },
    chosen: { nodes: [{ code: '110000', name: '北京市' }] },
  }).toString();
  assert.match(many, /<input name="place" value="北京市 110000" list="place-offered"/);
  assert.match(many, /<option value="兴和县 150924">/);
});
