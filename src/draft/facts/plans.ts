import { seedBounds } from '../../limits.ts';
import type { DraftFigure, DraftProblem } from '../draft.ts';
import { labelOf, said, titleOf } from './composing.ts';
import type { Composing } from './composing.ts';
import { figureFields, periodFields, placeFigure } from './figure-fields.ts';
import { isMove, reviewOfMove } from './move-of.ts';
import type { PlacedMeasure } from './measures.ts';
import { sectionOf } from './outline.ts';
import type { OutlineSection } from './outline.ts';
import type { WrittenProblem, WrittenTarget } from './written.ts';

type Placed<Item> = {
  readonly section: OutlineSection;
  readonly start: number;
  readonly item: Item;
};

/** The targets of a draft: under planned measures of their sections, or in the sections themselves. */
export function placeTargets(
  composing: Composing,
  measures: ReadonlyMap<string, PlacedMeasure>,
  ids: WeakMap<object, string>,
): (Placed<WrittenTarget> & { measure: string | null })[] {
  const { draft, quoted, concessions } = composing;
  return draft.figures.flatMap((figure) => {
    const isTarget = figure.kind === 'TARGET' && !isMove(composing, figure);
    if (!isTarget || !concessions.isLive(figure.id)) return [];
    const placed = placeFigure(composing, figure);
    if (!placed) {
      concessions.drop(figure.id, 'its words cannot be told from others');
      return [];
    }
    const due = periodFields(composing, figure, placed);
    const item: WrittenTarget = {
      code: '',
      label: labelOf(figure, quoted.wordsOf(placed.span)),
      quote: placed.quote,
      ...figureFields(composing, figure, { span: placed.span, of: null }),
      ...(due && { due }),
      ...said(figure, [
        reviewOfMove(composing, figure),
        figure.label.trim() === '' ? 'nothing says what it counts: the label is its quote' : null,
      ]),
    };
    ids.set(item, figure.id);
    const own = measures.get(figure.measure ?? '');
    const isBorne = own?.isPlanned === true && own.section.code === placed.section.code;
    const { section } = placed;
    return [{ section, start: figure.start, item, measure: isBorne ? own.id : null }];
  });
}

/** What a draft says falls short, each with the figures that tell how far. */
export function placeProblems(
  composing: Composing,
  ids: WeakMap<object, string>,
): Placed<WrittenProblem>[] {
  const { draft, concessions } = composing;
  const figures = draft.figures.filter(
    (figure) =>
      figure.kind === 'PROBLEM' && concessions.isLive(figure.id) && !isMove(composing, figure),
  );
  const told = draft.problems.flatMap((problem) => {
    const placed = concessions.isLive(problem.id) ? tellProblem(composing, problem) : null;
    if (!placed) {
      concessions.drop(problem.id, 'its words cannot be told from others');
      return [];
    }
    ids.set(placed.item, problem.id);
    return [{ ...placed, span: problem }];
  });
  const alone: Placed<WrittenProblem>[] = [];
  for (const figure of figures) {
    const home =
      told.find(({ span }) => span.start <= figure.start && figure.end <= span.end) ??
      told.findLast(({ span }) => tellsHowFar(composing, span, figure));
    const full = (home?.item.figures?.length ?? 0) >= seedBounds.figures;
    const placed = placeFigure(composing, figure);
    const isHome = home !== undefined && !full && placed?.section.code === home.section.code;
    if (!placed) {
      concessions.drop(figure.id, 'its words cannot be told from others');
      continue;
    }
    const written = writeFigure(composing, figure, placed);
    ids.set(written, figure.id);
    if (isHome) {
      if (home.span.end < figure.end) home.item.review ??= toldBehind;
      home.item.figures = [...(home.item.figures ?? []), written];
      continue;
    }
    const item: WrittenProblem = {
      code: '',
      title: written.label,
      quote: placed.quote,
      ...said(figure, ['only its figure was found, and no sentence that says what falls short']),
      figures: [written],
    };
    ids.set(item, figure.id);
    alone.push({ section: placed.section, start: figure.start, item });
  }
  return [...told, ...alone].toSorted((a, b) => a.start - b.start);
}

const toldBehind =
  'a figure stands in a clause of its own behind: whether it says how far this falls short, the sentence decides';

/** 基层力量薄弱,持证人员仅12名: a figure tells of what the same sentence says before it (codebook R2). */
function tellsHowFar(
  { quoted }: Composing,
  problem: { readonly start: number; readonly end: number },
  figure: DraftFigure,
): boolean {
  if (problem.end > figure.start) return false;
  const between = quoted.wordsOf({ start: problem.end, end: figure.start });
  return !/[。；;!！?？\n]/u.test(between);
}

function writeFigure(
  composing: Composing,
  figure: DraftFigure,
  { span, quote }: NonNullable<ReturnType<typeof placeFigure>>,
) {
  const label = labelOf(figure, composing.quoted.wordsOf(span));
  return { label, quote, ...figureFields(composing, figure, { span, of: null }) };
}

function tellProblem(
  { quoted, outline }: Composing,
  problem: DraftProblem,
): Placed<WrittenProblem> | null {
  const section = sectionOf(outline, problem);
  const quote = section && quoted.passageOf(problem, section);
  if (!section || quote === null) return null;
  const { title, cause } = problem;
  const why = cause && quoted.passageOf(cause, section);
  const item: WrittenProblem = {
    code: '',
    title: titleOf(title, quoted.wordsOf(problem)),
    quote,
    ...(why !== null && { cause: why }),
    ...said(problem),
  };
  return { section, start: problem.start, item };
}
