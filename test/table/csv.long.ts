import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { pino } from 'pino';
import { writeTable } from '../../src/table/format.ts';
import type { Cell, TableRow } from '../../src/table/rows.ts';
import { createApp } from '../../src/server/app.ts';
import { followSnapshots } from '../../src/server/snapshots/snapshots.ts';
import { corpusRows } from '../support/corpus-rows.ts';
import { begins, readers, unguard } from '../support/csv/foreign-csv.ts';
import { startOverRows } from '../support/published.ts';
import type { Seeded } from '../support/random/seeded.ts';

async function* each(rows: readonly TableRow[]) {
  yield* rows;
}

const columnsOf = (names: readonly string[]) =>
  names.map((name) => ({
    name,
    description: name,
    datatype: 'string' as const,
    fields: [],
    valueType: 'String',
  }));

const written = (format: 'csv' | 'jsonl', names: readonly string[], rows: readonly TableRow[]) =>
  buffer(writeTable(format, columnsOf(names), each(rows)));

/** A cell of JSON Lines as text. */
const listed = (items: readonly unknown[]) =>
  items.map((item) => String(item).replaceAll(/[\\;]/g, '\\$&')).join('; ');
const textOf = (cell: Cell) =>
  cell === null || cell === undefined
    ? ''
    : typeof cell === 'string'
      ? cell
      : Array.isArray(cell)
        ? listed(cell)
        : String(cell);

/** Whether a table comes back as its JSON Lines give it, by every reader; numbers as they are. */
async function agree(names: readonly string[], rows: readonly TableRow[]): Promise<void> {
  const csv = await written('csv', names, rows);
  const lines = (await written('jsonl', names, rows)).toString().split('\n').slice(0, -1);
  const expected = lines.map((line) => JSON.parse(line) as TableRow);
  for (const [reader, read] of Object.entries(readers)) {
    const [header, ...records] = read(csv);
    assert.deepEqual(header, names, reader);
    assert.equal(records.length, rows.length, reader);
    for (const [at, record] of records.entries()) {
      const row = expected[at]!;
      assert.deepEqual(
        record.map(unguard),
        names.map((name) => textOf(row[name])),
        reader,
      );
      for (const [index, name] of names.entries()) {
        const isGuarded = begins.test(record[index]!);
        assert.ok(!isGuarded || typeof row[name] === 'number', `${reader}: ${record[index]}`);
      }
    }
  }
}

const pieces = [
  '\r',
  '\n',
  '\r\n',
  '\n\r',
  '"',
  '""',
  ',',
  '\uff0c',
  ';',
  '; ',
  '\\',
  '\t',
  '\ufeff',
  '\0',
  '=',
  '+',
  '-',
  '@',
  '\uff1d',
  '\uff0b',
  '\uff0d',
  '\uff20',
  "'",
  "''",
  ' ',
  '\u3000',
  '\u00a0',
  '\u2028',
  '\u0085',
  '\v',
  '\f',
  'a',
  '1',
  '县',
  '\u{20bb7}',
  '=1+1',
  "'=1",
  '12.50',
  '1e5',
  'TRUE',
  '|',
  '#',
  'null',
];
const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((some) => some.join(''));
const cell = fc.oneof(
  { weight: 6, arbitrary: anyText },
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.array(anyText, { maxLength: 3 }),
);

test('every cell comes back through other readers as JSON Lines give it', async () => {
  const tables = fc.integer({ min: 1, max: 4 }).chain((width) => {
    const names = Array.from({ length: width }, (_, index) => `c${index}.x`);
    const row = fc
      .tuple(...names.map(() => cell))
      .map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index]])));
    return fc.record({ names: fc.constant(names), rows: fc.array(row, { maxLength: 60 }) });
  });
  await fc.assert(
    fc.asyncProperty(tables, ({ names, rows }) => agree(names, rows as TableRow[])),
    { numRuns: 60 },
  );
});

