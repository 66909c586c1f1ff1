import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { findClauses, saysWhatWasDone } from '../../src/text/clause.ts';
import { verbsOfDoing } from '../../src/text/verbs-of-doing.ts';

const texts = (text: string) => findClauses(text).map((clause) => clause.text);

test('clauses end at commas, semicolons, full stops and line ends, in either width', () => {
  assert.deepEqual(
    texts('一,二\uff0c三;四\uff1b五。六!七\uff01八?九\n十'),
    Array.from('一二三四五六七八九十'),
  );
  assert.deepEqual(texts('其中取消1项、下放3项'), ['其中取消1项、下放3项'], 'not at 、');
  assert.deepEqual(texts(',,。\n'), []);
});

test('quotations, titles and brackets are never cut, nested ones neither', () => {
  const whole = '印发《关于,〈程序,二〉的意见》“甲,乙”(丙,丁)';
  assert.deepEqual(texts(`${whole},戊`), [whole, '戊']);
  assert.deepEqual(texts('他说“甲,乙。\n丙”'), ['他说“甲', '乙', '丙”'], 'one that stays open');
});

test('each clause stands where it says, and together they leave only marks and spaces out', () => {
  const piece = fc.constantFrom(
    '审批',
    '𠮷',
    ',',
    '\uff0c',
    '。',
    ' ',
    '\n',
    '“',
    '”',
    '《',
    '》',
    '(',
    ')',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const points = Array.from(pieces.join(''));
      const clauses = findClauses(pieces.join(''));
      const rest = [...points];
      for (const { text, start, end } of clauses) {
        assert.equal(points.slice(start, end).join(''), text);
        assert.ok(text.trim() === text && text !== '');
        rest.fill('', start, end);
      }
      assert.match(rest.join(''), /^[,\uff0c。\s]*$/u);
      clauses.forEach(({ start }, index) => {
        assert.ok(start > (clauses[index - 1]?.end ?? -1));
      });
    }),
  );
});

test('the verbs of doing are those of the codebook, in its order', () => {
  const codebook = readFileSync('seed/CODEBOOK.md', 'utf8');
  const [, list = ''] = /^> (.+)$/mu.exec(codebook) ?? [];
  assert.deepEqual(list.split(' '), [...verbsOfDoing]);
  assert.equal(new Set(verbsOfDoing).size, verbsOfDoing.length);
  assert.ok(saysWhatWasDone('印发《意见》'));
  assert.ok(!saysWhatWasDone('近日'));
});
