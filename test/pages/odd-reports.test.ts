import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOfReport } from '../../src/importer/rows/rows.ts';
import { corpusRows } from '../support/corpus-rows.ts';
import { startOverRows } from '../support/published.ts';
import { elementsOf, textOf } from '../support/read-html.ts';

const spell = `<script>alert("1")</script>`;

test('what a report says is never taken for HTML, and its text stays to the letter', async () => {
  const rows = corpusRows(4, 7);
  for (const report of rows.reports) report.titleZh = report.titleEn = spell;
  for (const outcome of rows.outcomes) outcome.labelZh = outcome.labelEn = spell;
  for (const measure of rows.measures) measure.titleZh = measure.titleEn = spell;
  for (const target of rows.targets) target.labelZh = target.labelEn = spell;
  for (const problem of rows.problems) problem.titleZh = problem.titleEn = spell;
  const served = startOverRows(rows);
  try {
    for (const { id, code } of rows.reports) {
      for (const language of ['zh', 'en']) {
        const answer = await served.fetch(`http://localhost/reports/${code}?lang=${language}`);
        const page = await answer.text();
        assert.equal(answer.status, 200, page);
        assert.ok(!page.includes('<script>alert'));
        assert.ok(page.includes('&lt;script&gt;alert(&quot;1&quot;)'));
        const passages = elementsOf(page, 'p').filter(
          ({ attributes }) => attributes['class'] === 'passage',
        );
        assert.equal(passages.map(({ inner }) => textOf(inner)).join(''), textOfReport(rows, id));
      }
    }
  } finally {
    served.close();
  }
});
