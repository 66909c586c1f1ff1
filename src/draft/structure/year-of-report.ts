import { daysIn } from '../../text/written-day.ts';
import type { DraftSpan } from '../draft.ts';
import { bodyOf, isDateLine, titleIndex } from './body.ts';
import type { Paragraph } from './paragraph.ts';
import type { Reading } from './reading.ts';
import { partOfHeading, partOfOpening } from './required-part.ts';

/** The year that a report tells of, the last of several, and the words that say so: 2021—2023年, 2023年上半年. */
export type ToldYear = {
  readonly value: number;
  readonly quote: DraftSpan;
  /** Whether no title says so. */
  readonly isInferred: boolean;
};

const number = '20\\d\\d|19[89]\\d';
const inChinese = '二[〇零○O][〇零○O一二三四五六七八九]{2}';
const partOfYear =
  '度|上半年|下半年|前[二两三]个?季度|第?[一二三四]季度|(?:1|一)[-—–至到~～]\\d{1,2}月';
const years = new RegExp(
  `(?:(?:${number})年?[-—–至到~～－]{1,2})?(${number}|${inChinese})年(?:${partOfYear})?`,
  'gu',
);
/** What is planned for a year, and what began in it or is to be reached by then, makes it no year of a report. */
const ofPlan =
  /^[^，。；、和及与]{0,24}(?:安排|打算|计划|思路|要点|目标|建议|任务)|^[^，。；：]{1,12}的/u;
const ofSpan = /(?:到|至|自|从|以及|较|比)$/u;
const longestOpening = 600;
const longestHeading = 40;

/**
 * The year that a report tells of: that of its title or, inferred, of its opening, else the one that it names
 * most often. A plan's year is none, nor are years of documents. Null where nothing tells one.
 */
export function yearOfReport(reading: Reading, paragraphs: readonly Paragraph[]): ToldYear | null {
  const title = paragraphs[titleIndex(paragraphs)];
  if (title) {
    const told = yearsIn(title.words, title.start);
    const inTitle = told.find(({ behind }) => !ofPlan.test(behind)) ?? told[0];
    if (inTitle) return toldBy(reading, inTitle, false);
  }
  const signed = paragraphs.findLast(({ words }) => isDateLine(words))?.words ?? '';
  const latest = Number(daysIn(signed)[0]?.slice(0, 4) ?? Infinity);
  const body = bodyOf(paragraphs);
  const named = reported(body)
    .flatMap(({ words, start }) => yearsIn(withoutTitles(words), start))
    .filter(({ before, behind }) => !ofSpan.test(before) && !ofPlan.test(behind))
    .filter(({ value }) => value <= latest);
  const from = body[0]?.start ?? 0;
  const opening = named.filter(({ start }) => start - from < longestOpening);
  const found =
    opening.find(({ words }) => words.includes('年度')) ?? opening[0] ?? mostNamed(named);
  return found ? toldBy(reading, found, true) : null;
}

type NamedYear = {
  value: number;
  words: string;
  start: number;
  before: string;
  behind: string;
};

const yearsIn = (words: string, start: number): NamedYear[] =>
  [...words.matchAll(years)].map((match) => ({
    value: valueOf(match[1] ?? ''),
    words: match[0],
    start: start + match.index,
    before: words.slice(Math.max(0, match.index - 2), match.index),
    behind: words.slice(match.index + match[0].length, match.index + match[0].length + 40),
  }));

const valueOf = (year: string): number => Number(daysIn(`${year}年1月1日`)[0]?.slice(0, 4));

const toldBy = (
  reading: Reading,
  { value, start, words }: NamedYear,
  isInferred: boolean,
): ToldYear => ({ value, quote: reading.spanOf(start, start + words.length), isInferred });

function mostNamed(named: readonly NamedYear[]): NamedYear | undefined {
  const groups = [...Map.groupBy(named, ({ value }) => value).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** The titles of documents blanked, so that every place stays. */
const withoutTitles = (words: string): string =>
  words.replaceAll(/《[^》《]{0,100}》/gu, (title) => '\u3000'.repeat(title.length));

/** The paragraphs that tell no plan: from its heading, or the words that open it, to the next heading of its ladder. */
function reported(body: readonly Paragraph[]): Paragraph[] {
  let plan: Paragraph | null = null;
  return body.filter((paragraph) => {
    const { words, mark } = paragraph;
    const heading = /^[^。：]*/u.exec(words.slice(mark?.length ?? 0))?.[0] ?? '';
    const isHeading = heading.length <= longestHeading && (mark !== null || heading === words);
    const part = isHeading ? partOfHeading(heading) : null;
    const isNext = plan?.mark != null && mark?.rung === plan.mark.rung;
    if (part !== null || isNext) plan = part === 'PLAN' ? paragraph : null;
    else if (partOfOpening(words.split('。')[0] ?? words) === 'PLAN') plan ??= paragraph;
    return plan === null;
  });
}
