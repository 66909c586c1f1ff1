import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { knownExamples } from '../../src/pages/examples/known-examples.ts';
import { sentencesOf } from '../../src/pages/things/sentence.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { startOverCorpus, startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { times } from '../support/times.ts';

let over: Record<'seed' | 'corpus', Seeded>;
before(async () => {
  over = { seed: await startSeeded(), corpus: await startOverCorpus(12) };
});
after(() => {
  for (const seeded of Object.values(over)) seeded.close();
});

const get = (seeded: Seeded, path: string, headers: Record<string, string> = {}) =>
  seeded.fetch(`http://localhost${path}`, { headers: { accept: 'text/html', ...headers } });
const read = async (seeded: Seeded, path: string) => (await get(seeded, path)).text();

const everyKind = `{
  measures(first: 6) { nodes { url acts { evidence { exact url } } } }
  planned: measures(filter: { stages: [PLANNED] }, first: 3) { nodes { url acts { evidence { exact url } } } }
  outcomes(first: 6) { nodes { url evidence { exact url } } }
  targets(first: 6) { nodes { url evidence { exact url } } }
  problems(first: 6) { nodes { url evidence { exact url } } }
  documents(first: 4) { nodes { url evidence { exact url } } }
  organizations(first: 4) { nodes { url } }
  places(first: 4) { nodes { url } }
  indicators(first: 4) { nodes { url } }
}`;

type Shown = { url: string; evidence?: Proof; acts?: { evidence: Proof }[] };
type Proof = { exact: string; url: string };

/** Some things of every kind that the data hold. */
async function thingsOf(seeded: Seeded): Promise<Shown[]> {
  const data: Record<string, { nodes: Shown[] }> = await seeded.dataOf(everyKind);
  return Object.values(data).flatMap(({ nodes }) => nodes);
}

for (const name of ['seed', 'corpus'] as const) {
  test(`a thing has one page with its words, the way to their mark, and its citations: ${name}`, async () => {
    const things = await thingsOf(over[name]);
    assert.ok(things.length >= 15);
    for (const { url, evidence, acts = [] } of things) {
      for (const lang of ['zh', 'en']) {
        const page = await read(over[name], `${url}?lang=${lang}`);
        assert.equal(elementsOf(page, 'h1').length, 1, url);
        const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length, `${url}: an id stands twice`);
        const quoted = new Set(elementsOf(page, 'mark').map(({ inner }) => textOf(inner)));
        const links = elementsOf(page, 'a').map(({ attributes }) => attributes['href']);
        const proofs = evidence ? [evidence] : acts.map((act) => act.evidence);
        for (const { exact } of proofs) assert.ok(quoted.has(exact), `${url}: ${exact}`);
        const mark = proofs[0]?.url.replace('#', lang === 'en' ? '?lang=en#' : '#');
        if (mark) assert.ok(links.includes(mark), `${url}: ${mark}`);
        const citations = elementsOf(page, 'pre').map(({ inner }) => textOf(inner));
        assert.equal(citations.length, 3);
        for (const citation of citations) assert.ok(citation.includes(`http://localhost${url}`));
        assert.match(citations[0]!, /\[DB\/OL\].*\[\d{4}-\d\d-\d\d\]\. http/s);
        assert.match(citations[1]!, /^@misc\{[\w-]+,\n.*\n\}$/s);
        assert.match(citations[2]!, /^TY {2}- DATA\n.*\nER {2}- $/s);
        assert.doesNotMatch(page, /day[-/][0-9a-f]{24}|\.invalid/);
      }
    }
  });

  test(`what a page tells machines is JSON about the same address: ${name}`, async () => {
    for (const { url } of await thingsOf(over[name])) {
      const page = await read(over[name], url);
      const data = elementsOf(page, 'script').find(
        ({ attributes }) => attributes['type'] === 'application/ld+json',
      );
      const told = JSON.parse(data!.inner);
      assert.equal(told['@context'], 'https://schema.org');
      assert.equal(told.url, `http://localhost${url}`);
      assert.ok(told['@type'] && told.name);
    }
  });

  test(`beside each page lies the same as data: ${name}`, async () => {
    for (const { url } of await thingsOf(over[name])) {
      const [, room, ...code] = url.split('/');
      const json = await get(over[name], `${url}.json`, { accept: '*/*' });
      assert.equal(json.status, 200, url);
      assert.match(json.headers.get('content-type')!, /^application\/json/);
      const { data } = (await json.json()) as { data: Record<string, { code: string }> };
      assert.equal(data[room!.replace(/s$/, '')]!.code, code.join('/'));
      for (const form of ['csv', 'jsonl', 'bib', 'ris']) {
        const file = await get(over[name], `${url}.${form}`, { accept: '*/*' });
        assert.equal(file.status, 200, `${url}.${form}`);
        // Nothing need be told of an organization, and then its table has no row.
        const isEmpty = form === 'jsonl' && /^\/(?:organizations|places|indicators)/.test(url);
        assert.ok(isEmpty || (await file.text()).length > 10, `${url}.${form}`);
        const tag = { accept: '*/*', 'if-none-match': file.headers.get('etag')! };
        assert.equal((await get(over[name], `${url}.${form}`, tag)).status, 304);
      }
    }
  });

  test(`every link of a page leads somewhere: ${name}`, async () => {
    const hrefs = new Set<string>();
    for (const { url } of await thingsOf(over[name])) {
      for (const { attributes } of elementsOf(await read(over[name], url), 'a')) {
        const [path = ''] = attributes['href']!.split('#');
        if (path.startsWith('/') && !path.startsWith('/graphql')) hrefs.add(path);
      }
    }
    assert.ok(hrefs.size > 30);
    // Of those of one form some: pages of one room hold alike.
    const forms = Map.groupBy(hrefs, (href) => href.replaceAll(/(?<=\/\w+\/|=)[^.&?]+/g, '*'));
    for (const href of [...forms.values()].flatMap((alike) => alike.slice(0, 8 * times)))
      assert.equal((await get(over[name], href)).status, 200, href);
  });
}

