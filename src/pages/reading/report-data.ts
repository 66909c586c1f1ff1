import type {
  CheckKind,
  OutcomeLevel,
  LinkBasis,
  NumeralKind,
  PeriodBasis,
  Qualifier,
  ReportKind,
  Verdict,
} from '../../vocabulary.ts';
import { askAll, askOne, readQuery } from '../ask-all.ts';
import { languageArgument } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import type { Ask } from '../../table/fetch-pages.ts';
import { askNames } from './ask-names.ts';
import type { ReportNames } from './ask-names.ts';
import type { TextSegment } from './segments.ts';

type Named = { code: string; name: string };
type OfReport = { nodes: { report: { code: string } }[] };
type Proven = { evidence: TextSegment };

export type Section = TextSegment & { code: string; ordinal: number; title: string };
export type Measure = {
  code: string;
  ordinal: number;
  title: string;
  titleZh: string;
  titleEn: string;
  heading: string | null;
  section: { code: string };
  acts: Proven[];
};
export type Check = {
  code: string;
  kind: CheckKind;
  verdict: Verdict;
  explanation: string;
  evidence: TextSegment | null;
};
export type Quantity = {
  value: number;
  minimum: number | null;
  maximum: number | null;
  qualifier: Qualifier;
  text: string;
  unit: Named;
};
/** How far something moved; `text` holds the words where they tell an amount and no level. */
export type Change = {
  absolute: number;
  percent: number | null;
  isImprovement: boolean | null;
  text: string | null;
  unit: Named;
};
export type Outcome = Proven & {
  code: string;
  label: string;
  labelZh: string;
  labelEn: string;
  level: OutcomeLevel;
  statement: string | null;
  dimension: string | null;
  population: string | null;
  note: string | null;
  section: { code: string };
  quantity: Quantity | null;
  baseline: { value: number; text: string } | null;
  change: Change | null;
  period: { text: string; edtf: string | null; basis: PeriodBasis; evidence: TextSegment } | null;
  indicator: (Named & { earliest: OfReport; latest: OfReport }) | null;
  whole: { code: string } | null;
  parts: { code: string }[];
  checks: { nodes: Check[] };
};
export type Link = {
  code: string;
  basis: LinkBasis;
  note: string | null;
  measure: { code: string };
  outcome: { code: string };
  evidence: TextSegment | null;
};
type Numeral = TextSegment & {
  code: string;
  text: string;
  kind: NumeralKind;
  waiver: string | null;
  outcome: { code: string } | null;
};

export type Report = ReportNames & {
  code: string;
  kind: ReportKind;
  title: string;
  titleZh: string;
  titleEn: string;
  year: number | null;
  publishedOn: string | null;
  place: Named;
  publisher: { name: string } | null;
  source: { characterCount: number; sha256: string; url: string | null };
  text: string;
  sections: Section[];
  coverage: {
    clauseCount: number;
    coveredClauseCount: number;
    headingClauseCount: number;
    waivedClauseCount: number;
    uncovered: { nodes: { text: string; waiver: string | null }[] };
    numeralCount: number;
    quantityCount: number;
    claimedCount: number;
    waivedCount: number;
  };
};

/** What one question gives of a report. */
type Told = Omit<Report, keyof ReportNames>;

type Meta = { dataVersion: string; softwareVersion: string };

/** All of a report that its reading page shows. */
export type ReportData = {
  meta: Meta;
  report: Report;
  measures: readonly Measure[];
  outcomes: readonly Outcome[];
  links: readonly Link[];
  numerals: readonly Numeral[];
};

const queries = {
  report: readQuery('report'),
  measures: readQuery('measures'),
  outcomes: readQuery('outcomes'),
  links: readQuery('links'),
  numerals: readQuery('numerals'),
};

/**
 * Asks the API for a report with all that is said of it; null where there is none of that code.
 * @throws Unanswered with the API's errors
 */
export async function askReport(
  ask: Ask,
  code: string,
  language: Language,
): Promise<ReportData | null> {
  const variables = { code, language: languageArgument[language] };
  const { meta, report } = await askOne<{ meta: Meta; report: Told | null }>(
    ask,
    queries.report,
    variables,
  );
  if (!report) return null;
  const [names, measures, outcomes, links, numerals] = await Promise.all([
    askNames(ask, variables),
    askAll<Measure>(ask, queries.measures, variables),
    askAll<Outcome>(ask, queries.outcomes, variables),
    askAll<Link>(ask, queries.links, variables),
    askAll<Numeral>(ask, queries.numerals, variables),
  ]);
  return { meta, report: { ...report, ...names }, measures, outcomes, links, numerals };
}
