import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'graphql';
import type { OperationDefinitionNode, VariableValues } from 'graphql';
import { readExamples, slugOf } from '../../src/examples/read-examples.ts';
import { schema } from '../../src/schema/schema.ts';
import { shapeTable } from '../../src/table/table-shape.ts';
import { textOrderOf } from '../../src/importer/rows/text-order.ts';
import { emptyOverSeed } from '../support/answered-examples.ts';
import { corpusRows } from '../support/corpus-rows.ts';
import { parseCsv } from '../support/csv/parse-csv.ts';
import { startOverRows } from '../support/published.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Answer, Seeded } from '../support/random/seeded.ts';

const address = 'http://localhost/graphql';

/** A table as a client gets it: its records, without the byte order mark. */
async function csvOf(
  seeded: Seeded,
  query: string,
  { rest = '', ...more }: { rest?: string; variables?: object } = {},
) {
  const response = await seeded.fetch(`${address}?x${rest}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/csv' },
    body: JSON.stringify({ query, ...more }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const [header = [], ...records] = parseCsv(text.replace(/^\ufeff/, ''));
  return { response, text, header, records };
}

describe('over the seed', () => {
  let seeded: Seeded;
  before(async () => {
    seeded = await startSeeded();
  });
  after(() => seeded.close());

  const table = (query: string, more?: { rest?: string; variables?: object }) =>
    csvOf(seeded, query, more);
  const refusal = async (query: string, more?: { rest?: string; variables?: object }) => {
    const { response, text } = await table(query, more);
    assert.match(
      response.headers.get('content-type') ?? '',
      /^application\/(graphql-response\+)?json/,
    );
    return { status: response.status, errors: JSON.parse(text).errors };
  };

  test('columns come from what is selected, dotted, aliases and fragments included', async () => {
    const { response, text, header, records } = await table(
      `{ links(first: 2) { totalCount pageInfo { hasNextPage } nodes { id measure { name: title } ...Result } } }
       fragment Result on Link { outcome { quantity { value unit { code } } ... on Outcome { level } } }`,
    );
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/csv; charset=utf-8/);
    assert.match(response.headers.get('juzheng-data-version') ?? '', /^[0-9a-f]{64}$/);
    assert.ok(text.startsWith('\ufeff'), 'a byte order mark');
    assert.deepEqual(header, [
      'id',
      'measure.name',
      'outcome.quantity.value',
      'outcome.quantity.unit.code',
      'outcome.level',
    ]);
    assert.equal(records.length, 2);
    assert.deepEqual(records[0]?.slice(2), ['2', '{session}', 'OUTPUT']);
  });

  test('an empty list has its header and no row', async () => {
    const { header, records } = await table(
      '{ outcomes(filter: { codes: [] }) { nodes { code label } } }',
    );
    assert.deepEqual([header, records], [['code', 'label'], []]);
  });

  test('a list without first is followed to its end; one with first is taken as asked', async () => {
    const query = (args: string) => `{ numerals${args} { nodes { text } } }`;
    assert.equal((await table(query(''))).records.length, 114);
    assert.equal((await table(query('(first: 7)'))).records.length, 7);
    assert.equal((await table(query('(first: 7)'), { rest: '&all=1' })).records.length, 114);
  });

  test('lists in each other are one table, in which a gap is seen', async () => {
    const { header, records } = await table(
      '{ report(by: { code: "xinghe-2023" }) { code sections { title measures { nodes { ordinal } } } } }',
    );
    assert.deepEqual(header, ['report.code', 'title', 'measures.ordinal']);
    assert.equal(records.length, 19 + 2, 'nineteen measures, and two sections without any');
    assert.equal(records.filter((record) => record[2] === '').length, 2);
  });

  test('edges carry what the link says', async () => {
    const { header, records } = await table(
      '{ measures(filter: { hasFigures: true }, first: 1) { nodes { code outcomes { edges { basis node { label } } } } } }',
    );
    assert.deepEqual(header, ['code', 'outcomes.basis', 'outcomes.node.label']);
    assert.ok(records.length > 0);
    assert.equal(records[0]?.[1], 'SAME_POINT');
  });

  test('a connection of which only the count is asked is a column', async () => {
    const { header, records } = await table(
      '{ measures { nodes { code outcomes { totalCount } } } }',
    );
    assert.deepEqual(header, ['code', 'outcomes.totalCount']);
    assert.equal(
      records.reduce((sum, record) => sum + Number(record[1]), 0),
      74,
    );
  });

  test('skipped fields are no columns', async () => {
    const query =
      'query ($no: Boolean! = false) { units(first: 1) { nodes { code name @include(if: $no) additivity @skip(if: $no) } } }';
    assert.deepEqual((await table(query)).header, ['code', 'additivity']);
    assert.deepEqual((await table(query, { variables: { no: true } })).header, ['code', 'name']);
  });

  test('a union gives the columns of all its types', async () => {
    const { header, records } = await table(
      '{ search(text: "审批") { nodes { type node { __typename ... on Outcome { label } ... on Section { title } } } } }',
    );
    assert.deepEqual(header, ['type', 'node.__typename', 'node.label', 'node.title']);
    assert.ok(records.some((record) => record[2] === '' && record[3] !== ''));
  });

  test('lists side by side are refused with their names, and one can be chosen', async () => {
    const query =
      '{ report(by: { code: "xinghe-2023" }) { honours { nodes { name } } documents { nodes { title } } } }';
    const { status, errors } = await refusal(query);
    assert.equal(status, 400);
    assert.equal(errors[0].extensions.code, 'BAD_USER_INPUT');
    assert.match(errors[0].message, /list=report\.honours, list=report\.documents/);
    const { header, records } = await table(query, { rest: '&list=report.documents' });
    assert.deepEqual([header, records.length], [['title'], 9]);
    const wrong = await refusal(query, { rest: '&list=report.nothing' });
    assert.match(wrong.errors[0].message, /no list "report\.nothing"/);
  });

  test('what is wrong with a query is told as the API tells it', async () => {
    assert.equal((await refusal('{ outcomes { ')).status, 400);
    assert.match(
      (await refusal('{ outcomes { nodes { nothing } } }')).errors[0].message,
      /Cannot query field/,
    );
    const bad = await refusal('{ outcomes(first: 101) { nodes { code } } }');
    assert.equal(bad.errors[0].extensions.code, 'BAD_USER_INPUT');
  });

  test('cells are those of the JSON answer', async () => {
    const query =
      '{ outcomes(first: 100) { nodes { code label(language: EN) quantity { value } change { percent isImprovement } evidence { exact } } } }';
    const { body } = await seeded.ask(query);
    const { records } = await table(query);
    const cell = (value: string | number | boolean | null | undefined) => String(value ?? '');
    assert.deepEqual(
      records,
      body.data.outcomes.nodes.map((node: Answer['body']) => [
        cell(node.code),
        cell(node.label),
        cell(node.quantity?.value),
        cell(node.change?.percent),
        cell(node.change?.isImprovement),
        cell(node.evidence.exact),
      ]),
    );
    assert.ok(
      records.some((record) => record[3] === '-83.33'),
      'a negative number stays a number',
    );
  });

  test('JSON Lines hold one object a row, with values as they are', async () => {
    const response = await seeded.fetch(
      `${address}?query=${encodeURIComponent('{ outcomes(filter: { hasBaseline: true }) { nodes { code change { percent } statement } } }')}`,
      {
        headers: { accept: 'application/jsonl' },
      },
    );
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(lines.length, 3);
    assert.deepEqual(Object.keys(lines[0]), ['code', 'change.percent', 'statement']);
    assert.equal(typeof lines[0]['change.percent'], 'number');
    assert.equal(lines[0].statement, null);
  });

  test('a browser and a GraphQL client get what they always got', async () => {
    for (const accept of [
      'text/html,application/xhtml+xml,*/*;q=0.8',
      'application/json',
      'application/json, text/csv;q=0.5',
    ]) {
      const response = await seeded.fetch(`${address}?query={meta{dataVersion}}`, {
        headers: { accept },
      });
      assert.doesNotMatch(response.headers.get('content-type') ?? '', /csv/, accept);
    }
  });

  test('every example has its table, or says which lists to choose from', async () => {
    for (const example of readExamples()) {
      const at = `http://localhost/examples/${slugOf(example)}`;
      const response = await seeded.fetch(`${at}.csv`);
      if (response.status === 200) {
        assert.match(
          response.headers.get('link') ?? '',
          new RegExp(`${slugOf(example)}\\.metadata\\.json`),
        );
        const [header = [], ...records] = parseCsv(await response.text());
        assert.ok(header.length > 0, example.name);
        assert.equal(records.length > 0, !emptyOverSeed.has(example.name), example.name);
        assert.ok(
          records.every((record) => record.length === header.length),
          example.name,
        );
        const metadata = await (await seeded.fetch(`${at}.metadata.json`)).json();
        assert.deepEqual(
          metadata.tableSchema.columns.map(({ name }: { name: string }) => name),
          header,
        );
        assert.ok(
          metadata.tableSchema.columns.every(
            (column: { 'dc:description': string }) => column['dc:description'].length > 0,
          ),
          example.name,
        );
        continue;
      }
      const { errors } = (await response.json()) as { errors: { message: string }[] };
      const lists = [...(errors[0]?.message ?? '').matchAll(/list=([\w.]+)/g)].map(
        ([, path]) => path,
      );
      assert.ok(lists.length > 1, `${example.name}: ${errors[0]?.message}`);
      const chosen = await seeded.fetch(`${at}.csv?list=${lists[0]}`);
      assert.equal(chosen.status, 200, example.name);
      await chosen.arrayBuffer();
    }
  });

  test('what describes a column says of what kind its values are', () => {
    const document = parse(
      '{ reports { nodes { code year hasIt: publishedOn period { edtf start } source { sha256 sourceUrl } } } }',
    );
    const [operation] = document.definitions as [OperationDefinitionNode];
    const variables = { sources: {}, coerced: {} } as VariableValues;
    const { columns } = shapeTable({ schema, document, operation, variables });
    assert.deepEqual(
      columns.map(({ name, datatype }) => [name, datatype]),
      [
        ['code', 'string'],
        ['year', 'integer'],
        ['hasIt', 'date'],
        ['period.edtf', 'string'],
        ['period.start', 'date'],
        ['source.sha256', 'string'],
        ['source.sourceUrl', 'anyURI'],
      ],
    );
  });

  test('what describes a table says where it is from and how to cite it', async () => {
    const metadata = await (
      await seeded.fetch('http://localhost/examples/biggest-cuts.metadata.json')
    ).json();
    const { body } = await seeded.ask('{ meta { dataVersion } }');
    assert.equal(metadata['dc:identifier'], body.data.meta.dataVersion);
    assert.equal(metadata['dc:source'].listed[0].code, 'xinghe-2023');
    for (const citation of Object.values<string>(metadata['dc:bibliographicCitation'])) {
      assert.ok(citation.includes(body.data.meta.dataVersion.slice(0, 12)));
    }
    assert.match(metadata['juzheng:query'], /query BiggestCuts/);
  });

  test('an example that has not changed is not sent again', async () => {
    const first = await seeded.fetch('http://localhost/examples/biggest-cuts.csv');
    await first.arrayBuffer();
    const again = await seeded.fetch('http://localhost/examples/biggest-cuts.csv', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    assert.equal(again.status, 304);
  });

  test('an example that is not there is told with those that are', async () => {
    const response = await seeded.fetch('http://localhost/examples/nothing.csv');
    assert.equal(response.status, 404);
    assert.ok(
      ((await response.json()) as { known: string[] }).known.includes('/examples/biggest-cuts.csv'),
    );
    const posted = await seeded.fetch('http://localhost/examples/biggest-cuts.csv', {
      method: 'POST',
    });
    assert.equal(posted.status, 405);
  });
});

