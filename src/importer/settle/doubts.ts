import type { CheckReason } from '../../vocabulary.ts';
import { indexCodePoints } from '../../text/code-points.ts';
import type { HeldOutcome, HeldReport } from './held-report.ts';
import type { Telling } from './tellings.ts';
import { isDoubtful } from './window.ts';

/** Words that say that a figure was revised; 修订 of a document is none. */
const revised =
  /修订(?:后|数|值|为|前)|经修订|(?:数据|数字|口径|统计)[^。;;]{0,20}(?:修订|调整|变更|变化|更正|修正|订正)|调整后|核定|核减|核增|更正|修正数|订正|重新(?:统计|核算|核实)|可比口径|同口径|新口径/u;

/** A sentence elsewhere in the report that says so of the figures before. */
const ofBefore = /(?:上一?年|去年|同期|往年|历年|(?:19|20)\d\d年)/u;

/** Words that say what a figure takes in, or up to when; two such figures need not be of one scope. */
const scoped =
  /口径|含|不包括|除[^。,,]{1,12}外|结转|旧存|存量|新收|累计|历年|以来|截[至止]|现有|其中|预计|计划|约定|半年|季度|\d月|月份/u;

type Pair = {
  telling: Telling;
  later: HeldReport;
  earlier: { report: HeldReport; outcome: HeldOutcome };
};

/** What speaks for it that two figures which differ are not of one thing; null where nothing does. */
export function reasonToDoubt({ telling, later, earlier }: Pair): CheckReason | null {
  const { row } = telling.outcome;
  if (saysRevised(telling, later)) return 'SAID_REVISED';
  const isOther =
    (later.publisherId ?? earlier.report.publisherId) !==
      (earlier.report.publisherId ?? later.publisherId) ||
    (row.populationZh ?? null) !== (earlier.outcome.row.populationZh ?? null) ||
    [row, earlier.outcome.row].some(({ window }) => isDoubtful(window)) ||
    isScoped(telling.outcome) ||
    isScoped(earlier.outcome);
  return isOther ? 'SCOPES_MAY_DIFFER' : null;
}

/** The sentence of the figure says so, or any sentence about the figures of years before. */
function saysRevised({ outcome }: Telling, { text }: HeldReport): boolean {
  const whole = text();
  const at = indexCodePoints(whole).toIndex(outcome.evidence.start);
  const sentences = sentencesOf(whole);
  return sentences.some(
    ({ words, start, end }) =>
      revised.test(words) && ((start <= at && at < end) || ofBefore.test(words)),
  );
}

function sentencesOf(text: string): { words: string; start: number; end: number }[] {
  return [...text.matchAll(/[^。;;!!??\n]+[。;;!!??\n]*/gu)].map(({ 0: words, index }) => ({
    words,
    start: index,
    end: index + words.length,
  }));
}

/** Whether words beside a figure say of what it is; a part says of what by its whole. */
function isScoped({ evidence, wholes }: HeldOutcome): boolean {
  const { prefix, exact, suffix } = evidence;
  const near = /[^。;;!!??\n]*$/u.exec(prefix)?.[0] ?? '';
  const after = /^[^。;;!!??\n]*/u.exec(suffix)?.[0] ?? '';
  const words = `${near}${exact}${after}`;
  return scoped.test(wholes.length > 0 ? words.replaceAll('其中', '') : words);
}
