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

/** Adds an outcome's row; says where it stands in the text. */
export function addOutcome(
  context: ReportContext,
  place: {
    outcome: OutcomeFacts;
    section: ResolvedSection;
    sectionId: number;
    at: Path;
    whole: number | null;
  },
): Omit<LinkEnd, 'code'> {
  const { rows, report, text, terms, reportId, frame } = context;
  const { outcome: facts, section, sectionId, at, whole } = place;
  const id = rows.outcomes.length + 1;
  context.outcomes.take(facts.code, id, [...at, 'code'], report);
  if (facts.partial) context.partial.add(id);
  const quote = context.quote(facts.quote, section, [...at, 'quote']);
  const indicatorId =
    facts.indicator === undefined
      ? null
      : terms.indicators.rowOf(facts.indicator, [...at, 'indicator'], report);
  if (whole !== null && !facts.dimension) {
    report(at, 'part-without-dimension', 'A part says which part it is.', 'Give it a dimension.');
  }
  const measured = quote && readFigure(context, facts, quote, { at, id });
  const isFigure = facts.value !== undefined || facts.change !== undefined;
  if (!quote || (!measured && isFigure)) {
    context.figures.excuse(quote ?? section);
  }
  const stated = quote && readStatement(context, facts, quote, at);
  const period =
    facts.period &&
    resolvePeriod(
      text,
      facts.period,
      { start: section.start, end: quote?.end ?? section.end },
      [...at, 'period'],
      report,
    );
  const offset = measured?.offset ?? quote?.start ?? section.start;
  const textOrder = context.orderAt(offset);
  rows.outcomes.push({
    id,
    code: context.codeOf(facts.code),
    reportId,
    placeId: frame.placeId,
    year: yearOf(period, frame.year),
    // Words without a date, such as 截至目前, mean one time in one report only.
    window: period ? (period.edtf ?? `${context.code}: ${keyOfPeriod(period)}`) : frame.window,
    sectionId,
    labelZh: facts.label.zh,
    labelEn: facts.label.en,
    level: facts.level,
    valueType: valueTypeOf(facts),
    statement: stated ?? null,
    ...measured?.columns,
    ...context.periodRow(period),
    periodKey: period ? keyOfPeriod(period) : null,
    indicatorId,
    dimensionZh: facts.dimension?.zh ?? null,
    dimensionEn: facts.dimension?.en ?? null,
    populationZh: facts.population?.zh ?? null,
    populationEn: facts.population?.en ?? null,
    wholeId: whole,
    noteZh: facts.note?.zh ?? null,
    noteEn: facts.note?.en ?? null,
    evidenceId: context.evidence(quote) ?? 0,
    textOrder,
    searchId: context.entry('OUTCOME', context.codeOf(facts.code), facts.label.zh),
  });
  const words = quote ? [quote] : [];
  const told = measured ? [{ start: offset, end: offset + 1 }] : isFigure ? [] : words;
  return { id, textOrder, offset, words, told, isFigure };
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
