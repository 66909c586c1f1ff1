import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getColumns, sql } from 'drizzle-orm';
import type { Column } from 'drizzle-orm';
import {
  GraphQLString,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { GraphQLField, GraphQLInputObjectType, GraphQLInputType } from 'graphql';
import { pino } from 'pino';
import { unknownCodes } from '../../src/db/codes/known-codes.ts';
import { nearestCodes } from '../../src/db/codes/near-codes.ts';
import { relations } from '../../src/db/relations.ts';
import type { TableName } from '../../src/db/relations.ts';
import { specOf } from '../../src/fields/field-spec.ts';
import { importSeed } from '../../src/importer/import.ts';
import { limits } from '../../src/limits.ts';
import { schema } from '../../src/schema/schema.ts';
import type { Serving } from '../../src/server/serve.ts';
import { followSnapshots } from '../../src/server/snapshots/snapshots.ts';
import { makeCorpus } from '../support/corpus.ts';
import { startSeeded } from '../support/random/seeded.ts';
import { importedSeed, send, serveOnFreePort } from '../support/served.ts';

type Warning = {
  message: string;
  code: string;
  path: string[];
  argument: string;
  unknownCode: string;
  suggestions: string[];
  replacement?: string | null;
};
type Answer = { data: unknown; extensions?: { warnings: Warning[] }; errors?: unknown };

let seed: Awaited<ReturnType<typeof importedSeed>>;
const servings: Serving[] = [];
before(async () => {
  seed = await importedSeed();
  for (const ways of [{}, { front: false }, { compiler: false }])
    servings.push(await serveOnFreePort(seed.data, ways));
});
after(async () => {
  for (const { close } of servings) await close();
  seed.remove();
});

/** The answer to a question, the same by the short way, by Yoga with a statement, and by the executor. */
async function ask(query: string, variables?: object): Promise<Answer> {
  const answers: Answer[] = [];
  for (const { url } of servings) {
    const { body } = await send(url, {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    answers.push(JSON.parse(body.toString()));
  }
  for (const answer of answers) assert.deepEqual(answer, answers[0], query);
  return answers[0]!;
}

const warningsOf = async (query: string, variables?: object) => {
  const { extensions, errors } = await ask(query, variables);
  assert.equal(errors, undefined, query);
  return extensions?.warnings ?? [];
};

const report = 'xinghe-2023';
/** Every argument that takes codes: a code that is nearly right, and the one that is meant. */
const slips: [question: string, argument: string, slip: string, meant: string][] = [
  ['reports(filter: { codes: $c }) { totalCount }', 'filter.codes', 'xinghe-2032', report],
  ['reports(filter: { places: $c }) { totalCount }', 'filter.places', '150942', '150924'],
  [
    'reports(filter: { placesWithin: $c }) { totalCount }',
    'filter.placesWithin',
    '15000',
    '150000',
  ],
  [
    'reports(filter: { publishers: $c }) { totalCount }',
    'filter.publishers',
    'xinghe-goverment',
    'xinghe-government',
  ],
  [
    'reports(filter: { silentOn: $c }) { totalCount }',
    'filter.silentOn',
    'energy-reveiw-time',
    'energy-review-time',
  ],
  [
    'measures(filter: { codes: $c }) { totalCount }',
    'filter.codes',
    'streamline-approvals',
    `${report}/streamline-approvals`,
  ],
  ['measures(filter: { reports: $c }) { totalCount }', 'filter.reports', 'XINGHE-2023', report],
  [
    'measures(filter: { sections: $c }) { totalCount }',
    'filter.sections',
    'xinghe-2023/openning',
    `${report}/opening`,
  ],
  [
    'measures(filter: { frameworkItems: $c }) { totalCount }',
    'filter.frameworkItems',
    'outline-2021-O1',
    'outline-2021-01',
  ],
  [
    'measures(filter: { documents: $c }) { totalCount }',
    'filter.documents',
    'xinghe-2023/work-plan',
    `${report}/work-plan-2023`,
  ],
  ['outcomes(filter: { units: $c }) { totalCount }', 'filter.units', 'workday', '{workday}'],
  [
    'outcomes(filter: { indicators: $c }) { totalCount }',
    'filter.indicators',
    'energy-time',
    'energy-review-time',
  ],
  ['links(filter: { reports: $c }) { totalCount }', 'filter.reports', 'xinghe', report],
  ['numerals(filter: { reports: $c }) { totalCount }', 'filter.reports', 'xnghe-2023', report],
  ['places(filter: { within: $c }) { totalCount }', 'filter.within', '150901', '150900'],
  ['places(filter: { parents: $c }) { totalCount }', 'filter.parents', '1509', '150900'],
  ['units(filter: { codes: $c }) { totalCount }', 'filter.codes', '{persons}', '{person}'],
  ['indicators(filter: { units: $c }) { totalCount }', 'filter.units', '{work_day}', '{workday}'],
  [
    'checks(filter: { report: { codes: $c } }) { totalCount }',
    'filter.report.codes',
    'xinghe-202',
    report,
  ],
  [
    'outcomes(filter: { measures: { outcomes: { reports: $c } } }) { totalCount }',
    'filter.measures.outcomes.reports',
    'xinghe2023',
    report,
  ],
  [
    'search(text: "审批", filter: { reports: $c }) { totalCount }',
    'filter.reports',
    'xinghe-2203',
    report,
  ],
  [
    'search(text: "审批", filter: { placesWithin: $c }) { totalCount }',
    'filter.placesWithin',
    '150000 ',
    '150000',
  ],
  [
    'outcomeGroups(groupBy: [], filter: { reports: $c }) { totalCount }',
    'filter.reports',
    'xinge-2023',
    report,
  ],
];

/** A question that is given its filter, or what stands first in it, as one variable. */
function withFilterAsVariable(question: string, code: string, isInner: boolean): [string, object] {
  const [, name = '', leading = '', filter = ''] =
    /^(\w+)\((.*)filter: (\{.*\})\)/.exec(question) ?? [];
  const given = filter.replaceAll(/(\w+):/g, '"$1":').replace('$c', JSON.stringify([code]));
  const value = JSON.parse(given) as Record<string, unknown>;
  const { args = [] } = schema.getQueryType()?.getFields()[name] ?? {};
  const type = args.find((arg) => arg.name === 'filter')?.type;
  const [[key, inner]] = Object.entries(value) as [[string, unknown]];
  const fields = getNamedType(type) as GraphQLInputObjectType;
  const [of, held, written] = isInner
    ? [fields.getFields()[key]?.type, inner, `{ ${key}: $f }`]
    : [type, value, '$f'];
  return [
    `query ($f: ${String(of)}) { ${name}(${leading}filter: ${written}) { totalCount } }`,
    { f: held },
  ];
}

test('a code that does not exist is told with the nearest ones, in variables and in the query itself', async () => {
  for (const [question, argument, slip, meant] of slips) {
    const literal = JSON.stringify([slip]);
    const queries: [string, object?][] = [
      [`query ($c: [String!]) { ${question} }`, { c: [slip] }],
      [`query ($c: [String!] = ${literal}) { ${question} }`],
      [`{ ${question.replace('$c', literal)} }`],
      [`{ ${question.replace('$c', JSON.stringify(slip))} }`],
      [`query ($c: [String!]) { ${question} }`, { c: [meant, slip, slip, meant] }],
      withFilterAsVariable(question, slip, false),
      withFilterAsVariable(question, slip, true),
    ];
    for (const [query, variables] of queries) {
      const [warning, ...others] = await warningsOf(query, variables);
      assert.deepEqual(others, [], query);
      assert.ok(warning, query);
      const { code, unknownCode, suggestions, message, path } = warning;
      assert.deepEqual([code, warning.argument, unknownCode], ['UNKNOWN_CODE', argument, slip]);
      assert.deepEqual(path, [question.split('(', 1)[0]]);
      assert.equal(suggestions[0], meant, query);
      assert.ok(suggestions.length <= limits.codeSuggestions.value);
      assert.ok(message.includes(JSON.stringify(slip)) && message.includes(JSON.stringify(meant)));
    }
    const right = await ask(`query ($c: [String!]) { ${question} }`, { c: [meant] });
    assert.deepEqual(Object.keys(right), ['data'], question);
  }
});

test('a filter inside other lists, aliases and fragments is looked at where it is asked for', async () => {
  const query = `query ($code: String!, $no: Boolean!, $yes: Boolean!) {
    mine: reports { nodes { ...Parts } }
    measures(first: 1) { nodes { outcomes(filter: { units: [$code] }) { totalCount } } }
    node(id: "Report:xinghe-2023") { ... on Report { outcomes(filter: { codes: [$code] }) { totalCount } } }
    links(filter: { reports: ["left-out"] }) @include(if: $no) { totalCount }
    ... @skip(if: $yes) { checks(filter: { reports: ["left-out"] }) { totalCount } }
  }
  fragment Parts on Report { some: measures(filter: { sections: [$code] }) { totalCount } }`;
  const warnings = await warningsOf(query, { code: 'zzz', no: false, yes: true });
  assert.deepEqual(
    warnings.map(({ path, argument }) => `${path.join('.')} ${argument}`),
    [
      'mine.nodes.some filter.sections',
      'measures.nodes.outcomes filter.units',
      'node.outcomes filter.codes',
    ],
  );
});

/** Lists of text that name nothing that could be unknown: free words, and what was retired. */
const noCodes = new Set([
  'OutcomeFilter.dimensions',
  'OutcomeFilter.populations',
  'OutcomeFilter.periods',
  'RetiredCodeFilter.codes',
]);

/** What can be given where a field asks for more than its filter. */
const otherArguments: Record<string, string> = { groupBy: 'groupBy: []', text: 'text: "审批"' };

const isListOfText = (type: GraphQLInputType) => {
  const list = getNullableType(type);
  return isListType(list) && getNamedType(list) === GraphQLString;
};

/** The lists of text in a field's arguments: each as where it is told to stand, and as it is written. */
const listsOf = (field: GraphQLField<unknown, unknown>) =>
  field.args.flatMap(({ name, type }) => {
    const input = getNamedType(type);
    if (isListOfText(type)) return [{ argument: name, given: `${name}: $c`, key: name }];
    if (!isInputObjectType(input) || name === 'by') return [];
    return Object.values(input.getFields())
      .filter((each) => isListOfText(each.type))
      .map((each) => ({
        argument: `${name}.${each.name}`,
        given: `${name}: { ${each.name}: $c }`,
        key: `${input.name}.${each.name}`,
      }));
  });

test('every list of text in the arguments of the schema warns of what is not there, or names no codes', async () => {
  const looked = new Set<string>();
  const root = schema.getQueryType()!;
  for (const field of Object.values(root.getFields())) {
    for (const { argument, given, key } of listsOf(field)) {
      const others = field.args
        .filter(({ name, type }) => isNonNullType(type) && !argument.startsWith(name))
        .map(({ name }) => otherArguments[name]);
      const inner = isListType(getNullableType(field.type)) ? 'count' : '__typename';
      const query = `query ($c: [String!]) { ${field.name}(${[...others, given].join(', ')}) { ${inner} } }`;
      const warnings = await warningsOf(query, { c: ['zz-nope'] });
      const expected = noCodes.has(key) ? [] : [[argument, 'zz-nope']];
      const told = warnings.map((each) => [each.argument, each.unknownCode]);
      assert.deepEqual(told, expected, `${query}: warn of it, or say above that it is no code`);
      looked.add(key);
    }
  }
  assert.ok(looked.size > 40, `${looked.size} of them`);
  // What stands elsewhere is listed by a filter that was looked at here, and read in the same way.
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === root || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      for (const { key, argument } of listsOf(field)) {
        const at = `${type.name}.${field.name}(${argument})`;
        assert.ok(looked.has(key), `${at} is asked for nowhere at the root`);
        const kind = specOf(field)?.kind ?? '';
        assert.ok(['connection', 'statement'].includes(kind), `${at}: ${kind}`);
      }
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInputObjectType(type)) continue;
    for (const { name, type: value } of Object.values(type.getFields())) {
      const key = `${type.name}.${name}`;
      if (isListOfText(value)) assert.ok(looked.has(key), `${key} is in no filter at the root`);
    }
  }
  for (const key of noCodes) assert.ok(looked.has(key), `${key} is still there`);
});

test('a code in the filter of what a report lacks is looked at', async () => {
  const warnings = await warningsOf(
    '{ reports { nodes { coverage { uncovered(filter: { reports: ["xinghe-2032"], sections: ["zz"] }) { totalCount } } } } }',
  );
  assert.deepEqual(
    warnings.map(({ argument, path }) => [argument, path.join('.')]),
    [
      ['filter.reports', 'reports.nodes.coverage.uncovered'],
      ['filter.sections', 'reports.nodes.coverage.uncovered'],
    ],
  );
});

test('what is no code is not looked at, and an empty or absent list says nothing', async () => {
  for (const query of [
    '{ outcomes(filter: { dimensions: ["zzz"], periods: ["zzz"] }) { totalCount } }',
    '{ outcomes(filter: { reports: [], text: "zzz" }) { totalCount } }',
    '{ outcomes(filter: { reports: null, measures: null }) { totalCount } }',
    '{ outcome(by: { code: "zzz" }) { code } reports(filter: {}) { totalCount } }',
    'query ($c: [String!]) { outcomes(filter: { reports: $c }) { totalCount } }',
  ]) {
    assert.deepEqual(Object.keys(await ask(query)), ['data'], query);
  }
});

test('a code that is given no longer is told with what took its place, by every way of looking up', async () => {
  const cited = 'xinghe-2023/all-advised';
  const successor = 'xinghe-2023/departments-with-adviser';
  for (const [question, argument] of [
    [`{ outcome(by: { code: "${cited}" }) { code } }`, 'by.code'],
    [`{ outcome(by: { id: "Outcome:${cited}" }) { code } }`, 'by.id'],
    [`{ outcome: node(id: "Outcome:${cited}") { id } }`, 'id'],
    [`{ outcome: nodes(ids: ["Report:${report}", "Outcome:${cited}"]) { id } }`, 'ids'],
    [`{ outcome: outcomes(filter: { codes: ["${cited}"] }) { totalCount } }`, 'filter.codes'],
  ] as const) {
    const [warning, ...others] = await warningsOf(question);
    assert.deepEqual(others, [], question);
    assert.ok(warning, question);
    const { message, ...told } = warning;
    assert.deepEqual(told, {
      code: 'RETIRED_CODE',
      path: ['outcome'],
      argument,
      unknownCode: cited,
      suggestions: [successor],
      replacement: `Outcome:${successor}`,
    });
    assert.ok(message.includes(cited) && message.includes(successor), message);
    assert.ok(message.includes('told twice'), message);
  }
  const ofLink = await warningsOf(
    '{ link(by: { code: "xinghe-2023/legal-advisers--all-advised" }) { code } }',
  );
  assert.deepEqual(
    ofLink.map(({ code, argument, replacement }) => [code, argument, replacement]),
    [['RETIRED_CODE', 'by.code', `Outcome:${successor}`]],
  );
  const ofOtherKind = await warningsOf(
    'query ($code: String!) { outcome(by: { code: $code }) { code } }',
    { code: 'xinghe-2023/plans-issued' },
  );
  assert.deepEqual(ofOtherKind[0]?.replacement, 'Measure:xinghe-2023/working-mechanisms');
  assert.deepEqual(ofOtherKind[0]?.suggestions, []);
});

test('a look-up that finds something, or something else of that name, says nothing of retired codes', async () => {
  for (const query of [
    `{ outcome(by: { code: "xinghe-2023/departments-with-adviser" }) { code } }`,
    `{ measure(by: { code: "xinghe-2023/all-advised" }) { code } }`,
    `{ link(by: { code: "xinghe-2023/legal-advisers--departments-with-adviser" }) { code } }`,
    `{ link(by: { code: "all-advised" }) { code } }`,
    `{ outcome(by: { id: "Measure:xinghe-2023/all-advised" }) { code } }`,
    `{ retiredCode(by: { code: "Outcome:xinghe-2023/all-advised" }) { replacement } }`,
    `{ nodes(ids: ["zzz", "Outcome:zzz", "Nothing:xinghe-2023/all-advised"]) { id } }`,
  ]) {
    assert.deepEqual(Object.keys(await ask(query)), ['data'], query);
  }
});

test('one answer tells of five codes, and the work of many is bounded', async () => {
  const codes = Array.from({ length: 3000 }, (_, at) => `xinghe-2023/${at}`);
  const filter = { codes, reports: ['zzz'], units: ['zzz'] };
  const query = 'query ($filter: OutcomeFilter) { outcomes(filter: $filter) { totalCount } }';
  const warnings = await warningsOf(query, { filter });
  assert.equal(warnings.length, limits.codeWarnings.value);
  for (const { suggestions } of warnings) assert.ok(suggestions.length <= 3);
  const [long] = await warningsOf(query, { filter: { reports: ['x'.repeat(20_000)] } });
  assert.ok(JSON.stringify(long).length < 500);
  assert.deepEqual(long?.suggestions, []);
});

test('a code that stands in several places is told at each, whatever else is told between', async () => {
  const gone = 'xinghe-2023/all-advised';
  const places = (warnings: readonly Warning[]) =>
    warnings.map(
      ({ path, argument, code, unknownCode }) =>
        `${path.join('.')} ${argument} ${code} ${unknownCode}`,
    );
  const twice = `{
    a: outcomes(filter: { codes: ["${gone}", "zzz", "${gone}"] }) { totalCount }
    b: outcome(by: { code: "${gone}" }) { code }
    c: nodes(ids: ["Outcome:${gone}", "Outcome:${gone}"]) { id }
    d: measures(filter: { outcomes: { codes: ["${gone}"], reports: ["zzz"] } }) {
      nodes { outcomes(filter: { codes: ["zzz"] }) { totalCount } }
    }
  }`;
  const told = await warningsOf(twice);
  assert.deepEqual(places(told), [
    `a filter.codes RETIRED_CODE ${gone}`,
    'a filter.codes UNKNOWN_CODE zzz',
    `b by.code RETIRED_CODE ${gone}`,
    `c ids RETIRED_CODE ${gone}`,
    `d filter.outcomes.codes RETIRED_CODE ${gone}`,
    'd filter.outcomes.reports UNKNOWN_CODE zzz',
    'd.nodes.outcomes filter.codes UNKNOWN_CODE zzz',
  ]);
  for (const { message, unknownCode, argument, suggestions, replacement } of told) {
    if (unknownCode !== gone) continue;
    assert.deepEqual(
      { message, suggestions, replacement },
      {
        message: told[0]?.message,
        suggestions: told[0]?.suggestions,
        replacement: told[0]?.replacement,
      },
      argument,
    );
  }
  // A fragment on what may be of two types asks in one place, and many places are cut.
  const many = Array.from(
    { length: 12 },
    (_, n) => `f${n}: outcomes(filter: { codes: ["zzz"], units: ["u${n}"] }) { totalCount }`,
  );
  const cut = await warningsOf(`{ ${many.join(' ')} }`);
  assert.equal(
    cut.filter(({ unknownCode }) => unknownCode === 'zzz').length,
    limits.codePlaces.value,
  );
  assert.equal(new Set(cut.map(({ unknownCode }) => unknownCode)).size, limits.codeWarnings.value);
  const either = `on Node { ... on Report { x: outcomes(filter: { codes: ["zzz"] }) { totalCount } } ... on Section { x: outcomes(filter: { codes: ["zzz"] }) { totalCount } } }`;
  const once = await warningsOf(`{ nodes(ids: ["Report:${report}"]) { ... ${either} } }`);
  assert.deepEqual(places(once), ['nodes.x filter.codes UNKNOWN_CODE zzz']);
});

test('an answer with a warning may be kept and asked for again as any other', async () => {
  const query = encodeURIComponent(
    '{ outcomes(filter: { reports: ["xinghe-2022"] }) { totalCount } }',
  );
  for (const { url } of servings) {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const path = `/graphql?query=${query}`;
      const first = await send(url, { path, headers: { accept } });
      assert.match(first.headers['cache-control'] ?? '', /^public/);
      assert.equal(Number(first.headers['content-length']), first.body.length);
      assert.equal(JSON.parse(first.body.toString()).extensions.warnings.length, 1);
      const known = { accept, 'if-none-match': first.headers.etag };
      assert.equal((await send(url, { path, headers: known })).status, 304);
      const head = await send(url, { method: 'HEAD', path, headers: { accept } });
      assert.equal(head.headers['content-length'], first.headers['content-length']);
    }
    const table = await send(url, {
      path: `/graphql?format=csv&query=${encodeURIComponent('{ outcomes(filter: { reports: ["xinghe-2022"] }) { nodes { code } } }')}`,
    });
    assert.equal(table.status, 200);
  }
});

