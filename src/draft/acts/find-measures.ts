import type { DraftMeasure } from '../draft.ts';
import { asksOthers } from '../structure/asks-others.ts';
import type { Reading, Stretch } from '../structure/reading.ts';
import { actsOf, bringsIn, topicAct } from './acts-of.ts';
import type { FoundActs } from './acts-of.ts';
import { withContinuations } from './continued-acts.ts';
import { actVerbs } from './lists/act-verbs.ts';
import { adverbs } from './lists/adverbs.ts';
import type { ToldClause, ToldPoint } from './tell-clauses.ts';
import { passWords, wordSet } from './word-set.ts';

/** A measure in the reading: its acts in order, the first of which is its quote, and the stretch that is told of it. */
export type FoundMeasure = {
  readonly id: string;
  readonly point: ToldPoint;
  readonly acts: readonly Stretch[];
  /** The clauses that its outcomes may stand in. */
  readonly scope: Stretch;
  readonly heading: Stretch | null;
  readonly stage: 'CARRIED_OUT' | 'PLANNED';
  readonly rule: string;
  readonly review: string | null;
};

/** The measures of a text: one for a numbered point, one for each sentence with acts elsewhere. */
export function findMeasures(points: readonly ToldPoint[]): FoundMeasure[] {
  const measures: FoundMeasure[] = [];
  for (const point of points) {
    if (point.isOverview || point.part === 'SHORTCOMINGS') continue;
    for (const found of measuresIn(point))
      measures.push({ ...found, id: `m${measures.length + 1}` });
  }
  return measures;
}

function measuresIn(point: ToldPoint): Omit<FoundMeasure, 'id'>[] {
  const groups = groupsOf(point).filter((clauses) => !isOfOthers(clauses));
  const told = groups.flatMap((clauses) => measureOf(point, clauses, actsOf(clauses, point)));
  if (told.length > 0) return told;
  const topic = topicAct(point);
  return topic ? measureOf(point, point.clauses, topic) : [];
}

function measureOf(
  point: ToldPoint,
  clauses: readonly ToldClause[],
  found: FoundActs | null,
): Omit<FoundMeasure, 'id'>[] {
  const [first, last] = [clauses[0], clauses.at(-1)];
  if (!found || !first || !last) return [];
  const scope = { start: first.start, end: last.end };
  const acts = withContinuations(found.acts, clauses);
  const [heading, stage] = [headingOf(clauses), stageOf(clauses, point)];
  return [{ point, ...found, acts, scope, heading, stage }];
}

/** A numbered point is one measure; elsewhere each sentence, and each new subject in it, begins one. */
function groupsOf({ isNumbered, clauses }: ToldPoint): ToldClause[][] {
  if (isNumbered) return [[...clauses]];
  const groups: ToldClause[][] = [];
  for (const clause of clauses) {
    const last = groups.at(-1);
    const isSame = last?.[0]?.sentence === clause.sentence;
    if (last && isSame && !(hasSubject(clause) && last.some(({ act }) => act))) last.push(clause);
    else groups.push([clause]);
  }
  return groups;
}

const hasSubject = ({ act, words, figures }: ToldClause): boolean =>
  (figures.length === 0 && act?.rule === 'behind-subject') ||
  (bringsIn(words) && !/^[以经]/u.test(words));

/** Sentences that tell how others named the place (codebook M4). */
const tellsHonour = /命名|榜上有名|获评|入选|上榜|荣获|被授予|被评为/u;

const higher = /部|省|国家|自治区|中央|国务院|全国|最高/u;

/** Whether some body above named the place, and no more is told. */
function isOfOthers(clauses: readonly ToldClause[]): boolean {
  const first = clauses.find(({ act }) => act !== null);
  const subject =
    first?.act?.rule === 'behind-subject' ? first.words.slice(0, first.act.verbAt) : '';
  return higher.test(subject) && clauses.some(({ words }) => tellsHonour.test(words));
}

