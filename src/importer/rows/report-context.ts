import { sliceCodePoints } from '../../text/code-points.ts';
import { findNumerals } from '../../text/numerals/numeral-scanner.ts';
import { findStops } from '../../text/point.ts';
import type { SearchType } from '../../vocabulary.ts';
import { codesOf } from '../resolve/codes.ts';
import { addEntry } from './entries.ts';
import { figureClaimsOf } from '../resolve/figure-claims.ts';
import type { ResolvedPeriod } from '../resolve/periods.ts';
import { resolveQuote } from '../resolve/quotes.ts';
import type { Quoted, Span } from '../resolve/quotes.ts';
import type { ReportSource } from '../read/read-seed.ts';
import type { Rows } from './rows.ts';
import type { ResolvedSection } from '../resolve/sections.ts';
import type { Passage } from '../read/shapes/terms.ts';
import type { Path } from '../read/parse-source.ts';
import type { DerivedUnit } from '../resolve/unit-words.ts';
import { placeAt } from './text-order.ts';
import type { VocabularyIndex } from './vocabulary-index.ts';

/** What a report's measures and outcomes take over from it. */
export type ReportFrame = {
  placeId: number;
  year: number | null;
  window: string;
  /** The first day of its period. */
  start: string | null;
};

/** What the parts of a report's import share. */
export type ReportContext = ReturnType<typeof createReportContext>;

/** Finds or makes the rows of quoted words, one for each stretch of the text. */
function createEvidences(
  rows: Rows,
  sections: readonly ResolvedSection[],
  { reportId, sectionIds }: { reportId: number; sectionIds: number },
) {
  const rowByStretch = new Map<string, number>();
  return function evidence(words: Quoted | null): number | null {
    if (!words) return null;
    const { exact, start, end } = words;
    const stretch = `${start}-${end}`;
    const present = rowByStretch.get(stretch);
    if (present !== undefined) return present;
    const index = sections.findIndex((section) => start >= section.start && start < section.end);
    const id = rows.evidences.length + 1;
    rows.evidences.push({
      id,
      reportId,
      sectionId: sectionIds + index,
      exact,
      start,
      end,
    });
    rowByStretch.set(stretch, id);
    return id;
  };
}

export function createReportContext(options: {
  source: ReportSource;
  terms: VocabularyIndex;
  rows: Rows;
  sections: readonly ResolvedSection[];
  frame: ReportFrame;
}) {
  const { source, terms, rows, sections, frame } = options;
  const { code, text, report } = source;
  const reportId = rows.reports.length + 1;
  const sectionIds = rows.sections.length + 1;
  const evidence = createEvidences(rows, sections, { reportId, sectionIds });
  return {
    ...source,
    terms,
    rows,
    frame,
    reportId,
    sectionIds,
    /** The units of the report's own, by the words that name them. */
    ownUnits: new Map<string, DerivedUnit>(),
    /** The outcomes of which only some parts are told. */
    partial: new Set<number>(),
    /** The row of the words, made when they are first needed; null for null. */
    evidence,
    origins: codesOf('origin'),
    documents: codesOf('document'),
    measures: codesOf('measure'),
    outcomes: codesOf('outcome'),
    targets: codesOf('target'),
    problems: codesOf('problem'),
    stops: findStops(text),
    figures: figureClaimsOf(text, findNumerals(text), report),
    /** The words around a place, to find it by. */
    around: (start: number, end: number) =>
      sliceCodePoints(text, start - 8, end + 8).replaceAll('\n', '⏎'),
    /** A code as it is stored and cited. */
    codeOf: (slug: string) => `${code}/${slug}`,
    entry: (type: SearchType, entryCode: string, title: string) =>
      addEntry(rows, type, { code: entryCode, title, reportId }),
    /** The place of what begins so many characters into the text, as it is stored. */
    placeAt,
    quote: (passage: Passage, within: Span | undefined, at: Path) =>
      resolveQuote(text, passage, { within, at, report }),
    /** The columns of a report's period; an outcome's have its key as well. */
    periodRow: (period: ResolvedPeriod | null | undefined) => ({
      periodText: period?.text ?? null,
      periodEdtf: period?.edtf ?? null,
      periodStart: period?.start ?? null,
      periodEnd: period?.end ?? null,
      periodBasis: period?.basis ?? null,
      periodEvidenceId: evidence(period?.quote ?? null),
    }),
  };
}
