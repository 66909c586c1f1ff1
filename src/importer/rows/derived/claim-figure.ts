import type { Path } from '../../read/parse-source.ts';
import type { FigureFacts } from '../../read/shapes/figure.ts';
import type { ClaimedFigure, Claimant } from '../../resolve/claim-request.ts';
import type { ReportContext } from '../report-context.ts';
import type { Observed } from '../vocabulary-index.ts';
import type { ClaimQuote } from './claim-quote.ts';
import type { Whole } from './inherit.ts';
import type { WantedUnit } from './unit.ts';

/** Where the fact of a figure stands in the facts, what it is, and what it is a part of. */
export type FigurePlace = { at: Path; claimant: Claimant; whole: Whole | null };

/** A figure of a fact, with the unit in which it is looked for and what it observes. */
export type KnownFigure = FigurePlace & {
  wanted: WantedUnit;
  observed: Observed | undefined;
  isRank: boolean;
  /** Whether it has a value or a rank; what has none is a change alone. */
  isLevel: boolean;
};

type WantedFigure = {
  field: 'value' | 'rank' | 'baseline' | 'change';
  value: number;
  before?: number;
};

/** The figure of the text that a fact names; null and a problem where there is none. */
export function claimFigure(
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