describe('over a corpus', () => {
  const rows = corpusRows(700, 5);
  for (const [index, label] of [
    '=1+1',
    '+2',
    '-3',
    '@SUM(A1)',
    '\uff1d1',
    'a,"b"\r\nc',
  ].entries()) {
    const outcome = rows.outcomes[index];
    if (outcome) outcome.labelEn = label;
  }
  let seeded: Seeded;
  before(() => {
    seeded = startOverRows(rows);
  });
  after(() => seeded.close());

  test('a long list comes whole, each row once and in order', async () => {
    const { records } = await csvOf(seeded, '{ outcomes { nodes { code } } }');
    const expected = rows.outcomes.toSorted((a, b) => (textOrderOf(a) < textOrderOf(b) ? -1 : 1));
    assert.deepEqual(
      records.map(([code]) => code),
      expected.map(({ code }) => code),
    );
  });

  test('no text becomes a formula, and no number is spoilt', async () => {
    const { records } = await csvOf(
      seeded,
      'query ($codes: [String!]) { outcomes(filter: { codes: $codes }) { nodes { label(language: EN) change { absolute } } } }',
      { variables: { codes: rows.outcomes.slice(0, 6).map(({ code }) => code) } },
    );
    const labels = records.map(([label = '']) => label).toSorted((a, b) => a.localeCompare(b));
    assert.deepEqual(
      labels,
      ["'+2", "'-3", "'=1+1", "'@SUM(A1)", "'\uff1d1", 'a,"b"\r\nc'].toSorted((a, b) =>
        a.localeCompare(b),
      ),
    );
  });

  test('one indicator over places and years is a table, with a gap where a report is silent', async () => {
    const { header, records } = await csvOf(
      seeded,
      `{ reports(orderBy: { field: PLACE }) { nodes { code place { code } year
        outcomes(filter: { indicators: ["i3"] }, first: 100) { nodes { quantity { value } evidence { exact } } } } } }`,
    );
    assert.deepEqual(header.slice(0, 3), ['code', 'place.code', 'year']);
    const id = rows.indicators.find(({ code }) => code === 'i3')?.id;
    const telling = rows.outcomes.filter(({ indicatorId }) => indicatorId === id);
    const silent = rows.reports.filter((report) =>
      telling.every(({ reportId }) => reportId !== report.id),
    );
    const gaps = records.filter((record) => record.slice(3).every((cell) => cell === ''));
    assert.equal(records.length, telling.length + silent.length);
    assert.equal(gaps.length, silent.length);
    const order = records.map((record) => record[1] ?? '');
    assert.deepEqual(
      order,
      order.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    );
  });

  test('a list inside another that goes on is refused, never cut', async () => {
    const { response, text } = await csvOf(
      seeded,
      '{ places(filter: { codes: ["910000"] }) { nodes { code } } }',
    );
    assert.equal(response.status, 200, text);
    const cut = await csvOf(
      seeded,
      '{ indicators { nodes { code outcomes { nodes { code } } } } }',
    );
    assert.equal(cut.response.status, 400);
    assert.match(cut.text, /goes on beyond 100 rows/);
    const stated = await csvOf(
      seeded,
      '{ indicators { nodes { code outcomes(first: 2) { nodes { code } } } } }',
    );
    assert.equal(stated.records.length, 24);
  });
});