test('codes that were found once take no statement any more', async (t) => {
  let looked = 0;
  const seeded = await startSeeded({ told: () => {} });
  t.after(() => seeded.close());
  const snapshots = followSnapshots({
    data: seeded.data,
    log: pino({ level: 'silent' }),
    onStatement: () => (looked += 1),
  });
  t.after(() => snapshots.close());
  const { createApp } = await import('../../src/server/app.ts');
  const app = createApp({ snapshots, log: pino({ level: 'silent' }) });
  const query = `{ outcomes(filter: { reports: ["${report}"], units: ["{workday}"] }) { totalCount } }`;
  const times: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const begun = looked;
    const response = await app.fetch(
      new Request(`http://localhost/graphql?query=${encodeURIComponent(query)}`),
      {},
    );
    await response.text();
    times.push(looked - begun);
  }
  assert.deepEqual(times.slice(1), [1, 1], 'only the statement that answers');
});

test('a code that is there is known in every table, whatever its columns are called', async (t) => {
  const snapshots = followSnapshots({ data: seed.data, log: pino({ level: 'silent' }) });
  t.after(() => snapshots.close());
  const store = snapshots.current();
  const { db } = store;
  let tables = 0;
  for (const [name, { table }] of Object.entries(relations)) {
    const code: Column | undefined = (getColumns(table) as Record<string, Column>)['code'];
    if (!code) continue;
    const rows = db.all<{ code: string }>(sql`select ${code} as code from ${table} limit 300`);
    const codes = [...rows.map((row) => row.code), 'no-such-code'];
    const missing = await unknownCodes(store, name as TableName, { codes, most: codes.length });
    assert.deepEqual(missing, ['no-such-code'], name);
    tables += rows.length > 0 ? 1 : 0;
  }
  assert.ok(tables > 15, `${tables}`);
});

