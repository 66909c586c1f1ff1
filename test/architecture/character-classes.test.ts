import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const source = resolve(import.meta.dirname, '../../src');

/** A class of marks such as `[。；;]`, where a mark in half width stands twice and its full width nowhere. */
const twice = /\[[^\]\n' ]*([;,!?:])[^\]\n' ]*\1[^\]\n' ]*\]/gu;

const classesWithTwice = (text: string) =>
  [...text.matchAll(twice)].map(([words]) => words).filter((words) => words.includes('。'));

test('a mark that stands twice in a class is noticed', () => {
  assert.deepEqual(classesWithTwice('/[^。;;]*/'), ['[^。;;]']);
  assert.deepEqual(classesWithTwice('/[。；;！!]/; [a, b, c]'), []);
});

test('no class of marks names one twice, where its full width was meant', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      classesWithTwice(readFileSync(join(source, file), 'utf8')).map(
        (words) => `${file}: ${words}`,
      ),
    );
  assert.deepEqual(found, [], 'write the full width as well: ；，！？：');
});
