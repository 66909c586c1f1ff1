import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importSeed } from '../../src/importer/import.ts';
import { copySeed, factsFile } from '../support/copied.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { startOver } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

const copy = copySeed();
let seeded: Seeded;
before(async () => {
  copy.change(
    factsFile,
    'retired:\n',
    `retired:
  - { type: PROBLEM, code: never-told, reason: { zh: 报告没有这样说, en: The report says no such thing. } }
  - { type: MEASURE, code: meant-otherwise, by: { type: OUTCOME, code: energy-review-time }, reason: { zh: 是成效, en: It is an outcome. } }
`,
  );
  await importSeed(copy);
  seeded = startOver(copy.data);
});
after(() => {
  seeded.close();
  copy.remove();
});

const get = (path: string, accept = 'text/html') =>
  seeded.fetch(`http://localhost${path}`, { headers: { accept }, redirect: 'manual' });

type Retired = { code: string; replacement: string | null; url?: string };

test('the address of every retired code leads to what took its place, or says that nothing did', async () => {
  const { retiredCodes } = await seeded.dataOf(
    '{ retiredCodes(first: 100) { nodes { code replacement } } }',
  );
  const pages = (id: string) => {
    const [type = '', code] = id.split(':');
    return `/${type.toLowerCase()}s/${code}`;
  };
  const replaced = retiredCodes.nodes.filter(({ replacement }: Retired) => replacement !== null);
  assert.ok(replaced.length >= 2);
  assert.ok(replaced.length < retiredCodes.nodes.length);
  for (const { code, replacement } of retiredCodes.nodes as Retired[]) {
    for (const ending of ['', '.json', '.csv', '.jsonl', '.bib', '.ris']) {
      const answer = await get(`${pages(code)}${ending}?lang=en`);
      if (replacement === null) {
        assert.equal(answer.status, 410, code);
        continue;
      }
      assert.equal(answer.status, 301, `${code}${ending}`);
      const location = answer.headers.get('location')!;
      assert.equal(location, `${pages(replacement)}${ending}?lang=en`);
      assert.equal((await get(location, '*/*')).status, 200, location);
    }
  }
});

test('what was retired for nothing says so and why, in the language of the reader, and to a program', async () => {
  for (const [lang, words] of [
    ['zh', /这个编码已停用.*xinghe-2023\/never-told.*报告没有这样说/s],
    ['en', /given no longer.*xinghe-2023\/never-told.*says no such thing/s],
  ] as const) {
    const answer = await get(`/problems/xinghe-2023/never-told?lang=${lang}`);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const page = await answer.text();
    assert.match(textOf(page), words);
    const back = elementsOf(page, 'a').find(({ attributes }) =>
      attributes['href']!.includes('#problem-never-told'),
    );
    const [path, mark] = back!.attributes['href']!.split('#');
    assert.ok((await (await get(path!)).text()).includes(`id="${mark}"`));
  }
  const told = await get('/problems/xinghe-2023/never-told', 'application/json');
  assert.equal(told.status, 410);
  const { errors } = (await told.json()) as { errors: { message: string }[] };
  assert.match(errors[0]!.message, /never-told was retired/);
});

test('a code in the wrong case leads to the same in lower case, live or retired', async () => {
  for (const [path, location] of [
    ['/problems/XINGHE-2023/Never-Told?lang=en', '/problems/xinghe-2023/never-told?lang=en'],
    ['/measures/xinghe-2023/MEANT-OTHERWISE.JSON', '/measures/xinghe-2023/meant-otherwise.json'],
    ['/outcomes/Xinghe-2023/energy-review-time', '/outcomes/xinghe-2023/energy-review-time'],
    ['/reports/XINGHE-2023', '/reports/xinghe-2023'],
    ['/reports/XINGHE-2023.txt', '/reports/xinghe-2023.txt'],
    ['/indicators/ENERGY-review-time', '/indicators/energy-review-time'],
  ] as const) {
    const answer = await get(path);
    assert.deepEqual([answer.status, answer.headers.get('location')], [308, location]);
    const there = (await get(location)).status;
    assert.ok([200, 301, 410].includes(there), `${location}: ${there}`);
  }
  assert.equal((await get('/reports/NO-SUCH-REPORT', '*/*')).status, 308);
});
