import { countWhile } from '../../text/count-while.ts';
import type { DraftLink, DraftSpan } from '../draft.ts';
import type { Reading, Stretch } from '../structure/reading.ts';
import { measureAt, measuresOfPoints } from './find-measures.ts';
import type { FoundMeasure } from './find-measures.ts';
import { beginsWithResult } from './results/verb-of-result.ts';
import { withoutFigures } from './counted/without-figures.ts';
import type { ToldClause, ToldPoint } from './tell-clauses.ts';

/** A figure or a statement that may have come of a measure. */
export type LinkedOutcome = DraftSpan & { readonly id: string };

/** What the links of a text are found from. */
export type LinkGround = {
  readonly reading: Reading;
  readonly points: readonly ToldPoint[];
  readonly measures: readonly FoundMeasure[];
};

/** 经调解、协调后: by what was done. Told with a figure (经调解终止21件) it holds for that figure, and for none behind it. */
const afterDoing = /^经(?![济营常费历]).{2,}/u;
/** Frames (codebook B1 a) that hold to the end of their sentence, whatever subjects follow. */
const holdsToEnd = /^.{0,24}将.{2,40}(?:由.{1,16}(?:至|为|到)|压缩至|缩短至|提高到|提高至|降至)/u;
/** By such means a result came about; what is only counted under it is an act. */
const byMeansOf = /^通过.{2,}/u;
/** Frames that hold until another subject follows. */
const holdsForSubject = /以.{2,40}为(?:载体|抓手|平台|契机|依托)/u;

/** The links of a text's outcomes to the measures of their points; an outcome without measure has none. */
export function findLinks(ground: LinkGround, outcomes: readonly LinkedOutcome[]): DraftLink[] {
  const byPoint = measuresOfPoints(ground.measures);
  return outcomes.flatMap((outcome) => {
    const at = ground.reading.indexOf(outcome.start);
    const point = pointAt(ground.points, at);
    if (!point || point.isOverview) return [];
    const own = byPoint.get(point) ?? [];
    const stated = statedAt(point, own, at);
    const measure = stated?.measure ?? measureAt(own, at)?.id ?? null;
    if (measure === null) return [];
    const from = stated?.from ?? null;
    return [
      {
        measure,
        outcome: outcome.id,
        basis: stated ? 'STATED' : 'SAME_POINT',
        from: from && ground.reading.spanOf(from.start, from.end),
        rule: stated?.rule ?? 'same-point',
        review: null,
      },
    ];
  });
}

/** The point that holds a place; points stand in the order of the text. */
function pointAt(points: readonly ToldPoint[], at: number): ToldPoint | null {
  const point = points[countWhile(points, ({ end }) => end <= at)];
  return point && point.start <= at ? point : null;
}

/** So many clauses before an outcome are looked at; no sentence has more. */
const longestSentence = 100;

type Stated = { measure: string; from: Stretch; rule: string };

/** By which words of its sentence an outcome is joined to an act before it; null where by none. */
function statedAt(point: ToldPoint, measures: readonly FoundMeasure[], at: number): Stated | null {
  const nth = countWhile(point.clauses, ({ end }) => end <= at);
  const clause = point.clauses[nth];
  if (!clause || clause.start > at) return null;
  const before = point.clauses
    .slice(Math.max(0, nth - longestSentence), nth)
    .filter(({ sentence, isTopic }) => sentence === clause.sentence && !isTopic);
  const rule = ruleOf(before, clause);
  if (rule === null) return null;
  const joined = rule === 'frame' ? [...before, clause] : before;
  const found = actBefore(joined, measures, at);
  if (found) return { ...found, rule: `stated-by-${rule}` };
  const from = countedBefore(before);
  const measure = measureAt(measures, at)?.id ?? null;
  return from && measure !== null ? { measure, from, rule: `stated-by-${rule}` } : null;
}

function ruleOf(
  before: readonly ToldClause[],
  clause: ToldClause,
): 'frame' | 'means' | 'verb' | null {
  const isFrame = ({ words, figures }: ToldClause) =>
    holdsToEnd.test(words) || (figures.length === 0 && afterDoing.test(words));
  if ([...before, clause].some(isFrame)) return 'frame';
  const isResult = clause.result !== null || beginsWithResult(clause.words);
  if (isResult && before.some(({ words }) => byMeansOf.test(words))) return 'frame';
  const means = before.findLastIndex(({ words }) => holdsForSubject.test(words));
  if (means >= 0 && ![...before.slice(means + 1), clause].some(changesSubject)) return 'means';
  if (means < 0 && holdsForSubject.test(clause.words)) return 'means';
  return beginsWithResult(clause.words) ? 'verb' : null;
}

/** Whether a clause begins with a subject of its own: then what held before holds no longer. */
const changesSubject = ({ result, act }: ToldClause): boolean =>
  act?.rule === 'behind-subject' || (result !== null && result.rule !== 'verb-of-result');

/** The last act before a place, and the measure that it is one of. */
function actBefore(
  clauses: readonly ToldClause[],
  measures: readonly FoundMeasure[],
  at: number,
): { measure: string; from: Stretch } | null {
  const acts = actsInOrder(measures);
  for (const clause of clauses.toReversed()) {
    const inside: PlacedAct[] = [];
    for (let next = countWhile(acts, ({ from }) => from.start < clause.start); ; next += 1) {
      const act = acts[next];
      if (!act || act.from.start >= Math.min(clause.end, at)) break;
      if (act.from.end <= clause.end) inside.push(act);
    }
    const [first] = inside.toSorted((one, other) => one.nth - other.nth);
    if (first) return { measure: first.measure, from: first.from };
  }
  return null;
}

/** An act, and the how manieth its measure is. */
type PlacedAct = { readonly measure: string; readonly nth: number; readonly from: Stretch };

const ordered = new WeakMap<object, readonly PlacedAct[]>();

/** The acts of measures in the order of the text; put in order once for each text. */
function actsInOrder(measures: readonly FoundMeasure[]): readonly PlacedAct[] {
  const present = ordered.get(measures);
  if (present) return present;
  const acts = measures.flatMap(({ id, acts: own }, nth) =>
    own.map((from) => ({ measure: id, nth, from })),
  );
  const inOrder = acts.toSorted((one, other) => one.from.start - other.from.start);
  ordered.set(measures, inOrder);
  return inOrder;
}

/** An act that is told with a figure joins as well (codebook B1), though no measure quotes it. */
function countedBefore(clauses: readonly ToldClause[]): Stretch | null {
  const clause = clauses.findLast(({ act, figures }) => act !== null && figures.length > 0);
  const [figure] = clause?.figures ?? [];
  if (!clause || !figure) return null;
  return withoutFigures(clause) ?? { start: clause.start, end: figure.start };
}
