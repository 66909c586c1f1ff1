import type { LinkEnd } from './link-rows.ts';
import { quoted } from '../resolve/quotes.ts';
import type { Quoted } from '../resolve/quotes.ts';
import { keyOfPeriod, yearOf } from '../resolve/periods.ts';
import type { ResolvedPeriod } from '../resolve/periods.ts';
import type { ReportContext } from './report-context.ts';
import type { ResolvedSection } from '../resolve/sections.ts';
import type { OutcomeFacts } from '../read/shapes/facts.ts';
import type { Bilingual } from '../read/shapes/terms.ts';
import type { Path } from '../read/parse-source.ts';
import { readFigure } from './figure-rows.ts';
import { originOf } from './settle/origin.ts';
import { levelOf, periodOf } from './settle/inherit.ts';
import type { Whole } from './settle/inherit.ts';
import { outcomeQuote } from './settle/outcome-quote.ts';
import type { ValueType } from '../../vocabulary.ts';

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
  const { outcome: facts, section, at, whole } = place;
  const id = rows.outcomes.length + 1;
  context.outcomes.take(facts.code, id, [...at, 'code'], report);
  if (facts.partial) context.partial.add(id);
  if (whole !== null && !facts.dimension) {
    report(at, 'part-without-dimension', 'A part says which part it is.', 'Give it a dimension.');
  }
  const indicatorId = indicatorOf(context, facts, at);
  const originId = originOf(context, facts, { at, inherited: place.originId });
  const { figure, statement, asWhole } = settle(context, place, id);
  const { quote, level, population, period } = asWhole;
  const offset = figure?.offset ?? quote?.start ?? section.start;
  const textOrder = context.orderAt(offset);
  rows.outcomes.push({
    id,
    ...placeColumns(context, place),
    ...wordColumns(facts),
    level,
    ...bothLanguages('population', population),
    statement,
    ...figure?.columns,
    ...periodColumns(context, period),
    indicatorId,
    evidenceId: context.evidence(quote) ?? 0,
    originId,
    textOrder,
    searchId: context.entry('OUTCOME', context.codeOf(facts.code), facts.label.zh),
  });
  return { id, textOrder, offset, ...spansOf(asWhole, figure && offset), asWhole, originId };
}

/** What an outcome says, all counted in that it takes over from its indicator and its whole. */
function settle(context: ReportContext, place: OutcomePlace, id: number) {
  const { outcome: facts, section, at, whole } = place;
  const words = outcomeQuote(context, facts, place);
  const quote = words?.quote ?? null;
  const figure = words && readFigure(context, facts, words, { at, id, whole });
  const isFigure = valueTypeOf(facts) !== 'STATEMENT';
  if (!words || (!figure && isFigure)) context.figures.excuse(words?.told ?? section);
  const statement = quote && readStatement(context, facts, quote, at);
  const asWhole: Whole = {
    id,
    code: facts.code,
    level: levelOf(context, place),
    population: facts.population ?? whole?.population,
    unit: figure?.unit ?? null,
    isFigure,
    period: periodOf(context, place, quote),
    quote,
  };
  return { figure, statement, asWhole };
}

/** Where an outcome's words stand, and those that tell it: its figure, or its statement. */
function spansOf(
  { quote, isFigure }: Pick<Whole, 'quote' | 'isFigure'>,
  figure: number | null,
): Pick<LinkEnd, 'words' | 'told' | 'isFigure'> {
  const words = quote ? [quote] : [];
  const ofStatement = isFigure ? [] : words;
  const told = figure === null ? ofStatement : [{ start: figure, end: figure + 1 }];
  return { words, told, isFigure };
}

const indicatorOf = ({ terms, report }: ReportContext, { indicator }: OutcomeFacts, at: Path) =>
  indicator === undefined ? null : terms.indicators.rowOf(indicator, [...at, 'indicator'], report);

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
  valueType: valueTypeOf(facts),
  ...bothLanguages('dimension', facts.dimension),
  ...bothLanguages('note', facts.note),
});

/** The columns of words in both languages, which may be missing. */
const bothLanguages = <Name extends string>(name: Name, words: Bilingual | undefined) =>
  ({ [`${name}Zh`]: words?.zh ?? null, [`${name}En`]: words?.en ?? null }) as Record<
    `${Name}${'Zh' | 'En'}`,
    string | null
  >;

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

const valueTypeOf = ({ value, change }: OutcomeFacts): ValueType =>
  value !== undefined ? 'QUANTITY' : change !== undefined ? 'CHANGE' : 'STATEMENT';

/** The result's words, which must stand in its quote; null for a figure. */
function readStatement(
  { report }: ReportContext,
  facts: OutcomeFacts,
  quote: Quoted,
  at: Path,
): string | null {
  const { statement, value, change } = facts;
  const told = [statement, value, change].filter((each) => each !== undefined).length;
  if (told !== 1 && !(told === 2 && statement === undefined)) {
    report(
      at,
      'figure-or-statement',
      told === 0
        ? 'The outcome has neither a figure nor a statement.'
        : 'The outcome has both a figure and a statement.',
      'Give value and unit, change and unit, or statement.',
    );
    return null;
  }
  if (statement !== undefined && !quote.exact.includes(statement)) {
    report(
      [...at, 'statement'],
      'statement-not-in-quote',
      `${quoted(statement)} does not stand in ${quoted(quote.exact)}.`,
      'A statement is in the report’s own words: copy them from the quote.',
    );
  }
  return statement ?? null;
}
