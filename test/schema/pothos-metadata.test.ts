import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isObjectType } from 'graphql';
import { exposedColumn, followedRelation, tableNameOf } from '../../src/fields/pothos-metadata.ts';
import { partOf, specOf } from '../../src/fields/field-spec.ts';
import { schema } from '../../src/schema/schema.ts';

/** What the schema's builder leaves behind is its own affair; these notice when it changes. */
function fieldOf(path: string) {
  const [typename, name] = path.split('.');
  const type = schema.getType(typename!);
  const field = isObjectType(type) ? type.getFields()[name!] : undefined;
  return field ?? assert.fail(`no field ${path}`);
}

test('a type tells the table behind it', () => {
  assert.equal(tableNameOf(schema.getType('Measure')!), 'measures');
  assert.equal(tableNameOf(schema.getType('Coverage')!), 'reports');
  assert.equal(tableNameOf(schema.getType('Quantity')!), undefined);
});

test('an exposed field tells its column', () => {
  assert.equal(exposedColumn(fieldOf('Measure.code')), 'code');
  assert.equal(exposedColumn(fieldOf('Coverage.characterCount')), 'clauseCharacters');
  assert.equal(exposedColumn(fieldOf('Measure.title')), undefined);
});

test('a relation tells how its rows are chosen', () => {
  assert.deepEqual(followedRelation(fieldOf('Measure.section')), {
    relation: 'section',
    query: {},
  });
  assert.deepEqual(followedRelation(fieldOf('Outcome.parts')), {
    relation: 'parts',
    query: { orderBy: { id: 'asc' }, limit: 200 },
  });
});

test('a variant tells that it is the row itself', () => {
  assert.equal(followedRelation(fieldOf('Report.coverage'))?.relation, null);
});

test('a field that loads nothing of its own follows nothing', () => {
  assert.equal(followedRelation(fieldOf('Query.meta')), null);
});

test('every field of the vocabulary declares itself', () => {
  const kinds = {
    'Measure.title': 'column',
    'Outcome.quantity': 'object',
    'Query.measure': 'lookup',
    'Query.measures': 'connection',
    'Measure.outcomes': 'connection',
    'FacetValue.label': 'property',
    'Query.search': 'statement',
    'SearchHit.node': 'statementRow',
    'SearchHit.snippets': 'property',
    'Query.outcomeGroups': 'statement',
    'OutcomeGroup.place': 'statementRow',
    'OutcomeGroup.dimension': 'property',
    'Numeral.claimedBy': 'union',
    'Query.meta': 'context',
    'Query.node': 'lookup',
    'Query.nodes': 'lookup',
  };
  const specs = Object.keys(kinds).map((path) => [path, specOf(fieldOf(path))?.kind]);
  assert.deepEqual(Object.fromEntries(specs), kinds);
  const declared = {
    'MeasureConnection.edges': 'edges',
    'MeasureConnection.nodes': 'nodes',
    'MeasureConnection.pageInfo': 'pageInfo',
    'MeasureConnection.totalCount': 'totalCount',
    'MeasureConnection.facets': 'facets',
    'MeasureFacets.years': 'facet',
    'MeasureEdge.node': 'edgeNode',
    'MeasureOutcomeEdge.cursor': 'cursor',
  };
  const found = Object.keys(declared).map((path) => [path, partOf(fieldOf(path))?.part]);
  assert.deepEqual(Object.fromEntries(found), declared);
});
