import { getIntrospectionQuery } from 'graphql';
import { asking } from '../case.ts';
import type { Case } from '../case.ts';

const family = 'documents';

const times = (count: number, piece: (index: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, index) => piece(index)).join(between);

const sizes = [1, 2, 5, 10, 15, 16, 17, 19, 20, 21, 29, 30, 31, 49, 50, 51, 100, 500, 1490, 5000];

/** Shapes of a document by how much of it there is. */
const shapes: Record<string, (size: number) => string> = {
  deep: (n) => `{ place(by: { code: "150924" }) ${'{ parent '.repeat(n)}{ code }${'}'.repeat(n)} }`,
  'deep in inline fragments': (n) => `{ ${'... { '.repeat(n)}__typename${' }'.repeat(n)} }`,
  'deep in lists of values': (n) =>
    `{ nodes(ids: ${'['.repeat(n)}"x"${']'.repeat(n)}) { __typename } }`,
  'deep in objects of values': (n) =>
    `{ measures(filter: ${'{ outcomes: { measures: '.repeat(n)}{}${' } }'.repeat(n)}) { totalCount } }`,
  'deep in types of variables': (n) =>
    `query ($v: ${'['.repeat(n)}Int${']'.repeat(n)}) { __typename }`,
  wide: (n) => `{ ${times(n, () => '__typename')} }`,
  'wide below': (n) => `{ outcomes { nodes { ${times(n, () => 'code')} } } }`,
  aliases: (n) => `{ ${times(n, (i) => `a${i}: __typename`)} }`,
  'aliases of lists': (n) => `{ ${times(n, (i) => `a${i}: outcomes { totalCount }`)} }`,
  'aliases below': (n) => `{ outcomes { ${times(n, (i) => `a${i}: totalCount`)} } }`,
  directives: (n) => `{ __typename ${times(n, () => '@include(if: true)')} }`,
  'unknown directives': (n) => `{ __typename ${times(n, (i) => `@no${i}`)} }`,
  'directives on fields': (n) => `{ ${times(n, () => '__typename @skip(if: false)')} }`,
  'directives of the operation': (n) => `query Q ${times(n, () => '@no')} { __typename }`,
  'a chain of fragments': (n) =>
    `{ ...F0 } ${times(n, (i) => `fragment F${i} on Query { ...F${i + 1} }`)} fragment F${n} on Query { __typename }`,
  'fragments that double': (n) =>
    `{ ...F0 } ${times(n, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${n} on Query { __typename }`,
  'fragments that double below': (n) =>
    `{ reports { nodes { ...F0 } } } ${times(n, (i) => `fragment F${i} on Report { a${i}: sections { report { ...F${i + 1} } } b${i}: sections { report { ...F${i + 1} } } }`)} fragment F${n} on Report { code }`,
  'fragments in a circle': (n) =>
    `{ ...F0 } ${times(n, (i) => `fragment F${i} on Query { ...F${(i + 1) % n} }`)}`,
  'fragments that nobody uses': (n) =>
    `{ __typename } ${times(n, (i) => `fragment F${i} on Query { __typename }`)}`,
  'fragments that conflict': (n) =>
    `{ outcomes { nodes { ${times(n, (i) => `...F${i}`)} } } } ${times(n, (i) => `fragment F${i} on Outcome { code: id }`)}`,
  'fields that conflict': (n) =>
    `{ outcomes { ${times(n, () => 'a: totalCount a: __typename')} } }`,
  variables: (n) => `query (${times(n, (i) => `$v${i}: Int`)}) { __typename }`,
  'variables of one name': (n) => `query (${times(n, () => '$v: Int')}) { __typename }`,
  arguments: (n) => `{ outcomes(${times(n, (i) => `zzz${i}: 1`)}) { totalCount } }`,
  'arguments of one name': (n) => `{ outcomes(${times(n, () => 'first: 1')}) { totalCount } }`,
  operations: (n) => times(n, (i) => `query Q${i} { __typename }`),
  'operations of one name': (n) => times(n, () => 'query Q { __typename }'),
  'anonymous operations': (n) => times(n, () => '{ __typename }'),
  'a long name': (n) => `{ ${'a'.repeat(n * 10)} }`,
  'a long text': (n) => `{ search(text: "${'审'.repeat(n * 6)}") { totalCount } }`,
  'a long block text': (n) => `{ search(text: """${'审批\n'.repeat(n)}""") { totalCount } }`,
  'a long number': (n) => `{ outcomes(first: ${'9'.repeat(n)}) { totalCount } }`,
  'a long fraction': (n) =>
    `{ outcomes(filter: { value: { from: 0.${'1'.repeat(n)} } }) { totalCount } }`,
  comments: (n) => `${'# \u202e审 \\ " {\n'.repeat(n)}{ __typename }`,
  commas: (n) => `{${','.repeat(n * 6)}__typename}`,
  'introspection below itself': (n) =>
    `{ __schema { types { fields { type ${'{ ofType '.repeat(n)}{ name }${'}'.repeat(n)} } } } }`,
  'introspection many times': (n) =>
    `{ ${times(n, (i) => `s${i}: __schema { types { fields { args { type { name } } } } }`)} }`,
  'pages in each other': (n) =>
    `{ ${'reports(first: 100) { nodes { measures(first: 100) { nodes { outcomes(first: 100) { nodes { '.repeat(1)}${times(Math.min(n, 60), (i) => `code${i}: code`)} } } } } } } }`,
};