test('what is not there is said to a reader in a page, to a program in JSON', async () => {
  for (const room of ['measures', 'outcomes', 'targets', 'problems', 'documents']) {
    assert.equal((await get(over.seed, `/${room}/xinghe-2023/zzz`)).status, 404);
    assert.equal((await get(over.seed, `/${room}/%`)).status, 404);
    for (const form of ['json', 'csv', 'jsonl', 'bib', 'ris']) {
      const answer = await get(over.seed, `/${room}/xinghe-2023/zzz.${form}`, { accept: '*/*' });
      assert.equal(answer.status, 404, `${room} ${form}`);
      assert.match(answer.headers.get('content-type')!, /^application\/json/);
    }
  }
  for (const path of ['/documents', '/places', '/about', '/indicators', '/measures/', '/places/x'])
    assert.match(
      (await get(over.seed, path)).headers.get('content-type') ?? 'none',
      /text\/html|none/,
    );
  const posted = await over.seed.fetch('http://localhost/places/150924.json', { method: 'POST' });
  assert.equal(posted.status, 405);
});

test('a place shows its years side by side, each figure leading to its page', async () => {
  const { places } = await over.corpus.dataOf(
    '{ places(filter: { hasReports: true }, first: 20) { nodes { url reports { totalCount nodes { url outcomes(filter: { hasIndicator: true }) { totalCount } } } } } }',
  );
  const place = places.nodes.find(
    ({ reports }: { reports: { totalCount: number } }) => reports.totalCount > 1,
  );
  assert.ok(place, 'a place of the corpus has several reports');
  const page = await read(over.corpus, place.url);
  const [table] = elementsOf(page, 'table');
  const heads = elementsOf(elementsOf(table!.inner, 'thead')[0]!.inner, 'a');
  assert.deepEqual(
    new Set(heads.map(({ attributes }) => attributes['href'])),
    new Set(place.reports.nodes.map(({ url }: { url: string }) => url)),
  );
  const [counts, figures] = elementsOf(table!.inner, 'tbody');
  const marks = elementsOf(counts!.inner, 'a').flatMap(({ attributes }) => {
    const [path, mark] = attributes['href']!.split('#');
    return path!.startsWith('/reports/') ? [{ path: path!, mark }] : [];
  });
  assert.equal(marks.length, 3 * place.reports.nodes.length);
  for (const { path, mark } of marks)
    assert.ok((await read(over.corpus, path)).includes(`id="${mark}"`), `${path}#${mark}`);
  const told = elementsOf(figures!.inner, 'td').flatMap(({ inner }) => elementsOf(inner, 'a'));
  const count = place.reports.nodes.reduce(
    (sum: number, { outcomes }: { outcomes: { totalCount: number } }) => sum + outcomes.totalCount,
    0,
  );
  assert.equal(told.length, count, 'no figure is left out, so that a gap is a silence');
});

