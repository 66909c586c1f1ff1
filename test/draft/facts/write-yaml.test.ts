import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../support/random/properties.ts';
import { Document, isMap, isScalar } from 'yaml';
import { layOut, textOf } from '../../../src/draft/facts/yaml/facts-document.ts';
import { writeYaml } from '../../../src/draft/facts/yaml/write-yaml.ts';

/** What the package writes of facts, laid out as a merge lays them out. */
function byPackage(facts: object): string {
  const document = new Document(facts, { aliasDuplicateObjects: false });
  layOut(document.contents, '');
  assert.ok(isMap(document.contents));
  document.contents.flow = false;
  document.contents.items.forEach(({ key }, nth) => {
    assert.ok(isScalar(key));
    key.commentBefore = ' above';
    key.spaceBefore = nth > 0;
  });
  document.comment = ' behind';
  return textOf(document);
}

function written(facts: object): string {
  const { text, keeps } = writeYaml(facts, () => '# above');
  return `${text}${keeps ? '' : '\n'}\n# behind\n`;
}

const words = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '-',
    '---',
    '...',
    '--- a',
    '...\nb',
    '一\n---\n二',
    'true',
    'Null',
    '~',
    '12',
    '0x1f',
    '.5',
    '1e3',
    '2023-01-15',
    'label-before-verb',
    'a-',
    'o-01-2',
    '150924',
    '县：一',
    '一: 二',
    '一 #二',
    '一:',
    '一 ',
    ' 一',
    '一\n二',
    '一\n\n二\n',
    '一\n\n',
    '\n一',
    '一 \n二',
    '“引”',
    '"引"',
    "it's",
    `"it's"`,
    '[一]',
    '一,二',
    '{一}',
    '👍一',
    '\u3000一',
    '一\u3000二',
    '\u200b',
    '一\u0001',
    '一\t二',
    '\ud800',
    '&a',
    '*a',
    '!a',
    '%a',
    '@a',
    '`a`',
    '|',
    '>',
    '? a',
    'x'.repeat(60),
    '长'.repeat(99),
    '长'.repeat(100),
    `长${'\n长'.repeat(60)}`,
  ),
  fc.string({
    unit: fc.constantFrom(...Array.from('一二三、，。：:#-,[]{}\'"\n \t1aA件%')),
    maxLength: 12,
  }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.integer(),
    fc.boolean(),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('any'), { maxLength: 4 }),
  map: fc.dictionary(
    fc.constantFrom(
      'report',
      'measures',
      'parts',
      'acts',
      'quote',
      'label',
      'zh',
      'exact',
      'prefix',
      'checks',
    ),
    tie('any'),
    { maxKeys: 5 },
  ),
})).map;

test('facts are written to the letter as the package writes them, whatever words they hold', () => {
  fc.assert(
    fc.property(value, (facts) => {
      fc.pre(Object.keys(facts).length > 0);
      assert.equal(written(facts), byPackage(facts));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 2000) },
  );
});
