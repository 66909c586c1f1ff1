import { countWhile } from '../../../text/count-while.ts';
import type { FigureClause, Stretch } from '../reading/clauses.ts';
import type { FigureReading } from '../reading/mentions.ts';
import type { PlacedNumeral } from '../reading/placed-numerals.ts';
import { verbAt } from '../words/verbs.ts';
import { edtfOf } from './edtf-of-words.ts';
import type { ReportYear } from './edtf-of-words.ts';

/** Words of a text that tell when what follows took place. */
export type TimeWords = {
  start: number;
  end: number;
  clause: FigureClause;
  text: string;
  edtf: string | null;
  /** Whether its year is told, by itself or by words before it. */
  isToldYear: boolean;
  /** Whether no numbered point of its paragraph stands before it. */
  isOpening: boolean;
};

/** 截至12月, 到2025年底: up to that time; 到2025年 is in the course of it. */
export const isUntil = (text: string): boolean =>
  /^截[至止]/.test(text) || (text.startsWith('到') && /[底末月日前]/.test(text));

/** The words of the text that tell when what follows took place. */
export function timesOf(reading: FigureReading, report: ReportYear): TimeWords[] {
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
    const edtf = edtfOf(text, { until: isUntil(text), report: year });
    const isToldYear = /\d{4}/.test(text) || year !== report;
    times.push({ start, end, clause, text, edtf, isOpening, isToldYear });
  });
  return times;
}

/** Of each paragraph that goes on to numbered points, where the first of them begins; its own number is none. */
function openingsOf(reading: FigureReading): Map<number, number> {
  const openings = new Map<number, number>();
  let last = -1;
  for (const { paragraph, start, opensPoint } of reading.clauses) {
    const isFirst = paragraph !== last;
    last = paragraph;
    if (!isFirst && opensPoint && !openings.has(paragraph)) openings.set(paragraph, start);
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
  /^[”"]?(?:期间|时期|以来|期?末)/.test(flat.slice(end, end + 3));

const opening =
  /^[\s\ue001,、:“"]*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))?(?:(?:其中|同时|此外|另外|同比|并|我们?[市县区省局院]?|全[市县区省州旗院局]|本[市县区局院])[,]?)*(?:截[至止]|到|至|自|从|在|于)?[“"]?$/;

/** Whether a time is that of its clause, and not of a thing in it, nor what it is compared with. */
function isOfWhatFollows(
  { masked, flat, numerals }: FigureReading,
  { start, end }: PlacedNumeral,
  clause: FigureClause,
): boolean {
  const before = masked.slice(clause.start, start);
  const behind = masked.slice(end, Math.min(clause.end, end + 8));
  if (/[比较与同](?:[“"])?$/.test(before) || /^(?:末|底|度)?(?:同期|相比|结转|水平)/.test(behind))
    return false;
  if (/[由从]$/.test(before) && !/^以来|^[至到—-]/.test(behind)) return false;
  if (/^的?[\d.]+[余多]?倍/.test(flat.slice(end, end + 10))) return false;
  // 2022年移交的14起: the year of the thing.
  if (/^[^,;\d]{1,14}的$/.test(masked.slice(end, nextFigure(numerals, end, clause)))) return false;
  // 落实上年安排: the year of the thing.
  if (/^的?(?:工作)?(?:安排|部署|承诺|遗留)/.test(behind)) return false;
  if (/^的?\d/.test(flat.slice(end, end + 2))) return true;
  if (
    /^(?:度|的|[—-])?\S{0,2}(?:度)?(?:工作(?:计划|报告|要点)|(?:行动)?计划(?=[的任中》”]|$)|报告|规划|预算)/.test(
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

/** Where the next figure of a clause stands; the clause's end where none does. */
function nextFigure(numerals: readonly PlacedNumeral[], from: number, { end }: Stretch): number {
  const next = numerals[countWhile(numerals, (numeral) => numeral.start < from)];
  return next?.quantity != null && next.start < end ? next.start : end;
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
  const lead = /(?:截至|截止|(?<=^|[,、。;:)])到[“"]?)$/.exec(before)?.[0] ?? '';
  const behind =
    /^[”"]?(?:[年期]?(?:底|末)(?:前|之前)?|以来|期间|之?前|度)/.exec(
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
