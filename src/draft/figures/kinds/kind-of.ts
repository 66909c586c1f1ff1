import { indexCodePoints } from '../../../text/code-points.ts';
import type { DraftMeasure, DraftSection, FigureKind } from '../../draft.ts';
import type { FigureReading, Mention } from '../reading/mentions.ts';
import {
  answersProblem,
  countsPlaces,
  countsWords,
  describesPlace,
  fallsShort,
  isAimedAt,
  isAlready,
  isDenied,
  isGround,
  isNorm,
  isStandard,
  withoutGrounds,
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
export function findKinds(text: string, reading: FigureReading, context: KindContext): FoundKind[] {
  const paragraphs = kindsOfParagraphs(reading.flat, context.year);
  const headings = kindsOfSections(text, context.sections);
  const starts = sentenceStarts(reading);
  return reading.mentions.map((mention) => {
    const start = starts.get(mention.clause.sentence) ?? mention.clause.start;
    const placed =
      kindOfPlace(mention, context, headings) ?? paragraphs[mention.clause.paragraph] ?? null;
    return kindOf(reading, mention, { start, placed, year: context.year });
  });
}

/** How far before a figure the words of its sentence are read. */
const reach = 300;

function kindOf(
  { flat }: FigureReading,
  mention: Mention,
  { start, placed, year }: { start: number; placed: FigureKind | null; year: number | null },
): FoundKind {
  const far = mention.start - reach;
  const before = withoutGrounds(flat.slice(Math.max(start, far), mention.start));
  const own = flat.slice(Math.max(mention.clause.start, far), mention.start);
  const behind = flat.slice(mention.end, Math.min(mention.clause.end, mention.end + reach));
  const found = (kind: FigureKind, rule: string, review: string | null = null) => ({
    kind,
    rule,
    review,
  });
  if (mention.isModifier) return found('BACKGROUND', 'kind-modifier');
  // A table is data, whatever section it was put behind.
  const { cell } = mention.numeral;
  if (cell !== null) {
    const isAim = /目标|计划|任务/.test(cell.column);
    return found(isAim ? 'TARGET' : 'RESULT', 'kind-cell');
  }
  if (countsWords(mention.quantity.unit, behind)) return found('BACKGROUND', 'kind-words');
  if (isDenied(own)) {
    return found('BACKGROUND', 'kind-denied', 'The text says that there was none.');
  }
  if (describesPlace(own)) return found('BACKGROUND', 'kind-place');
  if (isStandard(own, behind)) return found('BACKGROUND', 'kind-standard');
  if (countsPlaces(own, behind)) {
    return found('BACKGROUND', 'kind-other-places', 'It may count what other places did.');
  }
  if (isGround(own, behind)) return found('RESULT', 'kind-ground');
  if (placed === 'PROBLEM' && !answersProblem(before)) return found('PROBLEM', 'kind-section');
  if (fallsShort(before) || fallsShort(own + behind)) return found('PROBLEM', 'kind-short');
  if (isAimedAt(before) || isDueLater(before, year)) {
    return found('TARGET', 'kind-aim');
  }
  if (placed !== 'TARGET') {
    return isNorm(own, mention.numeral.text)
      ? found('TARGET', 'kind-norm', 'It may be a rule that was kept, and not one that was set.')
      : found('RESULT', 'kind-result');
  }
  return isAlready(before)
    ? found('RESULT', 'kind-result-in-plan', 'It stands in a plan and seems to be reached already.')
    : found('TARGET', 'kind-section');
}

const yearTold = /(20\d\d)年/g;

/** 到2025年: a year to come, at which the figure is to be reached; not 对2025年检查发现的, nor the end of a span. */
function isDueLater(before: string, year: number | null): boolean {
  if (!before.includes('20')) return false;
  const open = before.replaceAll(/《[^》]*》?|\([^)]*\)/g, '');
  for (const { 1: told, index, 0: words } of open.matchAll(yearTold)) {
    const lead = open.slice(Math.max(0, index - 4), index);
    const behind = open.slice(index + words.length);
    const isLater = year !== null && Number(told) > year;
    if (isLater && leadsToDue.test(lead) && !isOfThing.test(behind)) return true;
    const isDue = /(?:^|[,。、])到$/.test(lead) && index <= 4;
    if (year === null && isDue && !isAlready(behind)) return true;
  }
  return false;
}

/** What stands before the year of a time, and not of a thing or of a comparison. */
const leadsToDue =
  /(?:^|[,、;:。!?\s“"]|(?<![年月\d])[到至]|[在于]|(?<!计|规)划|力争|争取|预计|确保|计划|将|并|其中|今年|明年|市|县|区|省|局|院)$/;
/** 2024年检查发现的27个: the year belongs to what is counted. */
const isOfThing = /^(?:度|[初底末]|\d{1,2}月)?[^,、;:。]{1,20}的[^,;:。]{0,6}$/;

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
