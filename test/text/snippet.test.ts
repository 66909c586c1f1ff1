import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { snippetOf } from '../../src/text/search/snippet.ts';

/** A character of a text; `parted` where white space stands before it. */
type Seen = { character: string; offset: number; isParted: boolean };

const isDigit = ({ character }: Pick<Seen, 'character'>) => /\d/.test(character);

/** Which characters of a text belong to a word that stands there, white space between them or not. */
function marked(word: string, text: string): Set<number> {
  const raw = Array.from(text);
  const seen = raw.flatMap((character, offset): Seen[] =>
    /\s/u.test(character)
      ? []
      : [
          {
            character: character.toLowerCase(),
            offset,
            isParted: /\s/u.test(raw[offset - 1] ?? ''),
          },
        ],
  );
  // Two digits that white space parts are two figures.
  const isInFigure = (index: number) => {
    const [one, other] = [seen[index - 1], seen[index]];
    return one && other && isDigit(one) && isDigit(other) ? !other.isParted : false;
  };
  const isParting = (index: number) =>
    isDigit(seen[index - 1]!) && isDigit(seen[index]!) && seen[index]!.isParted;
  const wanted = Array.from(word.toLowerCase());
  const found = new Set<number>();
  seen.forEach((_, index) => {
    const run = seen.slice(index, index + wanted.length);
    if (run.map(({ character }) => character).join('') !== wanted.join('')) return;
    if (run.some((_each, at) => at > 0 && isParting(index + at))) return;
    const end = index + wanted.length;
    if ((isDigit(run[0]!) && isInFigure(index)) || (isDigit(run.at(-1)!) && isInFigure(end)))
      return;
    const [first, last] = [run[0]!.offset, run.at(-1)!.offset];
    for (let offset = first; offset <= last; offset += 1) found.add(offset);
  });
  return found;
}

const texts = fc
  .array(fc.constantFrom('一', '二', '行', '政', ' ', '\n', '，', '𠮷', 'a', 'A', '5', '6'), {
    maxLength: 40,
  })
  .map((characters) => characters.join(''));
const words = fc
  .array(fc.constantFrom('一', '二', '行', '政', '𠮷', 'a', '5', '6'), {
    minLength: 1,
    maxLength: 4,
  })
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
