import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
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

/** A report of a few sentences under the seed's own vocabulary, as the importer reads it. */
export function readMiniReport(
  sentences: string,
  outcomes: readonly MiniOutcome[],
  checks: readonly object[] = [],
) {
  const seed = mkdtempSync(join(tmpdir(), 'juzheng-mini-'));
  try {
    cpSync('seed/vocabulary', join(seed, 'vocabulary'), { recursive: true });
    const folder = join(seed, 'reports', 'mini-2023');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'report.txt'), `${opening}${sentences}\n`);
    const measure = {
      code: 'work',
      title: { zh: '工作', en: 'Work' },
      quote: '开展工作',
      outcomes: outcomes.map((outcome) => ({
        ...factsOf(outcome),
        link: { basis: 'SAME_POINT' },
      })),
    };
    const facts = {
      report: {
        kind: 'OTHER',
        title: { zh: '小报告', en: 'A small report' },
        place: '150924',
        period: { text: '2023年', quote: '2023年', edtf: '2023' },
      },
      sections: [
        {
          code: 'all',
          title: { zh: '全文', en: 'The whole' },
          starts: opening,
          measures: [measure],
        },
      ],
      ...(checks.length > 0 && { checks }),
    };
    writeFileSync(join(folder, 'facts.yaml'), stringify(facts));
    return shapeSeed(seed);
  } finally {
    rmSync(seed, { recursive: true, force: true });
  }
}

const factsOf = ({ parts, ...outcome }: MiniOutcome): object => ({
  ...outcome,
  label: { zh: outcome.code, en: outcome.code },
  level: 'OUTPUT',
  ...(parts && {
    parts: parts.map((part) => ({
      ...factsOf(part),
      dimension: { zh: part.code, en: part.code },
    })),
  }),
});
