import type { LinkEnd } from './links/link-rows.ts';
import type { Quoted } from '../resolve/quotes.ts';
import { keyOfPeriod, resolvePeriod, yearOf } from '../resolve/periods.ts';
import type { ReportContext } from './report-context.ts';
import type { ResolvedSection } from '../resolve/sections.ts';
import type { OutcomeFacts } from '../read/shapes/facts.ts';
import type { Path } from '../read/parse-source.ts';
import { bothLanguages, readClaim } from './claim-rows.ts';

type OutcomePlace = {
  outcome: OutcomeFacts;
  section: ResolvedSection;
  sectionId: number;
  at: Path;
  whole: number | null;
};

/** Adds an outcome's row; says where it stands in the text. */
export function addOutcome(context: ReportContext, place: OutcomePlace): Omit<LinkEnd, 'code'> {
  const { rows, report } = context;
  const { outcome: facts, section, at, whole } = place;
  const id = rows.outcomes.length + 1;
  context.outcomes.take(facts.code, id, [...at, 'code'], report);
  if (facts.partial) context.partial.add(id);
  const claim = readClaim(context, {
    facts,
    claimant: { kind: 'OUTCOME', code: facts.code, id },
    section,
    at,
  });
  const { quote, isFigure, isRead, offset } = claim;
  if (whole !== null && !facts.dimension) {
    report(at, 'part-without-dimension', 'A part says which part it is.', 'Give it a dimension.');
  }
  const period = periodColumns(context, place, quote);
  const textOrder = context.orderAt(offset);
  rows.outcomes.push({
    id,
    ...placeColumns(context, place),
    ...wordColumns(facts),
    ...claim.columns,
    ...period,
    evidenceId: context.evidence(quote) ?? 0,
    textOrder,
    searchId: context.entry('OUTCOME', context.codeOf(facts.code), facts.label.zh),
  });
  const words = quote ? [quote] : [];
  const wordsOfStatement = isFigure ? [] : words;
  const told = isRead ? [{ start: offset, end: offset + 1 }] : wordsOfStatement;
  return { id, textOrder, offset, words, told, isFigure };
}

const placeColumns = (
  { codeOf, reportId, frame }: ReportContext,
  { outcome, sectionId, whole }: OutcomePlace,
) => ({
  code: codeOf(outcome.code),
  reportId,
  placeId: frame.placeId,
  sectionId,
  wholeId: whole,
});

/** The columns that a curator writes out. */
const wordColumns = (facts: OutcomeFacts) => ({
  labelZh: facts.label.zh,
  labelEn: facts.label.en,
  level: facts.level,
  ...bothLanguages('dimension', facts.dimension),
  ...bothLanguages('population', facts.population),
  ...bothLanguages('note', facts.note),
});

/** The period of an outcome; of one that has none the report's, as far as its year and window go. */
function periodColumns(
  context: ReportContext,
  { outcome: { period: facts }, section, at }: OutcomePlace,
  quote: Quoted | null,
) {
  const { text, report, frame, code } = context;
  const within = { start: section.start, end: quote?.end ?? section.end };
  const period = facts && resolvePeriod(text, facts, { within, at: [...at, 'period'], report });
  return {
    year: yearOf(period, frame.year),
    // Words without a date, such as 截至目前, mean one time in one report only.
    window: period ? (period.edtf ?? `${code}: ${keyOfPeriod(period)}`) : frame.window,
    ...context.periodRow(period),
    periodKey: period ? keyOfPeriod(period) : null,
  };
}
