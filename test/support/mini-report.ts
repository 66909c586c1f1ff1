import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { readVocabulary } from '../../src/importer/read/read-seed.ts';
import { shapeSeed } from './shaped.ts';

/** An outcome of a report that is written for a test; its words hold its figure. */
export type MiniOutcome = {
  code: string;
  quote: string;
  value: number;
  unit: string;
  baseline?: number;
  indicator?: string;
  parts?: readonly MiniOutcome[];
};

/** The first words of every such report, by which its year and its measure are proved. */
const opening = '2023年开展工作。';

/** The seed's own, read once for all such reports. */
let vocabulary: ReturnType<typeof readVocabulary> | undefined;

/** A report of a few sentences under the seed's own vocabulary, as the importer reads it. */
export function readMiniReport(
  sentences: string,
  outcomes: readonly MiniOutcome[],
  checks: readonly object[] = [],
) {
  const seed = mkdtempSync(join(tmpdir(), 'juzheng-mini-'));
  try {
    cpSync('seed/vocabulary', join(seed, 'vocabulary'), { recursive: true });
    const code = 'mini-2023';
    writeReport(join(seed, 'reports', code), {
      text: `${opening}${sentences}\n`,
      facts: {
        report: { period: { text: '2023年', quote: '2023年', edtf: '2023' } },
        ...(checks.length > 0 && { checks }),
      },
      outcomes: outcomes.map(named),
      files: {},
    });
    return shapeSeed(seed, (vocabulary ??= readVocabulary('seed/vocabulary', [])));
  } finally {
    rmSync(seed, { recursive: true, force: true });
  }
}

/** Outcomes and parts are told apart by their codes. */
const named = ({ parts, ...outcome }: MiniOutcome): Record<string, unknown> => ({
  ...outcome,
  label: { zh: outcome.code, en: outcome.code },
  ...(parts && {
    parts: parts.map((part) => ({
      ...named(part),
      dimension: { zh: part.code, en: part.code },
    })),
  }),
});
