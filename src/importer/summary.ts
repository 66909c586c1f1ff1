import { countRows } from './rows.ts';
import type { Rows } from './rows.ts';

/** A check that does not hold, or cannot be made. */
type Finding = { code: string; verdict: string; explanation: string };

/** What a seed, or one report of it, holds and how much of its text is accounted for. */
export type Summary = {
  counts: Record<string, number>;
  numerals: Record<string, number>;
  verdicts: Record<string, number>;
  claimed: number;
  waived: number;
  partsPresent: number;
  itemsServed: number;
  /** The first of them; `verdicts` counts all. */
  findings: Finding[];
};

/** So many findings are told one by one. */
const findingsTold = 1000;

export const emptySummary = (): Summary => ({
  counts: {},
  numerals: {},
  verdicts: {},
  claimed: 0,
  waived: 0,
  partsPresent: 0,
  itemsServed: 0,
  findings: [],
});

export function summarize(rows: Rows): Summary {
  return {
    counts: countRows(rows),
    numerals: tally(rows.numerals.map(({ kind }) => kind)),
    verdicts: tally(rows.checks.map(({ verdict }) => verdict)),
    claimed: rows.reports.reduce((sum, { claimedCount }) => sum + claimedCount, 0),
    waived: rows.reports.reduce((sum, { waivedCount }) => sum + waivedCount, 0),
    partsPresent: rows.reportParts.filter(({ present }) => present).length,
    itemsServed: rows.reportFrameworkItems.filter(({ measureCount }) => measureCount > 0).length,
    findings: rows.checks
      .filter(({ verdict }) => verdict !== 'HOLDS')
      .map(({ code, verdict, explanationEn }) => ({ code, verdict, explanation: explanationEn })),
  };
}

/** Adds one summary to another. */
export function addSummary(total: Summary, one: Summary): void {
  addTally(total.counts, one.counts);
  addTally(total.numerals, one.numerals);
  addTally(total.verdicts, one.verdicts);
  total.claimed += one.claimed;
  total.waived += one.waived;
  total.partsPresent += one.partsPresent;
  total.itemsServed += one.itemsServed;
  total.findings.push(...one.findings.slice(0, findingsTold - total.findings.length));
}

function addTally(total: Record<string, number>, one: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(one)) total[name] = (total[name] ?? 0) + count;
}

/** How often each word stands in a list. */
function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
