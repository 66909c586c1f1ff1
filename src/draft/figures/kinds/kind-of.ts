import { indexCodePoints } from '../../../text/code-points.ts';
import type { DraftMeasure, DraftSection, FigureKind } from '../../draft.ts';
import type { FigureReading, Mention } from '../reading/mentions.ts';
import {
  countsPlaces,
  describesPlace,
  fallsShort,
  isAimedAt,
  isAlready,
  isDenied,
} from './kind-words.ts';
import { isPlanHeading, isShortcomingHeading, kindsOfParagraphs } from './plan-paragraphs.ts';

/** What a figure is to the report, by which rule, and why one should look. */
export type FoundKind = { kind: FigureKind; rule: string; review: string | null };

type KindContext = {
  sections: readonly DraftSection[];
  measures: readonly DraftMeasure[];
  year: number | null;
};

/** Tells what each figure is: the words of its sentence decide first, then its section. */
export function findKinds(reading: FigureReading, context: KindContext): FoundKind[] {
  const paragraphs = kindsOfParagraphs(reading.flat, context.year);
  const headings = kindsOfSections(reading.text, context.sections);
  const starts = sentenceStarts(reading);
  return reading.mentions.map((mention) => {
    const start = starts.get(mention.clause.sentence) ?? mention.clause.start;
    const placed =
      kindOfPlace(mention, context, headings) ?? paragraphs[mention.clause.paragraph] ?? null;
    return kindOf(reading, mention, { start, placed, year: context.year });
  });
}

function kindOf(
  { flat, numerals }: FigureReading,
  mention: Mention,
  { start, placed, year }: { start: number; placed: FigureKind | null; year: number | null },
): FoundKind {
  const before = flat.slice(start, mention.start);
  const own = flat.slice(mention.clause.start, mention.start);
  const behind = flat.slice(mention.end, mention.clause.end);
  const found = (kind: FigureKind, rule: string, review: string | null = null) => ({
    kind,
    rule,
    review,
  });
  if (mention.isModifier) return found('BACKGROUND', 'kind-modifier');
  if (isDenied(own)) {
    return found('BACKGROUND', 'kind-denied', 'The text says that there was none.');
  }
  if (describesPlace(own)) return found('BACKGROUND', 'kind-place');
  if (countsPlaces(own, behind)) {
    return found('BACKGROUND', 'kind-other-places', 'It may count what other places did.');
  }
  if (placed === 'PROBLEM') return found('PROBLEM', 'kind-section');
  if (fallsShort(before) || fallsShort(own + behind)) return found('PROBLEM', 'kind-short');
  if (isAimedAt(before) || isDueLater(numerals, flat, { start, end: mention.start, year })) {
    return found('TARGET', 'kind-aim');
  }
  if (placed !== 'TARGET') return found('RESULT', 'kind-result');
  return isAlready(before)
    ? found('RESULT', 'kind-result-in-plan', 'It stands in a plan and seems to be reached already.')
    : found('TARGET', 'kind-section');
}

/** 到2025年: a year to come, at which the figure is to be reached. */
function isDueLater(
  numerals: FigureReading['numerals'],
  flat: string,
  { start, end, year }: { start: number; end: number; year: number | null },
): boolean {
  return numerals.some((numeral) => {
    if (numeral.kind !== 'DATE' || numeral.start < start || numeral.end > end) return false;
    const words = flat.slice(numeral.start, numeral.end);
    const told = Number(/^(20\d\d)年/.exec(words)?.[1] ?? Number.NaN);
    if (Number.isNaN(told)) return false;
    const lead = flat.slice(Math.max(start, numeral.start - 2), numeral.start);
    if (year !== null) return told > year && !/[至自从较比]$/.test(lead.replace(/到$/, ''));
    return /(?:^|[,。、])到$/.test(lead) && !isAlready(flat.slice(numeral.end, end));
  });
}

/** Of a planned measure, or of a section that holds a plan or shortcomings. */
function kindOfPlace(
  { numeral: { span } }: Mention,
  { measures }: KindContext,
  headings: readonly (DraftSection & { kind: FigureKind | null })[],
): FigureKind | null {
  const isWithin = ({ start, end }: { start: number; end: number }) =>
    start <= span.start && span.end <= end;
  const section = headings.findLast((each) => each.kind !== null && isWithin(each));
  if (section !== undefined) return section.kind;
  return measures.some((measure) => measure.stage === 'PLANNED' && isWithin(measure))
    ? 'TARGET'
    : null;
}

function kindsOfSections(text: string, sections: readonly DraftSection[]) {
  const points = indexCodePoints(text);
  return sections.map((section) => {
    const { heading, part } = section;
    const words =
      heading === null
        ? ''
        : text.slice(points.toIndex(heading.start), points.toIndex(heading.end));
    const kind: FigureKind | null =
      part === 'PLAN' || (part === null && isPlanHeading(words))
        ? 'TARGET'
        : part === 'SHORTCOMINGS' || (part === null && isShortcomingHeading(words))
          ? 'PROBLEM'
          : null;
    return { ...section, kind };
  });
}

function sentenceStarts({ clauses }: FigureReading): Map<number, number> {
  const starts = new Map<number, number>();
  for (const { sentence, start } of clauses) if (!starts.has(sentence)) starts.set(sentence, start);
  return starts;
}
