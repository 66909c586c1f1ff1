import type { DraftFigure, FigureKind } from '../../draft.ts';
import type { FigureReading, Mention } from '../reading/mentions.ts';
import { edtfOf } from './edtf-of-words.ts';
import type { ReportYear } from './edtf-of-words.ts';
import { nextStep, yearAfter } from './plan-years.ts';
import type { PlanYear } from './plan-years.ts';
import { isUntil, timesOf } from './times.ts';
import type { TimeWords } from './times.ts';

type Kind = { readonly kind: FigureKind; readonly rule: string };

/** What else is known of the figures of a text: what each is to the report, and for which year its plan is. */
export type Dated = {
  readonly kinds: readonly Kind[];
  readonly report: ReportYear;
  readonly planYearOf: (mention: Mention) => PlanYear | null;
};

/**
 * The period of each figure, by section 5 of the codebook: words in its clause or before it across commas
 * are STATED; those of an earlier stretch of the same point are carried on. A target that has none is due
 * when the opening of its plan says, or its heading (T4).
 */
export function findPeriods(reading: FigureReading, dated: Dated): DraftFigure['period'][] {
  const { kinds, report } = dated;
  const times = timesOf(reading, report);
  let next = 0;
  let last: HeardTime | null = null;
  let opening: TimeWords | null = null;
  return reading.mentions.map((mention) => {
    for (; (times[next]?.start ?? Infinity) < mention.start; next += 1) {
      const time = times[next];
      const before = reading.mentions[mention.index - 1];
      if (time) last = { ...time, leads: before?.clause.stretch !== time.clause.stretch };
      if (last !== null && opensPlan(last, report)) opening = last;
    }
    if (mention.isModifier) return null;
    const kind = kinds[mention.index];
    const isAim = kind?.kind === 'TARGET';
    const plan = isAim ? planOf(opening, dated.planYearOf(mention)) : null;
    const column = timeOfColumn(mention, report);
    if (column !== null || mention.numeral.cell !== null) return column;
    const base = timeOfBase(reading, mention, report);
    if (base !== null) return base;
    if (last !== null && isHeard(last, mention, report)) {
      const edtf = isAim ? edtfOfAim(last, { plan, rule: kind.rule, report }) : last.edtf;
      return { text: last.text, edtf, stated: last.clause.stretch === mention.clause.stretch };
    }
    return isAim ? duePeriod(reading, mention, { plan, report }) : null;
  });
}

/** So far before a figure the words of its paragraph are read. */
const reach = 400;

/** When a target without words of a time is due: as its plan says, or the words that turn to what comes. */
function duePeriod(
  reading: FigureReading,
  mention: Mention,
  { plan, report }: { plan: PlanYear | null; report: ReportYear },
): DraftFigure['period'] {
  const due = plan?.text == null ? nextStepBefore(reading, mention, yearAfter(plan, report)) : plan;
  return due?.text == null ? null : { text: due.text, edtf: due.edtf, stated: false };
}

/** 下一步,我局将新建站点5个: words of the paragraph before a target that turn to what comes. */
function nextStepBefore({ flat }: FigureReading, { start }: Mention, year: number | null) {
  const from = Math.max(flat.lastIndexOf('\n', start - 1) + 1, start - reach);
  return nextStep(flat.slice(from, start), year);
}

/** A time, and whether no figure stands before it in its sentence or behind its semicolon. */
type HeardTime = TimeWords & { readonly leads: boolean };

/** A number in a table is of the year that heads its column. */
function timeOfColumn({ numeral: { cell } }: Mention, report: ReportYear): DraftFigure['period'] {
  if (cell === null || cell.time === null) return null;
  const edtf = edtfOf(cell.time, { until: false, report });
  return { text: cell.time, edtf, stated: true };
}

/** 较上年241宗减少, 较2022年(51件)下降: what a change is counted from is of the time that it is held against. */
function timeOfBase(
  { flat }: FigureReading,
  { start }: Mention,
  report: ReportYear,
): DraftFigure['period'] {
  const text = baseTime.exec(flat.slice(Math.max(0, start - 20), start))?.[1];
  if (text === undefined) return null;
  return { text, edtf: edtfOf(text, { until: false, report }), stated: true };
}
const baseTime = /[较比]((?:去年|上年|上一年|前年|20\d\d年)(?:度|同期)?)的?\(?$/;

/** 2024年 at the head of a paragraph of a report of 2023. */
const opensPlan = ({ isOpening, text }: TimeWords, { year }: ReportYear): boolean =>
  isOpening && isYear.test(text) && (year === null || Number(/20\d\d/.exec(text)?.[0]) > year);

/** The opening of a plan tells its year before its heading does. */
const planOf = (opening: TimeWords | null, heading: PlanYear | null): PlanYear | null =>
  opening === null
    ? heading
    : {
        text: opening.text,
        edtf: opening.edtf,
        year: Number(/20\d\d/.exec(opening.text)?.[0]),
        isStated: true,
      };

/** In the same stretch, or in the same point where its words hold for more than their own sentence. */
function isHeard(time: HeardTime, { clause }: Mention, { year }: ReportYear): boolean {
  const isSame = time.clause.point === clause.point;
  if (time.clause.stretch === clause.stretch) return isSame || !time.clause.opensPoint;
  if (time.text.startsWith('到')) return isSame && time.clause.sentence === clause.sentence;
  return isSame && time.leads && goesOn(time, year);
}

/** 3月, 年底前 and 每半年 are of what they stand before, 去年 and another year of what they stand beside; 上半年, 截至12月底 and 今年以来 go on. */
function goesOn({ text }: TimeWords, year: number | null): boolean {
  if (/以来|^截[至止]|起$/.test(text)) return true;
  if (/^每|前$|去年|上年|上一年|前年|同期/.test(text)) return false;
  const told = /20\d\d/.exec(text)?.[0];
  if (told !== undefined && year !== null && Number(told) < year - 1) return false;
  return !/^(?:20\d\d年)?\d{1,2}月(?:份|底|初|末|[上中下]旬|\d{1,2}[日号])?(?:之?前)?$/.test(text);
}

type Aim = { plan: PlanYear | null; rule: string; report: ReportYear };

/** 全年 of a plan is the year that its opening or its heading tells, else the one after the report's; of an aim outside of plans nobody knows. */
function edtfOfAim({ text, edtf, isToldYear }: TimeWords, { plan, rule, report }: Aim) {
  if (isToldYear || /明年|下一?年/.test(text)) return edtf;
  const next = nextStep(text, yearAfter(plan, report));
  if (next !== null) return next.edtf;
  const until = isUntil(text);
  if (plan !== null) return edtfOf(text, { until, report: plan });
  if (rule !== 'kind-section' || report.year === null) return null;
  return edtfOf(text, { until, report: { year: report.year + 1, isStated: false } });
}

const isYear = /^20\d\d年(?:度|底|末)?$/;
