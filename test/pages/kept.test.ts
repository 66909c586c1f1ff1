import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createPresets } from '../../src/examples/presets.ts';
import { notATable } from '../../src/table/fetch-pages.ts';
import { schema } from '../../src/schema/schema.ts';
import { readExamples } from '../../src/examples/read-examples.ts';
import { createRecent } from '../../src/pages/recent.ts';
import { usePages } from '../../src/server/plugins/addresses/use-pages.ts';
import type { ApiAnswer, Ask } from '../../src/table/fetch-pages.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { until } from '../support/until.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

type Answered = Awaited<ReturnType<Ask>>;

/** The pages over the seed; what they ask is counted, and may be answered otherwise. */
function startPages(otherwise: (query: string) => Answered | null = () => null) {
  const asked: string[] = [];
  const ask: Ask = async (params) => {
    asked.push(params.query);
    const { status, body } = await seeded.ask(params.query, params.variables ?? {});
    return otherwise(params.query) ?? { status, body: body as ApiAnswer };
  };
  const snapshot = { version: 'v' };
  const plugin = usePages({
    schema,
    presets: createPresets(notATable),
    snapshots: { hold: () => ({ snapshot, release: () => {} }) } as never,
    log: { error: () => {} } as never,
    askOf: () => ask,
  });
  return {
    asked,
    async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
      const url = new URL(path, 'http://localhost');
      let answer: Response | undefined;
      const endResponse = (response: Response) => (answer = response);
      const request = new Request(url, { headers });
      await plugin.onRequest?.({ request, url, endResponse } as never);
      assert.ok(answer, path);
      return answer;
    },
  };
}

test('a page is made once for all addresses that show the same', async () => {
  const { asked, get } = startPages();
  const groups = [
    ['/', '/?utm_source=1', '/?fbclid=3', '/?lang=zh'],
    ['/?lang=en', '/?utm_source=a&lang=en', '/?lang=en&lang=en'],
    ['/reports/xinghe-2023', '/reports/%78inghe-2023?spm=x', '/reports/xinghe-2023?review=0'],
    ['/reports/xinghe-2023?numerals=1', '/reports/xinghe-2023?review=1'],
    ['/indicators/energy-review-time', '/indicators/energy-review-time?sort=place'],
  ];
  for (const [first = '', ...others] of groups) {
    const one = await get(first);
    const [html, tag] = [await one.text(), one.headers.get('etag')];
    assert.equal(one.status, 200);
    const asks = asked.length;
    for (const path of others) {
      const other = await get(path);
      assert.equal(other.headers.get('etag'), tag, path);
      assert.equal(await other.text(), html, path);
      assert.equal((await get(path, { 'if-none-match': tag ?? '' })).status, 304, path);
    }
    assert.equal(asked.length, asks, `${first}: nothing was asked again`);
  }
  assert.equal(
    asked.filter((query) => query.includes('query BiggestCuts')).length,
    2,
    'by language',
  );
});

test('two askers at once make it once, and nothing in an address has the examples asked again', async () => {
  const { asked, get } = startPages();
  await Promise.all([get('/'), get('/?x=1')]);
  const once = asked.length;
  for (let n = 0; n < 5; n += 1) assert.equal((await get(`/?after=${n}`)).status, 200);
  assert.equal(asked.length, once);
});

test('a page names the place that it was asked from, whoever asked first', async () => {
  const { get } = startPages();
  const tags = new Set<string | null>();
  for (const origin of ['http://localhost', 'https://a.example', `http://a"b.example:81`]) {
    const answer = await get(`${origin}/reports/xinghe-2023`);
    tags.add(answer.headers.get('etag'));
    const html = await answer.text();
    assert.ok(textOf(html).includes(`${origin}/reports/xinghe-2023#`), origin);
    assert.doesNotMatch(html, /\.invalid|a"b/);
  }
  assert.equal(tags.size, 3);
});

test('the front page says of one question that it has no answer, and shows all others', async () => {
  for (const answer of [
    { status: 200, code: 'QUERY_TIMEOUT' },
    { status: 503, code: 'SERVICE_UNAVAILABLE' },
    { status: 400, code: 'QUERY_TOO_COMPLEX' },
  ]) {
    const errors = [{ message: 'no', extensions: { code: answer.code } }];
    const { asked, get } = startPages((query) =>
      query.includes('query BiggestCuts')
        ? { status: answer.status, body: { data: null, errors } }
        : null,
    );
    const isLater = answer.status === 503;
    for (const [path, words] of [
      ['/', isLater ? /此刻答不上来.*no/s : /显示不了这个问题的回答.*no/s],
      ['/?lang=en', isLater ? /No answer at present.*no/s : /No answer to show.*no/s],
    ] as const) {
      const page = await get(path);
      assert.equal(page.status, 200);
      assert.equal(page.headers.get('cache-control'), 'no-store');
      assert.equal(page.headers.get('etag'), null);
      const cards = elementsOf(await page.text(), 'details').filter(
        ({ attributes }) => attributes['class'] === 'question',
      );
      assert.equal(cards.length, readExamples().length);
      const without = cards.filter(({ inner }) => words.test(textOf(inner)));
      assert.deepEqual(
        without.map(({ attributes }) => attributes['id']),
        ['biggest-cuts'],
      );
      const answered = cards.filter(
        ({ inner }) =>
          inner.includes('<table') || /没有符合的结果|No result among the reports/.test(inner),
      );
      assert.equal(answered.length, cards.length - 1);
    }
    const times = asked.filter((query) => query.includes('query BiggestCuts')).length;
    assert.equal(times, 2, 'once a language: it is not asked again for every reader');
  }
});

test('what is kept for a time is made again after it', async () => {
  const recent = createRecent<string>(2, (thing) => (thing === 'short' ? 20 : 0));
  let made = 0;
  const make = (thing: string) => () => {
    made += 1;
    return Promise.resolve(thing);
  };
  await recent('a', make('short'));
  await recent('a', make('short'));
  assert.equal(made, 1);
  await until('it is made again', async () => {
    await recent('a', make('short'));
    return made === 2;
  });
  await recent('b', make('none'));
  await recent('b', make('none'));
  assert.equal(made, 4);
});
