import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { snippetOf } from '../../src/text/search/snippet.ts';

/** Which characters of a text belong to a word that stands there, white space between them or not. */
function marked(word: string, text: string): Set<number> {
  const seen = Array.from(text).flatMap((character, offset) =>
    /\s/u.test(character) ? [] : [{ character: character.toLowerCase(), offset }],
  );
  const wanted = Array.from(word.toLowerCase());
  const found = new Set<number>();
  seen.forEach((_, index) => {
    const run = seen.slice(index, index + wanted.length);
    if (run.map(({ character }) => character).join('') !== wanted.join('')) return;
    const [first, last] = [run[0]!.offset, run.at(-1)!.offset];
    for (let offset = first; offset <= last; offset += 1) found.add(offset);
  });
  return found;
}

const texts = fc
  .array(fc.constantFrom('一', '二', '行', '政', ' ', '\n', '，', '𠮷', 'a', 'A', '5'), {
    maxLength: 40,
  })
  .map((characters) => characters.join(''));
const words = fc
  .array(fc.constantFrom('一', '二', '行', '政', '𠮷', 'a', '5'), { minLength: 1, maxLength: 4 })
  .map((characters) => characters.join(''));

test('a snippet marks each place of a word, and nothing else', () => {
  fc.assert(
    fc.property(texts, words, (text, word) => {
      const wanted = marked(word, text);
      const snippet = snippetOf(word, text);
      const found = new Set(
        snippet?.highlights.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, index) => snippet.start + start + index),
        ),
      );
      assert.deepEqual(found, wanted);
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test('words that touch are marked as one', () => {
  assert.deepEqual(snippetOf('行政 执法', '推进行政执法')?.highlights, [{ start: 2, end: 6 }]);
  assert.deepEqual(snippetOf('一一', '一一一一')?.highlights, [{ start: 0, end: 4 }]);
});
