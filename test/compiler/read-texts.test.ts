import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOfReport } from '../../src/importer/rows/rows.ts';
import { corpusRows } from '../support/corpus-rows.ts';
import { startOverRows } from '../support/published.ts';
import { sameDataOf } from '../support/random/seeded.ts';

const context = 16;

type Told = {
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  section: { start: number };
};

test('what stands beside words and the whole text are read from the sections, however short these are', async () => {
  const rows = corpusRows(60, 11);
  // A character beyond the BMP in every section counts once, as every other does.
  for (const section of rows.sections) section.text = `${section.text.slice(0, -1)}𠮷`;
  // Every other report has a last section of three characters.
  for (const report of rows.reports.filter(({ id = 0 }) => id % 2 === 0)) {
    const [, second] = rows.sections.filter(({ reportId }) => reportId === report.id);
    assert.ok(second);
    const id = rows.sections.length + 1;
    rows.sections.push({
      ...second,
      id,
      code: `${report.code}/last`,
      ordinal: 3,
      text: '目标。',
      start: second.end,
      end: second.end + 3,
      searchId: 1_000_000 + id,
    });
    report.characters += 3;
  }
  const both = {
    compiled: startOverRows(rows),
    executed: startOverRows(rows, { compiler: false }),
  };
  let across = 0;
  try {
    for (const { id = 0, code } of rows.reports) {
      const { report } = await sameDataOf(
        both,
        `query Q($code: String!) { report(by: { code: $code }) { text outcomes(first: 100) { nodes {
          evidence { prefix suffix start end section { start } } } } } }`,
        { code },
      );
      const text = textOfReport(rows, id);
      assert.equal(report.text, text);
      const points = Array.from(text);
      const quotes = report.outcomes.nodes.map(({ evidence }: { evidence: Told }) => evidence);
      for (const { start, end, prefix, suffix, section } of quotes as Told[]) {
        const before = points.slice(Math.max(0, start - context), start).join('');
        const behind = points.slice(end, end + context).join('');
        assert.deepEqual([prefix, suffix], [before, behind], `${code} at ${start}`);
        if (start - section.start < context && section.start > 0) across += 1;
      }
    }
    assert.ok(across > 20, `${across} stand near the start of a section that is not the first`);
  } finally {
    both.compiled.close();
    both.executed.close();
  }
});
