import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { idiomWords } from '../../src/text/numerals/lists/idiom-words.ts';
import { isNumeralCharacter } from '../../src/text/numerals/numeral-character.ts';
import { findNumerals } from '../../src/text/numerals/numeral-scanner.ts';
import type { Quantity } from '../../src/text/numerals/numeral.ts';
import { writeChinese } from '../support/random/written-numbers.ts';

function only(text: string): Quantity {
  const found = findNumerals(text);
  assert.equal(found.length, 1, `${text}: ${JSON.stringify(found)}`);
  const [numeral] = found;
  assert.ok(numeral?.quantity != null, `${text}: ${numeral?.kind}`);
  return numeral.quantity;
}

const wholes = fc.integer({ min: 1, max: 9_999_999 });

test('whole numbers read back from every way of writing them', () => {
  fc.assert(
    fc.property(wholes, (value) => {
      const wide = String(value).replace(/\d/g, (digit) =>
        String.fromCharCode(0xff10 + Number(digit)),
      );
      const forms = [writeChinese(value), String(value), wide, value.toLocaleString('en-US')];
      for (const form of forms) {
        const { value: read, unit, qualifier } = only(`办结${form}件。`);
        assert.deepEqual([read, unit, qualifier], [value, '件', 'EXACT'], form);
      }
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
      assert.equal(only(`办结${writeChinese(value)}件。`).value, value);
    }),
    { numRuns: 2000 },
  );
});

test('figures with 万 and 亿 read back exactly', () => {
  const power = fc.constantFrom(['万', 4], ['亿', 8], ['万亿', 12]) as fc.Arbitrary<
    [string, number]
  >;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 99 }),
      power,
      (whole, part, [name, exponent]) => {
        const decimals = String(part).padStart(2, '0');
        const { value } = only(`投入${whole}.${decimals}${name}元`);
        assert.equal(value, Number(`${whole}.${decimals}e${exponent}`));
      },
    ),
  );
});

test('qualifiers bound the figure from the right side', () => {
  fc.assert(
    fc.property(wholes, (value) => {
      for (const [words, qualifier] of [
        [`超过${value}项`, 'MORE_THAN'],
        [`${value}余项`, 'MORE_THAN'],
        [`${value}项以上`, 'AT_LEAST'],
        [`不少于${value}项`, 'AT_LEAST'],
        [`约${value}项`, 'ABOUT'],
        [`${value}项左右`, 'ABOUT'],
        [`近${value}项`, 'NEARLY'],
        [`不超过${value}项`, 'AT_MOST'],
        [`不足${value}项`, 'LESS_THAN'],
      ] as const) {
        const found = only(`完成${words}。`);
        assert.equal(found.qualifier, qualifier, words);
        assert.equal(found.value, value);
        if (found.minimum !== null) assert.ok(found.minimum <= value);
        if (found.maximum !== null) assert.ok(found.maximum >= value);
      }
    }),
    { numRuns: 300 },
  );
});

test('listed idioms never become quantities, whatever stands around them', () => {
  const surroundings = fc.constantFrom('', '推进', '了', '，', '的', '“', '工作', '\n');
  fc.assert(
    fc.property(fc.constantFrom(...idiomWords), surroundings, (word, before) => {
      for (const { kind, text } of findNumerals(`${before}${word}。`)) {
        assert.notEqual(kind, 'QUANTITY', `${before}${word}: ${text}`);
      }
    }),
    { numRuns: 4000 },
  );
});

const pieces = fc.constantFrom(
  ...Array.from(
    '0123456789０９〇零一二三四五六七八九十百千万亿两几半数余多来近约第个项件年月日号元%％‰.,，、:：-—~至到由从减少增长为上下' +
      '今去截目前《》〈〉“”"()（）〔〕+×/·ABGkm \n是要届级等其中壹拾万人均翻番分之点',
  ),
  '压缩至',
  '\u200b',
  '\u00ad',
  '\u00a0',
  '○',
  '∶',
  '零下',
  '负',
  '之间',
  '（个）',
  '番',
  '每',
  '百分之',
  '人均',
  '😀',
  '\ud800',
  '\udc00',
  '第一',
  '2023年',
  '十四五',
  '以上',
  '个工作日',
  '一体化',
  '12345',
);

test('spans stand in order, apart, as the text has them, and hold every numeral character', () => {
  const any = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(any, (text) => {
      const characters = Array.from(text);
      const held = new Set<number>();
      let last = 0;
      for (const { start, end, text: words, kind, quantity } of findNumerals(text)) {
        assert.ok(start >= last && end > start && end <= characters.length);
        assert.equal(characters.slice(start, end).join(''), words);
        assert.equal(quantity !== null, kind === 'QUANTITY');
        if (quantity !== null) {
          assert.ok(Number.isFinite(quantity.value));
          assert.ok(quantity.number.start >= start && quantity.number.end <= end, words);
          assert.ok((quantity.minimum ?? -Infinity) <= (quantity.maximum ?? Infinity));
        }
        for (let offset = start; offset < end; offset += 1) held.add(offset);
        last = end;
      }
      characters.forEach((character, offset) => {
        if (isNumeralCharacter(character)) assert.ok(held.has(offset), `${character} at ${offset}`);
      });
    }),
    { numRuns: 20000 },
  );
});
