import type { DraftFigure, FigureKind } from '../../draft.ts';
import type { FigureClause, Stretch } from '../reading/clauses.ts';
import type { FigureReading, Mention } from '../reading/mentions.ts';
import { pointMask } from '../reading/placed-numerals.ts';
import type { PlacedNumeral } from '../reading/placed-numerals.ts';
import { verbAt } from '../words/verbs.ts';
import { edtfOf } from './edtf-of-words.ts';
import type { ReportYear } from './edtf-of-words.ts';

type TimeWords = {
  start: number;
  end: number;
  clause: FigureClause;
  text: string;
  edtf: string | null;
  /** Whether its year is told, by itself or by words before it. */
  isToldYear: boolean;
  /** Whether it opens its paragraph. */
  isOpening: boolean;
};

/**
 * The period of each figure, by section 5 of the codebook: words in its clause or before it across commas
 * are STATED; those of an earlier stretch of the same point are carried on. A target that has none is due
 * when the opening of its plan says (T4).
 */
export function findPeriods(
  reading: FigureReading,
  kinds: readonly { kind: FigureKind; rule: string }[],
  report: ReportYear,
): DraftFigure['period'][] {
  const times = timesOf(reading, report);
  const points = pointsOf(reading);
  const place = { time: 0, point: 0, lastPoint: -1 };
  let last: TimeWords | null = null;
  let plan: TimeWords | null = null;
  return reading.mentions.map((mention) => {
    for (; (times[place.time]?.start ?? Infinity) < mention.start; place.time += 1) {
      last = times[place.time] ?? last;
      if (last !== null && opensPlan(last, report)) plan = last;
    }
    for (; (points[place.point] ?? Infinity) <= mention.start; place.point += 1) {
      place.lastPoint = points[place.point] ?? place.lastPoint;
    }
    if (mention.isModifier) return null;
    const kind = kinds[mention.index];
    const isAim = kind?.kind === 'TARGET';
    if (last !== null && isHeard(last, mention, place.lastPoint)) {
      const edtf = isAim ? edtfOfAim(last, { plan, rule: kind.rule, report }) : last.edtf;
      return { text: last.text, edtf, stated: last.clause.stretch === mention.clause.stretch };
    }
    const due = isAim ? plan : null;
    return due === null ? null : { text: due.text, edtf: due.edtf, stated: false };
  });
}

/** 2024年 at the head of a paragraph of a report of 2023. */
const opensPlan = ({ isOpening, text }: TimeWords, { year }: ReportYear): boolean =>
  isOpening && isYear.test(text) && (year === null || Number(/20\d\d/.exec(text)?.[0]) > year);

/** In the same stretch, or in the same point of the same paragraph. */
const isHeard = ({ start, clause }: TimeWords, mention: Mention, lastPoint: number): boolean =>
  clause.stretch === mention.clause.stretch ||
  (clause.paragraph === mention.clause.paragraph && lastPoint <= start);

type Aim = { plan: TimeWords | null; rule: string; report: ReportYear };

/** 全年 of a plan is the year that its opening tells, else the one after the report's; of an aim outside of plans nobody knows. */
function edtfOfAim({ text, edtf, isToldYear }: TimeWords, { plan, rule, report }: Aim) {
  if (isToldYear || /明年|下一?年/.test(text)) return edtf;
  const year = Number(/20\d\d/.exec(plan?.text ?? '')?.[0] ?? Number.NaN);
  const until = isEnd.test(text);
  if (!Number.isNaN(year)) return edtfOf(text, { until, report: { year, isStated: true } });
  if (rule !== 'kind-section' || report.year === null) return null;
  return edtfOf(text, { until, report: { year: report.year + 1, isStated: false } });
}

const isEnd = /^(?:截[至止]|到)/;
const isYear = /^(?:到|至)?20\d\d年(?:度|底|末)?$/;

/** Where numbered points begin. */
function pointsOf({ masked, clauses }: FigureReading): number[] {
  return clauses
    .filter(({ start, end }) => {
      const head = masked.slice(start, Math.min(end, start + 6)).trimStart();
      return head.startsWith(pointMask) || /^[一二三四五六七八九十\d]{1,3}[)、.]/.test(head);
    })
    .map(({ start }) => start);
}

/** The words of the text that tell when what follows took place. */
function timesOf(reading: FigureReading, report: ReportYear): TimeWords[] {
  const { clauses, flat, numerals } = reading;
  const times: TimeWords[] = [];
  const openings = openingsOf(reading);
  let opened: ReportYear | null = null;
  let at = 0;
  numerals.forEach((numeral, nth) => {
    if (numeral.kind !== 'DATE' && !isPlanPeriod(flat, numeral)) return;
    while (at < clauses.length - 1 && (clauses[at]?.end ?? 0) <= numeral.start) at += 1;
    const clause = clauses[at];
    const previous = times.at(-1);
    if (clause === undefined || numeral.start < (previous?.end ?? 0)) return;
    if (!isOfWhatFollows(reading, numeral, clause)) return;
    const { start, end } = withWordsAround(flat, rangeFrom(reading, nth), clause);
    const text = flat.slice(start, end);
    const isOpening = start < (openings.get(clause.paragraph) ?? Infinity);
    const isNear = previous?.clause.stretch === clause.stretch;
    const year = isOpening
      ? report
      : previous !== undefined && isNear
        ? yearOf(previous, report)
        : (opened ?? report);
    if (isOpening) opened = yearOf({ text }, report);
    const edtf = edtfOf(text, { until: isEnd.test(text), report: year });
    const isToldYear = /\d{4}/.test(text) || year !== report;
    times.push({ start, end, clause, text, edtf, isOpening, isToldYear });
  });
  return times;
}

