import type { Numeral, Quantity } from '../../text/numerals/numeral.ts';
import type { ClaimKind } from '../../vocabulary.ts';
import type { Path } from '../read/parse-source.ts';
import type { FigureFacts } from '../read/shapes/figure.ts';
import type { ReportProblem } from '../read/source-file.ts';
import type { Quoted } from './quotes.ts';
import type { FiguredText } from './shared-figure.ts';
import type { stretches } from './stretches.ts';

/** What claims a figure: its kind, its code, its row, and what it says that the figure is of. */
export type Claimant = { kind: ClaimKind; code: string; id: number; label: string };

/** A figure of the text as a fact takes it: the reading, and the words with its classifier. */
export type ClaimedFigure = Quantity & { text: string; start: number; numeral: Numeral };

export type UnclaimedFigure = Quantity & { numeral: Numeral };

/** What a unit is called in reports, longest first. */
export type Classifiers = readonly string[];

/** The unit that a figure is claimed in, and what the outcome has it from; null where it states it. */
type ClaimedUnit = { code: string; classifiers: Classifiers; from: string | null };

export type ClaimRequest = {
  facts: FigureFacts;
  claimant: Claimant;
  field: 'value' | 'rank' | 'baseline' | 'change';
  /** Whether it is a place in a ranking, which an ordinal tells. */
  isRank: boolean;
  value: number;
  unit: ClaimedUnit;
  quote: Quoted;
  before?: number | undefined;
  at: Path;
};

/** What claims are held against. */
export type Claims = {
  text: string;
  report: ReportProblem;
  quantities: readonly UnclaimedFigure[];
  ranks: readonly UnclaimedFigure[];
  told: FiguredText;
  owners: Map<Numeral, readonly Claimant[]>;
  excused: ReturnType<typeof stretches>;
};
