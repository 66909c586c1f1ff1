import type { ClaimedFigure, Claimant } from '../resolve/figure-claims.ts';
import { quoted } from '../resolve/quotes.ts';
import { sliceCodePoints } from '../../text/code-points.ts';
import { boundOf, differenceOf, intervalOf, pointAt } from '../../text/interval.ts';
import { precisionOf } from '../../text/numerals/quantities/precision.ts';
import type { Interval } from '../../text/interval.ts';
import type { Path } from '../read/parse-source.ts';
import type { ReportContext } from './report-context.ts';
import type { FigureFacts } from '../read/shapes/figure.ts';
import { isPerHead, settleUnit, wantedUnit } from './settle/unit.ts';
import type { SettledUnit } from '../resolve/unit-words.ts';
import type { WantedUnit } from './settle/unit.ts';
import type { Whole } from './settle/inherit.ts';
import type { ClaimQuote } from './settle/claim-quote.ts';
import type { Observed } from './vocabulary-index.ts';

/** Where the fact of a figure stands in the facts, what it is, and what it is a part of. */
type FigurePlace = { at: Path; claimant: Claimant; whole: Whole | null };

/** The figure of a fact, its baseline and its change, as columns; null for a statement. */
export function readFigure(
  context: ReportContext,
  facts: FigureFacts,
  quote: ClaimQuote,
  place: FigurePlace,
) {
  const { terms, report } = context;
  const { value, unit, baseline, change, indicator } = facts;
  const { at } = place;
  if (value === undefined && change === undefined) {
    if (unit !== undefined || baseline !== undefined) {
      const message = 'Without a value there is no unit or baseline.';
      report(at, 'figure-or-statement', message, 'Add value, or change.');
    }
    return null;
  }
  const wanted = wantedUnit(context, facts, place);
  if (!wanted) return null;
  const observed = indicator === undefined ? undefined : terms.observed.get(indicator);
  const known = { ...place, wanted, observed };
  if (wanted.id !== null) checkIndicator(context, known, wanted);
  return value === undefined
    ? readChange(context, facts, quote, known)
    : readValue(context, facts, quote, known);
}

type KnownFigure = FigurePlace & { wanted: WantedUnit; observed: Observed | undefined };

/** What observes an indicator is in its unit. */
function checkIndicator(
  { report }: ReportContext,
  { observed, at }: Pick<KnownFigure, 'observed' | 'at'>,
  { code }: SettledUnit,
): void {
  if (!observed || observed.unit === code) return;
  report(
    [...at, 'indicator'],
    'indicator-unit',
    `The indicator is observed in ${JSON.stringify(observed.unit)}, the figure is in ${JSON.stringify(code)}.`,
    'Take an indicator of the same unit.',
  );
}

/** The unit of a figure that was found, held against its indicator. */
function unitOf(
  context: ReportContext,
  claimed: ClaimedFigure,
  { quote }: ClaimQuote,
  known: KnownFigure,
): SettledUnit | null {
  const { wanted, at } = known;
  const unit = settleUnit(context, wanted, { claimed, quote, at });
  if (unit && wanted.id === null) checkIndicator(context, known, unit);
  return unit;
}

/** A value, with its baseline and the change between the two. */
function readValue(
  context: ReportContext,
  facts: FigureFacts,
  quote: ClaimQuote,
  known: KnownFigure,
) {
  const { report, figures } = context;
  const { value = 0, baseline, change } = facts;
  const { at } = known;
  if (change !== undefined) {
    const message =
      baseline === undefined
        ? 'The outcome has both a value and a change without one.'
        : 'A baseline already tells the change.';
    report([...at, 'change'], 'change-twice', message, 'Leave change out, or the value.');
    return null;
  }
  const claimed = claim(context, facts, quote, { ...known, field: 'value', value });
  const unit = claimed && unitOf(context, claimed, quote, known);
  if (!claimed || !unit) return null;
  checkWords(context, facts, claimed, { at, unit });
  checkKind(context, facts, claimed, known);
  const before = claimed.start;
  const from =
    baseline === undefined
      ? null
      : claim(context, facts, quote, { ...known, field: 'baseline', value: baseline, before });
  if (baseline !== undefined && !from) figures.excuse(quote.told);
  return {
    offset: claimed.start,
    unit,
    columns: {
      value: claimed.value,
      minimum: claimed.minimum,
      maximum: claimed.maximum,
      qualifier: claimed.qualifier,
      quantityText: claimed.text,
      ...intervalColumns(context, claimed),
      unitId: unit.id,
      ...(from && readBaseline(context, claimed, from, { unit, observed: known.observed })),
    },
  };
}

