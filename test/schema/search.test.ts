import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { countCodePoints, sliceCodePoints } from '../../src/text/code-points.ts';
import { readSeedText } from '../support/copied.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

const hits = async (text: string, rest = '') => {
  const { body } = await seeded.ask(
    `query ($text: String!) { search(text: $text, first: 100 ${rest}) {
      totalCount
      nodes { type node { ... on Node { id } } snippets { source text start highlights { start end } } }
    } }`,
    { text },
  );
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  return body.data.search;
};

type Section = { code: string; text: string };

async function sectionsOfSeed(): Promise<Section[]> {
  const { body } = await seeded.ask('{ sections { nodes { code text } } }');
  return body.data.sections.nodes;
}

/** Whether a stretch ends within a figure: there it is not found. */
const cutsFigure = (characters: readonly string[], ...ends: number[]) =>
  ends.some(
    (end) =>
      /\d[.,．，]?$/.test(characters.slice(0, end).join('')) &&
      /^[.,．，]?\d/.test(characters.slice(end).join('')),
  );

test('every stretch of one to four characters of a sentence is found in its section', async () => {
  // Stretches that differ only in white space are one search.
  const wanted = new Map<string, Set<string>>();
  for (const { code, text } of await sectionsOfSeed()) {
    const id = `Section:${code}`;
    for (const sentence of text.split(/(?<=[。；！？\n])/u)) {
      const characters = Array.from(sentence);
      for (let size = 1; size <= 4; size += 1) {
        for (let start = 0; start + size <= characters.length; start += 1) {
          const stretch = characters.slice(start, start + size).join('');
          if (stretch.trim() === '' || cutsFigure(characters, start, start + size)) continue;
          wanted.set(stretch, (wanted.get(stretch) ?? new Set()).add(id));
        }
      }
    }
  }
  assert.ok(wanted.size > 5000, `${wanted.size} stretches`);
  // Twenty searches a request, through the front door.
  const stretches = [...wanted.keys()];
  for (let at = 0; at < stretches.length; at += 20) {
    const some = stretches.slice(at, at + 20);
    const query = some.map(
      (_, n) =>
        `s${n}: search(text: $t${n}, filter: { types: [SECTION] }, first: 100) { nodes { node { ... on Section { id } } } }`,
    );
    const { body } = await seeded.ask(
      `query (${some.map((_, n) => `$t${n}: String!`).join(', ')}) { ${query.join(' ')} }`,
      Object.fromEntries(some.map((text, n) => [`t${n}`, text])),
    );
    assert.equal(body.errors, undefined, JSON.stringify(body.errors));
    some.forEach((text, n) => {
      const { nodes } = body.data[`s${n}`];
      const found = new Set(nodes.map(({ node }: { node: { id: string } }) => node.id));
      for (const id of wanted.get(text) ?? []) assert.ok(found.has(id), `${text} in ${id}`);
    });
  }
});

test('a word is found in exactly the sections whose text or title holds it', async () => {
  const { body } = await seeded.ask(
    '{ sections { nodes { id text title en: title(language: EN) } } }',
  );
  const fold = (text: string) =>
    text.normalize('NFKC').replace(/\s/gu, '').replace(/[“”]/gu, '"').toLowerCase();
  // A figure stands there as a whole or not at all.
  const isThere = (word: string, text: string) =>
    new RegExp(
      `${/^\d/.test(word) ? String.raw`(?<![\d.])` : ''}${word}${/\d$/.test(word) ? String.raw`(?!\.?\d)` : ''}`,
    ).test(text);
  const words = [
    '行政复议',
    '审批',
    '县',
    '法',
    '20个工作日',
    '2023',
    '一',
    '兴和县人民',
    '20',
    '"三减"',
    'law',
    'OFFICIAL',
  ];
  for (const word of words) {
    const holding = body.data.sections.nodes
      .filter((row: { text: string; title: string; en: string }) =>
        [row.text, row.title, row.en].some((text) => isThere(fold(word), fold(text))),
      )
      .map((row: { id: string }) => row.id);
    const found = await hits(word, ', filter: { types: [SECTION] }');
    const ids = found.nodes.map(({ node }: { node: { id: string } }) => node.id);
    assert.deepEqual(ids.toSorted(), holding.toSorted(), word);
    assert.equal(found.totalCount, holding.length, word);
  }
});

test('highlights stand where the words stand, and in the report where it says', async () => {
  const text = readSeedText();
  for (const word of ['审批', '复议', '7件', '工作日 20']) {
    const { nodes } = await hits(word);
    assert.ok(nodes.length > 0, word);
    for (const { snippets } of nodes) {
      assert.ok(snippets.length > 0, word);
      for (const { source, text: stretch, start, highlights } of snippets) {
        assert.ok(highlights.length > 0);
        for (const span of highlights) {
          const lit = sliceCodePoints(stretch, span.start, span.end);
          assert.ok(
            word.split(' ').some((part) => lit.replace(/\s/gu, '').includes(part)),
            lit,
          );
        }
        if (source === 'TEXT') {
          assert.equal(sliceCodePoints(text, start, start + countCodePoints(stretch)), stretch);
        } else assert.equal(start, null);
      }
    }
  }
});

