import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildSchema } from 'graphql';
import { printSchemaText } from '../../src/schema/print.ts';
import { unnoted, unreleasedOf } from '../support/schema-changes.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../src/schema/${name}`, import.meta.url), 'utf8');
const released = read('released.graphql');
const log = read('CHANGES.md');

test('whatever could break a client since the last release stands in the log of changes', () => {
  assert.deepEqual(
    unnoted(buildSchema(released), buildSchema(printSchemaText()), log),
    [],
    'src/schema/CHANGES.md, under "## Unreleased" (begin such a part above the newest release where there is none): name each, in the code span that stands before it here, with what to write instead',
  );
});

/** Changes of each kind, planted in the released schema. */
const planted: [name: string, from: string | RegExp, to: string][] = [
  ['Outcome.level', /(type Outcome [\s\S]*?)\blevel: OutcomeLevel!/, '$1rank: OutcomeLevel!'],
  ['Outcome.parts', 'parts: [Outcome!]!', 'parts: OutcomeConnection!'],
  ['Meta.limits', 'limits: [RequestLimit!]!', 'limits(most: Int!): [RequestLimit!]!'],
  ['Meta.softwareVersion', 'softwareVersion: String!', 'softwareVersion(short: Boolean): String!'],
  ['NumberRange.from', /(input NumberRange [\s\S]*?)from: Float/, '$1from: Float!'],
  ['OutcomeLevel.SCOPE', /(enum OutcomeLevel [\s\S]*?)\bSCOPE\b/, '$1REACH'],
  ['RequestLimit', /\bRequestLimit\b/g, 'Bound'],
  ['SearchResult', 'union SearchResult = Document |', 'union SearchResult ='],
];

for (const [name, from, to] of planted) {
  test(`a change of ${name} has to be told`, () => {
    const changed = released.replace(from, to);
    assert.notEqual(changed, released);
    const schemas = [buildSchema(released), buildSchema(changed)] as const;
    const told = (entry: string) => unnoted(...schemas, `# Log\n\n## Unreleased\n\n${entry}\n`);
    const before = told('- Nothing of note.');
    assert.ok(before.some((description) => description.includes(name.split('.').at(-1)!)));
    assert.ok(told('- `Report.title` is gone.').length === before.length, 'another name is none');
    const all = [
      '- `Meta.limits`, `OutcomeLevel.REACH`, `Document`',
      `- \`${name}\`: write another.`,
    ];
    assert.deepEqual(told(all.join('\n')), []);
    // What an older release tells is not told of this one.
    const older = `## Unreleased\n\n## 2026-01-01\n\n- \`${name}\``;
    assert.deepEqual(unnoted(...schemas, older), before);
  });
}

test('the part of the log that is not released ends where a release begins', () => {
  assert.equal(
    unreleasedOf('# Log\n\n## Unreleased\n\n- a\n\n## 2026-01-01\n\n- b\n').trim(),
    '- a',
  );
  assert.equal(unreleasedOf('# Log\n\n## 2026-01-01\n\n- b\n'), '');
});
