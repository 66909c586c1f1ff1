import type { ClaimedFigure, Claimant } from '../resolve/claim-request.ts';
import { quoted } from '../resolve/quotes.ts';
import type { Path } from '../read/parse-source.ts';
import type { ReportContext } from './report-context.ts';
import type { FigureFacts } from '../read/shapes/figure.ts';
import {
  amountColumns,
  fits,
  isOfHundred,
  percentagePoint,
  toldBaseline,
  toldChange,
} from './derived/change-columns.ts';
import type { MovedFigure } from './derived/change-columns.ts';
import { intervalColumns } from './derived/figure-interval.ts';
import { checkKind, checkVerb, checkWords } from './derived/figure-words.ts';
import { pointUnit, unitOfMove } from './derived/points.ts';
import { deriveUnit, wantedUnit } from './derived/unit.ts';
import { pointWords } from '../resolve/unit-words.ts';
import type { DerivedUnit } from '../resolve/unit-words.ts';
import type { WantedUnit } from './derived/unit.ts';
import type { Whole } from './derived/inherit.ts';
import type { ClaimQuote } from './derived/claim-quote.ts';
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
  const { value, rank, unit, baseline, change, indicator } = facts;
  const { at } = place;
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

type KnownFigure = FigurePlace & {
  wanted: WantedUnit;
  observed: Observed | undefined;
  isRank: boolean;
  /** Whether it has a value or a rank; what has none is a change alone. */
  isLevel: boolean;
};

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
  const claimed = claim(context, facts, quote, {
    ...known,
    field: isRank ? 'rank' : 'value',
    value: value ?? rank ?? 0,
  });
  const unit = claimed && unitOf(context, claimed, quote, known);
  if (!claimed || !unit) return null;
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

/** What a figure was before and how far it moved, each told or, where the text tells one of them, worked out. */
function readMove(
  context: ReportContext,
  facts: FigureFacts,
  quote: ClaimQuote,
  known: KnownFigure & MovedFigure,
) {
  const { figures } = context;
  const { baseline, change } = facts;
  const { claimed, isRank, at } = known;
  const before = claimed.start;
  const from =
    baseline === undefined
      ? null
      : claim(context, facts, quote, {
          ...known,
          field: 'baseline',
          value: baseline,
          ...(change === undefined && { before }),
        });
  if (baseline !== undefined && !from) figures.excuse(quote.told);
  if (change === undefined) return from && toldBaseline(context, known, from);
  const amount = claimAmount(context, facts, quote, known);
  if (!amount) {
    figures.excuse(quote.told);
    return from && toldBaseline(context, known, from);
  }
  checkVerb(context, amount, { change, isRank, isBesideLevel: true, quote, at });
  checkFit(context, known, { amount, change, from });
  return toldChange(context, known, { amount, change }, from);
}

/** A baseline that the text tells is what level and change come from. */
function checkFit(
  context: ReportContext,
  { claimed, at }: KnownFigure & MovedFigure,
  told: { amount: ClaimedFigure; change: number; from: ClaimedFigure | null },
): void {
  const { from, change } = told;
  if (!from || fits(context, claimed, told, from)) return;
  const derived = Number((claimed.value - change).toFixed(10));
  context.report(
    [...at, 'baseline'],
    'baseline-does-not-fit',
    `${quoted(claimed.text)} with a change of ${change} comes from ${derived}, and ${quoted(from.text)} is told.`,
    'Take value, baseline and change of one telling; where the text itself does not agree, leave change out, and give it a fact of its own.',
  );
}

/** The amount by which a level moved: of a rate in points, of a rank in places. */
function claimAmount(
  context: ReportContext,
  facts: FigureFacts,
  quote: ClaimQuote,
  known: KnownFigure & MovedFigure,
): ClaimedFigure | null {
  const { unit, isRank } = known;
  const wanted: DerivedUnit = isRank
    ? { ...unit, classifiers: [...unit.classifiers, '位', '名'] }
    : isOfHundred(unit)
      ? { ...unit, code: percentagePoint, classifiers: pointWords }
      : unit;
  const value = Math.abs(facts.change ?? 0);
  return claim(context, facts, quote, {
    ...known,
    wanted,
    isRank: false,
    field: 'change',
    value,
  });
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
  const claimed = claim(context, facts, quote, { ...known, wanted: moved, field: 'change', value });
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

type WantedFigure = {
  field: 'value' | 'rank' | 'baseline' | 'change';
  value: number;
  before?: number;
};

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
    isRank: wanted.isRank,
    value: wanted.value,
    unit: wanted.wanted,
    quote: told,
    before: wanted.before,
    at: [...wanted.at, wanted.field],
  });
}
