import { sliceCodePoints } from '../../text/code-points.ts';
import type { Cited } from '../cite.ts';
import { address } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import type { Site } from '../site.ts';
import { showFigure } from './figure.ts';
import { cardOf, numberThem } from './quotes.ts';
import type { Numbers } from './quotes.ts';
import { findEarlier } from './find-earlier.ts';
import type { Check, Earlier, Outcome, Report, ReportData } from './report-data.ts';
import type { TextSegment } from './segments.ts';

/** A report as its page shows it: its data, and how one thing is found from another. */
export type ReportView = ReportData & {
  site: Site;
  measureNumbers: Numbers;
  outcomeNumbers: Numbers;
  targetNumbers: Numbers;
  problemNumbers: Numbers;
  outcomeOf: (code: string) => Outcome | undefined;
  checkOf: (code: string) => Check | undefined;
  /** The same of the year before, where the place’s report of that year tells it once. */
  earlierOf: (outcome: Outcome) => Earlier | null;
  /** The report's words between two offsets. */
  wordsAt: (stretch: TextSegment) => string;
  citedOf: (outcome: Outcome) => Cited;
};

export function viewReport(site: Site, data: ReportData): ReportView {
  const outcomes = new Map(data.outcomes.map((outcome) => [outcome.code, outcome]));
  const checks = new Map(data.checks.map((check) => [check.code, check]));
  return {
    ...data,
    site,
    measureNumbers: numberThem(data.measures),
    outcomeNumbers: numberThem(data.outcomes),
    targetNumbers: numberThem(data.targets),
    problemNumbers: numberThem(data.problems),
    outcomeOf: (code) => outcomes.get(code),
    checkOf: (code) => checks.get(code),
    earlierOf: findEarlier(data),
    wordsAt: ({ start, end }) => sliceCodePoints(data.report.text, start, end),
    citedOf: (outcome) => citedOutcome(site, data.report, outcome),
  };
}

/** A report's own page. */
export const reportPath = (code: string) => `/reports/${encodeURIComponent(code)}`;

/** A card on a report’s page, in a language. */
export const cardPath = (report: { code: string }, card: string, language: Language): string =>
  `${address(reportPath(report.code), language)}#${card}`;

function citedOutcome({ language }: Site, report: Report, outcome: Outcome): Cited {
  const figure = showFigure(outcome);
  return {
    zh: { words: `“${outcome.labelZh}：${figure}”`, source: report.titleZh },
    en: { words: `“${outcome.labelEn}: ${figure}”`, source: report.titleEn },
    path: cardPath(report, cardOf.outcome(outcome.code), language),
    isUnreviewed: outcome.reviewState === 'UNREVIEWED',
  };
}