test('words stand in their sentence to the letter, several of one sentence together', () => {
  const text = '第一句。二是甲办理乙件，丙提升丁项。第三句';
  const words = (exact: string) => {
    const start = 10 + text.indexOf(exact);
    return {
      exact,
      start,
      end: start + exact.length,
      section: { code: 's', start: 10, text, title: '' },
    };
  };
  const shown = (...quotes: string[]) =>
    sentencesOf(quotes.map(words)).map(({ pieces }) =>
      pieces.map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text)).join(''),
    );
  assert.deepEqual(shown('甲办理乙件'), ['二是[甲办理乙件]，丙提升丁项。']);
  assert.deepEqual(shown('丙提升丁项', '甲办理乙件'), ['二是[甲办理乙件]，[丙提升丁项]。']);
  assert.deepEqual(shown('第一句。', '第三句'), ['[第一句。]', '[第三句]']);
  assert.deepEqual(shown('句。二是甲'), ['第一[句。二是甲]办理乙件，丙提升丁项。']);
});

test('an example is a page with its answer and its variables as a form', async () => {
  const page = await read(over.seed, '/examples/biggest-cuts?years=2023&lang=en');
  assert.equal(elementsOf(page, 'h1').length, 1);
  const fields = elementsOf(page, 'form').flatMap(({ inner }) => [
    ...inner.matchAll(/name="(\w+)" value="([^"]*)"/g),
  ]);
  assert.deepEqual(
    fields.map(([, name, value]) => [name, value]),
    [
      ['report', ''],
      ['lang', 'en'],
    ],
  );
  const chosen = [...page.matchAll(/<option value="([^"]*)" selected>/g)].map(([, value]) => value);
  assert.deepEqual(chosen, ['2023'], 'places and years are chosen by their names');
  assert.ok(elementsOf(page, 'tr').length > 3);
  const links = elementsOf(page, 'a').map(({ attributes }) => attributes['href']!);
  assert.ok(links.includes('/examples/biggest-cuts.csv?years=2023&lang=en'));
  assert.ok(links.some((href) => href.startsWith('/graphql?lang=en&ofSite=1&query=')));
  const none = await read(over.seed, '/examples/biggest-cuts?years=1900');
  assert.equal(elementsOf(none, 'table').length, 0);
  assert.match(
    await read(over.seed, '/examples/biggest-cuts?years=abc'),
    /years=abc<.code>：要填整数/,
  );
});

test('of many tall records some are seen, and the others unfold', async () => {
  const page = await read(over.corpus, '/examples/plans-and-their-follow-up');
  const tables = elementsOf(page, 'table').filter(
    ({ attributes }) => attributes['class'] === 'records',
  );
  const rows = tables.map(({ inner }) => elementsOf(inner, 'tr').length - 1);
  assert.equal(rows[0], 8);
  const further = elementsOf(page, 'details').find(
    ({ attributes }) => attributes['class'] === 'further',
  );
  assert.match(
    textOf(elementsOf(further!.inner, 'summary')[0]!.inner),
    new RegExp(`其余 ${rows[1]} 行`),
  );
});