test('each hostile piece alone, at the start of a cell, of a line and at the end', async () => {
  const texts = pieces.flatMap((piece) => [
    piece,
    `${piece}text`,
    `text${piece}`,
    `text\n${piece}1+1`,
    `text\r\n${piece}1+1`,
    `text\r${piece}1+1`,
    `'${piece}1`,
    `''${piece}1`,
    ` ${piece}1 `,
  ]);
  const rows = texts.map((a) => ({ a, b: 'x', c: a }));
  await agree(['a', 'b', 'c'], rows);
  await agree(['a'], rows);
  await agree(['a'], [{ a: '' }, { a: null }, { a: 'x' }, { a: '' }]);
  await agree(['a', 'b'], [{ a: 'x'.repeat(3_000_000), b: '"\n'.repeat(100_000) }]);
});

test('what comes before a sign and is not seen keeps no text from its apostrophe', async () => {
  const unseen = [
    ' ',
    '  ',
    '\u3000',
    '\u00a0',
    '\ufeff',
    '\u200b',
    '\u2060',
    '\u00ad',
    '\0',
    '\u2028',
    '\ufe0f',
    '\u200e \u3000',
  ];
  const signs = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20'];
  const texts = [
    '\n1',
    '\t1',
    '\r1',
    ...unseen.flatMap((ahead) => signs.map((sign) => `${ahead}${sign}1`)),
  ];
  const rows = [...texts, ...texts.map((text) => `'${text}`)].map((a) => ({ a }));
  const csv = await written('csv', ['a'], rows);
  for (const read of Object.values(readers)) {
    const [, ...records] = read(csv);
    assert.deepEqual(
      records.map(([only]) => only),
      rows.map(({ a }) => `'${a}`),
    );
  }
  const plain = [' a=1', '\u3000a', 'a-b', "' a", '1 - 2', '\u200b', ' '];
  const [, ...kept] = readers['RFC 4180']!(
    await written(
      'csv',
      ['a'],
      plain.map((a) => ({ a })),
    ),
  );
  assert.deepEqual(
    kept.map(([only]) => only),
    plain,
  );
  await agree(['a'], rows);
});

test('a list in a cell comes apart again into its items', async () => {
  const lists = [
    [],
    ['a'],
    ['a; b', 'c'],
    ['a\\', 'b'],
    ['a\\; b', ';'],
    ['=1', '2'],
    ['x;', ';y'],
  ];
  const csv = await written(
    'csv',
    ['list', 'b'],
    lists.map((list) => ({ list, b: 1 })),
  );
  for (const read of Object.values(readers)) {
    const [, ...records] = read(csv);
    const apart = records.map(([list = '']) =>
      list === ''
        ? []
        : unguard(list)
            .split(/(?<=(?:^|[^\\])(?:\\\\)*); /)
            .map((item) => item.replaceAll(/\\([\\;])/g, '$1')),
    );
    assert.deepEqual(apart, lists);
  }
});

const hostile = [
  '第一段\n=1+1\n@第三段',
  'a\r\n-b',
  'a\rb',
  '=cmd|x',
  "'=1",
  "''\uff1d1",
  '\uff0b\u5355\u4f4d',
  '"quoted", \uff0cand "more"',
  '\tx',
  ' y ',
  '\ufeffz',
  '0012',
  '-5',
];

let seeded: Seeded;
before(() => {
  const rows = corpusRows(60, 9);
  for (const table of Object.values(rows) as Record<string, unknown>[][]) {
    table.forEach((row, index) => {
      // What is searched for, cited, sorted or referred to stays as it is.
      for (const name of [
        'titleEn',
        'labelEn',
        'nameEn',
        'noteEn',
        'statement',
        'prefix',
        'suffix',
        'waiverEn',
        'explanationEn',
        'dimensionEn',
      ]) {
        if (typeof row[name] === 'string') row[name] = hostile[index % hostile.length];
      }
    });
  }
  seeded = startOverRows(rows);
});
after(() => seeded.close());

const questions = [
  '{ reports { nodes { code title(language: EN) publisher { name(language: EN) } place { name(language: EN) } } } }',
  '{ sections { nodes { title(language: EN) text measures { nodes { title(language: EN) evidence { exact prefix suffix } } } } } }',
  '{ outcomes { nodes { label(language: EN) statement dimension(language: EN) note(language: EN) quantity { value text } change { percent } evidence { exact prefix suffix } } } }',
  '{ checks { nodes { explanation(language: EN) stated computed } } }',
  '{ numerals { nodes { text waiver(language: EN) start } } }',
  '{ outcomes { nodes { label(language: EN) } } }',
  '{ outcomeGroups(groupBy: [UNIT]) { nodes { outcomeCount sum withheld unit { name(language: EN) } } } }',
];

