import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { corpusRows } from '../support/corpus-rows.ts';
import { parseCsv } from '../support/csv/parse-csv.ts';
import { startOverRows } from '../support/published.ts';
import type { Seeded } from '../support/random/seeded.ts';

/** Which pages a table is made of: what of a query is asked again, page by page, and what is kept. */
describe('over a corpus whose lists go on', () => {
  let seeded: Seeded;
  let codes: readonly string[] = [];
  let cursors: readonly string[] = [];
  before(async () => {
    seeded = startOverRows(corpusRows(500, 5));
    codes = (await table('{ outcomes { nodes { code } } }')).rows.map(([code = '']) => code);
    cursors = (await table('{ outcomes { edges { cursor } } }')).rows.map(([each = '']) => each);
    assert.ok(codes.length > 300 && cursors.length === codes.length);
  });
  after(() => seeded.close());

  async function table(query: string, more: object = {}, rest = '') {
    const response = await seeded.fetch(`http://localhost/graphql?format=csv${rest}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, ...more }),
    });
    const { status, headers } = response;
    const text = (await response.text()).replace(/^\ufeff/, '');
    const [header = [], ...rows] = status === 200 ? parseCsv(text) : [];
    return { status, text, header, rows, cut: headers.get('juzheng-cut') };
  }

  const cursorAt = (count: number) => cursors[count - 1] ?? '';

  async function taken(query: string, more: object = {}, rest = '') {
    const { status, text, rows, cut } = await table(query, more, rest);
    assert.equal(status, 200, `${query}: ${text}`);
    return { codes: rows.map(([code]) => code), cut };
  }

  test('rows that are called as a list within them hide nothing of it', async () => {
    const cut = await table(
      '{ indicators { outcomes: nodes { code outcomes { nodes { code } } } } }',
    );
    assert.equal(cut.status, 400);
    assert.match(cut.text, /indicators\.outcomes goes on beyond 100 rows/);
    const stated = await table(
      '{ outcomes(first: 3) { measures: nodes { code measures(first: 0) { nodes { code } } } } }',
    );
    assert.equal(stated.cut, 'outcomes, outcomes.measures');
    const listed = await table(
      '{ all: outcomes(first: 3) { all: edges { all: node { code all: measures(first: 0) { all: nodes { code } } } } } }',
    );
    assert.equal(listed.cut, 'all, all.all.all');
  });

  test('a list that is taken whole begins after its after and ends before its before', async () => {
    const [fifth, two] = [cursorAt(5), cursorAt(200)];
    const asked: [args: string, expected: readonly string[], cut: string | null][] = [
      [`after: "${fifth}"`, codes.slice(5), 'outcomes'],
      [`before: "${two}"`, codes.slice(0, 199), 'outcomes;maybe'],
      [`before: "${fifth}"`, codes.slice(0, 4), 'outcomes'],
      [`after: "${fifth}", before: "${two}"`, codes.slice(5, 199), 'outcomes'],
      [`before: "${cursorAt(1)}"`, [], 'outcomes'],
      [`after: "${cursorAt(codes.length)}"`, [], 'outcomes'],
      ['after: null', codes, null],
    ];
    for (const [args, expected, cut] of asked) {
      const rows = await taken(`{ outcomes(${args}) { nodes { code } } }`);
      assert.deepEqual(rows.codes, expected, args);
      if (args.includes(fifth) && args.startsWith('before'))
        assert.match(rows.cut ?? '', /^outcomes/);
      else assert.equal(rows.cut, cut, args);
    }
    const rows = await taken(
      `query ($c: String, $n: Int) { outcomes(first: $n, after: $c) { nodes { code } } }`,
      { variables: { c: fifth, n: 3 } },
      '&all=1',
    );
    assert.deepEqual(rows.codes, codes.slice(5));
  });

  test('an empty page at the end of a list is no row', async () => {
    const { rows, header } = await table(
      `{ meta { softwareVersion } outcomes(before: "${cursorAt(11)}") { nodes { code } } }`,
    );
    assert.deepEqual(header, ['meta.softwareVersion', 'code']);
    assert.deepEqual(
      rows.map(([, code]) => code),
      codes.slice(0, 10),
    );
  });

  test('a cursor that names no place is refused as in JSON', async () => {
    for (const query of [
      '{ outcomes(after: "xxx") { nodes { code } } }',
      '{ outcomes(before: "xxx") { nodes { code } } }',
    ]) {
      for (const rest of ['', '&all=1']) {
        const { status, text } = await table(query, {}, rest);
        assert.equal(status, 400, query);
        const { body } = await seeded.ask(query);
        assert.equal(body.errors[0].extensions.code, 'BAD_USER_INPUT');
        assert.equal(JSON.parse(text).errors[0].message, body.errors[0].message);
      }
    }
  });

  test('an inner list that begins or ends at a cursor says what it lacks', async () => {
    const inner = await table(
      `{ reports { nodes { code outcomes(before: "${cursorAt(50)}") { nodes { code } } } } }`,
    );
    assert.equal(inner.status, 200, inner.text);
    assert.match(inner.cut ?? '', /^reports\.outcomes(;maybe)?$/);
    assert.equal(inner.rows.filter(([, code]) => code !== '').length, 49);
  });

  test('what a query has beside its list does not matter to its pages', async () => {
    const [fifth, rest] = [cursorAt(5), codes.slice(5)];
    const asked: [query: string, more: object, search: string, expected: readonly string[]][] = [
      [
        'query ($c: String) { outcomes(after: $c) { nodes { code } } }',
        { variables: { c: fifth } },
        '',
        rest,
      ],
      [
        'query ($n: Int!) { outcomes(first: $n) { nodes { code } } }',
        { variables: { n: 3 } },
        '&all=1',
        codes,
      ],
      [
        'query A { ...F } query B { ...F } fragment F on Query { outcomes { nodes { code } } }',
        { operationName: 'A' },
        '',
        codes,
      ],
      [
        'query A { outcomes { nodes { code } } } query B($x: Int) { units(first: $x) { nodes { code } } }',
        { operationName: 'A' },
        '',
        codes,
      ],
      [
        'query ($juzhengFirst: [String!]) { outcomes(filter: { codes: $juzhengFirst }) { nodes { code } } }',
        {},
        '',
        codes,
      ],
      [
        'query ($juzhengAfter: String) { outcomes(after: $juzhengAfter) { nodes { code } } }',
        { variables: { juzhengAfter: fifth } },
        '',
        rest,
      ],
      [
        '{ outcomes { juzhengPage: totalCount pageInfo: totalCount nodes { code } } }',
        {},
        '',
        codes,
      ],
      ['{ outcomes { pageInfo { hasNextPage: endCursor } nodes { code } } }', {}, '', codes],
      [
        '{ outcomes { nodes { code } } outcomes @include(if: false) { nodes { label } } }',
        {},
        '',
        codes,
      ],
      [
        'query ($s: Boolean = true) { outcomes { nodes { code } } measures @skip(if: $s) { nodes { code } } }',
        {},
        '',
        codes,
      ],
      [
        `{ outcomes { nodes { ${Array.from({ length: 30 }, (_, index) => `a${index}: code`).join(' ')} } } }`,
        {},
        '',
        codes,
      ],
    ];
    for (const [query, more, search, expected] of asked) {
      const rows = await taken(query, more, search);
      assert.deepEqual(rows.codes, expected, query);
    }
    const invalid = await table(
      'query ($n: Int!) { outcomes(first: $n) { nodes { code } } }',
      {},
      '&all=1',
    );
    assert.equal(invalid.status, 400);
    assert.match(invalid.text, /\$n/);
  });

  test('a question that leaves nothing to make a table of is told so', async () => {
    for (const query of [
      '{ outcomes @include(if: false) { nodes { code } } }',
      '{ outcomes { nodes { code @skip(if: true) } } }',
      'query ($a: Boolean = false) { outcomes { nodes @include(if: $a) { code } } }',
    ]) {
      const { status, text } = await table(query);
      assert.equal(status, 400, query);
      const [error] = JSON.parse(text).errors;
      assert.equal(error.extensions.code, 'BAD_USER_INPUT');
      assert.match(error.message, /no list and no column/);
    }
  });

  test('things of several types that have a list of one name share its columns', async () => {
    const { body } = await seeded.ask(
      '{ reports(first: 1) { nodes { id } } measures(first: 1) { nodes { id title } } }',
    );
    const [report, measure] = [body.data.reports.nodes[0], body.data.measures.nodes[0]];
    const told = await table(
      `{ nodes(ids: ["${report.id}", "${measure.id}"]) { id
        ... on Report { outcomes(first: 2) { nodes { code } } }
        ... on Measure { title outcomes(first: 1) { nodes { label code } } } } }`,
    );
    assert.equal(told.status, 200, told.text);
    assert.deepEqual(told.header, ['id', 'outcomes.code', 'title', 'outcomes.label']);
    assert.deepEqual(
      told.rows.map(([id, , title, label]) => [id, title, label !== '']),
      [
        [report.id, '', false],
        [report.id, '', false],
        [measure.id, measure.title, true],
      ],
    );
    assert.match(told.cut ?? '', /nodes\.outcomes/);
  });

  test('what a table would hold twice is refused, never multiplied', async () => {
    const twice = await table('{ outcomes(first: 3) { a: nodes { code } b: nodes { label } } }');
    assert.equal(twice.status, 400);
    assert.match(twice.text, /rows of a list once.*outcomes as a and b/);
    const { rows } = await table('{ reports(first: 1) { nodes { code } } }');
    const shared = await table(
      `{ report(by: { code: "${rows[0]?.[0]}" }) { ...O outcomes { nodes { report { ...O } } } } }
       fragment O on Report { outcomes { nodes { code } } }`,
    );
    assert.equal(shared.status, 400);
    assert.match(
      shared.text,
      /same field of a fragment asks for the list report\.outcomes and for/,
    );
  });

  test('fragments that multiply are counted, or read once', async () => {
    const chain = (name: string, body: (next: string) => string, last: string) =>
      Array.from(
        { length: 30 },
        (_, index) =>
          `fragment ${name}${index} on Report { ${index === 29 ? last : body(`${name}${index + 1}`)} }`,
      ).join(' ');
    const begun = process.cpuUsage();
    const once = await table(
      `{ reports { nodes { ...A0 } } } ${chain('A', (next) => `...${next} ...${next}`, 'code')}`,
    );
    assert.equal(once.status, 200, once.text);
    assert.deepEqual(once.header, ['code']);
    const many = await table(
      `{ reports { nodes { ...A0 } } } ${Array.from(
        { length: 6 },
        (_, index) =>
          `fragment A${index} on Report { ${index === 5 ? 'code' : `a${index}: outcomes(first: 1) { nodes { report { ...A${index + 1} } } } b${index}: measures(first: 1) { nodes { report { ...A${index + 1} } } } c${index}: outcomes(first: 1) { nodes { report { ...A${index + 1} } } } d${index}: outcomes(first: 1) { nodes { report { ...A${index + 1} } } }`} }`,
      ).join(' ')}`,
    );
    assert.equal(many.status, 422, many.text);
    const { user, system } = process.cpuUsage(begun);
    assert.ok(user + system < 5_000_000, `${user + system} µs`);
  });
});
