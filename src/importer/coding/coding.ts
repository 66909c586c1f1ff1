import type { OutcomeLevel, LinkBasis, PeriodBasis, ValueType } from '../../vocabulary.ts';
import type { MeasureStage } from '../../vocabulary/plans.ts';
import type { Span } from '../resolve/quotes.ts';

/** What one coder found in a report; offsets count code points of its text. */
export type Coding = {
  /** `a`, `b`, …, or `facts` for what was agreed on. */
  coder: string;
  /** The stretches of the text that were coded. */
  coded: readonly Span[];
  measures: readonly CodedMeasure[];
  outcomes: readonly CodedOutcome[];
  targets: readonly CodedTarget[];
  problems: readonly CodedProblem[];
  answers: readonly CodedAnswer[];
};

export type CodedMeasure = { words: string; spans: readonly Span[]; stage: MeasureStage };

/** A fact that may have a figure. */
export type CodedFigure = {
  words: string;
  spans: readonly Span[];
  /** Where its figure stands; null for what is told in words. */
  figure: number | null;
  kind: ValueType;
  value: number | null;
  /** The figure before; null without one. */
  baseline: number | null;
  /** Which of the coding's measures it stands under; −1 for a target that stands alone. */
  measure: number;
};

export type CodedOutcome = CodedFigure & {
  level: OutcomeLevel;
  basis: LinkBasis | 'NONE';
  /** The words of its period in one spelling; empty without one. */
  period: string;
  periodBasis: PeriodBasis | 'NONE';
};

export type CodedTarget = CodedFigure & {
  /** The words by when it is due in one spelling; empty without any. */
  due: string;
  dueBasis: PeriodBasis | 'NONE';
};

export type CodedProblem = {
  words: string;
  spans: readonly Span[];
  /** The words of its cause; null where none is given. */
  cause: (Span & { exact: string }) | null;
};

/** That a planned measure is set against a problem, both by their places in the coding. */
export type CodedAnswer = { problem: number; measure: number; basis: LinkBasis };
