import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { countCodePoints, indexCodePoints, sliceCodePoints } from '../../src/text/code-points.ts';
import { locateQuote } from '../../src/text/quote.ts';

const words = fc.string({
  unit: fc.constantFrom('一', '件', 'a', ' ', ',', '😀', '\ud800', '\udc00'),
});

test('a quote that stands once is found in code points, with its surroundings', () => {
  const found = locateQuote('😀共清理96件,其中4件。', '清理96件');
  assert.deepEqual(found, {
    status: 'found',
    start: 2,
    end: 7,
    prefix: '😀共',
    suffix: ',其中4件。',
  });
});

test('surroundings are sixteen code points at most, pairs whole', () => {
  const found = locateQuote(`${'😀'.repeat(20)}字${'😁'.repeat(20)}`, '字');
  assert.ok(found.status === 'found');
  assert.equal(found.prefix, '😀'.repeat(16));
  assert.equal(found.suffix, '😁'.repeat(16));
});

test('a quote that stands twice is ambiguous with both places, overlapping ones too', () => {
  const found = locateQuote('三三三', '三三');
  assert.ok(found.status === 'ambiguous');
  assert.deepEqual(
    found.places.map(({ start }) => start),
    [0, 1],
  );
});

test('a prefix, a suffix or a stretch tells two places apart', () => {
  const text = '一是9个乡镇,二是9个乡镇。';
  const start = (context: Parameters<typeof locateQuote>[2]): number | null => {
    const found = locateQuote(text, '9个乡镇', context);
    return found.status === 'found' ? found.start : null;
  };
  assert.equal(start({ prefix: '一是' }), 2);
  assert.equal(start({ suffix: '。' }), 9);
  assert.equal(start({ within: { start: 5, end: 13 } }), 9);
  assert.equal(start({}), null);
});

test('a near miss says which words the text has', () => {
  const near = (text: string, exact: string, context = {}): unknown => {
    const found = locateQuote(text, exact, context);
    assert.ok(found.status === 'absent');
    return found.nearest === null ? null : [found.nearest.why, found.nearest.exact];
  };
  assert.deepEqual(near('申请 7件,办结', '申请7件，办结'), ['FOLDED', '申请 7件,办结']);
  assert.deepEqual(near('已依法办结5件', '已依法办结6件'), ['LEADING_RUN', '已依法办结']);
  assert.deepEqual(near('办结5件', '5件', { prefix: '收到' }), ['CONTEXT', '5件']);
  assert.deepEqual(near('办结5件', '5件', { within: { start: 0, end: 3 } }), ['OUTSIDE', '5件']);
  assert.equal(near('办结5件', '甲'), null);
  assert.equal(near('办结5件', ''), null);
});

test('matching never folds', () => {
  assert.equal(locateQuote('ＧＤＰ', 'GDP').status, 'absent');
  assert.equal(locateQuote('甲 乙', '甲乙').status, 'absent');
});

test('half a surrogate pair is no quote', () => {
  assert.equal(locateQuote('😀', '\ud83d').status, 'absent');
});

test('words inserted around a quote never shift it silently', () => {
  fc.assert(
    fc.property(words, words, words, (before, exact, after) => {
      const text = `${before}${exact}${after}`;
      const located = locateQuote(text, exact);
      if (located.status === 'found') {
        assert.equal(sliceCodePoints(text, located.start, located.end), exact);
        const characters = Array.from(text);
        const length = located.end - located.start;
        const places = characters.filter(
          (_, at) => characters.slice(at, at + length).join('') === exact,
        );
        assert.equal(places.length, 1);
      } else if (located.status === 'ambiguous') {
        assert.ok(located.places.length > 1);
        for (const { start, end } of located.places) {
          assert.equal(sliceCodePoints(text, start, end), exact);
        }
      } else {
        // Only where nothing was asked for, or where a joint made a pair of two lone halves.
        const whole =
          Array.from(before).length + Array.from(exact).length + Array.from(after).length;
        assert.ok(exact === '' || Array.from(text).length < whole || located.nearest !== null);
      }
    }),
    { numRuns: 2000 },
  );
});

test('offsets agree with the code points that iteration yields', () => {
  fc.assert(
    fc.property(words, (text) => {
      const points = indexCodePoints(text);
      const characters = Array.from(text);
      assert.equal(countCodePoints(text), characters.length);
      let index = 0;
      characters.forEach((character, offset) => {
        assert.equal(points.toOffset(index), offset);
        assert.equal(points.toIndex(offset), index);
        assert.equal(sliceCodePoints(text, offset, offset + 1), character);
        index += character.length;
      });
      assert.equal(points.toIndex(characters.length + 5), text.length);
    }),
    { numRuns: 1000 },
  );
});