for (const query of questions) {
  test(`over the API a table in CSV is the one in JSON Lines: ${query.slice(0, 60)}`, async () => {
    const at = (format: string) =>
      seeded.fetch(`http://localhost/graphql?format=${format}&query=${encodeURIComponent(query)}`);
    const csv = Buffer.from(await (await at('csv')).arrayBuffer());
    const lines = (await (await at('jsonl')).text()).split('\n').slice(0, -1);
    const rows = lines.map((line) => JSON.parse(line) as TableRow);
    assert.ok(rows.length > 3, lines[0]);
    for (const [reader, read] of Object.entries(readers)) {
      const [header = [], ...records] = read(csv);
      assert.deepEqual(
        records.map((record) => record.map(unguard)),
        rows.map((row) => header.map((name) => textOf(row[name]))),
        reader,
      );
    }
  });
}

type Cut = { header: string | null; logged: object[]; rows: number };

/** What one is told of the lists of a table that are cut. */
async function cutsOf(query: string, rest = ''): Promise<Cut> {
  const logged: object[] = [];
  const log = pino({ level: 'info' }, { write: (line) => logged.push(JSON.parse(line) as object) });
  const snapshots = followSnapshots({ data: seeded.data, log: pino({ level: 'silent' }) });
  const app = createApp({ snapshots, log });
  const address = `http://localhost/graphql?format=jsonl${rest}&query=${encodeURIComponent(query)}`;
  const response = await app.fetch(new Request(address));
  const text = await response.text();
  assert.equal(response.status, 200, text);
  assert.ok(!text.includes('juzhengPage'));
  snapshots.close();
  return {
    header: response.headers.get('juzheng-cut'),
    logged: logged.filter((line) => 'cut' in line),
    rows: text.split('\n').length - 1,
  };
}

test('a list that is cut by its own arguments says so, in a header and in the log', async () => {
  const cut: [query: string, header: string | null][] = [
    ['{ outcomes(first: 3) { nodes { code } } }', 'outcomes'],
    ['{ outcomes(last: 3) { nodes { code } } }', 'outcomes'],
    ['{ all: outcomes(first: 0) { nodes { code } } }', 'all'],
    ['{ outcomes(filter: { codes: [] }, first: 3) { nodes { code } } }', null],
    ['{ units(first: 100) { nodes { code } } }', null],
    ['{ units { nodes { code } } }', null],
    ['{ outcomes { nodes { code } } }', null],
    [
      '{ reports(first: 100) { nodes { code outcomes(first: 1) { nodes { code } } } } }',
      'reports.outcomes',
    ],
    ['{ reports(first: 2) { nodes { code outcomes(first: 100) { nodes { code } } } } }', 'reports'],
    [
      '{ reports { edges { node { outcomes(first: 1) { edges { node { code } } } } } } }',
      'reports.node.outcomes',
    ],
    ['{ outcomeGroups(groupBy: [UNIT], first: 2) { nodes { outcomeCount } } }', 'outcomeGroups'],
    ['{ outcomeGroups(groupBy: [UNIT]) { nodes { outcomeCount } } }', null],
  ];
  for (const [query, header] of cut) {
    const told = await cutsOf(query);
    assert.equal(told.header, header, query);
    assert.equal(told.logged.length, header === null ? 0 : 1, query);
  }
  const whole = await cutsOf('{ outcomes(first: 3) { nodes { code } } }', '&all=1');
  assert.equal(whole.header, null);
});

test('what a later page will show of an inner list is told as a maybe, and in the log for certain', async () => {
  const query = '{ outcomes { nodes { code measures(first: 1) { nodes { code } } } } }';
  const { header, logged } = await cutsOf(query);
  assert.match(header ?? '', /^outcomes\.measures(;maybe)?$/);
  assert.deepEqual(
    logged.map((line) => (line as { cut: string[] }).cut),
    [['outcomes.measures']],
  );
});
