import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { countCodePoints } from '../../src/text/code-points.ts';
import {
  indexKinds,
  matchExpression,
  tokensOf,
  tokensOfEntry,
} from '../../src/text/search/full-text.ts';
import type { Asked, IndexKind } from '../../src/text/search/full-text.ts';
import { searchKeyOf, wordsOf } from '../../src/text/search/search-key.ts';
import { snippetOf } from '../../src/text/search/snippet.ts';

const binary = fc.string({ unit: 'binary' });

test('a search key makes width, case, quotation marks and white space one', () => {
  const key = (text: string) => searchKeyOf(text).characters.join('');
  assert.equal(
    key('\u3000\uff27\uff24\uff30\u3000增长 \n\uff15\uff0e\uff12\uff05 '),
    'gdp增长5.2%',
  );
  assert.equal(key('“三减”'), '"三减"');
  assert.deepEqual(searchKeyOf(' 𠮷\u200b祥'), { characters: ['𠮷', '祥'], offsets: [1, 3] });
});

const finds = (typed: string, text: string) =>
  wordsOf(typed).every((word) => searchKeyOf(text).characters.join('').includes(word.join('')));

test('traditional characters, signs of units and accents are found however they are written', () => {
  for (const [typed, text] of [
    ['行政复议', '行政複議'],
    ['行政複議', '行政复议'],
    ['万亿', '萬億'],
    ['m2', '12.6万㎡'],
    ['㎡', '12.6万m²'],
    ['m²', '12.6万㎡'],
    ['café', 'cafe\u0301'],
    ['cafe\u0301', 'café'],
    ['六安', '\uf9d1安'],
    ['报告', '报\u00ad告'],
  ] as const) {
    assert.ok(finds(typed, text), `${typed} in ${text}`);
    assert.ok(snippetOf(typed, text)?.highlights.length, `${typed} lit in ${text}`);
  }
});

test('Latin words end at their white space, and Chinese ones do not', () => {
  assert.ok(!finds('AB', 'A business'));
  assert.equal(snippetOf('AB', 'A business'), null);
  assert.ok(finds('business', 'A business'));
  assert.ok(finds('a business', 'A  business'));
  assert.ok(finds('发展5G', '发展 5G'));
  assert.ok(finds('行政复议', '行政 复议'));
  assert.deepEqual(tokensOf('A b'), ['a\u2423', 'b']);
  assert.deepEqual(tokensOf('A\u2423b'), ['a\u2423', 'b']);
  assert.deepEqual(wordsOf('a\u2423b\u2424'), [['a'], ['b']]);
});

/** Whether what is asked for stands among the tokens of a title, as the indexes have them. */
function isFound(typed: string, title: string): boolean {
  const entry = tokensOfEntry([title], [], []);
  const holds = (kind: IndexKind, asked: Asked) => {
    const tokens = ` ${entry[kind]} `;
    const expression = matchExpression(asked, typed, 'title', {});
    if (expression === '""') return false;
    const phrases = [...expression.matchAll(/"((?:[^"]|"")*)"/g)];
    return phrases.every(([, phrase = '']) => tokens.includes(` ${phrase.replaceAll('""', '"')} `));
  };
  return (
    indexKinds.some((kind) => holds(kind, kind)) ||
    indexKinds.every((kind) => holds(kind, `mixed ${kind}`))
  );
}

test('a figure is never found inside a longer one, nor lit there', () => {
  for (const [typed, text, found] of [
    ['43件', '审结43件', true],
    ['43件', '审结243件', false],
    ['43件', '审结243件，其中43件', true],
    ['审结2', '审结243件', false],
    ['7', '7件', true],
    ['7', '17件', false],
    ['20', '2023年', false],
    ['2023', '2023.12.31', true],
    ['2023.12.31', '2023.12.31', true],
    ['98', '98.5％', false],
    ['5％', '98．5%', false],
    ['98.5%', '98．5％', true],
    ['234', '1,234件', false],
    ['1，234件', '1,234件', true],
    ['2022', '2021，2022年', true],
    ['2023年', '1．2023年以来', true],
    ['20件', '①20件', true],
    ['120件', '①20件', false],
    ['34', '12 34', true],
    ['1234', '12 34', false],
    ['12345', '“12345”热线', true],
    ['5G', '发展5G', true],
    ['5G', '15G', false],
    ['m2', '12.6万㎡', true],
    ['7件', '17件', false],
    ['17 件', '17件', true],
    ['17 件', '117件', false],
  ] as const) {
    assert.equal(isFound(typed, text), found, `${typed} in ${text}`);
    assert.equal(snippetOf(typed, text) !== null, found || typed.includes(' '), `${typed} lit`);
  }
});

test('what is lit is what the index finds', () => {
  const piece = fc.constantFrom('1', '2', '3', '.', ',', ' ', '件', '①', 'a', '㎡');
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const word = fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map((pieces) => pieces.join('').replaceAll(' ', ''));
  fc.assert(
    fc.property(text, word, (whole, typed) => {
      if (wordsOf(typed).length === 0) return;
      assert.equal(snippetOf(typed, whole) !== null, isFound(typed, whole));
    }),
    { numRuns: 5000 },
  );
});

