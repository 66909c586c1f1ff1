import type { ClaimedFigure } from '../resolve/claim-request.ts';
import type { FigureFacts } from '../read/shapes/figure.ts';
import { pointWords } from '../resolve/unit-words.ts';
import type { DerivedUnit } from '../resolve/unit-words.ts';
import type { ReportContext } from './report-context.ts';
import { amountColumns, percentagePoint } from './derived/change-columns.ts';
import { claimFigure } from './derived/claim-figure.ts';
import type { FigurePlace, KnownFigure } from './derived/claim-figure.ts';
import type { ClaimQuote } from './derived/claim-quote.ts';
import { intervalColumns } from './derived/figure-interval.ts';
import { checkKind, checkVerb, checkWords } from './derived/figure-words.ts';
import { readMove } from './derived/read-move.ts';
import { isRelativeChange } from './derived/relative-change.ts';
import { pointUnit, unitOfMove } from './derived/points.ts';
import { checkUnitHead } from './derived/unit-head.ts';
import { deriveUnit, wantedUnit } from './derived/unit.ts';

/** The figure of a fact, its baseline and its change, as columns; null for a statement. */
export function readFigure(
  context: ReportContext,
  facts: FigureFacts,
  quote: ClaimQuote,
  place: FigurePlace,
) {
  const { terms, report } = context;
  const { value, rank, unit, baseline, change, changePercent, indicator } = facts;
  const { at } = place;
  if (value === undefined && changePercent !== undefined) {
    isRelativeChange(context, facts, { at, unit: null, isRank: rank !== undefined });
    return null;
  }
  if (value === undefined && rank === undefined && change === undefined) {
    if (unit !== undefined || baseline !== undefined) {
      const message = 'Without a value there is no unit or baseline.';
      report(at, 'figure-or-statement', message, 'Add value, or change.');
    }
    return null;
  }
  if (value !== undefined && rank !== undefined) {
    const message = 'There is both a value and a rank.';
    report([...at, 'rank'], 'figure-or-statement', message, 'Make two facts of them.');
    return null;
  }
  const wanted = wantedUnit(context, facts, place);
  if (!wanted) return null;
  const observed = indicator === undefined ? undefined : terms.observed.get(indicator);
  const isLevel = value !== undefined || rank !== undefined;
  const known = { ...place, wanted, observed, isRank: rank !== undefined, isLevel };
  if (wanted.id !== null) checkIndicator(context, known, wanted);
  return isLevel
    ? readLevel(context, facts, quote, known)
    : readChange(context, facts, quote, known);
}

/** What observes an indicator is in its unit; how far a rate moves is in points. */
function checkIndicator(
  { report }: ReportContext,
  { observed, isLevel, at }: Pick<KnownFigure, 'observed' | 'isLevel' | 'at'>,
  { code }: DerivedUnit,
): void {
  if (!observed || observed.unit === code) return;
  if (!isLevel && code === percentagePoint && observed.unit === '%') return;
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
): DerivedUnit | null {
  const { wanted, at } = known;
  const unit = deriveUnit(context, wanted, { claimed, quote, at });
  if (unit && wanted.id === null) checkIndicator(context, known, unit);
  return unit;
}

/** A value or a rank, with what it was before and how far it moved, as far as the text tells either. */
function readLevel(
  context: ReportContext,
  facts: FigureFacts,
  quote: ClaimQuote,
  known: KnownFigure,
) {
  const { value, rank } = facts;
  const { at, isRank, observed } = known;
  const claimed = claimFigure(context, facts, quote, {
    ...known,
    field: isRank ? 'rank' : 'value',
    value: value ?? rank ?? 0,
  });
  const unit = claimed && unitOf(context, claimed, quote, known);
  if (!claimed || !unit || !checkUnitHead(context, facts, claimed, at)) return null;
  checkWords(context, facts, claimed, { at, unit, quote });
  if (!isRank) checkKind(context, facts, claimed, known);
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
      ...readMove(context, facts, quote, { ...known, claimed, unit, observed }),
    },
  };
}

/** A figure that says only by how much something changed: it has no value. */
function readChange(
  context: ReportContext,
  facts: FigureFacts,
  quote: ClaimQuote,
  known: KnownFigure,
) {
  const { report } = context;
  const { change = 0, baseline } = facts;
  const { at, wanted } = known;
  if (baseline !== undefined) {
    report(
      [...at, 'baseline'],
      'change-twice',
      'A baseline belongs to a value, and tells the change by itself.',
      'Give value and baseline, or change alone.',
    );
    return null;
  }
  const value = Math.abs(change);
  const moved = unitOfMove(wanted);
  const told = { ...known, wanted: moved, field: 'change', value } as const;
  const claimed = claimFigure(context, facts, quote, told);
  const unit =
    claimed &&
    (moved !== wanted && pointWords.includes(claimed.unit)
      ? pointUnit(context, at)
      : unitOf(context, claimed, quote, known));
  if (!claimed || !unit) return null;
  checkWords(context, facts, claimed, { at, unit, quote });
  checkVerb(context, claimed, { change, isRank: false, isBesideLevel: false, quote, at });
  return {
    offset: claimed.start,
    unit,
    columns: { unitId: unit.id, ...amountColumns(context, { amount: claimed, change }, known) },
  };
}
