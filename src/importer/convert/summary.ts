import { noticesOf } from '../rows/notices/quote-ends.ts';
import { unitNoticesOf } from '../rows/notices/other-unit.ts';
import type { VocabularyIndex } from '../rows/vocabulary-index.ts';
import type { Notice } from '../rows/notices/quote-ends.ts';
import { countRows } from '../rows/rows.ts';
import type { Rows } from '../rows/rows.ts';
import { unreviewedIn } from '../rows/unreviewed.ts';
import type { Unreviewed } from '../rows/unreviewed.ts';

/** A check that does not hold, or cannot be made. */
type Finding = { code: string; verdict: string; explanation: string };

/** What a seed, or one report of it, holds and how much of its text is accounted for. */
export type Summary = {
  counts: Record<string, number>;
  numerals: Record<string, number>;
  verdicts: Record<string, number>;
  /** How many checks the figures of each report alone call for, and how many were made. */
  possibleChecks: number;
  madeChecks: number;
  claimed: number;
  /** How many of the claimed figures are of an outcome, of a target and of a problem. */
  claims: Record<string, number>;
  /** How many measures are planned, and how many problems no measure answers. */
  planned: number;
  unanswered: number;
  waived: number;
  /** The first facts that are left to review, and how many there are. */
  unreviewed: Unreviewed[];
  unreviewedCount: number;
  partsPresent: number;
  itemsServed: number;
  /** The first of them; `verdicts` counts all. */
  findings: Finding[];
  words: WordCoverage;
  bases: Record<string, number>;
  /** The first clauses that no fact rests on and nobody waives; those with a verb of doing come first. */
  uncovered: UncoveredClause[];
  /** The first clauses that are waived, each with its reason; and the first figures. */
  waivers: Waived[];
  figureWaivers: Waived[];
  /** The first of what the codebook wants otherwise; `noticeCount` counts all. */
  notices: Notice[];
  noticeCount: number;
};

/** How many clauses and characters there are, and on how many of them a fact rests. */
type WordCoverage = {
  clauses: number;
  covered: number;
  headings: number;
  waived: number;
  characters: number;
  coveredCharacters: number;
};

type Waived = { code: string; text: string; reason: string };
type UncoveredClause = { code: string; text: string; hasVerb: boolean };

/** So many findings, and so many clauses, are told one by one. */
const findingsTold = 1000;

export const emptySummary = (): Summary => ({
  counts: {},
  numerals: {},
  verdicts: {},
  possibleChecks: 0,
  madeChecks: 0,
  claimed: 0,
  claims: {},
  planned: 0,
  unanswered: 0,
  waived: 0,
  unreviewed: [],
  unreviewedCount: 0,
  partsPresent: 0,
  itemsServed: 0,
  findings: [],
  words: { clauses: 0, covered: 0, headings: 0, waived: 0, characters: 0, coveredCharacters: 0 },
  bases: {},
  uncovered: [],
  waivers: [],
  figureWaivers: [],
  notices: [],
  noticeCount: 0,
});

