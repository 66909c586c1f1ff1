import { simplifyText } from '../../text/characters/simplify.ts';
import type { DraftFigure, DraftMeasure, DraftRatio, DraftSection, DraftSpan } from '../draft.ts';
import { baselineOf, changeOf, isMultiplied, reviewOfBaseline } from './change-of.ts';
import { findKinds } from './kinds/kind-of.ts';
import type { FoundKind } from './kinds/kind-of.ts';
import { levelOf } from './kinds/level-of.ts';
import type { FigureLabel } from './label/figure-label.ts';
import { wordsOf } from './label/figure-label.ts';
import { findLabels } from './label/find-labels.ts';
import { isClassifier } from './label/label-context.ts';
import type { OwnWords } from './label/own-words.ts';
import { labelsOfEach } from './label/shared.ts';
import { measureOf } from './measure-of.ts';
import { findPeriods } from './periods/find-periods.ts';
import { planYears } from './periods/plan-years.ts';
import { reportYearOf } from './periods/times.ts';
import { readFigures } from './reading/mentions.ts';
import { isRank } from './reading/placed-numerals.ts';
import type { FigureReading, Mention } from './reading/mentions.ts';
import { increaseOf } from './relations/increase-of.ts';
import { indicatorOf } from './relations/indicator-of.ts';
import type { IndicatorIndex } from './relations/indicator-of.ts';
import { findRatios } from './relations/ratios.ts';

export type FigureContext = {
  readonly sections: readonly DraftSection[];
  readonly measures: readonly DraftMeasure[];
  /** The year that the report tells of; null where nobody knows. */
  readonly year: number | null;
  /** The title of the text; left out where it has none. */
  readonly title?: string;
  readonly indicators: IndicatorIndex;
};

/** Every figure of a text with what it counts, and the rates that follow from two of them. */
export function findFigures(
  text: string,
  context: FigureContext,
): { figures: DraftFigure[]; ratios: DraftRatio[] } {
  const reading = readFigures(text);
  const { owns, labels, parts } = findLabels(reading);
  const kinds = findKinds(text, reading, context);
  const report = reportYearOf(reading.flat, context.year);
  const { sections, title = '' } = context;
  const planYearOf = planYears(text, { sections, title, report });
  const periods = findPeriods(reading, { kinds, report, planYearOf });
  const wholes = new Map(parts.map((part) => [part.part, part]));
  const idOf = (index: number) => `f${index + 1}`;
  const figures = reading.mentions.flatMap((mention) => {
    const { index } = mention;
    const [label, own, kind] = [labels[index], owns[index], kinds[index]];
    if (label === undefined || own === undefined || kind === undefined) return [];
    const whole = wholes.get(index);
    const increase = increaseOf(reading, owns, mention);
    const changed = increase?.total ?? (mention.comparison === null ? label.changeOf : undefined);
    const base = figureOf({ reading, context, mention, label, own, kind });
    const figure: DraftFigure = {
      ...base,
      id: idOf(index),
      period: periods[index] ?? null,
      ...(increase && { change: 'BY', direction: 'UP' }),
      changeOf: changed === undefined ? null : idOf(changed),
      whole: whole === undefined ? null : idOf(whole.whole),
    };
    const each = labelsOfEach(reading, own, label);
    return each.length < 2
      ? [figure]
      : each.map((words, at) => ({
          ...figure,
          id: at === 0 ? figure.id : `${figure.id}-${at + 1}`,
          label: words,
          rule: 'label-of-each',
        }));
  });
  const ratios = findRatios(reading, labels).map(({ rate, count, base, rule, review }) => ({
    rate: idOf(rate),
    count: idOf(count),
    base: idOf(base),
    rule,
    review,
  }));
  return { figures, ratios };
}

type Found = {
  reading: FigureReading;
  context: FigureContext;
  mention: Mention;
  label: FigureLabel;
  own: OwnWords;
  kind: FoundKind;
};

/** All of a figure but what depends on other figures. */
function figureOf({ reading, context, mention, label, own, kind }: Found) {
  const { quantity, numeral, comparison } = mention;
  const quote = quoteOf(reading, mention, label);
  const unit = simplifyText(quantity.unit);
  const isCarried = /antecedent|carried|topic|predicate|matter/.test(label.rule);
  const ownText = isCarried
    ? wordsOf(reading.masked, own.head, own.noun, own.predicate)
    : (label.inFull ?? label.text);
  const isResult = kind.kind === 'RESULT';
  const isLevel = !mention.isModifier && !isRank(numeral) && comparison === null;
  const indicator = !isLevel
    ? null
    : indicatorOf(context.indicators, {
        label: label.text,
        own: ownText,
        unit,
        // A noun that was told before may be counted under another name: applications that were decided are cases.
        noun: isCarried ? null : label.noun,
      });
  return {
    ...numeral.span,
    quote,
    kind: kind.kind,
    value: quantity.value,
    unit,
    unitHead: headOfUnit(reading, mention),
    noun: isClassifier(unit) && !isRank(numeral) ? label.noun : null,
    qualifier: quantity.qualifier,
    baseline: baselineOf(mention),
    ...changeOf(mention),
    isRank: isRank(numeral),
    comparison: comparedBy(reading, mention),
    label: label.text,
    measure: measureOf(context, numeral.span),
    indicator: indicator?.code ?? null,
    level: isResult ? (indicator?.level ?? levelOf(mention, label)) : null,
    rule: label.rule,
    review: label.review ?? kind.review ?? reviewOfBaseline(mention),
  };
}

/** The words of a table that tell the unit of a number, without white space around them. */
function headOfUnit({ joined, flat }: FigureReading, { numeral }: Mention): DraftSpan | null {
  const head = numeral.cell?.unitHead;
  // A cell that holds its unit needs no head.
  if (!head || !/[\d０-９]$/.test(numeral.text)) return null;
  const words = flat.slice(head.start, head.end);
  const start = head.start + (words.length - words.trimStart().length);
  return {
    start: joined.startInRaw(start),
    end: joined.endInRaw(start + words.trim().length),
  };
}

/** What a figure is held against, as the text has it; that it is a multiple of what was before stands in its own words. */
function comparedBy({ flat }: FigureReading, mention: Mention): string | null {
  const { comparison, quantity, before, numeral } = mention;
  if (numeral.cell?.isChange) return numeral.cell.column;
  if (isMultiplied(quantity)) return numeral.text;
  if (comparison === null) return null;
  return flat.slice(before.end - comparison.words.length, before.end).replaceAll(/\s/g, '');
}

/** From the first word that says what is counted to the last; in its own clause where that is told too far off. */
function quoteOf(
  { joined }: FigureReading,
  { clause, start, end, baseline }: Mention,
  label: FigureLabel,
): DraftSpan {
  const first = Math.min(start, baseline?.start ?? start);
  const isNear = label.start >= clause.sentenceStart;
  return {
    start: joined.startInRaw(isNear ? Math.min(label.start, first) : first),
    end: joined.endInRaw(Math.max(end, label.end)),
  };
}
