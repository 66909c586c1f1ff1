import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { createFactsWriter } from '../../src/draft/facts/draft-facts.ts';
import type { DraftHead } from '../../src/draft/facts/head-facts.ts';
import { readDraftVocabulary } from '../../src/draft/facts/vocabulary.ts';
import { draftReport } from '../../src/draft/draft-report.ts';
import { findWords } from '../../src/text/find-words.ts';

const vocabulary = readDraftVocabulary('seed/vocabulary');
const write = createFactsWriter(vocabulary, '1');
const head: DraftHead = {
  kind: 'OTHER',
  title: '一份报告',
  place: '150924',
  year: null,
  publisher: null,
  publishedOn: null,
  url: null,
};

const samples = new URL('acts/samples/', import.meta.url);
const prose = readdirSync(samples)
  .map((name) => readFileSync(new URL(name, samples), 'utf8').replaceAll('\n', ''))
  .join('');
/** Sentences that hardly repeat: every number of them is another in each turn. */
const long = (length: number): string => {
  let text = '';
  for (let turn = 1; text.length < length; turn += 1) {
    text += prose.replace(/\d+/g, (digits) => String((Number(digits) % 100_000) + turn));
  }
  return text.slice(0, length);
};

const secondsOf = (work: () => unknown): number => {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
};
const draft = (text: string) =>
  draftReport(text, { vocabulary: vocabulary.vocabulary, year: 2023 });

/** Texts of one long line. */
const lines: Readonly<Record<string, (length: number) => string>> = {
  prose: long,
  'no mark at all': (length) => '加强管理确保落实推进'.repeat(length / 10),
  'brackets that never close': (length) => '（加强《“'.repeat(length / 5),
  'signs of Markdown': (length) => '*加强[管![<!--'.repeat(length / 11),
  figures: (length) => '办理案件5件'.repeat(length / 6),
  'acts with figures, one a sentence': (length) =>
    '组织培训3次，检查企业12家。'.repeat(length / 14),
};

test('the time of a draft of one long line grows with its length', () => {
  draft(long(20_000));
  for (const [name, make] of Object.entries(lines)) {
    const [short, large] = [30_000, 120_000].map((length) => {
      const text = make(length);
      return secondsOf(() => draft(text));
    });
    assert.ok(large! < short! * 9 + 0.3, `${name}: ${short} s, four times as long ${large} s`);
  }
});

test('the time of its facts does too', () => {
  write(long(20_000), draft(long(20_000)), head);
  const [short, large] = [30_000, 120_000].map((length) => {
    const text = long(length);
    const drafted = draft(text);
    return secondsOf(() => {
      try {
        write(text, drafted, head);
      } catch (error) {
        // That more figures belong to no fact than can be waived is told once all of it is written.
        assert.match(String(error), /belong to no fact|repeats over long stretches/);
      }
    });
  });
  assert.ok(large! < short! * 8, `${short} s, four times as long ${large} s`);
});

test('words are found in a long text where a plain search finds them', () => {
  const text = long(60_000);
  for (let turn = 0; turn < 400; turn += 1) {
    const at = (turn * 7919) % (text.length - 40);
    const words =
      turn % 5 === 0 ? `${text.slice(at, at + 8)}无` : text.slice(at, at + 1 + (turn % 30));
    const from = (turn * 104_729) % text.length;
    for (const start of [0, at, at + 1, from]) {
      assert.equal(findWords(text, words, start), text.indexOf(words, start), words);
    }
  }
});