test('an example stands in the words of the reader, each thing and quote leading to its place', async () => {
  const page = await read(over.corpus, '/examples/promises-kept-and-broken?verdicts=NOT_REACHED');
  const heads = elementsOf(page, 'th').map(({ inner }) => textOf(inner));
  assert.ok(heads.length > 3 && heads.every((head) => /\p{Script=Han}/u.test(head)), heads.join());
  const [article] = elementsOf(page, 'article');
  const links = elementsOf(article!.inner, 'a').filter(
    ({ attributes }) => !attributes['href']!.startsWith('/graphql'),
  );
  const hrefs = new Set(links.map(({ attributes }) => attributes['href']!));
  assert.ok(
    [...hrefs].some((href) => /^\/reports\/[^#]+#at-\d+-\d+$/.test(href)),
    'a quote',
  );
  assert.ok(
    [...hrefs].some((href) => href.startsWith('/targets/')),
    'a target',
  );
  for (const href of hrefs)
    assert.equal((await get(over.corpus, href.split('#')[0]!)).status, 200, href);
  const english = await read(over.corpus, '/examples/problems-without-an-answer?lang=en');
  const away = elementsOf(english, 'td').flatMap(({ inner }) => elementsOf(inner, 'a'));
  for (const { attributes } of away) assert.match(attributes['href']!, /\?lang=en(?:#|$)/);
});

test('of an answer with several lists each has an address', async () => {
  const path = '/examples/what-is-missing?report=xinghe-2023';
  const page = await read(over.seed, path);
  const lists = elementsOf(page, 'a').filter(({ attributes }) =>
    attributes['href']?.endsWith('#answer'),
  );
  assert.equal(lists.length, 6);
  for (const { attributes } of lists) {
    const other = await read(over.seed, attributes['href']!.split('#')[0]!);
    const chosen = elementsOf(other, 'a').find(
      (link) => link.attributes['aria-current'] === 'true',
    );
    assert.equal(chosen?.attributes['href'], attributes['href']);
  }
});

test('from a document one finds the documents of its title in all reports', async () => {
  const { documents } = await over.corpus.dataOf(
    '{ documents(first: 100) { nodes { url title } } }',
  );
  const [{ url, title }] = documents.nodes;
  const same = documents.nodes.filter((other: { title: string }) => other.title === title);
  assert.ok(same.length > 1);
  const page = await read(over.corpus, `${url}?lang=zh`);
  const search = elementsOf(page, 'a').find(({ inner }) => /同名/.test(inner));
  const found = await read(over.corpus, search!.attributes['href']!);
  for (const { url: other } of same) assert.ok(found.includes(`href="${other}"`), other);
});

test('the lists of an answer are called in the words of the reader', async () => {
  for (const language of ['zh', 'en'] as const)
    for (const { slug } of knownExamples) {
      const page = await read(over.corpus, `/examples/${slug}?lang=${language}`);
      for (const { attributes, inner } of elementsOf(page, 'a'))
        if (attributes['href']!.endsWith('#answer'))
          for (const name of textOf(inner).split(' · '))
            assert.match(
              name,
              language === 'zh' ? /^[\p{Script=Han}、（）]+$/u : /^[a-z ]+$/,
              slug,
            );
    }
});

test('what is the same in the rows that are shown is told of all only where there are no more', async () => {
  const factsOf = (page: string) =>
    elementsOf(page, 'dl').some(({ attributes }) => attributes['class'] === 'facts');
  const seen = { whole: 0, cut: 0 };
  for (const { slug } of knownExamples) {
    const page = await read(over.corpus, `/examples/${slug}?lang=zh`);
    const goesOn = /前 25 行/.test(page);
    if (goesOn) assert.ok(!factsOf(page), slug);
    seen[goesOn ? 'cut' : 'whole'] += Number(goesOn || factsOf(page));
  }
  assert.ok(seen.whole > 0 && seen.cut > 0, JSON.stringify(seen));
});

test('a year that nothing has is seen to be chosen', async () => {
  const indicator = '/indicators/energy-review-time';
  for (const path of ['/reports?year', `${indicator}?year`, '/examples/biggest-cuts?years']) {
    const page = await read(over.corpus, `${path}=1800`);
    assert.match(page, /<option value="1800" selected>1800<\/option>/, path);
  }
});

test('of a list that its query cuts readers are told, as far as the page shows it', async () => {
  const cut: string[] = [];
  for (const { slug } of knownExamples)
    for (const language of ['zh', 'en'] as const) {
      const { headers } = await over.corpus.fetch(
        `http://localhost/examples/${slug}.csv?lang=${language}`,
      );
      const page = await read(over.corpus, `/examples/${slug}?lang=${language}`);
      const isTold = /asks for the first items alone|查询只要这些列表的前若干项/.test(page);
      const [isCut, isSure] = [/./, /^[^;]+(?:,|$)/].map((words) =>
        words.test(headers.get('juzheng-cut') ?? ''),
      );
      // Of a table that goes on only what is shown was read, and what may be cut is known once all was.
      const goesOn = /The first 25 rows|前 25 行/.test(page);
      assert.ok(isTold ? isCut : goesOn || !isSure, slug);
      if (isTold) cut.push(slug);
    }
  assert.ok(cut.includes('how-many-of-each'), cut.join(' '));
});

test('a report can be had as data and be cited in three formats', async () => {
  const page = await read(over.seed, '/reports/xinghe-2023');
  const citations = elementsOf(page, 'pre').map(({ inner }) => textOf(inner));
  assert.deepEqual(
    citations.map((text) => /\[DB\/OL\]|^@misc|^TY/.exec(text)?.[0]),
    ['[DB/OL]', '@misc', 'TY'],
  );
  for (const form of ['json', 'csv', 'jsonl', 'bib', 'ris']) {
    const file = await get(over.seed, `/reports/xinghe-2023.${form}`, { accept: '*/*' });
    assert.equal(file.status, 200, form);
    const text = await file.text();
    if (form === 'bib') assert.equal(text.trim(), citations[1]!.trim());
    if (form === 'ris') assert.equal(text.trim(), citations[2]!.trim());
    if (form === 'json') assert.equal(JSON.parse(text).data.report.code, 'xinghe-2023');
    const none = await get(over.seed, `/reports/nowhere.${form}`, { accept: '*/*' });
    assert.equal(none.status, 404, form);
  }
});

test('an indicator has moved from where it was compared', async () => {
  const moved = await get(over.seed, '/compare/energy-review-time?lang=en');
  assert.equal(moved.status, 308);
  assert.equal(moved.headers.get('location'), '/indicators/energy-review-time?lang=en');
});
