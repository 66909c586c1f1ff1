import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { draftReport } from '../../../src/draft/draft-report.ts';
import { createFactsWriter } from '../../../src/draft/facts/draft-facts.ts';
import { factsDocument } from '../../../src/draft/facts/facts-document.ts';
import type { DraftHead } from '../../../src/draft/facts/head-facts.ts';
import { readDraftVocabulary } from '../../../src/draft/facts/vocabulary.ts';
import { checkSeed } from '../../../src/importer/check.ts';
import { anyDraft } from './arbitrary-draft.ts';

const root = mkdtempSync(join(tmpdir(), 'juzheng-draft-'));
const folder = join(root, 'reports', 'draft-2023');
before(() => {
  cpSync('seed/vocabulary', join(root, 'vocabulary'), { recursive: true });
  mkdirSync(folder, { recursive: true });
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

const vocabulary = readDraftVocabulary('seed/vocabulary');
const write = createFactsWriter(vocabulary, '1');
const head: DraftHead = {
  kind: 'OTHER',
  title: '',
  place: '150924',
  year: null,
  publisher: null,
  publishedOn: { value: '2024-01-31', quote: null },
  url: 'https://example.org/a?b=1',
};

test('whatever a draft holds, the importer takes what is written of it, and only reviews are left', async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(anyDraft, async ({ text, draft }) => {
      if (text.trim() === '') return;
      const drafted = write(text, draft, head);
      writeFileSync(join(folder, 'report.txt'), text);
      writeFileSync(join(folder, 'facts.yaml'), factsDocument(drafted));
      const { problems, summary } = await checkSeed(folder, { jobs: 1 });
      assert.deepEqual(problems, [], JSON.stringify(draft));
      assert.equal(summary.unreviewedCount, drafted.counts.toReview);
      assert.equal(summary.claimed, drafted.counts.claimed);
      written += summary.claimed;
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  );
  assert.ok(written > 4, `${written} figures were claimed`);
});

test('the seed’s text is drafted so that every figure is claimed but what is no result of the county', async () => {
  const text = readFileSync('seed/reports/xinghe-2023/report.txt', 'utf8');
  const draft = draftReport(text, { vocabulary: vocabulary.vocabulary, year: null });
  const drafted = write(text, draft, head);
  writeFileSync(join(folder, 'report.txt'), text);
  writeFileSync(join(folder, 'facts.yaml'), factsDocument(drafted));
  const { problems, summary } = await checkSeed(folder, { jobs: 1 });
  assert.deepEqual(problems, []);
  assert.deepEqual([summary.claimed, summary.waived], [57, 1]);
  const [waived] = summary.figureWaivers;
  assert.equal(waived?.text, '19个');
});