test('titles that hold all the words come first, and the shorter the earlier', async () => {
  const { nodes, totalCount } = await hits('复议');
  assert.equal(totalCount, nodes.length);
  const inTitle = nodes.map(({ snippets }: { snippets: { source: string }[] }) =>
    snippets.some(({ source }) => source.startsWith('TITLE')),
  );
  const last = inTitle.lastIndexOf(true);
  assert.ok(last > 0 && last < nodes.length - 1);
  assert.ok(inTitle.slice(0, last).every(Boolean));
});

test('paging forward and back visits each hit once', async () => {
  const all = (await hits('县')).nodes.map(({ node }: { node: { id: string } }) => node.id);
  for (const [take, edge, cursor, more] of [
    ['first', 'after', 'endCursor', 'hasNextPage'],
    ['last', 'before', 'startCursor', 'hasPreviousPage'],
  ] as const) {
    let visited: string[] = [];
    for (let at: string | null = null; ;) {
      const { body } = await seeded.ask(
        `query ($at: String) { search(text: "县", ${take}: 4, ${edge}: $at) { pageInfo { ${cursor} ${more} } nodes { node { ... on Node { id } } } } }`,
        { at },
      );
      const { pageInfo, nodes } = body.data.search;
      const ids = nodes.map(({ node }: { node: { id: string } }) => node.id);
      visited = take === 'first' ? [...visited, ...ids] : [...ids, ...visited];
      at = pageInfo[cursor];
      if (!pageInfo[more]) break;
    }
    assert.deepEqual(visited, all, take);
  }
});

test('a page between two cursors is one statement, whatever is asked of it', async () => {
  const { search } = await seeded.dataOf('{ search(text: "法") { edges { cursor } } }');
  const [first, , , last] = search.edges as { cursor: string }[];
  const named = (types: string, fields: string) =>
    types
      .split(' ')
      .map((type) => `... on ${type} { ${fields} }`)
      .join(' ');
  const node = [
    '__typename',
    named('Section Measure Outcome', 'code report { code place { name parent { name } } }'),
    named('Measure', 'outcomes { totalCount nodes { code unit: quantity { unit { code } } } }'),
    named(
      'Outcome',
      'measures { totalCount nodes { code } } indicator { code } change { percent }',
    ),
    named('Indicator', 'code outcomes(first: 2) { nodes { code } }'),
  ].join(' ');
  const parts = [
    'totalCount',
    'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }',
    'nodes { type snippets { source text start highlights { start end } } }',
    `edges { cursor node { type node { ${node} } } }`,
    'facets { types { value count } reports { value count } years { value count } parts { value count } }',
  ];
  const windows = [
    { first: 2, after: first!.cursor },
    { first: 2, after: first!.cursor, before: last!.cursor },
    { last: 2, before: last!.cursor },
    { last: 2, after: first!.cursor, before: last!.cursor },
  ];
  for (const window of windows) {
    for (const asked of [...parts, parts.slice(0, 2).join(' '), parts.join(' ')]) {
      const query = `query ($first: Int, $last: Int, $after: String, $before: String) {
        search(text: "法", first: $first, last: $last, after: $after, before: $before) { ${asked} } }`;
      const { body, statements } = await seeded.ask(query, window);
      assert.equal(body.errors, undefined, JSON.stringify(body.errors));
      assert.equal(statements, 1, `${asked} ${JSON.stringify(window)}`);
    }
  }
});

test('full width, half width, case and stray spaces make no difference', async () => {
  const count = async (text: string) => (await hits(text)).totalCount;
  assert.ok((await count('2021—2025年')) > 0);
  assert.equal(await count('\uff12\uff10\uff12\uff11—2025年'), await count('2021—2025年'));
  assert.equal(await count('ENERGY'), await count('energy'));
  assert.equal(await count('\u3000审批\u3000'), await count('审批'));
});

test('nothing typed is ever a syntax error', async () => {
  const operators = [
    'AND',
    'OR',
    'NOT',
    'NEAR(',
    ')',
    '"',
    "'",
    '*',
    '^',
    ':',
    '{',
    '}',
    '-',
    '+',
    '%',
    '\\',
    '\0',
    'title :',
    "O'Brien",
    'AT&T',
    '100%',
    '审批',
    '𠮷',
    '\u202e',
    '\ud800',
  ];
  const typed = fc
    .array(fc.oneof(fc.constantFrom(...operators), fc.string({ unit: 'binary' })), { maxLength: 6 })
    .map((parts) => Array.from(parts.join(' ')).slice(0, 200).join(''));
  for (const text of fc.sample(typed, { numRuns: 1000, seed: 4 })) {
    const { body } = await seeded.ask(
      'query ($t: String!) { search(text: $t) { totalCount } outcomes(filter: { text: $t }) { totalCount } }',
      { t: text },
    );
    assert.equal(body.errors, undefined, JSON.stringify([text, body.errors]));
  }
});

