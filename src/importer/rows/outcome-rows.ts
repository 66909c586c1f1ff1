import type { LinkEnd } from './links/link-rows.ts';
import type { Quoted } from '../resolve/quotes.ts';
import { keyOfPeriod, yearOf } from '../resolve/periods.ts';
import type { ResolvedPeriod } from '../resolve/periods.ts';
import type { ReportContext } from './report-context.ts';
import type { ResolvedSection } from '../resolve/sections.ts';
import type { OutcomeFacts } from '../read/shapes/facts.ts';
import type { Path } from '../read/parse-source.ts';
import { bothLanguages, readClaim } from './claim-rows.ts';
import type { ReadClaim } from './claim-rows.ts';
import { sayingOf } from './derived/origin.ts';
import { levelOf, periodOf } from './derived/inherit.ts';
import type { Whole } from './derived/inherit.ts';

type OutcomePlace = {
  outcome: OutcomeFacts;
  section: ResolvedSection;
  sectionId: number;
  at: Path;
  whole: Whole | null;
  /** The quote that this one may carry on; null where it could not be found. */
  before: Quoted | null | undefined;
  /** The origin that it has where it names none. */
  originId: number | null;
};

/** Adds an outcome's row; says where it stands in the text, and what its parts take over from it. */
export function addOutcome(
  context: ReportContext,
  place: OutcomePlace,
): Omit<LinkEnd, 'code'> & { asWhole: Whole; originId: number | null } {
  const { rows, report } = context;
  const { outcome: facts, at, whole } = place;
  const id = rows.outcomes.length + 1;
  context.outcomes.take(facts.code, id, [...at, 'code'], report);
  if (facts.partial) context.partial.add(id);
  if (whole !== null && !facts.dimension) {
    report(at, 'part-without-dimension', 'A part says which part it is.', 'Give it a dimension.');
  }
  const saying = sayingOf(context, facts, { at, inherited: place.originId });
  const { claim, asWhole } = derive(context, place, id);
  const { quote, level, population, period } = asWhole;
  const { offset } = claim;
  const textPlace = context.placeAt(offset);
  rows.outcomes.push({
    id,
    ...placeColumns(context, place),
    ...wordColumns(facts),
    level,
    ...bothLanguages('population', population),
    ...claim.columns,
    ...periodColumns(context, period),
    evidenceId: context.evidence(quote) ?? 0,
    ...saying,
    textPlace,
    searchId: context.entry('OUTCOME', context.codeOf(facts.code), facts.label.zh),
  });
  return { id, textPlace, offset, ...spansOf(claim), asWhole, originId: saying.originId };
}

/** What an outcome says, all counted in that it takes over from its indicator and its whole. */
function derive(context: ReportContext, place: OutcomePlace, id: number) {
  const { outcome: facts, section, at, whole, before } = place;
  const label = [facts.label, facts.dimension, facts.population].map((words) => words?.zh ?? '');
  const claimant = { kind: 'OUTCOME', code: facts.code, id, label: label.join('') } as const;
  const claim = readClaim(context, { facts, claimant, section, at, whole, before });
  const { quote, unit, isFigure } = claim;
  const asWhole: Whole = {
    id,
    code: facts.code,
    level: levelOf(context, place),
    population: facts.population ?? whole?.population,
    unit,
    isFigure,
    period: periodOf(context, place, quote),
    quote,
  };
  return { claim, asWhole };
}

/** Where an outcome's words stand, and those that tell it: its figure, or its statement. */
function spansOf({
  quote,
  isFigure,
  isRead,
  offset,
}: ReadClaim): Pick<LinkEnd, 'words' | 'told' | 'isFigure'> {
  const words = quote ? [quote] : [];
  const ofStatement = isFigure ? [] : words;
  const told = isRead ? [{ start: offset, end: offset + 1 }] : ofStatement;
  return { words, told, isFigure };
}

const placeColumns = (
  { codeOf, reportId, frame }: ReportContext,
  { outcome, sectionId, whole }: OutcomePlace,
) => ({
  code: codeOf(outcome.code),
  reportId,
  placeId: frame.placeId,
  sectionId,
  wholeId: whole?.id ?? null,
});

/** The columns that a curator writes out. */
const wordColumns = (facts: OutcomeFacts) => ({
  labelZh: facts.label.zh,
  labelEn: facts.label.en,
  ...bothLanguages('dimension', facts.dimension),
  ...bothLanguages('note', facts.note),
});

/** The period of an outcome; of one that has none the report's, as far as its year and window go. */
function periodColumns(context: ReportContext, period: ResolvedPeriod | null) {
  const { frame, code } = context;
  return {
    year: yearOf(period, frame.year),
    // Words without a date, such as 截至目前, mean one time in one report only.
    window: period ? (period.edtf ?? `${code}: ${keyOfPeriod(period)}`) : frame.window,
    ...context.periodRow(period),
    periodKey: period ? keyOfPeriod(period) : null,
  };
}
