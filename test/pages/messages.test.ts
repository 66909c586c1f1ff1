import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { english } from '../../src/pages/language/messages-en.ts';
import { chinese } from '../../src/pages/language/messages-zh.ts';
import { fill } from '../../src/pages/language/messages.ts';

const folder = 'src/pages';

test('every word is said on some page, with the same blanks in both languages', () => {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const blanks = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).toSorted();
  for (const [name, words] of Object.entries(chinese)) {
    assert.match(sources, new RegExp(`(?:words|chinese)\\.${name}\\b`), name);
    assert.deepEqual(blanks(words), blanks(english[name as keyof typeof english]), name);
  }
});

test('blanks are filled in, and a name that only looks like one stays', () => {
  assert.equal(fill('{a} of {b}', { a: '{b}', b: 2 }), '{b} of 2');
  assert.equal(fill('{c}', {}), '{c}');
});
