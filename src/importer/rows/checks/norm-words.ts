import type { KnownNorm } from '../frameworks/known-norms.ts';
import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';
import { wordsAround } from './words-around.ts';

type Outcome = Rows['outcomes'][number];

/** How far before a figure its sentence is looked at, and how far behind it, in code points. */
const reach = { before: 40, behind: 4 };

/** The words of a figure's sentence and of its clause before it, and what follows it at once. */
function wordsOf(context: ReportContext, outcome: Outcome) {
  const { sentence, behind } = wordsAround(context, outcome, reach);
  return {
    // What a time is said of goes on over commas: 每季度召开会议,清理文件3件.
    sentence,
    before: sentence.split(/[,，:：]/u).at(-1) ?? '',
    // The qualifier stands before the figure or behind it, as in 不少于4次 and 4次以上.
    after: behind,
  };
}

const times = '(?:半年|季度?|个?月|周|星期|天|日|旬)';
/** 每季度开展1次, 月均3次, 1次/季度: the figure of a shorter time than a year; 累计: of nobody says which. */
const otherTime = new RegExp(`每${times}|各${times}|${times}均|累计|历年|以来|近年`, 'u');
const otherTimeAfter = new RegExp(`^[/／]${times}`, 'u');

/** Whether the words give a figure another time than a year, where the norm is of one. */
export function isTimedOtherwise(
  context: ReportContext,
  norm: KnownNorm,
  outcome: Outcome,
): boolean {
  if (norm.period === null) return false;
  const { sentence, after } = wordsOf(context, outcome);
  return otherTime.test(sentence) || otherTimeAfter.test(after);
}

/** 每名执法人员, 人均, 各部门, 平均, 4次/人: per something, or of each of several. */
const perSomething = /每(?!年)|各|平均|[人户村件案家个项次]均/u;
const perSomethingAfter = /^[/／](?!年)/u;

/** Whether a figure is per what the norm is per; for a norm per nothing, whether it is per nothing. */
export function isPerNorm(context: ReportContext, norm: KnownNorm, outcome: Outcome): boolean {
  if (norm.isUnitPer) return true;
  const { before, after } = wordsOf(context, outcome);
  if (norm.per) {
    const written = norm.per.written.map(escaped).join('|');
    return (
      new RegExp(`每(?:${written})|(?:${written})均`, 'u').test(before) ||
      new RegExp(`^[/／](?:${written})`, 'u').test(after)
    );
  }
  return !perSomething.test(before) && !perSomethingAfter.test(after);
}

const escaped = (words: string) => words.replaceAll(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`);
