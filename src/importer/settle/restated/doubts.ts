import type { CheckReason } from '../../../vocabulary.ts';
import { sentenceEnd, sentenceMarks } from '../../../text/clause.ts';
import { indexCodePoints } from '../../../text/code-points.ts';
import { scopesOf, stretchWords, inclusionWords } from '../../rows/checks/scope-words.ts';
import type { HeldOutcome, HeldReport } from '../held-report.ts';
import type { Telling } from './tellings.ts';
import { isDoubtful } from './window.ts';

/** Words that say that a figure was revised; 修订 of a document is none. */
const revised =
  /修订(?:后|数|值|为|前)|经修订|(?:数据|数字|口径|统计)[^。；;]{0,20}(?:修订|调整|变更|变化|更正|修正|订正)|调整后|核定|核减|核增|更正|修正数|订正|重新(?:统计|核算|核实)|可比口径|同口径|新口径/u;

/** A sentence anywhere in the report that says so of the figures before. */
const ofBefore = /(?:上一?年|去年|同期|往年|历年|(?:19|20)\d\d年)/u;

/** Words beside a figure that say what it takes in; two such figures need not be of one scope. */
const scoped = new RegExp(`${inclusionWords}|约定`, 'u');

/** Words before a figure, anywhere in its sentence, by which it is of another time than its year. */
const timed = new RegExp(`${stretchWords}|半年|季度|\\d月|月份`, 'u');

/** What a report says of all its figures: up to when they are, or that they are not final. */
const ofAllFigures =
  /(?:数据|数字|统计)[^。；;\n]{0,12}(?:截[至止]|初步|快报|预计|暂)|(?:截[至止]|初步|快报|暂)[^。；;\n]{0,14}(?:数据|数字|统计)/u;

type Pair = {
  telling: Telling;
  later: HeldReport;
  earlier: { report: HeldReport; outcome: HeldOutcome };
};

/** What speaks for it that two figures which differ are not of one thing; null where nothing does. */
export function reasonToDoubt({ telling, later, earlier }: Pair): CheckReason | null {
  const tellings = [
    { report: later, outcome: telling.outcome },
    { report: earlier.report, outcome: earlier.outcome },
  ];
  if (saysRevised(telling, later)) return 'SAID_REVISED';
  const [population, otherPopulation] = tellings.map(({ outcome }) => outcome.row.populationZh);
  const mayDiffer =
    later.publisherId !== earlier.report.publisherId ||
    (population ?? null) !== (otherPopulation ?? null) ||
    new Set(tellings.map(({ outcome, report }) => ownScopes(outcome, report))).size > 1 ||
    tellings.some(({ outcome, report }) => isOfItsOwnScope(outcome, report));
  return mayDiffer ? 'SCOPES_MAY_DIFFER' : null;
}

/** The sentence of the figure says so, or any sentence about the figures of years before. */
function saysRevised({ outcome }: Telling, report: HeldReport): boolean {
  const own = sentenceOf(outcome, report);
  if (revised.test(own.words)) return true;
  return sentencesOf(report.text()).some(
    ({ words }) => revised.test(words) && ofBefore.test(words),
  );
}

/** Whether words say of what, or up to when, a figure is; a part says of what by its whole. */
export function isOfItsOwnScope(outcome: HeldOutcome, report: HeldReport): boolean {
  const { row, evidence, wholes } = outcome;
  const isInferred = (row.periodBasis ?? report.periodBasis) === 'INFERRED';
  if (isInferred || isDoubtful(row.window) || ofAllFigures.test(report.text())) return true;
  const { prefix, exact, suffix } = evidence;
  const beside = `${endOf(prefix)}${exact}${startOf(suffix)}`;
  const words = wholes.length > 0 ? beside.replaceAll('其中', '') : beside;
  const before = sentenceOf(outcome, report).before;
  return scoped.test(words) || timed.test(before) || timed.test(beside);
}

/** What the words before a figure and its own, in its sentence, say of which body, round or portion it is. */
function ownScopes(outcome: HeldOutcome, report: HeldReport): string {
  const { before } = sentenceOf(outcome, report);
  const words = `${before}${startOf(outcome.evidence.exact)}`;
  return scopesOf(outcome.wholes.length > 0 ? words.replaceAll('其中', '') : words);
}

/** What of a few characters before or after belongs to the same sentence. */
const endOf = (words: string) => words.split(sentenceEnd).at(-1) ?? '';
const startOf = (words: string) => words.split(sentenceEnd, 1)[0] ?? '';

type Sentence = { words: string; start: number; end: number };

/** The sentence that an outcome's words begin in, and what stands in it before them. */
function sentenceOf({ evidence }: HeldOutcome, { text }: HeldReport) {
  const whole = text();
  const at = indexCodePoints(whole).toIndex(evidence.start);
  const sentence = sentencesOf(whole).find(({ start, end }) => start <= at && at < end);
  const { words = '', start = at } = sentence ?? {};
  return { words, before: words.slice(0, at - start) };
}

const wholeSentence = new RegExp(`[^${sentenceMarks}]+[${sentenceMarks}]*`, 'gu');

function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(wholeSentence)].map(({ 0: words, index }) => ({
    words,
    start: index,
    end: index + words.length,
  }));
}
