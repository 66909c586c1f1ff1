import type { Passage } from '../../importer/read/shapes/terms.ts';
import { denominatorBeside } from '../../importer/resolve/unit-words.ts';
import type { DraftFigure, DraftSpan } from '../draft.ts';
import type { Composing } from './composing.ts';
import { moveOf, signed } from './move-of.ts';
import { sectionOf } from './outline.ts';
import type { OutlineSection } from './outline.ts';
import type { WrittenFigure, WrittenPeriod } from './written.ts';

/** Where a figure is told, and the words that prove it; null where they cannot be quoted. */
export type PlacedFigure = {
  readonly section: OutlineSection;
  readonly span: DraftSpan;
  readonly quote: Passage;
};

export function placeFigure(composing: Composing, figure: DraftFigure): PlacedFigure | null {
  const { quoted, outline, concessions } = composing;
  const own = { start: figure.start, end: figure.end };
  const isBare = concessions.has(figure.id, 'bare-quote');
  const isNarrow =
    isBare || concessions.has(figure.id, 'narrow-quote') || showsTwice(composing, figure);
  const holds = figure.quote.start <= own.start && own.end <= figure.quote.end;
  const move = moveOf(composing, figure);
  const whole = move ? [joined(figure.quote, move.figure.quote)] : [];
  const between = isNarrow && !isBare && holds ? [betweenFigures(composing, figure)] : [];
  for (const span of [
    ...whole,
    ...between,
    ...(isNarrow || !holds ? [own] : [figure.quote, own]),
  ]) {
    const section = sectionOf(outline, span);
    const quote = section && quoted.passageOf(span, section);
    if (section && quote !== null) return { section, span, quote };
  }
  return null;
}

/** Whether another figure of the same value stands in the quote of one. */
const showsTwice = ({ figuresIn }: Composing, { start, value, quote }: DraftFigure): boolean =>
  figuresIn(quote).some(
    (other) => other.value === value && other.start !== start && other.end <= quote.end,
  );

/** The quote of a figure as far as no other figure stands in it. */
function betweenFigures(
  { figuresIn, quoted }: Composing,
  { start, end, quote }: DraftFigure,
): DraftSpan {
  const others = figuresIn(quote).filter((other) => other.start !== start);
  const ends = others.filter((other) => other.end <= start).map((other) => other.end);
  const starts = others.filter((other) => other.start >= end).map((other) => other.start);
  const from = Math.max(quote.start, ...ends);
  const lead =
    /^[\s,，、;；。:：和及]*/u.exec(quoted.wordsOf({ start: from, end: start }))?.[0] ?? '';
  return { start: from + lead.length, end: Math.min(quote.end, ...starts) };
}

const joined = (one: DraftSpan, other: DraftSpan): DraftSpan => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
});

/** The figure's own fields as facts have them; `of` is the unit that it takes over from its whole, if any. */
export function figureFields(
  composing: Composing,
  figure: DraftFigure,
  { span, of }: { span: DraftSpan; of: string | null },
): WrittenFigure {
  const { quoted, vocabulary, concessions } = composing;
  const { id, change, indicator, isRank } = figure;
  const has = (concession: Parameters<typeof concessions.has>[1]) =>
    concessions.has(id, concession);
  // What observes a rate moves by points, and in per cent of itself no indicator is told.
  const isIndicated = change !== 'RATE_OF_CHANGE' && !has('no-indicator');
  const known = vocabulary.known.observed.get(indicator ?? '');
  const observed =
    isIndicated && known && !isPerOther(composing, figure, known.unit) ? indicator : null;
  const unit =
    observed === null && !isRank ? unitOf(composing, figure, quoted.wordsOf(span)) : undefined;
  const isOfWhole = of !== null && unit !== undefined && figure.unit === of;
  return {
    ...amountsOf(composing, figure),
    ...(has('name-figure') && { figure: quoted.wordsOf(figure) }),
    ...(unit !== undefined && !isOfWhole && { unit }),
    ...(observed !== null && { indicator: observed }),
  };
}

/** 每个乡镇不少于10名 observes no number of all persons: whether a figure is told per something that a unit is not. */
function isPerOther({ quoted }: Composing, { start }: DraftFigure, unit: string): boolean {
  const before = quoted.wordsOf({ start: Math.max(0, start - longestPer), end: start });
  return !unit.includes('/') && denominatorBeside({ before, after: '' }) !== null;
}
const longestPer = 30;

/** A level with what it was before and how far it moved, a rank, or an amount of change alone. */
function amountsOf(composing: Composing, figure: DraftFigure): WrittenFigure {
  const { concessions } = composing;
  const { id, value, baseline, change, direction, comparison, isRank } = figure;
  const move = moveOf(composing, figure);
  const has = (concession: Parameters<typeof concessions.has>[1]) =>
    concessions.has(id, concession);
  // How far two things are apart is the value of what its label names: no verb of change leads to it.
  const isMoved = change !== 'LEVEL' && comparison === null && !has('as-value');
  const falls = (direction === 'DOWN') !== has('flip-sign');
  if (isMoved || has('as-change')) return { change: signed(falls, value) };
  return {
    ...(baseline !== null && !has('no-baseline') && { baseline }),
    ...(isRank ? { rank: value } : { value }),
    ...(move && { [move.field]: move.by }),
  };
}

/**
 * The unit of a figure: the classifier as written, with the noun that it counts where the quote holds that, and the head
 * that tells it where the figure is a number in a table.
 */
function unitOf(
  { quoted, concessions }: Composing,
  { id, start, unit, noun, unitHead }: DraftFigure,
  quote: string,
): NonNullable<WrittenFigure['unit']> {
  if (unit === '' || concessions.has(id, 'no-unit')) return '1';
  const isNamed =
    !concessions.has(id, 'plain-unit') && noun !== null && noun !== '' && quote.includes(noun);
  const isTold =
    unitHead !== null && unitHead.end <= start && quoted.wordsOf(unitHead).includes(unit);
  const head = isTold ? quoted.passageOf(unitHead) : null;
  if (!isNamed && head === null) return unit;
  return { classifier: unit, ...(isNamed && { noun }), ...(head !== null && { head }) };
}

/** The period of a figure, where its words stand before the end of its quote. */
export function periodFields(
  { quoted, concessions }: Composing,
  { id, period }: DraftFigure,
  { section, span }: PlacedFigure,
): WrittenPeriod | null {
  if (!period || concessions.has(id, 'no-period')) return null;
  const before = quoted.wordsOf({ start: section.start, end: span.end });
  if (period.text === '' || !before.includes(period.text)) return null;
  return {
    text: period.text,
    ...(period.edtf !== null && period.edtf !== '' && { edtf: period.edtf }),
    ...(!period.stated && { basis: 'INFERRED' as const }),
  };
}
