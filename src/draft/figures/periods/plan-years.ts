import { indexCodePoints } from '../../../text/code-points.ts';
import type { DraftSection } from '../../draft.ts';
import { isPlanTitle } from '../../structure/body.ts';
import { isPlanHeading } from '../kinds/plan-paragraphs.ts';
import type { Mention } from '../reading/mentions.ts';
import { edtfOf } from './edtf-of-words.ts';
import type { ReportYear } from './edtf-of-words.ts';

/** The year that a plan is for, the words that tell it and their EDTF; no words where they only follow from the report's year. */
export type PlanYear = ReportYear & { readonly text: string | null; readonly edtf: string | null };

type Told = {
  readonly sections: readonly DraftSection[];
  /** The title of the text; empty where it has none. */
  readonly title: string;
  readonly report: ReportYear;
};

/**
 * For which year the plan is that a figure stands in: the innermost heading around it that says so, else the
 * title of a text that is a plan, or that tells of half a year, after which the other half comes. Null where
 * nothing says so.
 */
export function planYears(
  text: string,
  { sections, title, report }: Told,
): (mention: Mention) => PlanYear | null {
  const points = indexCodePoints(text);
  const titled = yearOfTitle(title, report);
  const next = yearAfter(titled, report);
  const headed = sections.flatMap(({ start, end, heading, part }) => {
    if (heading === null) return [];
    const words = text.slice(points.toIndex(heading.start), points.toIndex(heading.end));
    const isPlan = part === 'PLAN' || (part === null && isPlanHeading(words));
    const plan = isPlan ? (yearOfHeading(words, report) ?? nextStep(words, next)) : null;
    return plan === null ? [] : [{ start, end, plan }];
  });
  return ({ numeral: { span } }) =>
    headed.findLast(({ start, end }) => start <= span.start && span.end <= end)?.plan ?? titled;
}

const yearTold = /20\d\d年度?/;

function yearOfHeading(heading: string, report: ReportYear): PlanYear | null {
  const told = yearTold.exec(heading)?.[0];
  if (told !== undefined) {
    const year = Number(told.slice(0, 4));
    return { text: told, edtf: String(year), year, isStated: true };
  }
  const word = /明年|下一?年度?|来年|下半年|今年/.exec(heading)?.[0];
  if (word === undefined) return null;
  const edtf = edtfOf(word, { until: false, report });
  const shift = /下半年|今年/.test(word) ? 0 : 1;
  const year = report.year === null ? null : report.year + shift;
  return { text: word, edtf, year, isStated: report.isStated };
}

const nextWords = /下一?步|下一?阶段/;

/** The year in which what comes next is to be done: behind half a year its other half, else the year after the report's. */
export const yearAfter = (plan: PlanYear | null, { year }: ReportYear): number | null =>
  plan?.text === null ? plan.year : year === null ? null : year + 1;

/** 下一步 names no date: the year in which it is due is a guess. */
export function nextStep(words: string, year: number | null): PlanYear | null {
  const text = nextWords.exec(words)?.[0];
  return text === undefined || year === null
    ? null
    : { text, edtf: `${year}?`, year, isStated: false };
}

function yearOfTitle(title: string, report: ReportYear): PlanYear | null {
  const told = yearTold.exec(title)?.[0];
  if (isPlanTitle(title) && told !== undefined) {
    const year = Number(told.slice(0, 4));
    return { text: told, edtf: String(year), year, isStated: true };
  }
  if (!/上半年|半年(?!度?来)|前三季度/.test(title)) return null;
  return { ...report, text: null, edtf: null };
}
