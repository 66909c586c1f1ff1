import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentsOf } from '../../src/pages/reading/contents.ts';
import type { Measure, Section } from '../../src/pages/reading/report-data.ts';
import type { Site } from '../../src/pages/site.ts';

const site = {
  language: 'en',
  words: { contents: 'Contents', contentsCounts: '{measures} and {outcomes}' },
} as unknown as Site;

const sectionsOf = (depths: readonly number[]): Section[] =>
  depths.map((depth, index) => ({
    code: `r/s${index}`,
    ordinal: index + 1,
    depth,
    title: `第${index + 1}部分`,
    start: index,
    end: index + 1,
  }));

const viewOf = (depths: readonly number[], measures: readonly Measure[] = []) => ({
  site,
  report: { sections: sectionsOf(depths) },
  measures,
  outcomes: [],
});

/** The list with its tags in short. */
const shown = (depths: readonly number[]) =>
  String(contentsOf(viewOf(depths)) ?? '')
    .replaceAll(/<a[^>]*>.*?第(\d+)部分.*?<\/a>/g, '$1')
    .replaceAll(/<\/?nav[^>]*>/g, '')
    .replaceAll('<ol>', '(')
    .replaceAll('</ol>', ')')
    .replaceAll(/<\/?li>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('headings are listed as they stand in each other', () => {
  assert.equal(shown([1, 2, 3, 2, 1]), '( 1( 2( 3 ) 4 ) 5 )');
  assert.equal(shown([1, 2, 2]), '( 1( 2 3 ) )');
  assert.equal(shown([1, 1]), '( 1 2 )');
  assert.equal(shown([1]), '');
});

test('a heading in Chinese alone says so on an English page', () => {
  const list = String(contentsOf(viewOf([1, 2])));
  assert.match(list, /<a href="#section-s1"><span lang="zh">第2部分<\/span><\/a>/);
});

test('a heading tells how many measures and outcomes stand under it', () => {
  const measure = { section: { code: 'r/s1' } } as unknown as Measure;
  const list = String(contentsOf(viewOf([1, 1], [measure])));
  assert.match(list, /第2部分<\/span><\/a> <small>1 and 0<\/small>/);
  assert.doesNotMatch(list, /第1部分<\/span><\/a> <small>/);
});
