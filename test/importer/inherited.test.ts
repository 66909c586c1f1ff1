import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { MeasureFacts } from '../../src/importer/read/shapes/facts.ts';
import { textOfReport } from '../../src/importer/rows/rows.ts';
import type { Rows } from '../../src/importer/rows/rows.ts';
import { beside } from '../../src/text/quote.ts';
import { ownSeed } from '../support/own-seed.ts';
import { shapeSeed } from '../support/shaped.ts';

type Outcome = Omit<MeasureFacts['outcomes'][number], 'parts'> & { parts?: Outcome[] };
/** As the file has it: what it leaves out is not there. */
type WrittenFacts = {
  sections: {
    heading?: string;
    starts?: unknown;
    measures?: { link?: Outcome['link']; outcomes?: Outcome[] }[];
  }[];
};

type Told = { link: Outcome['link']; period: Outcome['period'] };

const folder = 'reports/xinghe-2023';

/** An outcome with all that it takes over written out, as its row has it. */
function writtenOut(rows: Rows, outcome: Outcome, whole: Told): object {
  const row = rows.outcomes.find(({ code }) => code === `xinghe-2023/${outcome.code}`)!;
  const words = rows.evidences.find(({ id }) => id === row.evidenceId)!;
  const { prefix, suffix } = beside(textOfReport(rows, words.reportId), words);
  const unit = row.unitId == null ? undefined : codes.get(row.unitId);
  const link = outcome.link ?? whole.link;
  const period = outcome.period ?? whole.period;
  const shown =
    typeof outcome.quote === 'object' && 'to' in outcome.quote ? outcome.quote.to : null;
  return {
    ...outcome,
    level: row.level,
    quote: { exact: words.exact, prefix: prefix.slice(-8), suffix: suffix.slice(0, 8) },
    ...(unit !== undefined && { unit }),
    ...(shown !== null && { figure: outcome.figure ?? shown }),
    ...(row.populationZh != null && {
      population: { zh: row.populationZh, en: row.populationEn ?? '' },
    }),
    ...(period && { period }),
    ...(link && { link }),
    ...(outcome.parts && {
      parts: outcome.parts.map((part) => writtenOut(rows, part, { link, period })),
    }),
  };
}

const codes = new Map(
  (parse(readFileSync(join(ownSeed, 'vocabulary/units.yaml'), 'utf8')) as { code: string }[]).map(
    ({ code }, index) => [index + 1, code],
  ),
);

test('the seed with all written out that its facts take over says the same, row by row', () => {
  const seed = mkdtempSync(join(tmpdir(), 'juzheng-written-out-'));
  try {
    const { rows, problems } = shapeSeed(ownSeed);
    assert.deepEqual(problems, []);
    cpSync(ownSeed, seed, { recursive: true });
    const file = join(seed, folder, 'facts.yaml');
    const facts = parse(readFileSync(file, 'utf8')) as WrittenFacts;
    const sections = facts.sections.map((section) => ({
      ...section,
      starts: section.starts ?? section.heading,
      measures: (section.measures ?? []).map(({ link, outcomes = [], ...measure }) => ({
        ...measure,
        outcomes: outcomes.map((outcome) => writtenOut(rows, outcome, { link, period: undefined })),
      })),
    }));
    rmSync(file);
    writeFileSync(join(seed, folder, 'facts.json'), JSON.stringify({ ...facts, sections }));
    const written = shapeSeed(seed);
    assert.deepEqual(written.problems, []);
    assert.deepEqual(written.rows, rows);
    const given = rows.outcomes.filter(({ unitId }) => unitId != null);
    assert.ok(given.length > 50);
  } finally {
    rmSync(seed, { recursive: true, force: true });
  }
});
