import type { FigureFacts } from '../../read/shapes/figure.ts';
import type { ClaimedFigure } from '../../resolve/claim-request.ts';
import { quoted } from '../../resolve/quotes.ts';
import { pointWords } from '../../resolve/unit-words.ts';
import type { DerivedUnit } from '../../resolve/unit-words.ts';
import type { ReportContext } from '../report-context.ts';
import { fits, isOfHundred, percentagePoint, toldBaseline, toldChange } from './change-columns.ts';
import type { MovedFigure } from './change-columns.ts';
import { claimFigure } from './claim-figure.ts';
import type { KnownFigure } from './claim-figure.ts';
import type { ClaimQuote } from './claim-quote.ts';
import { checkVerb } from './figure-words.ts';
import { fitsRelative, inPerCent, isRelativeChange, relativeChange } from './relative-change.ts';

/** What a figure was before and how far it moved, each told or, where the text tells one of them, worked out. */
export function readMove(
  context: ReportContext,
  facts: FigureFacts,
  quote: ClaimQuote,
  known: KnownFigure & MovedFigure,
) {
  const { figures } = context;
  const { baseline, change, changePercent } = facts;
  const { claimed, isRank, at } = known;
  const before = claimed.start;
  const from =
    baseline === undefined
      ? null
      : claimFigure(context, facts, quote, {
          ...known,
          field: 'baseline',
          value: baseline,
          ...(change === undefined && { before }),
        });
  if (baseline !== undefined && !from) figures.excuse(quote.told);
  if (changePercent !== undefined) return readRelative(context, facts, quote, { ...known, from });
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

/** By how many per cent a figure moved of what it was before, which is worked out. */
function readRelative(
  context: ReportContext,
  facts: FigureFacts,
  quote: ClaimQuote,
  known: KnownFigure & MovedFigure & { from: ClaimedFigure | null },
) {
  const { unit, at, from, isRank } = known;
  const change = facts.changePercent ?? 0;
  const wanted = inPerCent(unit);
  const amount = isRelativeChange(context, facts, { at, unit, isRank })
    ? claimFigure(context, facts, quote, {
        ...known,
        wanted,
        field: 'change',
        value: Math.abs(change),
      })
    : null;
  if (!amount) {
    context.figures.excuse(quote.told);
    return from && toldBaseline(context, known, from);
  }
  const told = { change, amount };
  checkVerb(context, amount, {
    ...told,
    field: 'changePercent',
    isRank,
    isBesideLevel: true,
    quote,
    at,
  });
  checkFit(context, known, { ...told, from, isRelative: true });
  return relativeChange(context, known, told, from);
}

/** A baseline that the text tells is what level and change come from. */
function checkFit(
  context: ReportContext,
  { claimed, at }: KnownFigure & MovedFigure,
  told: { amount: ClaimedFigure; change: number; from: ClaimedFigure | null; isRelative?: boolean },
): void {
  const { from, change, isRelative } = told;
  const fit = isRelative === true ? fitsRelative : fits;
  if (!from || fit(context, claimed, told, from)) return;
  const derived =
    isRelative === true
      ? Number((claimed.value / (1 + change / 100)).toPrecision(6))
      : Number((claimed.value - change).toFixed(10));
  context.report(
    [...at, 'baseline'],
    'baseline-does-not-fit',
    `${quoted(claimed.text)} with a change of ${change}${isRelative === true ? '%' : ''} comes from ${derived}, and ${quoted(from.text)} is told.`,
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
  return claimFigure(context, facts, quote, {
    ...known,
    wanted,
    isRank: false,
    field: 'change',
    value,
  });
}
