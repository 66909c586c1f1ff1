import { quoted } from './quotes.ts';
import type { Quoted } from './quotes.ts';
import { resolvePeriod, yearOf } from './periods.ts';
import type { Claimed } from './figures.ts';
import type { Reading } from './reading.ts';
import type { ResolvedSection } from './sections.ts';
import type { OutcomeFacts } from './shape.ts';
import type { Path } from './parse-source.ts';

/** Adds an outcome's row; says where it stands in the text. */
export function addOutcome(
  reading: Reading,
  place: {
    outcome: OutcomeFacts;
    section: ResolvedSection;
    sectionId: number;
    at: Path;
    whole: number | null;
  },
): { id: number; textOrder: string; offset: number } {
  const { rows, report, text, terms, reportId, frame } = reading;
  const { outcome: facts, section, sectionId, at, whole } = place;
  const id = rows.outcomes.length + 1;
  reading.outcomes.take(facts.code, id, [...at, 'code'], report);
  if (facts.partial) reading.partial.add(id);
  const quote = reading.quote(facts.quote, section, [...at, 'quote']);
  const indicatorId =
    facts.indicator === undefined
      ? null
      : terms.indicators.rowOf(facts.indicator, [...at, 'indicator'], report);
  if (whole !== null && !facts.dimension) {
    report(at, 'part-without-dimension', 'A part says which part it is.', 'Give it a dimension.');
  }
  const measured = quote && measure(reading, facts, quote, at, id);
  if (!quote || (!measured && facts.value !== undefined)) {
    reading.figures.excuse(quote ?? section);
  }
  const stated = quote && state(reading, facts, quote, at);
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
  const textOrder = reading.orderAt(offset);
  rows.outcomes.push({
    id,
    code: reading.codeOf(facts.code),
    reportId,
    placeId: frame.placeId,
    year: yearOf(period, frame.year),
    // Words without a date, such as 截至目前, mean one time in one report only.
    window: period ? (period.edtf ?? `${reading.code}: ${period.text}`) : frame.window,
    sectionId,
    labelZh: facts.label.zh,
    labelEn: facts.label.en,
    level: facts.level,
    valueType: facts.value === undefined ? 'STATEMENT' : 'QUANTITY',
    statement: stated ?? null,
    ...measured?.columns,
    ...reading.periodRow(period),
    indicatorId,
    dimensionZh: facts.dimension?.zh ?? null,
    dimensionEn: facts.dimension?.en ?? null,
    wholeId: whole,
    noteZh: facts.note?.zh ?? null,
    noteEn: facts.note?.en ?? null,
    evidenceId: reading.evidence(quote) ?? 0,
    textOrder,
    searchId: reading.entry('OUTCOME', reading.codeOf(facts.code), facts.label.zh),
  });
  return { id, textOrder, offset };
}

/** The result's words, which must stand in its quote; null for a figure. */
function state({ report }: Reading, facts: OutcomeFacts, quote: Quoted, at: Path): string | null {
  const { statement, value } = facts;
  if ((statement === undefined) === (value === undefined)) {
    report(
      at,
      'figure-or-statement',
      statement === undefined
        ? 'The outcome has neither a figure nor a statement.'
        : 'The outcome has both a figure and a statement.',
      'Give value and unit, or statement.',
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

/** The figure, its baseline and its change, as columns; null for a statement. */
function measure(reading: Reading, facts: OutcomeFacts, quote: Quoted, at: Path, id: number) {
  const { report, terms, figures } = reading;
  const { value, unit, baseline, change, indicator } = facts;
  if (value === undefined) {
    if (unit !== undefined || baseline !== undefined || change !== undefined) {
      report(
        at,
        'figure-or-statement',
        'Without a value there is no unit, baseline or change.',
        'Add value.',
      );
    }
    return null;
  }
  if (unit === undefined) {
    report(at, 'figure-without-unit', 'A figure has a unit.', 'Add unit: …');
    return null;
  }
  const unitId = terms.units.rowOf(unit, [...at, 'unit'], report);
  if (unitId === null) return null;
  const classifiers = terms.classifiers.get(unit) ?? [];
  const claim = (field: 'value' | 'baseline', number: number, before?: number) =>
    figures.claim({
      facts,
      outcomeId: id,
      field,
      value: number,
      classifiers,
      quote,
      before,
      at: [...at, field],
    });

  const claimed = claim('value', value);
  if (!claimed) return null;
  checkWords(reading, facts, unit, claimed, at);
  const from = baseline === undefined ? null : claim('baseline', baseline, claimed.start);
  if (baseline !== undefined && !from) figures.excuse(quote);
  if (baseline !== undefined && change !== undefined) {
    report(
      [...at, 'change'],
      'change-twice',
      'A baseline already tells the change.',
      'Leave change out.',
    );
  }
  const observed = indicator === undefined ? undefined : terms.observed.get(indicator);
  if (observed && observed.unit !== unit) {
    report(
      [...at, 'indicator'],
      'indicator-unit',
      `The indicator is observed in ${JSON.stringify(observed.unit)}, the figure is in ${JSON.stringify(unit)}.`,
      'Take an indicator of the same unit.',
    );
  }
  return {
    offset: claimed.start,
    columns: {
      ...figureColumns(claimed, unitId),
      ...(from && {
        baselineValue: from.value,
        baselineMinimum: from.minimum,
        baselineMaximum: from.maximum,
        baselineQualifier: from.qualifier,
        baselineText: from.text,
        baselineUnitId: unitId,
      }),
      ...changeColumns(facts, observed?.ascending ?? null),
    },
  };
}

const figureColumns = (figure: Claimed, unitId: number) => ({
  value: figure.value,
  minimum: figure.minimum,
  maximum: figure.maximum,
  qualifier: figure.qualifier,
  quantityText: figure.text,
  unitId,
});

/** Holds the words against what the curator typed: the qualifier, and per head. */
function checkWords(
  { report }: Reading,
  { qualifier, value }: OutcomeFacts,
  unit: string,
  claimed: Claimed,
  at: Path,
): void {
  if (qualifier !== undefined && qualifier !== claimed.qualifier) {
    report(
      [...at, 'qualifier'],
      'qualifier-not-as-written',
      `${quoted(claimed.text)} reads as ${claimed.qualifier}, not ${qualifier}.`,
      'Leave the qualifier out: it is read from the words.',
    );
  }
  if (claimed.perHead !== unit.includes('/{person}')) {
    report(
      [...at, 'unit'],
      'per-head',
      claimed.perHead
        ? `${value} is per head (人均), its unit ${JSON.stringify(unit)} is not.`
        : `The unit ${JSON.stringify(unit)} is per head, but the text has no 人均 before ${value}.`,
      'A figure per head has a unit per person, such as {class_hour}/{person}.',
    );
  }
}

function changeColumns(facts: OutcomeFacts, ascending: boolean | null) {
  const { value = 0, baseline, change } = facts;
  if (baseline === undefined && change === undefined) return {};
  const absolute =
    baseline === undefined
      ? value * (change === 'DECREASE' ? -1 : 1)
      : Number((value - baseline).toFixed(10));
  return {
    changeAbsolute: absolute,
    changePercent:
      baseline === undefined || baseline === 0
        ? null
        : Number(((absolute / baseline) * 100).toFixed(2)),
    isImprovement: ascending === null || absolute === 0 ? null : absolute > 0 === ascending,
  };
}
