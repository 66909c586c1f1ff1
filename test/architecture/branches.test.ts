import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const source = resolve(import.meta.dirname, '../../src');

/** `a ? b : b`, as the formatter writes it in one line or in several. */
const sameArms = /(?<!\?)\? ([^?:;{}]+?)\s+: \1(?=[;,)\]}\n])/;

/** `if (…) { a } else { a }`, for bodies without braces of their own. */
const sameBodies = /\{\s*([^{}]+?)\s*\} else \{\s*\1\s*\}/;

const hasSameBranches = (text: string) => sameArms.test(text) || sameBodies.test(text);

test('branches that are the same are noticed', () => {
  const same = [
    'a ? b(c) : b(c);',
    'a\n  ? b(c)\n  : b(c);',
    'if (a) {\n  b();\n} else {\n  b();\n}',
  ];
  const others = [
    'a ? b(c) : b(d);',
    'a ? b : b.c;',
    'a ? b : b && c;',
    '(a ?? 0) : 0)',
    'if (a) {\n  b();\n} else {\n  c();\n}',
  ];
  for (const text of same) assert.ok(hasSameBranches(text), text);
  for (const text of others) assert.ok(!hasSameBranches(text), text);
});

test('no choice has two branches that are the same', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts'));
  assert.ok(sources.length > 300);
  const idle = sources.filter((file) => hasSameBranches(readFileSync(join(source, file), 'utf8')));
  assert.deepEqual(idle, [], 'one of the two is wrong, or there is no choice');
});