/** What a figure was before, and how far it moved. */
function readBaseline(
  context: ReportContext,
  claimed: ClaimedFigure,
  from: ClaimedFigure,
  { unit, observed }: { unit: SettledUnit; observed: Observed | undefined },
) {
  const absolute = Number((claimed.value - from.value).toFixed(10));
  const change = differenceOf(
    intervalOfClaimed(context, claimed),
    intervalOfClaimed(context, from),
  );
  return {
    baselineValue: from.value,
    baselineMinimum: from.minimum,
    baselineMaximum: from.maximum,
    baselineQualifier: from.qualifier,
    baselineText: from.text,
    ...baselineColumns(intervalColumns(context, from)),
    baselineUnitId: unit.id,
    changeAbsolute: absolute,
    ...changeColumns(change),
    changePercent: from.value === 0 ? null : Number(((absolute / from.value) * 100).toFixed(2)),
    isImprovement: improves(absolute, observed),
  };
}

/** Between which amounts a change lies; null for an end that nothing bounds. */
const changeColumns = ({ low, high }: Interval) => ({
  changeLow: boundOf(low),
  changeHigh: boundOf(high),
});

/** To how many places a figure is written. */
const placesOf = ({ text }: ReportContext, { number, unit }: ClaimedFigure) =>
  precisionOf(sliceCodePoints(text, number.start, number.end), unit);

/** What a figure stands for. */
const intervalOfClaimed = (context: ReportContext, claimed: ClaimedFigure): Interval =>
  intervalOf({ ...claimed, decimals: placesOf(context, claimed) });

/** A figure's places as written, and the interval of what it stands for. */
function intervalColumns(context: ReportContext, claimed: ClaimedFigure) {
  const decimals = placesOf(context, claimed);
  const { low, high, isLowOpen, isHighOpen } = intervalOf({ ...claimed, decimals });
  return { decimals, low: boundOf(low), high: boundOf(high), isLowOpen, isHighOpen };
}

/** The amount of a change as an interval: below zero for a fall. */
const signedAs = (change: number, amount: Interval): Interval =>
  change < 0 ? differenceOf(pointAt(0), amount) : amount;

const baselineColumns = (columns: ReturnType<typeof intervalColumns>) => ({
  baselineDecimals: columns.decimals,
  baselineLow: columns.low,
  baselineHigh: columns.high,
  baselineIsLowOpen: columns.isLowOpen,
  baselineIsHighOpen: columns.isHighOpen,
});