test('every character of a key names its place in the raw text, in order', () => {
  fc.assert(
    fc.property(binary, (text) => {
      const { characters, offsets } = searchKeyOf(text);
      const raw = Array.from(text);
      assert.equal(characters.length, offsets.length);
      offsets.forEach((offset, index) => {
        assert.ok(offset >= (offsets[index - 1] ?? 0) && offset < raw.length);
      });
      assert.equal(searchKeyOf(characters.join('')).characters.join(''), characters.join(''));
    }),
    { numRuns: 2000 },
  );
});

test('a text becomes its pairs, and a word the phrase of its own', () => {
  assert.deepEqual(tokensOf('行政 复议'), ['行政', '政复', '复议', '议']);
  assert.deepEqual(tokensOf('7件'), ['\u24247', '7\u2424', '\u2424件', '件']);
  assert.deepEqual(wordsOf('  行政\t 7件 '), [
    ['行', '政'],
    ['7', '件'],
  ]);
  const told = (...asked: Parameters<typeof matchExpression>) =>
    matchExpression(...asked)
      .replaceAll('\u0001', '^')
      .replaceAll('\u0002', '#');
  assert.equal(told('pairs', '行政', 'title', {}), '("^行政")');
  assert.equal(told('pairs', '行政', 'elsewhere', {}), '("行政" NOT ("^行政"))');
  assert.equal(
    told('mixed pairs', '县 "a', 'anywhere', { type: ['OUTCOME', 'MEASURE'] }),
    '(("^""a" OR """a")) AND ("#type:OUTCOME" OR "#type:MEASURE")',
  );
  assert.equal(told('mixed characters', '县 "a', 'title', {}), '("^县")');
  assert.equal(told('characters', '县', 'anywhere', {}), '(("^县" OR "县"))');
});

test('a search is answered by one of the indexes or by both together, and what says nothing by none', () => {
  const answering = (typed: string, scope = {}) =>
    indexKinds
      .flatMap((kind) => [kind, `mixed ${kind}`] as const)
      .filter((asked) => matchExpression(asked, typed, 'anywhere', scope) !== '""');
  assert.deepEqual(answering('县 政'), ['characters']);
  assert.deepEqual(answering('县 行政'), ['mixed pairs', 'mixed characters']);
  assert.deepEqual(answering('治理 行政'), ['pairs']);
  assert.deepEqual(answering('县 行政', { type: [] }), []);
  assert.deepEqual(answering('7'), ['pairs']);
  assert.deepEqual(answering('𠮷'), ['characters']);
  for (const nothing of ['', ' \u200b']) assert.deepEqual(answering(nothing), []);
  assert.deepEqual(answering('县', { type: [] }), []);
});

test('nothing that is typed leaves its quotes, nor what a search is limited by', () => {
  const syntax = fc.string({ unit: fc.constantFrom('"', '*', ':', ' ', ')', '\0', '县', 'a') });
  const typing = fc.oneof(binary, syntax);
  const kinds = fc.constantFrom(...indexKinds, 'mixed pairs', 'mixed characters');
  fc.assert(
    fc.property(kinds, typing, typing, (kind, typed, report) => {
      const expression = matchExpression(kind, typed, 'anywhere', { report: [report] });
      const outside = expression.replaceAll(/"(?:[^"]|"")*"/g, '');
      assert.match(outside, /^(?:\((?:\( OR \)(?: AND )?)+\) AND \(\))?$/);
    }),
    { numRuns: 2000 },
  );
});

test('a snippet holds what it lights, and never more than it may', () => {
  const text = fc.array(fc.constantFrom('审', '批', ' ', '县', 'A', 'a', '𠮷', '\n'), {
    maxLength: 400,
  });
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('审批', '县', '𠮷 a', 'aa', '批县审'),
      (characters, typed) => {
        const whole = characters.join('');
        const snippet = snippetOf(typed, whole);
        const key = searchKeyOf(whole).characters.join('');
        const holdsAny = wordsOf(typed).some((word) => key.includes(word.join('')));
        assert.equal(snippet !== null, holdsAny);
        if (!snippet) return;
        const raw = Array.from(whole);
        assert.equal(
          raw.slice(snippet.start, snippet.start + countCodePoints(snippet.text)).join(''),
          snippet.text,
        );
        assert.ok(snippet.highlights.length > 0);
        let last = -1;
        for (const { start, end } of snippet.highlights) {
          assert.ok(start > last && end > start && end <= countCodePoints(snippet.text));
          last = end;
          const lit = searchKeyOf(
            Array.from(snippet.text).slice(start, end).join(''),
          ).characters.join('');
          assert.ok(
            wordsOf(typed).some((word) => lit.includes(word.join(''))),
            lit,
          );
        }
      },
    ),
    { numRuns: 2000 },
  );
});
