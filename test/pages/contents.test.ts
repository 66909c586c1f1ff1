import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentsOf } from '../../src/pages/reading/contents.ts';
import type { Section } from '../../src/pages/reading/report-data.ts';
import type { Site } from '../../src/pages/site.ts';

const site = { language: 'en', words: { contents: 'Contents' } } as unknown as Site;

const sectionsOf = (depths: readonly number[]): Section[] =>
  depths.map((depth, index) => ({
    code: `r/s${index}`,
    ordinal: index + 1,
    depth,
    title: `第${index + 1}部分`,
    start: index,
    end: index + 1,
  }));

/** The list with its tags in short. */
const shown = (depths: readonly number[]) =>
  String(contentsOf(sectionsOf(depths), site) ?? '')
    .replaceAll(/<a[^>]*>.*?第(\d+)部分.*?<\/a>/g, '$1')
    .replaceAll(/<\/?nav[^>]*>/g, '')
    .replaceAll('<ol>', '(')
    .replaceAll('</ol>', ')')
    .replaceAll(/<\/?li>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('headings are listed as they stand in each other', () => {
  assert.equal(shown([1, 2, 3, 2, 1]), '( 1( 2( 3 ) 4 ) 5 )');
  assert.equal(shown([1, 2, 2]), '( 1( 2 3 ) )');
  assert.equal(shown([1, 1]), '');
});

test('a heading in Chinese alone says so on an English page', () => {
  const list = String(contentsOf(sectionsOf([1, 2]), site));
  assert.match(list, /<a href="#section-s1"><span lang="zh">第2部分<\/span><\/a>/);
});