/** Of each paragraph that goes on to numbered points, where the first of them begins; its own number is none. */
function openingsOf(reading: FigureReading): Map<number, number> {
  const openings = new Map<number, number>();
  const points = new Set(pointsOf(reading));
  let last = -1;
  for (const { paragraph, start } of reading.clauses) {
    const isFirst = paragraph !== last;
    last = paragraph;
    if (!isFirst && points.has(start) && !openings.has(paragraph)) openings.set(paragraph, start);
  }
  return openings;
}

/** 2024年,全年…: the year told just before is that of 全年. */
function yearOf({ text }: Pick<TimeWords, 'text'>, report: ReportYear): ReportYear {
  const told = /^(20\d\d)年/.exec(text)?.[1];
  return told === undefined ? report : { year: Number(told), isStated: true };
}

const isPlanPeriod = (flat: string, { kind, start, end }: PlacedNumeral): boolean =>
  (kind === 'TITLE' || kind === 'IDIOM') &&
  /十[二三四五]五/.test(flat.slice(start, end)) &&
  /^[”"]?(?:期间|时期|以来)/.test(flat.slice(end, end + 3));

const opening =
  /^[\s\ue001,、:“"]*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))?(?:(?:其中|同时|此外|另外|同比|并|我们?[市县区省局院]?|全[市县区省州旗院局]|本[市县区局院])[,]?)*(?:截[至止]|到|至|自|从|在|于)?[“"]?$/;

/** Whether a time is that of its clause, and not of a thing in it, nor what it is compared with. */
function isOfWhatFollows(
  { masked, flat }: FigureReading,
  { start, end }: PlacedNumeral,
  clause: FigureClause,
): boolean {
  const before = masked.slice(clause.start, start);
  const behind = masked.slice(end, Math.min(clause.end, end + 8));
  if (/[比较与同](?:[“"])?$/.test(before) || /^(?:末|底|度)?(?:同期|相比|结转|水平)/.test(behind))
    return false;
  if (/[由从]$/.test(before) && !/^以来|^[至到—-]/.test(behind)) return false;
  if (/^的?[\d.]+[余多]?倍/.test(flat.slice(end, end + 10))) return false;
  if (/^的?\d/.test(flat.slice(end, end + 2))) return true;
  if (
    /^(?:度|的|[—-])?\S{0,2}(?:度)?(?:工作(?:计划|报告|要点)|(?:行动)?计划(?=[的任》”]|$)|报告|规划|预算)/.test(
      behind,
    )
  )
    return false;
  const bare = before.replaceAll(/\ue000+(?:年?[底末初]|以来|期间|度)?[,、]?/g, '');
  if (opening.test(bare)) return !behind.startsWith('的') || /^的\d/.test(flat.slice(end, end + 2));
  return (
    /截[至止]$/.test(before) ||
    /^(?:共|累计|全年|已|以来|新|末|底)/.test(behind) ||
    verbAt(masked, end) > 0
  );
}

/** 2008年1月至2010年5月底: two dates are one period. */
function rangeFrom({ flat, numerals }: FigureReading, nth: number): Stretch {
  const [first, next] = [numerals[nth], numerals[nth + 1]];
  if (first === undefined) return { start: 0, end: 0 };
  const isRange =
    next?.kind === 'DATE' && /^[至到—–~-]{1,2}$/.test(flat.slice(first.end, next.start));
  return { start: first.start, end: isRange ? next.end : first.end };
}

/** With 截至 before it and 底, 以来, 期间 behind. */
function withWordsAround(flat: string, { start, end }: Stretch, clause: FigureClause) {
  const before = flat.slice(clause.start, start);
  const lead =
    /(?:截至|截止|(?<=^|[,、。;:])到(?=20|今|明|[“"]?十|年))$/.exec(before)?.[0] ??
    /(?:截至|截止|(?<=^|[,、。;:])到)$/.exec(before)?.[0] ??
    '';
  const behind =
    /^[”"]?(?:年?(?:底|末)(?:前|之前)?|以来|期间|之?前|度)/.exec(
      flat.slice(end, clause.end),
    )?.[0] ?? '';
  return { start: start - lead.length, end: end + behind.length };
}

/** The year that a report tells of, stated where its opening names it outside of titles. */
export function reportYearOf(flat: string, year: number | null): ReportYear {
  if (year === null) return { year, isStated: false };
  const opens = flat.slice(0, 300).replaceAll(/《[^》]*》/g, '');
  return { year, isStated: opens.includes(`${year}年`) };
}
