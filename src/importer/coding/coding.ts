import type { OutcomeLevel, LinkBasis, PeriodBasis, ValueType } from '../../vocabulary.ts';
import type { Span } from '../resolve/quotes.ts';

/** What one coder found in a report; offsets count code points of its text. */
export type Coding = {
  /** `a`, `b`, …, or `facts` for what was agreed on. */
  coder: string;
  /** The stretches of the text that were coded. */
  coded: readonly Span[];
  measures: readonly CodedMeasure[];
  outcomes: readonly CodedOutcome[];
};

export type CodedMeasure = { words: string; spans: readonly Span[] };

export type CodedOutcome = {
  words: string;
  spans: readonly Span[];
  /** Where its figure stands; null for a result in words. */
  figure: number | null;
  kind: ValueType;
  value: number | null;
  /** The figure before; null without one. */
  baseline: number | null;
  level: OutcomeLevel;
  basis: LinkBasis | 'NONE';
  /** The words of its period in one spelling; empty without one. */
  period: string;
  periodBasis: PeriodBasis | 'NONE';
  /** Which of the coding's measures it stands under. */
  measure: number;
};
