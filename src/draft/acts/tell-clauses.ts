import type { RequiredPart } from '../../vocabulary.ts';
import type { ReadSection, Structure } from '../structure/section.ts';
import type { Reading } from '../structure/reading.ts';
import { isTopicSentence } from '../structure/topic-sentence.ts';
import { actOf } from './act-of.ts';
import type { Act } from './act-of.ts';
import { findActClauses, findFigures } from './clauses.ts';
import type { ActClause } from './clauses.ts';
import { findPoints } from './points.ts';
import type { Point } from './points.ts';
import { resultOf } from './results/result-of.ts';
import type { Result } from './results/result-of.ts';

/** What a clause tells: an act, a result in words, figures, the topic of its point, or nothing of these. */
export type ToldClause = ActClause & {
  readonly act: Act | null;
  readonly result: Result | null;
  readonly isTopic: boolean;
};

/** A point with what its clauses tell. */
export type ToldPoint = Point & {
  readonly part: RequiredPart | null;
  readonly stage: 'CARRIED_OUT' | 'PLANNED';
  /** Opening words of a text or of a section with sections in it: they sum up and prove nothing. */
  readonly isOverview: boolean;
  readonly clauses: readonly ToldClause[];
};

/** Reads all points of a text clause by clause. */
export function tellPoints(reading: Reading, structure: Structure): ToldPoint[] {
  const figures = findFigures(reading);
  const contexts = contextsOf(structure);
  let next = 0;
  // A row of a table tells numbers, and nothing that anyone did.
  const points = findPoints(reading.text, structure).filter(({ start }) => !reading.isInRow(start));
  return points.map((point, nth) => {
    const following = points[nth + 1];
    const { part, isOverview } = contexts.get(point.section) ?? { part: null, isOverview: false };
    while ((figures[next]?.start ?? Infinity) < point.start) next += 1;
    const from = next;
    while ((figures[next]?.end ?? Infinity) <= point.end) next += 1;
    const clauses = findActClauses(reading.text, point, figures.slice(from, next));
    const isPlanned = part === 'PLAN';
    return {
      ...point,
      part,
      stage: isPlanned ? 'PLANNED' : 'CARRIED_OUT',
      isOverview:
        (isOverview && !point.isNumbered) ||
        leadsToPoint(reading.text, point, following) ||
        (nth === 0 && opensPoints(clauses, point, following)),
      clauses: tell(clauses, point, isPlanned),
    };
  });
}

/** ——规范执法监督。①…: a topic sentence that goes on to points of its own tells nothing itself. */
function leadsToPoint(
  text: string,
  { start, end, section, rung }: Point,
  next: Point | undefined,
): boolean {
  const isNext = next?.section === section && next.start - end <= longestNumber;
  if (!isNext || rung === null || next.rung === null || next.rung === rung) return false;
  const words = text.slice(start, end).replace(/[。：；]$/u, '');
  return !words.includes('。') && isTopicSentence(words);
}

/** The opening words of a text without headings, before its first numbered point. */
const opensPoints = (
  clauses: readonly ActClause[],
  { start, end, isNumbered, section }: Point,
  next: Point | undefined,
): boolean =>
  !isNumbered &&
  next?.isNumbered === true &&
  next.section === section &&
  end - start <= longestOverview &&
  clauses.every(({ figures }) => figures.length === 0);

/** The number of a point is no longer. */
const longestNumber = 6;
const longestClosing = 120;
/** Opening words are short; what is longer tells what was done. */
const longestOverview = 360;

type Context = { part: RequiredPart | null; isOverview: boolean };

/** The part that each section stands in, and whether its own words only lead to other sections. */
function contextsOf({ sections }: Structure): ReadonlyMap<string, Context> {
  const contexts = new Map<string, Context>();
  for (const [nth, section] of sections.entries()) {
    const outer = section.within === null ? null : contexts.get(section.within);
    contexts.set(section.id, {
      part: section.part ?? outer?.part ?? null,
      isOverview: leadsOnly(section, sections[nth + 1]) || closes(section, sections),
    });
  }
  return contexts;
}

/** Whether what stands before the first heading, or before the first section within, only sums up. */
function leadsOnly(section: ReadSection, next: ReadSection | undefined): boolean {
  if (!next || next.start - section.bodyStart > longestOverview) return false;
  if (next.rule === 'part-by-opening-words') return false;
  return next.within === section.id || section.rule === 'before-first-heading';
}

/** Whether a last paragraph without heading closes the text. */
const closes = (section: ReadSection, sections: readonly ReadSection[]): boolean =>
  section.rule === 'paragraph-without-heading' &&
  section === sections.at(-1) &&
  section.end - section.start < longestClosing;

function tell(clauses: readonly ActClause[], point: Point, isPlanned: boolean): ToldClause[] {
  const topics = new Set(topicsOf(clauses, point.isNumbered, isPlanned));
  const told: ToldClause[] = [];
  /** Whether an act or a figure stands before in the sentence. */
  let follows: boolean = false;
  for (const clause of clauses) {
    if (clause.opensSentence) follows = false;
    const isPlain = clause.figures.length === 0 && !isPlanned;
    const result: Result | null = isPlain ? resultOf(clause.words, follows) : null;
    const act: Act | null = result || clause.isLabel ? null : actOf(clause.words);
    told.push({ ...clause, act, result, isTopic: topics.has(clause) });
    follows ||= act !== null || result !== null || clause.figures.length > 0;
  }
  return told;
}

/** Verbs with which the first clause of a point only announces what the others tell (codebook C3). */
const announces =
  /^(?:全面|深入|扎实|积极|着力|大力|切实|持续|不断|进一步|严格|充分|更加)*(?:加强|健全|强化|完善|提升|提高|规范|注重|优化|深化|增强|改进|突出|狠抓|抓好|夯实|筑牢|压实|严格|聚焦|坚持|紧扣)/u;

const tellsMore = /[了《]|\d|百分之|专项|行动|活动/u;
const longestTopic = 40;

/** The clauses that only announce (标题句): a first sentence of its own, or the first clause of a numbered point. */
function topicsOf(
  clauses: readonly ActClause[],
  isNumbered: boolean,
  isPlanned: boolean,
): readonly ActClause[] {
  const [first] = clauses;
  if (!first) return [];
  const sentence = clauses.filter((clause) => clause.sentence === first.sentence);
  if (sentence.length < clauses.length) {
    const words = joined(sentence);
    const isShort = words.length <= longestTopic && sentence.length <= 3 && !tellsMore.test(words);
    if (isTopicSentence(words) || (isNumbered && isShort)) return sentence;
  }
  if (!isNumbered || isPlanned || clauses.length === 1) return [];
  return announces.test(first.words) && isTopicSentence(first.words) ? [first] : [];
}

const joined = (clauses: readonly ActClause[]) => clauses.map(({ words }) => words).join('，');
