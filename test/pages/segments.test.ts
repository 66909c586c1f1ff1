import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { nestSegments } from '../../src/pages/reading/nest.ts';
import type { Nested } from '../../src/pages/reading/nest.ts';
import { cutText } from '../../src/pages/reading/segments.ts';
import type { TextSpan } from '../../src/pages/reading/segments.ts';

const texts = fc.string({ unit: fc.constantFrom('县', '𠮷', 'a', ',', '\n', '👩‍⚖️'), maxLength: 30 });
const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(12)), { maxLength: 12 });

const spansOf = (pairs: [number, number][], length: number): TextSpan[] =>
  pairs.map(([start, size], index) => ({
    id: String(index),
    start: Math.min(start, length),
    end: Math.min(start + size, length),
  }));

test('segments put together are the text to the letter, and each carries every span over it', () => {
  fc.assert(
    fc.property(texts, spans, (text, pairs) => {
      const length = Array.from(text).length;
      const all = spansOf(pairs, length).filter(({ start, end }) => start < end);
      const segments = cutText(text, all, { start: 0, end: length });
      assert.equal(segments.map((segment) => segment.text).join(''), text);
      for (const { start, end, spans: over } of segments) {
        assert.deepEqual(
          over.map(({ id }) => id).toSorted(),
          all
            .filter((span) => span.start < end && span.end > start)
            .map(({ id }) => id)
            .toSorted(),
        );
      }
    }),
  );
});

test('nested, every span begins once, ends once, and holds its own words', () => {
  fc.assert(
    fc.property(texts, spans, (text, pairs) => {
      const characters = Array.from(text);
      const all = spansOf(pairs, characters.length).filter(({ start, end }) => start < end);
      const words = new Map<string, string>();
      const begun: string[] = [];
      const ended: string[] = [];
      const walk = (items: readonly Nested<TextSpan>[], open: string[]): void => {
        for (const item of items) {
          if (item.kind === 'words') {
            for (const id of open) words.set(id, (words.get(id) ?? '') + item.text);
          } else {
            if (item.isFirst) begun.push(item.span.id);
            if (item.isLast) ended.push(item.span.id);
            walk(item.inner, [...open, item.span.id]);
          }
        }
      };
      walk(nestSegments(cutText(text, all, { start: 0, end: characters.length })), []);
      assert.deepEqual(begun.toSorted(), all.map(({ id }) => id).toSorted());
      assert.deepEqual(ended.toSorted(), begun.toSorted());
      for (const { id, start, end } of all) {
        assert.equal(words.get(id), characters.slice(start, end).join(''));
      }
    }),
  );
});