test('in a table too large to look through, a code is looked for nearby and under its report', async (t) => {
  const corpus = makeCorpus(30);
  t.after(corpus.remove);
  await importSeed({ seed: corpus.seed, data: corpus.data });
  const snapshots = followSnapshots({ data: corpus.data, log: pino({ level: 'silent' }) });
  t.after(() => snapshots.close());
  const store = snapshots.current();
  const outcomes = await store.db.query.outcomes.findMany({ columns: { code: true }, limit: 2000 });
  const near = (code: string, small?: number) =>
    nearestCodes(store, 'outcomes', { code, most: 3, ...(small !== undefined && { small }) });
  let tried = 0;
  for (let at = 0; at < outcomes.length; at += 97) {
    const { code } = outcomes[at]!;
    const slash = code.indexOf('/');
    for (const slip of [
      code.slice(0, -1),
      `${code.slice(0, slash + 1)}x${code.slice(slash + 1)}`,
      code.slice(1),
      `x${code}`,
    ]) {
      if (outcomes.some((each) => each.code === slip)) continue;
      tried += 1;
      const found = await near(slip, 10);
      assert.ok(found.includes(code), `${slip} is meant as ${code}: ${found.join()}`);
    }
  }
  assert.ok(tried > 20, `${tried}`);
});