const headingOf = (clauses: readonly ToldClause[]): Stretch | null => {
  const topics = clauses.filter(({ isTopic }) => isTopic);
  const last = topics.at(-1);
  return topics[0] && last ? { start: topics[0].start, end: last.end } : null;
};

const willDo =
  /^(?:下一?步|下一?阶段|明年|今后|接下来|未来[一二两三四五十]+年)|^(?:(?:今年|新的一年|20\d\d年)，?)?(?:我们|我[县市区省局院]|全[县市区省])?(?:要|必须|务必)(?![求素点件闻])(?=.{4})|^(?:今年|新的一年)，?(?:我们|我[县市区省局院]|全[县市区省])将(?!.{0,30}[了]|.{0,20}(?:纳入|列为|作为))|^(?:我[县市区省局院厅]|全[县市区省])?(?:将|拟|计划|准备)(?:继续|进一步|持续|全面|深入|着力|大力|积极|加快|加大|于|在)|^.{0,12}(?:将|拟)(?:会|要|组织|开展|实施|启动|推进|加强|建设|举办|推出|出台|依法)|^各[^，]{1,10}(?:要|应当|应|必须|须)(?![求素])/u;

function stageOf(clauses: readonly ToldClause[], { stage }: ToldPoint): 'CARRIED_OUT' | 'PLANNED' {
  // 今年，我们要…: the words of the time may be a clause of their own.
  const opens = clauses
    .slice(0, 2)
    .map(({ lead, words }) => lead + words)
    .join('，');
  return willDo.test(opens) || asksOthers(opens) ? 'PLANNED' : stage;
}

/** The measures of each point, in order. */
export type MeasuresOfPoints = ReadonlyMap<ToldPoint, readonly FoundMeasure[]>;

export const measuresOfPoints = (measures: readonly FoundMeasure[]): MeasuresOfPoints =>
  Map.groupBy(measures, ({ point }) => point);

/** The measure that a place is told of, of those of its point: without numbers, the nearest before. */
export function measureAt(own: readonly FoundMeasure[], at: number): FoundMeasure | null {
  const holds = own.find(({ scope }) => scope.start <= at && at < scope.end);
  return holds ?? own.findLast(({ scope }) => scope.start <= at) ?? null;
}

const manner = wordSet(adverbs);
const verbs = wordSet(actVerbs);
const longestTitle = 36;

/** The measures as the draft tells them. */
export function draftMeasures(reading: Reading, measures: readonly FoundMeasure[]): DraftMeasure[] {
  return measures.flatMap(({ id, point, acts, heading, stage, rule, review }) => {
    const [quote] = acts;
    if (!quote) return [];
    return [
      {
        id,
        section: point.section,
        title: titleOf(reading, heading ?? quote),
        stage,
        ...reading.spanOf(quote.start, quote.end),
        acts: acts.map(({ start, end }) => reading.spanOf(start, end)),
        rule,
        review,
      },
    ];
  });
}

/** The text's own words without what only says how: 深入开展…行动 → 开展…行动. */
function titleOf(reading: Reading, { start, end }: Stretch): string {
  const words = reading.text.slice(start, end);
  const from = passWords(words, 0, manner);
  // 深化, 公开 and 将 may be adverbs, and are the verb or lead to it where no other follows.
  const isVerb = verbs.at(words, from) !== '';
  // 通过开展…改革: by which means something came about is what was done.
  const means = /^通过(?=.{4})/u.test(words) && verbs.at(words, 2) !== '' ? 2 : 0;
  const begin = isVerb && from < words.length - 3 ? start + from : start + means;
  const title = reading.wordsOf(begin, end);
  if (title.length <= longestTitle) return title;
  // A title must not be a paragraph: it ends at a mark where the words may be cut.
  const cut = title.slice(0, longestTitle).search(/[，,、；;](?=[^，,、；;]*$)/u);
  return cut > 6 ? title.slice(0, cut) : title.slice(0, longestTitle);
}
