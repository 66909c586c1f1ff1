import { stretchOf } from '../../text/point.ts';
import { seedBounds } from '../../limits.ts';
import type { DraftFigure, DraftSpan, DraftStatement } from '../draft.ts';
import { labelOf, linkKey, said, titleOf } from './composing.ts';
import type { Composing } from './composing.ts';
import { figureFields, periodFields, placeFigure } from './figure-fields.ts';
import type { PlacedFigure } from './figure-fields.ts';
import { isMove, reviewOfMove } from './move-of.ts';
import type { PlacedMeasure, createCarriers } from './measures.ts';
import { sectionOf } from './outline.ts';
import type { WrittenLink, WrittenOutcome } from './written.ts';

/** Outcomes as they stand under measures, by the measure's id; `ids` says of each object which item it is. */
export type OutcomesOf = {
  readonly measures: ReadonlyMap<string, PlacedMeasure>;
  readonly carriers: ReturnType<typeof createCarriers>;
  readonly ids: WeakMap<object, string>;
};

type Hung = { readonly outcome: WrittenOutcome; readonly start: number };

/** The results of a draft under their measures: figures with their parts, and results in words. */
export function hangOutcomes(composing: Composing, of: OutcomesOf): Map<string, Hung[]> {
  const hung = new Map<string, Hung[]>();
  const hang = (measure: PlacedMeasure, outcome: WrittenOutcome, start: number) => {
    const own = hung.get(measure.id);
    if (own) own.push({ outcome, start });
    else hung.set(measure.id, [{ outcome, start }]);
  };
  const parts = partsOf(composing);
  for (const figure of composing.draft.figures) {
    if (figure.kind !== 'RESULT' || !composing.concessions.isLive(figure.id)) continue;
    if (parts.isPart(figure) || isMove(composing, figure)) continue;
    const placed = placeFigure(composing, figure);
    const measure = placed && measureFor(composing, of, { item: figure, section: placed.section });
    if (!placed || !measure) {
      const why = placed
        ? 'no words beside it can stand for its measure'
        : 'its words cannot be told from others';
      composing.concessions.drop(figure.id, why);
      continue;
    }
    const link = linkOf(composing, measure, figure.id, placed.span);
    const outcome = tellFigure(composing, figure, placed, { of, parts, whole: null });
    hang(measure, { ...outcome, link }, figure.start);
    const last = hung.get(measure.id)?.at(-1)?.outcome;
    if (last) of.ids.set(last, figure.id);
  }
  for (const statement of composing.draft.statements) {
    const told = tellStatement(composing, of, statement);
    if (told) hang(told.measure, told.outcome, statement.start);
  }
  return hung;
}

/** The measure that an item stands under: its own where that is in the same section, or one made for it. */
function measureFor(
  composing: Composing,
  { measures, carriers }: OutcomesOf,
  { item, section }: { item: DraftFigure; section: PlacedFigure['section'] },
): PlacedMeasure | null {
  const own = measures.get(item.measure ?? '');
  if (own && !own.isPlanned && own.section.code === section.code) return own;
  return carriers.of(section, item);
}

/** Which figures stand under others as their parts. */
function partsOf(composing: Composing) {
  const { draft, figures, concessions } = composing;
  const wholeOf = (figure: DraftFigure): DraftFigure | null => {
    const whole = figures.get(figure.whole ?? '');
    const isPart =
      whole !== undefined &&
      whole.id !== figure.id &&
      [whole, figure].every(({ kind, id }) => kind === 'RESULT' && concessions.isLive(id)) &&
      !concessions.has(figure.id, 'no-whole') &&
      ![whole, figure].some((each) => isMove(composing, each));
    return isPart ? whole : null;
  };
  // What leads back to itself is no part of anything.
  const isInCircle = (figure: DraftFigure) => {
    let above = wholeOf(figure);
    for (let steps = 0; above !== null && steps < 8; steps += 1) {
      if (above.id === figure.id) return true;
      above = wholeOf(above);
    }
    return above !== null;
  };
  const under = Map.groupBy(
    draft.figures.filter((figure) => wholeOf(figure) !== null && !isInCircle(figure)),
    ({ whole }) => whole ?? '',
  );
  const all = new Set([...under.values()].flat());
  return {
    isPart: (figure: DraftFigure) => all.has(figure),
    of: ({ id }: DraftFigure) => (under.get(id) ?? []).slice(0, seedBounds.parts),
  };
}

type Whole = { readonly placed: PlacedFigure; readonly figure: DraftFigure };

type Telling = {
  readonly of: OutcomesOf;
  readonly parts: ReturnType<typeof partsOf>;
  readonly whole: Whole | null;
};

