import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { indexedCharacters, wordsTyped } from '../../src/text/search/full-text.ts';
import type { Where } from '../../src/text/search/full-text.ts';
import {
  everyPattern,
  patternsBeyondPieces,
  quoteWord,
  wordsOfEntry,
  wordsQuery,
} from '../../src/text/search/words-query.ts';

const places = ['title', 'anywhere', 'elsewhere'] as const;

/** An entry and what is typed, of the same few signs. */
const asked = fc
  .subarray(['a', 'b', '1', '2', '行', '政', ',', "'", 'м'], { minLength: 2, maxLength: 4 })
  .chain((signs) => {
    const textOf = (maxLength: number) =>
      fc.string({ unit: fc.constantFrom(...signs, ' '), maxLength });
    return fc.record({ title: textOf(12), body: textOf(12), typed: textOf(6) });
  });

type Entry = { title: string; body: string };

/** Whether an entry bears what a `tsquery` asks for. */
function bears(query: string, words: ReadonlySet<string>): boolean {
  const quoted = new Set(Array.from(words, quoteWord));
  const told = query.replaceAll(/'(?:[^']|'')*'/g, (word) => String(quoted.has(word)));
  return told.split(/ & (?![^(]*\))/).every((part) => {
    const isOutside = part.startsWith('!');
    const all = part.replaceAll(/[!()]/g, '').split(' & ');
    return all.every((each) => each === 'true') !== isOutside;
  });
}

/** Whether a text is like all of an array of patterns. */
const isLike = (text: string, patterns: string) =>
  (JSON.parse(`[${patterns.slice(1, -1)}]`) as string[]).every((pattern) =>
    text.includes(pattern.slice(1, -1)),
  );

/** As the conditions in `db/search/matching.ts` put it. */
function isFound({ title, body }: Entry, typed: string, where: Where): boolean {
  const [titles, others] = [[indexedCharacters(title)], [indexedCharacters(body)]];
  if (!bears(wordsQuery(typed, where, '{}'), wordsOfEntry(titles, others, []))) return false;
  const ofTitle = titles.flat().join('');
  const ofAll = `${ofTitle}\n${others.flat().join('')}`;
  if (!isLike(where === 'title' ? ofTitle : ofAll, patternsBeyondPieces(typed))) return false;
  return where !== 'elsewhere' || !isLike(ofTitle, everyPattern(typed));
}

function stands({ title, body }: Entry, typed: string, where: Where): boolean {
  const [ofTitle, ofBody] = [title, body].map((text) => indexedCharacters(text).join(''));
  const words = wordsTyped(typed).map((word) => word.join(''));
  const isEntitled = words.every((word) => ofTitle?.includes(word));
  if (where === 'title') return isEntitled;
  const isThere = words.every((word) => ofTitle?.includes(word) || ofBody?.includes(word));
  return where === 'anywhere' ? isThere : isThere && !isEntitled;
}

test('what pieces and patterns find is what stands there as it was typed', () => {
  const found = new Map<Where, number>(places.map((where) => [where, 0]));
  fc.assert(
    fc.property(asked, ({ typed, ...entry }) => {
      fc.pre(wordsTyped(typed).length > 0);
      for (const where of places) {
        const expected = stands(entry, typed, where);
        assert.equal(isFound(entry, typed, where), expected, where);
        if (expected) found.set(where, (found.get(where) ?? 0) + 1);
      }
    }),
    { numRuns: 2000 },
  );
  for (const [where, times] of found) assert.ok(times > 100, `${where}: ${times}`);
});

test('three letters or digits in a row are one piece, and what they hold is none beside them', () => {
  assert.equal(wordsQuery('law', 'anywhere', '{}'), "'law'");
  assert.equal(patternsBeyondPieces('law'), '{}');
  assert.equal(wordsQuery('laws', 'anywhere', '{}'), "'law' & 'aws'");
  assert.equal(patternsBeyondPieces('laws'), '{"%laws%"}');
  assert.equal(wordsQuery('行政复', 'anywhere', '{}'), "'行政' & '政复'");
  assert.equal(wordsQuery('A股law', 'anywhere', '{}'), "'law' & 'a股' & '股l'");
});