/** Documents that are wrong in one way of their own. */
const oddities: readonly string[] = [
  '',
  ' ',
  '{',
  '}',
  '{}',
  '{ }',
  '{{}}',
  '()',
  '{ __typename',
  '{ __typename }}',
  '...',
  '@',
  '$',
  '!',
  '"',
  '"""',
  '\ufeff{ __typename }',
  '{ __typename }\0',
  '\0',
  '{ \ud800 }',
  '{ 审批 }',
  '{ __typename # \ud800\n}',
  '{ "__typename" }',
  'query',
  'query {',
  'query Q',
  'query ($v) { __typename }',
  'query ($v: Int = ) { __typename }',
  'query ($v: Nope) { __typename }',
  'query ($v: Int!) { __typename }',
  'query ($v: OutcomeFilter = {zzz: 1}) { outcomes(filter: $v) { totalCount } }',
  'query ($v: Report) { __typename }',
  '{ outcomes(first: $v) { totalCount } }',
  'query ($__proto__: Int) { __typename }',
  'mutation { __typename }',
  'mutation { createReport { id } }',
  'mutation M { deleteReport(id: "x") { id } }',
  'subscription { __typename }',
  'subscription { reports { totalCount } }',
  'subscription S { a b }',
  'query Q { __typename } mutation M { __typename }',
  'fragment F on Query { __typename }',
  'type A { a: Int }',
  'schema { query: A }',
  'extend type Query { zzz: Int } { zzz }',
  'directive @zzz on FIELD { __typename @zzz }',
  '{ ...F }',
  '{ ...F } fragment F on Nope { a }',
  '{ ...F } fragment F on Outcome { code }',
  '{ ... on Nope { a } }',
  '{ ... on OutcomeLevel { a } }',
  '{ nope }',
  '{ __nope }',
  '{ reports }',
  '{ reports { nope } }',
  '{ meta { dataVersion { x } } }',
  '{ __typename(a: 1) }',
  '{ __type(name: "Nope") { name } }',
  '{ __type { name } }',
  '{ __type(name: 7) { name } }',
  '{ reports @include { totalCount } }',
  '{ reports @include(if: "true") { totalCount } }',
  '{ reports @skip(if: null) { totalCount } }',
  '{ reports @defer { totalCount } }',
  '{ ... @defer { reports { totalCount } } }',
  '{ reports { nodes @stream(initialCount: 0) { code } } }',
  '{ reports @deprecated { totalCount } }',
  '{ __proto__ }',
  '{ constructor }',
  '{ toString }',
  '{ hasOwnProperty: __typename }',
  '{ __proto__: __typename }',
  '{ constructor: meta { __proto__: dataVersion } }',
  '{ node(id: "Report:xinghe-2023") { ... on Nope { id } } }',
  '{ outcomes(first: 1e400) { totalCount } }',
  '{ outcomes(first: 1.0) { totalCount } }',
  '{ outcomes(first: 00) { totalCount } }',
  '{ outcomes(first: 0x1F) { totalCount } }',
  '{ outcomes(first: NaN) { totalCount } }',
  '{ outcomes(filter: { value: { from: 1e400 } }) { totalCount } }',
  '{ outcomes(filter: { value: { from: NaN } }) { totalCount } }',
  '{ search(text: "\\u{110000}") { totalCount } }',
  '{ search(text: "\\ud800") { totalCount } }',
  '{ search(text: "\\x41") { totalCount } }',
  '{ search(text: "a\nb") { totalCount } }',
  '{ search(text: """\\""""") { totalCount } }',
  '{ search(text: "\\u0000") { totalCount } }',
];

const two = 'query A { __typename } query B { reports { totalCount } }';
const operationNames: readonly unknown[] = [
  'A',
  'B',
  'C',
  '',
  ' ',
  'a',
  '__proto__',
  'constructor',
  'A\0',
  '审',
  'x'.repeat(10_000),
  null,
  0,
  7,
  true,
  [],
  ['A'],
  {},
  { A: 1 },
];

/** Documents of every shape and size, and with every name of an operation. */
export function documents(): Case[] {
  const shaped = Object.entries(shapes).flatMap(([name, shape]) =>
    sizes.map((size) => asking(family, `${name}, ${size}`, { query: shape(size) })),
  );
  const odd = oddities.map((query) => asking(family, query, { query }));
  const named = [two, '{ __typename }', 'query A { nope }'].flatMap((query) =>
    operationNames.map((operationName) =>
      asking(family, `the operation ${JSON.stringify(operationName)}`, { query, operationName }),
    ),
  );
  const introspection = [true, false].map((descriptions) =>
    asking(
      family,
      'introspection',
      { query: getIntrospectionQuery({ descriptions }) },
      { statuses: [200] },
    ),
  );
  return [...shaped, ...odd, ...named, ...introspection];
}
