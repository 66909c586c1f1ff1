import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { printSchemaText } from '../../src/schema/print.ts';
import { schema } from '../../src/schema/schema.ts';

/** Words with a letter or a digit in them; a run of Chinese is one. */
const wordsIn = (text: string) => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

test('every type, field, argument, input field and enum value is described in four words or more', () => {
  const bare: string[] = [];
  const check = (name: string, { description }: { description?: string | null | undefined }) => {
    if (wordsIn(description ?? '').length < 4) bare.push(`${name}: ${description}`);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    check(type.name, type);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        for (const argument of field.args) {
          check(`${type.name}.${field.name}(${argument.name}:)`, argument);
        }
      }
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        check(`${type.name}.${field.name}`, field);
    }
    if (isEnumType(type)) {
      for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    }
  }
  assert.deepEqual(bare, [], 'describe each in its type’s file in src/schema');
});

test('the committed schema is the one that is served', () => {
  const committed = new URL('../../src/schema/schema.graphql', import.meta.url);
  assert.equal(
    printSchemaText(),
    readFileSync(committed, 'utf8'),
    'run `npm run schema` and commit what it writes',
  );
});

test('the API offers no way to write', () => {
  assert.equal(schema.getMutationType(), undefined);
  assert.equal(schema.getSubscriptionType(), undefined);
});