function tellFigure(
  composing: Composing,
  figure: DraftFigure,
  placed: PlacedFigure,
  telling: Telling,
): WrittenOutcome {
  const { quoted, concessions } = composing;
  const { of, parts, whole } = telling;
  const label = labelOf(figure, quoted.wordsOf(placed.span));
  const own = figureFields(composing, figure, {
    span: placed.span,
    of:
      whole &&
      figureFields(composing, whole.figure, { span: whole.placed.span, of: null }).indicator ===
        undefined
        ? whole.figure.unit
        : null,
  });
  const level = levelOf(composing, figure, own.indicator);
  const period = periodFields(composing, figure, placed);
  const inherited = whole && periodFields(composing, whole.figure, whole.placed);
  const inner = parts.of(figure).flatMap((part): WrittenOutcome[] => {
    const inside = placeFigure(composing, part);
    if (inside?.section.code !== placed.section.code) {
      concessions.make(
        part.id,
        ['no-whole', 'drop'],
        'it stands in another section than its whole',
      );
      return [];
    }
    const told = tellFigure(composing, part, inside, { ...telling, whole: { placed, figure } });
    of.ids.set(told, part.id);
    return [told];
  });
  const isSum = sumsUp(figure, parts.of(figure));
  return {
    code: '',
    label,
    ...(whole && { dimension: label }),
    ...(level !== null && { level }),
    quote: placed.quote,
    ...own,
    ...(inner.length > 0 && isSum === 'LESS' && { partial: true }),
    ...(period && period.text !== inherited?.text && { period }),
    ...said(figure, [
      reviewOfMove(composing, figure),
      isSum === 'MORE' ? 'its parts come to more than it' : null,
      figure.label.trim() === '' ? 'nothing says what it counts: the label is its quote' : null,
      concessions.has(figure.id, 'no-indicator') && figure.indicator !== null
        ? `it may observe ${figure.indicator}, which does not fit or is told otherwise as well`
        : null,
      figure.level === null && own.indicator === undefined
        ? 'no rule decided its level: it stands as OUTPUT'
        : null,
    ]),
    ...(inner.length > 0 && { parts: inner }),
  };
}

/** Whether exact parts come to their whole, to less or to more. */
function sumsUp(whole: DraftFigure, parts: readonly DraftFigure[]): 'SAME' | 'LESS' | 'MORE' {
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (parts.length === 0 || Math.abs(sum - whole.value) < 1e-9) return 'SAME';
  return sum < whole.value ? 'LESS' : 'MORE';
}

/** The level that is to be written: none where the indicator has one. */
function levelOf(
  { vocabulary }: Composing,
  { level }: DraftFigure,
  indicator: string | undefined,
): string | null {
  const observed = indicator === undefined ? undefined : vocabulary.known.observed.get(indicator);
  return observed?.level === undefined ? (level ?? 'OUTPUT') : null;
}

/** How an outcome hangs on its measure: by words of one sentence where the text joins them, or by standing with it. */
function linkOf(
  composing: Composing,
  measure: PlacedMeasure,
  outcome: string,
  span: DraftSpan,
): WrittenLink {
  const { quoted, links, stops, concessions } = composing;
  const link = links.get(linkKey({ measure: measure.id, outcome }));
  const sentence = stretchOf(stops.sentences, span.end - 1);
  const act = measure.acts.findLast(
    ({ start }) => start < span.end && stretchOf(stops.sentences, start) === sentence,
  );
  const isStated = link?.basis === 'STATED' && !concessions.has(outcome, 'same-point');
  const begins = [link?.from, act].find((words) => words && words.start < span.end);
  const joins =
    isStated &&
    begins !== null &&
    begins !== undefined &&
    joinsEnds(composing, measure, { outcome, start: begins.start, end: span.end });
  const from = joins ? quoted.passageOf(begins, measure.section) : null;
  if (!link) return { basis: 'SAME_POINT' };
  const isLost = link.basis === 'STATED' && from === null;
  return {
    basis: from === null ? 'SAME_POINT' : 'STATED',
    ...(from !== null && { from }),
    ...said(link, [
      isLost
        ? 'the text seems to join them, and the words that do cannot be quoted in one sentence'
        : null,
    ]),
  };
}

/** Whether words hold some of a measure, or of another figure that came of it, told with its act. */
function joinsEnds(
  { draft, concessions }: Composing,
  { id, acts }: PlacedMeasure,
  { outcome, ...words }: DraftSpan & { outcome: string },
): boolean {
  const shares = (span: DraftSpan) =>
    Math.min(span.end, words.end) - Math.max(span.start, words.start) >= 2;
  return (
    acts.some(shares) ||
    draft.figures.some(
      (other) =>
        other.kind === 'RESULT' &&
        other.measure === id &&
        other.id !== outcome &&
        concessions.isLive(other.id) &&
        shares(other.quote),
    )
  );
}

/** A result in words under the measure that it came of; null where none is there, or its words cannot be quoted. */
function tellStatement(
  composing: Composing,
  { measures, ids }: OutcomesOf,
  statement: DraftStatement,
): { measure: PlacedMeasure; outcome: WrittenOutcome } | null {
  const { quoted, outline, concessions } = composing;
  const { id } = statement;
  if (!concessions.isLive(id)) return null;
  const section = sectionOf(outline, statement);
  const inSection = [...measures.values()].filter(
    (each) => !each.isPlanned && each.section.code === section?.code,
  );
  const own = inSection.find((measure) => measure.id === statement.measure);
  const measure = own ?? inSection.findLast(({ acts }) => (acts[0]?.start ?? 0) <= statement.start);
  const passage = section && quoted.passageOf(statement, section);
  const words = quoted.wordsOf(statement);
  if (!measure || passage === null || words.length > 1900) {
    concessions.drop(
      id,
      measure
        ? 'its words cannot be told from others'
        : 'there is no measure that it could stand under',
    );
    return null;
  }
  const outcome: WrittenOutcome = {
    code: '',
    label: titleOf(statement.label, words),
    level: 'OUTCOME',
    ...(passage !== words && { quote: passage }),
    statement: words,
    ...said(statement, [own ? null : 'it stands under the nearest measure before it']),
    link: linkOf(composing, measure, id, statement),
  };
  ids.set(outcome, id);
  return { measure, outcome };
}
