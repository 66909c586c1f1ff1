import type { Passage } from '../../importer/read/shapes/terms.ts';
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
  const { id, value, baseline, change, direction, indicator } = figure;
  const move = moveOf(composing, figure);
  const has = (concession: Parameters<typeof concessions.has>[1]) =>
    concessions.has(id, concession);
  const isChange = (change !== 'LEVEL' && !has('as-value')) || has('as-change');
  const falls = (direction === 'DOWN') !== has('flip-sign');
  // What observes a rate moves by points, and in per cent of itself no indicator is told.
  const isIndicated = change !== 'RATE_OF_CHANGE' && !has('no-indicator');
  const observed = isIndicated && vocabulary.known.observed.has(indicator ?? '') ? indicator : null;
  const unit =
    observed === null ? unitOf(figure, quoted.wordsOf(span), has('plain-unit')) : undefined;
  const isOfWhole = of !== null && unit !== undefined && figure.unit === of;
  return {
    ...(isChange
      ? { change: signed(falls, value) }
      : { ...(baseline !== null && !has('no-baseline') && { baseline }), value }),
    ...(!isChange && move && { [move.field]: move.by }),
    ...(has('name-figure') && { figure: quoted.wordsOf(figure) }),
    ...(unit !== undefined && !isOfWhole && { unit }),
    ...(observed !== null && { indicator: observed }),
  };
}

/** The unit of a figure: the classifier as written, with the noun that it counts where the quote holds that. */
function unitOf(
  { unit, noun }: DraftFigure,
  quote: string,
  isPlain: boolean,
): NonNullable<WrittenFigure['unit']> {
  if (unit === '') return '1';
  const isNamed = !isPlain && noun !== null && noun !== '' && quote.includes(noun);
  return isNamed ? { classifier: unit, noun } : unit;
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