test('a search too long is refused with the limit', async () => {
  const { body } = await seeded.ask('query ($t: String!) { search(text: $t) { totalCount } }', {
    t: '县'.repeat(201),
  });
  assert.equal(body.errors[0].extensions.code, 'BAD_USER_INPUT');
  assert.match(body.errors[0].message, /201 characters long; at most 200 \(searchCharacters\)/);
});

test('a search can be limited to types, reports, places and years', async () => {
  const count = async (rest: string) => (await hits('审批', `, filter: { ${rest} }`)).totalCount;
  const all = (await hits('审批')).totalCount;
  assert.equal(await count('reports: ["xinghe-2023"]'), all - 1, 'all but the indicator');
  assert.equal(await count('placesWithin: ["150000"]'), all - 1);
  assert.equal(await count('years: [2023]'), all - 1);
  assert.equal(await count('years: [2022]'), 0);
  assert.equal(await count('types: [INDICATOR]'), 1);
  assert.equal(await count('types: []'), 0);
});

test('a search can be limited to a part of the statutory report, which is that of the section it stands in', async () => {
  const found = async (rest: string) => {
    const { body } = await seeded.ask(
      `{ search(text: "法治", first: 100${rest}) { totalCount facets { parts { value count } } nodes { node {
        __typename ... on Section { code start end } ... on Measure { evidence { start } } ... on Outcome { evidence { start } }
        ... on Target { evidence { start } } ... on Problem { evidence { start } } ... on Document { evidence { start } }
      } } } }`,
    );
    assert.equal(body.errors, undefined, JSON.stringify(body.errors));
    return body.data.search;
  };
  const { body } = await seeded.ask(
    '{ report(by: { code: "xinghe-2023" }) { sections { start end parent { code } } coverage { requiredParts { part evidence { start } } } } }',
  );
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  const { sections, coverage } = body.data.report;
  type Part = { part: string; evidence: { start: number } | null };
  const present = (coverage.requiredParts as Part[]).filter(({ evidence }) => evidence);
  assert.ok(present.length >= 2);
  const { facets } = await found('');
  let all = 0;
  for (const { part, evidence } of present) {
    const at = evidence!.start;
    const holds = (each: { start: number; end: number }) => each.start <= at && at < each.end;
    const top = sections.find((each: never) => holds(each) && each['parent'] === null);
    const { totalCount, nodes } = await found(`, filter: { parts: [${part}] }`);
    for (const { node } of nodes) {
      const start = node.start ?? node.evidence.start;
      assert.ok(start >= top.start && start < top.end, `${part}: ${JSON.stringify(node)}`);
    }
    const counted = facets.parts.find(({ value }: { value: string }) => value === part);
    assert.equal(counted?.count ?? 0, totalCount, part);
    all += totalCount;
  }
  assert.ok(all > 0);
  assert.equal((await found('')).totalCount >= all, true);
  assert.equal((await found(', filter: { parts: [] }')).totalCount, 0);
});

test('a code that no report has limits a search to nothing, whatever stands in it', async () => {
  for (const code of [
    'xinghe-2023 year:2023',
    'xinghe-2023\u3000year:2023',
    'xinghe-2023"',
    'xinghe-2023" OR scope : "report:xinghe-2023',
    'xinghe-2023\0',
    '*',
    '',
  ]) {
    const found = await hits('审批', `, filter: { reports: [${JSON.stringify(code)}] }`);
    assert.deepEqual(found, { totalCount: 0, nodes: [] }, JSON.stringify(code));
  }
});

test('the facets of a search count its hits, each as if the filter did not name it', async () => {
  type Value = { value: string; label: string; count: number };
  const facetsUnder = async (filter: object) => {
    const { body } = await seeded.ask(
      `query ($filter: SearchFilter) { search(text: "审批", filter: $filter) {
        totalCount
        facets { types { value label count } reports { value label count } years { value count } }
      } }`,
      { filter },
    );
    assert.equal(body.errors, undefined, JSON.stringify(body.errors));
    return body.data.search as { totalCount: number; facets: Record<string, Value[]> };
  };
  const { totalCount, facets } = await facetsUnder({});
  const { nodes } = await hits('审批');
  const counts = Map.groupBy(nodes as { type: string }[], ({ type }) => type);
  assert.deepEqual(
    Object.fromEntries(facets['types']!.map(({ value, count }) => [value, count])),
    Object.fromEntries([...counts].map(([type, list]) => [type, list.length])),
  );
  const [report] = facets['reports']!;
  assert.deepEqual([report?.value, report?.count], ['xinghe-2023', totalCount - 1]);
  assert.match(report!.label, /兴和县/);
  assert.deepEqual(facets['years'], [{ value: '2023', count: totalCount - 1 }]);

  const indicators = await facetsUnder({ types: ['INDICATOR'] });
  assert.equal(indicators.totalCount, 1);
  assert.deepEqual(indicators.facets['types'], facets['types']);
  assert.deepEqual(indicators.facets['reports'], []);
  const elsewhere = await facetsUnder({ years: [2022], reports: ['xinghe-2023'] });
  assert.equal(elsewhere.totalCount, 0);
  assert.deepEqual(elsewhere.facets['years'], facets['years']);
  assert.deepEqual(elsewhere.facets['types'], []);
});
