import type { RequiredPart } from '../../vocabulary.ts';
import type { ReadSection } from './section.ts';
import { isPlanByTitle, titleOf } from './body.ts';
import type { Paragraph } from './paragraph.ts';
import type { Reading } from './reading.ts';
import { yearOfWork } from './required-part.ts';

/**
 * Gives sections the part that their own heading leaves open and the rest of the text decides: whether the
 * work of a year is done or planned, and whether the whole text is a plan.
 */
export function settleParts(
  reading: Reading,
  paragraphs: readonly Paragraph[],
  sections: readonly ReadSection[],
): readonly ReadSection[] {
  const title = titleOf(paragraphs);
  const headings = sections.map(({ heading }) =>
    heading ? reading.text.slice(heading.start, heading.end) : '',
  );
  const years = [title, ...headings].flatMap((words) =>
    [...words.matchAll(/(20\d\d)年/gu)].map(([, year]) => Number(year)),
  );
  const isPlan = isPlanByTitle(paragraphs);
  const settled = sections.map((section, nth) => {
    if (section.part !== null) return section;
    const heading = headings[nth] ?? '';
    const part = partOfYear(heading, years) ?? (isPlan ? partInPlan(section, heading) : null);
    return part ? { ...section, part } : section;
  });
  return isStatutory(reading, title) ? withResults(settled) : settled;
}

const isStatutory = (reading: Reading, title: string): boolean =>
  /法治政府建设/u.test(title === '' ? reading.text.slice(0, 300) : title) &&
  /报告|情况/u.test(title === '' ? reading.text.slice(0, 300) : title);

/** A statutory report whose headings name matters only tells its results from the first of them on. */
function withResults(sections: readonly ReadSection[]): readonly ReadSection[] {
  if (sections.some(({ part }) => part === 'RESULTS')) return sections;
  const first = sections.find(
    ({ part, within, heading }) => part === null && within === null && heading !== null,
  );
  const review = 'no heading names the results: they are taken to begin here';
  return sections.map((one) => (one === first ? { ...one, part: 'RESULTS', review } : one));
}

/** The work of the earliest of several years that headings name is done, that of a later one is planned. */
function partOfYear(heading: string, years: readonly number[]): RequiredPart | null {
  const work = yearOfWork(heading);
  if (!work) return null;
  if (work.year > Math.min(...years)) return 'PLAN';
  return work.isMostlyDone || years.some((year) => year > work.year) ? 'RESULTS' : 'PLAN';
}

/** Parts of a plan that look back: what they tell was done. */
const looksBack = /基础|现状|回顾|成就|成绩|成效|背景|形势|总体要求|指导思想|情况/u;

/** In a text that its title calls a plan, what no heading says otherwise of is planned. */
const partInPlan = ({ within }: ReadSection, heading: string): RequiredPart | null =>
  within === null && !looksBack.test(heading) ? 'PLAN' : null;
