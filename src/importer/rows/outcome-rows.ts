import type { LinkEnd } from './link-rows.ts';
import { quoted } from '../resolve/quotes.ts';
import type { Quoted } from '../resolve/quotes.ts';
import { keyOfPeriod, resolvePeriod, yearOf } from '../resolve/periods.ts';
import type { ReportContext } from './report-context.ts';
import type { ResolvedSection } from '../resolve/sections.ts';
import type { OutcomeFacts } from '../read/shapes/facts.ts';
import type { Path } from '../read/parse-source.ts';
import { readFigure } from './figure-rows.ts';
import type { ValueType } from '../../vocabulary.ts';

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
  const quote = context.quote(facts.quote, section, [...at, 'quote']);
  const indicatorId = indicatorOf(context, facts, at);
  if (whole !== null && !facts.dimension) {
    report(at, 'part-without-dimension', 'A part says which part it is.', 'Give it a dimension.');
  }
  const figure = quote && readFigure(context, facts, quote, { at, id });
  const isFigure = valueTypeOf(facts) !== 'STATEMENT';
  if (!quote || (!figure && isFigure)) context.figures.excuse(quote ?? section);
  const statement = quote && readStatement(context, facts, quote, at);
  const period = periodColumns(context, place, quote);
  const offset = figure?.offset ?? quote?.start ?? section.start;
  const textOrder = context.orderAt(offset);
  rows.outcomes.push({
    id,
    ...placeColumns(context, place),
    ...wordColumns(facts),
    statement,
    ...figure?.columns,
    ...period,
    indicatorId,
    evidenceId: context.evidence(quote) ?? 0,
    textOrder,
    searchId: context.entry('OUTCOME', context.codeOf(facts.code), facts.label.zh),
  });
  const words = quote ? [quote] : [];
  const wordsOfStatement = isFigure ? [] : words;
  const told = figure ? [{ start: offset, end: offset + 1 }] : wordsOfStatement;
  return { id, textOrder, offset, words, told, isFigure };
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
  wholeId: whole,
});

/** The columns that a curator writes out. */
const wordColumns = (facts: OutcomeFacts) => ({
  labelZh: facts.label.zh,
  labelEn: facts.label.en,
  level: facts.level,
  valueType: valueTypeOf(facts),
  ...bothLanguages('dimension', facts.dimension),
  ...bothLanguages('population', facts.population),
  ...bothLanguages('note', facts.note),
});

/** The columns of words in both languages, which may be missing. */
const bothLanguages = <Name extends string>(
  name: Name,
  words: { zh: string; en: string } | undefined,
) =>
  ({ [`${name}Zh`]: words?.zh ?? null, [`${name}En`]: words?.en ?? null }) as Record<
    `${Name}${'Zh' | 'En'}`,
    string | null
  >;

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
