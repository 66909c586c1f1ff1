import type { DraftCountedAct } from '../../draft.ts';
import type { Reading, Stretch } from '../../structure/reading.ts';
import { actOf, longestClause } from '../act-of.ts';
import { measureAt, measuresOfPoints } from '../find-measures.ts';
import type { FoundMeasure } from '../find-measures.ts';
import type { ToldClause, ToldPoint } from '../tell-clauses.ts';
import { adverbs } from '../lists/adverbs.ts';
import { countedVerbs } from '../lists/counted-verbs.ts';
import { tellsNoAct } from '../no-act.ts';
import { passWords, wordSet } from '../word-set.ts';
import { tellsCount } from './tells-count.ts';

/**
 * What was done and is told with how much of it: 新建学校12所. Facts tell such an act by its figure alone
 * (codebook M2); whoever reads a text for its acts wants it all the same, its figure included.
 */
export function findCountedActs(
  reading: Reading,
  points: readonly ToldPoint[],
  measures: readonly FoundMeasure[],
): DraftCountedAct[] {
  const byPoint = measuresOfPoints(measures);
  return points
    .filter(({ isOverview, part }) => !isOverview && part !== 'SHORTCOMINGS')
    .flatMap((point) => {
      const own = byPoint.get(point) ?? [];
      const isHeld = heldBy(own.flatMap((measure) => measure.acts));
      return point.clauses
        .filter((clause) => isCountedAct(clause) && !isHeld(clause))
        .flatMap(chainOf)
        .map(({ start, end }) => {
          const measure = measureAt(own, start);
          return {
            ...reading.spanOf(start, end),
            measure: measure?.id ?? null,
            stage: measure?.stage ?? point.stage,
            rule: 'counted-act',
            review: null,
          };
        });
    });
}

/** Tells of clauses, in the order of the text, whether an act is the whole clause already. */
function heldBy(acts: readonly Stretch[]): (clause: Stretch) => boolean {
  const inOrder = acts.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let reached = -1;
  return ({ start, end }) => {
    for (let act = inOrder[next]; act && act.start <= start; act = inOrder[next]) {
      reached = Math.max(reached, act.end);
      next += 1;
    }
    return end <= reached;
  };
}

const isCountedAct = (clause: ToldClause): boolean =>
  clause.figures.length > 0 &&
  clause.words.length <= longestClause &&
  (clause.act?.strength === 'STRONG' || isDoneSo(clause)) &&
  !clause.isTopic &&
  !tellsCount(clause);

const verbs = wordSet(countedVerbs);
const manner = wordSet(adverbs);
/** Behind 为, 向 and their like the verb stands after those to whom it is done. */
const doneTo = /^(?:为|向|给|对|与|将|把)/u;

/** 颁发证书3万本, 为86名老人体检: a verb of doing, at the head of its clause or behind whom it is done to. */
function isDoneSo({ words, act, result }: ToldClause): boolean {
  if (act !== null || result !== null || tellsNoAct(words)) return false;
  const at = passWords(words, 0, manner);
  if (verbs.at(words, at) !== '' && words.length - at > 4) return true;
  if (!doneTo.test(words)) return false;
  return Array.from(words, (_, nth) => nth).some((nth) => nth > 2 && verbs.at(words, nth) !== '');
}

/** 受理申请52件、办结47件: one act for each verb that has a figure of its own. */
function chainOf({ start, end, words, figures }: ToldClause): Stretch[] {
  const pieces: Stretch[] = [];
  let from = start;
  for (const figure of figures) {
    const at = figure.end - start;
    if (words.charAt(at) !== '、') continue;
    const act = actOf(words.slice(at + 1));
    if (act?.rule !== 'verb-first') continue;
    pieces.push({ start: from, end: figure.end });
    from = figure.end + 1;
  }
  return [...pieces, { start: from, end }];
}