export function summarize(
  rows: Rows,
  terms: Pick<VocabularyIndex, 'unitWords' | 'codes'>,
): Summary {
  const unreviewed = unreviewedIn(rows);
  const notices = [...noticesOf(rows), ...unitNoticesOf(rows, terms)];
  return {
    notices,
    noticeCount: notices.length,
    counts: countRows(rows),
    numerals: tally(rows.numerals.map(({ kind }) => kind)),
    verdicts: tally(rows.checks.map(({ verdict }) => verdict)),
    possibleChecks: sumOf(rows.reports, ({ possibleCheckCount = 0 }) => possibleCheckCount),
    madeChecks: sumOf(rows.reports, ({ madeCheckCount = 0 }) => madeCheckCount),
    claimed: rows.reports.reduce((sum, { claimedCount }) => sum + claimedCount, 0),
    claims: tally(rows.numerals.flatMap(({ claim }) => claim ?? [])),
    planned: rows.measures.filter(({ stage }) => stage === 'PLANNED').length,
    unanswered: unansweredIn(rows),
    waived: rows.reports.reduce((sum, { waivedCount }) => sum + waivedCount, 0),
    unreviewed,
    unreviewedCount: unreviewed.length,
    partsPresent: rows.reportParts.filter(({ present }) => present).length,
    itemsServed: rows.reportFrameworkItems.filter(({ measureCount }) => measureCount > 0).length,
    findings: rows.checks
      .filter(({ verdict }) => verdict !== 'HOLDS')
      .map(({ code, verdict, explanationEn }) => ({ code, verdict, explanation: explanationEn })),
    words: {
      clauses: sumOf(rows.reports, ({ clauseCount }) => clauseCount),
      covered: sumOf(rows.reports, ({ coveredClauseCount }) => coveredClauseCount),
      headings: sumOf(rows.reports, ({ headingClauseCount = 0 }) => headingClauseCount),
      waived: sumOf(rows.reports, ({ waivedClauseCount }) => waivedClauseCount),
      characters: sumOf(rows.reports, ({ clauseCharacters }) => clauseCharacters),
      coveredCharacters: sumOf(rows.reports, ({ coveredCharacters }) => coveredCharacters),
    },
    bases: tally(rows.links.map(({ basis }) => basis)),
    waivers: rows.uncoveredClauses.flatMap(({ code, text, waiverEn }) =>
      waiverEn ? [{ code, text, reason: waiverEn }] : [],
    ),
    figureWaivers: rows.numerals.flatMap(({ code, text, waiverEn }) =>
      waiverEn ? [{ code, text, reason: waiverEn }] : [],
    ),
    uncovered: rows.uncoveredClauses
      .filter(({ waiverZh }) => waiverZh === null)
      .map(({ code, text, hasVerb }) => ({ code, text, hasVerb }))
      .toSorted((a, b) => Number(b.hasVerb) - Number(a.hasVerb)),
  };
}

function unansweredIn({ problems, answers }: Rows): number {
  const answered = new Set(answers.map(({ problemId }) => problemId));
  return problems.filter(({ id = 0 }) => !answered.has(id)).length;
}

/** Adds one summary to another. */
export function addSummary(total: Summary, one: Summary): void {
  addTally(total.counts, one.counts);
  addTally(total.numerals, one.numerals);
  addTally(total.verdicts, one.verdicts);
  total.possibleChecks += one.possibleChecks;
  total.madeChecks += one.madeChecks;
  total.claimed += one.claimed;
  addTally(total.claims, one.claims);
  total.planned += one.planned;
  total.unanswered += one.unanswered;
  total.waived += one.waived;
  total.unreviewedCount += one.unreviewedCount;
  total.unreviewed.push(...one.unreviewed.slice(0, findingsTold - total.unreviewed.length));
  total.partsPresent += one.partsPresent;
  total.itemsServed += one.itemsServed;
  for (const name of Object.keys(total.words) as (keyof WordCoverage)[]) {
    total.words[name] += one.words[name];
  }
  addTally(total.bases, one.bases);
  total.uncovered.push(...one.uncovered.slice(0, findingsTold - total.uncovered.length));
  total.notices.push(...one.notices.slice(0, findingsTold - total.notices.length));
  total.noticeCount += one.noticeCount;
  total.figureWaivers.push(
    ...one.figureWaivers.slice(0, findingsTold - total.figureWaivers.length),
  );
  total.waivers.push(...one.waivers.slice(0, findingsTold - total.waivers.length));
  total.findings.push(...one.findings.slice(0, findingsTold - total.findings.length));
}

function addTally(total: Record<string, number>, one: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(one)) total[name] = (total[name] ?? 0) + count;
}

const sumOf = <Row>(rows: readonly Row[], value: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + value(row), 0);

/** How often each word stands in a list. */
function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
