import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { isObjectType } from 'graphql';
import { relations } from '../../src/db/relations.ts';
import { searchable } from '../../src/db/search/searchable.ts';
import { schema } from '../../src/schema/schema.ts';

const compiler = resolve(import.meta.dirname, '../../src/compiler');

/** What is of GraphQL itself and of no domain. */
const ofGraphql = new Set(['Query', 'PageInfo']);

const typenames = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !ofGraphql.has(type.name))
  .map(({ name }) => name);
const domain = [...typenames, ...Object.keys(relations), ...Object.keys(searchable), 'search'];

/** The words of a domain that a source holds outside its comments. */
function wordsIn(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return domain.filter((word) => new RegExp(`\\b${word}\\b`).test(code));
}

test('the compiler names no type, no table and no concept of the domain', () => {
  const files = readdirSync(compiler, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts'));
  assert.ok(sources.length > 10);
  const named = sources.flatMap((file) =>
    wordsIn(readFileSync(join(compiler, file), 'utf8')).map((word) => `${file}: ${word}`),
  );
  assert.deepEqual(
    named,
    [],
    'let src/schema say it as a kind of field (src/fields/kinds): src/compiler/README.md tells how',
  );
});

test('a type, a table or a search in code is noticed, and in a comment is none', () => {
  assert.deepEqual(wordsIn("const table = context.table('outcomes'); // of a Report"), [
    'outcomes',
  ]);
  assert.deepEqual(wordsIn('/* Outcome */ import { search } from "x"; type A = Measure;'), [
    'Measure',
    'search',
  ]);
});
