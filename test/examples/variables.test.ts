import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parametersOf } from '../../src/examples/parameters.ts';
import { readExamples, slugOf } from '../../src/examples/read-examples.ts';
import { corpusRows } from '../support/corpus-rows.ts';
import { parseCsv } from '../support/csv/parse-csv.ts';
import { startOverRows } from '../support/published.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { elementsOf, textOf } from '../support/read-html.ts';

const examples = readExamples();

async function tableAt(seeded: Pick<Seeded, 'fetch'>, path: string) {
  const response = await seeded.fetch(`http://localhost/examples/${path}`);
  const text = (await response.text()).replace(/^\ufeff/, '');
  const [header = [], ...rows] = response.status === 200 ? parseCsv(text) : [];
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
  return { response, text, rows, header, column };
}

test('examples take variables of the same few names, each of one meaning', () => {
  const shapes = new Map<string, Set<string>>();
  for (const { query } of examples) {
    for (const { name, isWhole } of parametersOf(query)) {
      shapes.set(name, (shapes.get(name) ?? new Set()).add(isWhole ? 'whole' : 'text'));
    }
  }
  const known = ['indicator', 'outcome', 'places', 'report', 'text', 'verdicts', 'years'];
  assert.deepEqual([...shapes.keys()].toSorted(), known);
  for (const [name, kinds] of shapes) {
    assert.deepEqual([...kinds], [name === 'years' ? 'whole' : 'text'], name);
  }
});

test('a row of an example that several reports can answer names place and year', () => {
  for (const { name, query } of examples) {
    const many = parametersOf(query).some((each) => each.name === 'places');
    const ofGroups = /^(?:HowManyOfEach|SumsByUnit|Indicators)$/.test(name);
    if (!many || ofGroups) continue;
    assert.match(query, /\bplace \{[^}]*\bname\b/, name);
    assert.match(query, /^ +year$/m, name);
  }
});

test('an address chooses reports, places and years, and says what it cannot take', async (t) => {
  const seeded = startOverRows(corpusRows(12, 3));
  t.after(() => seeded.close());
  const all = await tableAt(seeded, 'results-in-words.csv');
  const years = [...new Set(all.column('year'))].filter((year) => year !== '');
  assert.ok(years.length > 1, years.join());
  const one = await tableAt(seeded, `results-in-words.csv?years=${years[0]}`);
  assert.deepEqual([...new Set(one.column('year'))], [years[0]]);
  assert.equal(one.rows.length, all.column('year').filter((year) => year === years[0]).length);
  const both = await tableAt(seeded, `results-in-words.csv?years=${years.join(',')}`);
  assert.equal(both.rows.length, all.column('year').filter((year) => year !== '').length);
  const empty = await tableAt(seeded, 'results-in-words.csv?years=&places=');
  assert.equal(empty.text, all.text, 'what is empty means everything');
  const elsewhere = await tableAt(seeded, 'results-in-words.csv?places=999999');
  assert.equal(elsewhere.response.status, 400);
  assert.match(elsewhere.text, /places=999999/);
  assert.notEqual(one.response.headers.get('etag'), all.response.headers.get('etag'));
  const wrong = await tableAt(seeded, 'results-in-words.csv?years=2023,soon');
  assert.equal(wrong.response.status, 400);
  assert.match(wrong.text, /years=soon .*whole numbers parted by commas/);
});

/** The examples beside GraphiQL, as its page tells them. */
async function shownBeside(
  seeded: Seeded,
): Promise<{ slug: string; variables: Record<string, unknown> }[]> {
  const page = await seeded.fetch('http://localhost/graphql', { headers: { accept: 'text/html' } });
  const [options] = elementsOf(await page.text(), 'script');
  return JSON.parse(options!.inner).examples;
}

test('without the report of the seed each example shows what the newest reports have', async (t) => {
  const seeded = startOverRows(corpusRows(12, 3));
  t.after(() => seeded.close());
  for (const example of examples) {
    const { response, rows: records } = await tableAt(seeded, `${slugOf(example)}.csv`);
    assert.equal(response.status, 200, example.name);
    const isOfOne = parametersOf(example.query).some(
      ({ name, preset }) => name !== 'text' && preset !== undefined,
    );
    assert.ok(records.length > 0 || !isOfOne, `${example.name} shows nothing`);
  }
  const glance = (await shownBeside(seeded)).find(({ slug }) => slug === 'report-at-a-glance');
  assert.match(String(glance!.variables['report']), /^r\d{4}$/);
  const front = await (await seeded.fetch('http://localhost/?lang=en')).text();
  const card = elementsOf(front, 'details').find(
    ({ attributes }) => attributes['id'] === 'report-at-a-glance',
  );
  assert.ok(textOf(card!.inner).length > 100);
  assert.ok(card!.inner.includes(`variables=${encodeURIComponent('{"report"')}`), card!.inner);
});

test('over the seed nothing stands in for what is there', async (t) => {
  const seeded = await startSeeded();
  t.after(() => seeded.close());
  for (const { slug, variables } of await shownBeside(seeded))
    assert.deepEqual(variables, {}, slug);
});