/** A figure that says only by how much something changed: it has no value. */
function readChange(
  context: ReportContext,
  facts: FigureFacts,
  quote: ClaimQuote,
  known: KnownFigure,
) {
  const { report, figures } = context;
  const { change = 0, baseline } = facts;
  const { at, observed } = known;
  if (baseline !== undefined) {
    report(
      [...at, 'baseline'],
      'change-twice',
      'A baseline belongs to a value, and tells the change by itself.',
      'Give value and baseline, or change alone.',
    );
    return null;
  }
  const claimed = claim(context, facts, quote, {
    ...known,
    field: 'change',
    value: Math.abs(change),
  });
  const unit = claimed && unitOf(context, claimed, quote, known);
  if (!claimed || !unit) return null;
  checkWords(context, facts, claimed, { at, unit });
  const verb = claimed.change;
  if (verb?.role !== 'BY') {
    report(
      [...at, 'change'],
      'change-without-verb',
      `No verb of change, such as 减少 or 增加, governs ${quoted(claimed.text)}.`,
      'Write value: … instead; a change is what the text says was added or taken away.',
    );
    figures.excuse(quote.told);
  } else if ((verb.direction === 'UP') === claimed.value > 0 ? change < 0 : change > 0) {
    report(
      [...at, 'change'],
      'change-against-verb',
      `${change} goes against ${quoted(verb.verb)} in the text.`,
      'A fall is below zero, a rise above.',
    );
    figures.excuse(quote.told);
  }
  return {
    offset: claimed.start,
    unit,
    columns: {
      unitId: unit.id,
      changeAbsolute: change,
      ...changeColumns(signedAs(change, intervalOfClaimed(context, claimed))),
      changeText: claimed.text,
      changeQualifier: claimed.qualifier,
      isImprovement: improves(change, observed),
    },
  };
}

/** Whether a change is for the better, as the indicator has it; null where neither way is. */
function improves(absolute: number, observed: Observed | undefined): boolean | null {
  const direction = observed?.direction ?? 'NEITHER';
  if (direction === 'NEITHER' || absolute === 0) return null;
  return absolute > 0 === (direction === 'HIGHER_IS_BETTER');
}

type WantedFigure = { field: 'value' | 'baseline' | 'change'; value: number; before?: number };

function claim(
  { figures }: ReportContext,
  facts: FigureFacts,
  { told }: ClaimQuote,
  wanted: KnownFigure & WantedFigure,
): ClaimedFigure | null {
  return figures.claim({
    facts,
    claimant: wanted.claimant,
    field: wanted.field,
    value: wanted.value,
    unit: wanted.wanted,
    quote: told,
    before: wanted.before,
    at: [...wanted.at, wanted.field],
  });
}

/** An amount of change is no level: 46 in 减少环节46个 is not how many steps there are. */
function checkKind(
  { report }: ReportContext,
  { indicator, value }: FigureFacts,
  claimed: ClaimedFigure,
  { at, observed }: KnownFigure,
): void {
  const verb = claimed.change?.role === 'BY' ? claimed.change : null;
  if (verb) {
    const what =
      observed?.kind === 'LEVEL'
        ? `the indicator ${JSON.stringify(indicator)} observes a level`
        : 'a value is a level';
    report(
      [...at, 'value'],
      'value-is-a-change',
      `${quoted(claimed.text)} is by how much something changed (${verb.verb}); ${what}.`,
      `Write change: ${verb.direction === 'DOWN' ? '-' : ''}${value} instead of value.`,
    );
  } else if (observed?.kind === 'CHANGE') {
    report(
      [...at, 'indicator'],
      'indicator-kind',
      `The indicator ${JSON.stringify(indicator)} observes changes, and ${value} is a level.`,
      'Take an indicator of levels.',
    );
  }
}

/** Holds the words against what the curator typed: the qualifier, and per head. */
function checkWords(
  { report }: ReportContext,
  { qualifier, value, change }: FigureFacts,
  claimed: ClaimedFigure,
  { at, unit: { id, code } }: { at: Path; unit: SettledUnit },
): void {
  if (qualifier !== undefined && qualifier !== claimed.qualifier) {
    report(
      [...at, 'qualifier'],
      'qualifier-not-as-written',
      `${quoted(claimed.text)} reads as ${claimed.qualifier}, not ${qualifier}.`,
      'Leave the qualifier out: it is read from the words.',
    );
  }
  // A unit of the report's own is as its words have it.
  if (id > 0 && claimed.perHead !== isPerHead(code)) {
    const figure = value ?? change;
    report(
      [...at, 'unit'],
      'per-head',
      claimed.perHead
        ? `${figure} is per head (人均), its unit ${JSON.stringify(code)} is not.`
        : `The unit ${JSON.stringify(code)} is per head, but the text has no 人均 before ${figure}.`,
      'A figure per head has a unit per person, such as {class_hour}/{person}.',
    );
  }
}
