import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { findActs } from '../../../src/draft/acts/find-acts.ts';
import type { DraftSpan } from '../../../src/draft/draft.ts';
import { readMarked, unmet, wordsOf } from './marked.ts';

/**
 * Short reports in the manner of many authors: statutory reports, work reports, courts, procuratorates,
 * communiqués, plans, announcements. They were marked before the rules were written, by the codebook.
 */
const folder = new URL('samples/', import.meta.url);

type Tally = { found: number; marked: number; right: number; told: number };

function count(tally: Tally, marked: readonly DraftSpan[], told: readonly DraftSpan[]): void {
  tally.marked += marked.length;
  tally.found += marked.length - unmet(marked, told).length;
  tally.told += told.length;
  tally.right += told.length - unmet(told, marked).length;
}

test('finds the acts and the results in words that were marked by hand, and few others', (t) => {
  const acts: Tally = { found: 0, marked: 0, right: 0, told: 0 };
  const statements: Tally = { found: 0, marked: 0, right: 0, told: 0 };
  for (const file of readdirSync(folder)) {
    const marked = readMarked(readFileSync(new URL(file, folder), 'utf8'));
    const draft = findActs(marked.text);
    const told = draft.measures.flatMap((measure) => measure.acts);
    count(acts, marked.acts, told);
    count(statements, marked.statements, draft.statements);
    t.diagnostic(`${file} misses ${wordsOf(marked.text, unmet(marked.acts, told)).join(' | ')}`);
  }
  for (const [name, { found, marked, right, told }] of Object.entries({ acts, statements })) {
    t.diagnostic(`${name}: recall ${found}/${marked}, precision ${right}/${told}`);
    assert.ok(found / marked >= 0.92, `recall of ${name}`);
    assert.ok(right / told >= 0.92, `precision of ${name}`);
  }
});

test('plans are planned and what was done was carried out', () => {
  const { text } = readMarked(readFileSync(new URL('01-statutory-county.txt', folder), 'utf8'));
  const plan = Array.from(text).join('').indexOf('三、2024年工作安排');
  for (const { start, stage } of findActs(text).measures) {
    assert.equal(stage, start > plan ? 'PLANNED' : 'CARRIED_OUT');
  }
});
