import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { TypeInfo, getNamedType, isObjectType, parse, visit, visitWithTypeInfo } from 'graphql';
import { evidenceColumns } from '../../src/db/relations/evidence-columns.ts';
import { layoutOf } from '../../src/db/layout.ts';
import { relations } from '../../src/db/relations.ts';
import type { TableName } from '../../src/db/relations.ts';
import { searchable } from '../../src/db/search/searchable.ts';
import { allListings } from '../../src/fields/listing.ts';
import { emptyRows } from '../../src/importer/rows/rows.ts';
import { readQuery } from '../../src/pages/ask-all.ts';
import type { Queries } from '../../src/pages/queries/query-types.ts';
import { schema } from '../../src/schema/schema.ts';
import { corpusRows } from '../support/corpus-rows.ts';
import { oddRows } from '../support/random/odd-rows.ts';

/*
 * What a new type has to join besides what does not type-check without it. Where one of these fails,
 * its message names the file that lacks something; where it is right that it does, the reason stands here.
 */

/** Tables of a report whose rows have codes and that no search finds. */
const unsearched: Partial<Record<TableName, string>> = {
  honours: 'they are found by the document and the place that they are about',
  links: 'they are found by their measure and their outcome, and go with either',
  checks: 'their words are ours, and their figures are found as outcomes',
  numerals: 'the section that holds them is found, and their codes are offsets',
  uncoveredClauses: 'the section that holds them is found, and their codes are offsets',
  retiredCodes: 'their code is the id that was cited',
  searchEntries: 'they are what a search finds the others by',
  units: 'a report’s own are found by the outcomes whose figures are in them',
  origins: 'what they said is found, and they go with it',
};

/** Fields that give words of the report which the reading page does not mark. */
const unmarked: Readonly<Record<string, string>> = {
  'Measure.evidence': 'it is that of its first act',
  'MeasureOutcomeEdge.evidence': 'it is that of its link',
  'OutcomeMeasureEdge.evidence': 'it is that of its link',
  'OrganizationReportEdge.evidence': 'it is that of the report’s own edge',
  'MeasureProblemEdge.evidence': 'it is that of the problem’s own edge',
  'MeasureContinuedByEdge.evidence': 'it stands in a later report, whose page marks it',
};

const tables = Object.keys(relations) as TableName[];

test('whatever of a report has codes is searched, and says whether they stay reserved', () => {
  const found = new Set<TableName>(Object.values(searchable).map(({ table }) => table));
  const coded = tables.filter((name) => {
    const fields = new Set(layoutOf(name).columns.map(({ field }) => field));
    return fields.has('code') && fields.has('reportId');
  });
  assert.ok(coded.length > 8);
  assert.deepEqual(
    coded.filter((name) => !found.has(name) && !(name in unsearched)),
    [],
    'searchableTypes in src/vocabulary.ts and searchable in src/db/search/searchable.ts: say how each is found and whether its codes stay reserved, or say why not in `unsearched` of this test',
  );
  assert.deepEqual(
    Object.keys(unsearched).filter((name) => found.has(name as TableName) || !(name in relations)),
    [],
    'take out of `unsearched` of this test what is searched, and what is gone',
  );
});

test('every column that leads to words says whether they tell a fact', () => {
  const columns = tables.flatMap((name) =>
    layoutOf(name)
      .references.filter(({ to }) => to === 'evidences')
      .map(({ field }) => `${name}.${field}`),
  );
  const declared = Object.entries(evidenceColumns).flatMap(([name, fields]) =>
    Object.keys(fields).map((field) => `${name}.${field}`),
  );
  assert.deepEqual(
    declared.toSorted(),
    columns.toSorted(),
    'evidenceColumns in src/db/relations/evidence-columns.ts: FACT where the words count as covered, else FRAME',
  );
});

/** The fields that the pages ask for, as `Outcome.evidence`. */
function askedByPages(): Set<string> {
  const folder = 'src/pages/queries';
  const asked = new Set<string>();
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  for (const file of files.filter((name) => name !== 'fragments.graphql')) {
    const types = new TypeInfo(schema);
    const enter = () => {
      asked.add(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`);
    };
    // With the fragments that it names, and no other.
    const { text } = readQuery(file.replace('.graphql', '') as keyof Queries);
    const document = parse(text);
    visit(document, visitWithTypeInfo(types, { Field: { enter } }));
  }
  return asked;
}

test('the reading page marks all words that anything rests on', () => {
  const asked = askedByPages();
  const offered = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name === 'Evidence')
          .map(({ name }) => `${type.name}.${name}`)
      : [],
  );
  assert.ok(offered.length > 8);
  assert.deepEqual(
    offered.filter((field) => !asked.has(field) && !(field in unmarked)),
    [],
    'ask for each in src/pages/queries, mark its words in src/pages/reading/quotes.ts and give it a card, or say why not in `unmarked` of this test',
  );
  assert.deepEqual(
    Object.keys(unmarked).filter((field) => asked.has(field) || !offered.includes(field)),
    [],
    'take out of `unmarked` of this test what is asked for, and what is gone',
  );
});

test('a list of rows holds every table once, each behind those that it refers to', () => {
  const order = Object.keys(emptyRows()) as TableName[];
  const help = 'emptyRows in src/importer/rows/rows.ts: put it behind what it refers to';
  assert.deepEqual(order.toSorted(), tables.toSorted(), help);
  const refers = (name: TableName, to: TableName) =>
    layoutOf(name).references.some((reference) => reference.to === to);
  // Two that refer to each other stand in either order.
  const early = order.flatMap((name, at) =>
    layoutOf(name)
      .references.filter(({ to }) => order.indexOf(to) > at && !refers(to, name))
      .map(({ to }) => `${name} before ${to}`),
  );
  assert.deepEqual(early, [], help);
});

for (const [file, rows] of [
  ['test/support/corpus-rows.ts', corpusRows(40, 1)],
  ['test/support/random/odd-rows.ts', oddRows(40, 1)],
] as const) {
  test(`whatever can be listed has rows in the tests’ own data: ${file}`, () => {
    const empty = allListings().filter(({ table }) => rows[table].length === 0);
    assert.deepEqual(
      empty.map(({ table }) => table),
      [],
      `${file}: make rows of each, or its filters and orders are tried on nothing`,
    );
  });
}
