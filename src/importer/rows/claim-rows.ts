import type { ValueType } from '../../vocabulary.ts';
import type { Claimant } from '../resolve/claim-request.ts';
import { quoted } from '../resolve/quotes.ts';
import type { Quoted } from '../resolve/quotes.ts';
import type { ResolvedSection } from '../resolve/sections.ts';
import type { FigureFacts, QuotedFigure } from '../read/shapes/figure.ts';
import type { Path } from '../read/parse-source.ts';
import type { Bilingual } from '../read/shapes/terms.ts';
import type { DerivedUnit } from '../resolve/unit-words.ts';
import { claimQuote } from './derived/claim-quote.ts';
import type { Whole } from './derived/inherit.ts';
import { readFigure } from './figure-rows.ts';
import type { ReportContext } from './report-context.ts';

/** A fact that claims a figure of the text, or states something in the report’s words. */
type ClaimPlace = {
  facts: QuotedFigure;
  claimant: Claimant;
  section: ResolvedSection;
  at: Path;
  /** What it is a part of; null for what is none. */
  whole: Whole | null;
  /** The quote that it may carry on; null where that could not be found. */
  before?: Quoted | null | undefined;
};

/** What such a fact says, as columns; where its figure begins, or else its words or its section. */
export function readClaim(context: ReportContext, place: ClaimPlace): ReadClaim {
  const { facts, claimant, section, at, whole } = place;
  const words = claimQuote(context, facts, place);
  const quote = words?.quote ?? null;
  const indicatorId = indicatorOf(context, facts, at);
  const figure = words && readFigure(context, facts, words, { at, claimant, whole });
  const isFigure = valueTypeOf(facts) !== 'STATEMENT';
  // Where a figure is not known it is told here, and not once more as one that nobody claims.
  if (!words || (!figure && isFigure)) context.figures.excuse(words?.told ?? section);
  const statement = quote && readStatement(context, facts, quote, at);
  return {
    quote,
    isFigure,
    isRead: figure !== null,
    unit: figure?.unit ?? null,
    offset: figure?.offset ?? quote?.start ?? section.start,
    columns: {
      valueType: valueTypeOf(facts),
      statement,
      changeIsRelative: false,
      ...figure?.columns,
      indicatorId,
    },
  };
}

export type ReadClaim = {
  quote: Quoted | null;
  /** Whether it is one of a figure, and whether that was found. */
  isFigure: boolean;
  isRead: boolean;
  /** The unit of its figure; null where none was found. */
  unit: DerivedUnit | null;
  offset: number;
  columns: {
    valueType: ValueType;
    statement: string | null;
    changeIsRelative: boolean;
    indicatorId: number | null;
  };
};

const indicatorOf = ({ terms, report }: ReportContext, { indicator }: FigureFacts, at: Path) =>
  indicator === undefined ? null : terms.indicators.rowOf(indicator, [...at, 'indicator'], report);

function valueTypeOf({ value, rank, change, changePercent }: FigureFacts): ValueType {
  if (value !== undefined) return 'QUANTITY';
  if (rank !== undefined) return 'RANK';
  // Of what stands without its value it is told already.
  if (changePercent !== undefined) return 'QUANTITY';
  return change !== undefined ? 'CHANGE' : 'STATEMENT';
}

/** The words in place of a figure, which must stand in its quote; null for a figure. */
function readStatement(
  { report }: ReportContext,
  facts: FigureFacts,
  quote: Quoted,
  at: Path,
): string | null {
  const { statement } = facts;
  const isFigure = valueTypeOf(facts) !== 'STATEMENT';
  if (isFigure === (statement !== undefined)) {
    report(
      at,
      'figure-or-statement',
      statement === undefined
        ? 'There is neither a figure nor a statement.'
        : 'There is both a figure and a statement.',
      'Give value and unit, change and unit, rank, or statement.',
    );
    return null;
  }
  if (statement !== undefined) checkWordsOf(quote, statement, { at: [...at, 'statement'], report });
  return statement ?? null;
}

/** Words that a curator took from a quote stand in it. */
export function checkWordsOf(
  quote: Quoted,
  words: string,
  { at, report }: Pick<ReportContext, 'report'> & { at: Path },
): void {
  if (quote.exact.includes(words)) return;
  report(
    at,
    'statement-not-in-quote',
    `${quoted(words)} does not stand in ${quoted(quote.exact)}.`,
    'A statement is in the report’s own words: copy them from the quote.',
  );
}

/** The columns of words in both languages, which may be missing. */
export const bothLanguages = <Name extends string>(name: Name, words: Bilingual | undefined) =>
  ({ [`${name}Zh`]: words?.zh ?? null, [`${name}En`]: words?.en ?? null }) as Record<
    `${Name}${'Zh' | 'En'}`,
    string | null
  >;
