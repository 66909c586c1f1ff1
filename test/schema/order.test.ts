import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEnumType, isObjectType } from 'graphql';
import { schema } from '../../src/schema/schema.ts';

const fieldsOf = (name: string) => {
  const type = schema.getType(name);
  assert.ok(isObjectType(type));
  return Object.keys(type.getFields());
};

const valuesOf = (name: string) => {
  const type = schema.getType(name);
  assert.ok(isEnumType(type));
  return type.getValues().map((value) => value.name);
};

test('introspection keeps the order in which readers meet things', () => {
  const lists = fieldsOf('Query').filter((name) => name.endsWith('s'));
  assert.deepEqual(lists.slice(0, 4), ['reports', 'measures', 'outcomes', 'links']);
  assert.equal(fieldsOf('Query').at(-1), 'meta');
  assert.deepEqual(fieldsOf('Outcome').slice(0, 4), ['id', 'code', 'url', 'label']);
  assert.deepEqual(valuesOf('OutcomeLevel'), ['OUTPUT', 'OUTCOME', 'IMPACT', 'SCOPE']);
  assert.deepEqual(valuesOf('Verdict')[0], 'HOLDS');
});

test('types come in the order in which one meets them, enums and inputs where they are used', () => {
  const objects = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && type.getInterfaces().length > 0)
    .map(({ name }) => name);
  assert.deepEqual(objects.slice(0, 1), ['Report']);
  assert.equal(Object.keys(schema.getTypeMap())[0], 'Query');
});
