import type { RequiredPart } from '../../vocabulary.ts';
import type { ReadSection } from './section.ts';
import { isPlanTitle, titleOf } from './body.ts';
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
  const isPlan = isPlanTitle(title);
  const settled = sections.map((section, nth) => {
    if (section.part !== null) return section;
    const heading = headings[nth] ?? '';
    const part = partOfYear(heading, years) ?? (isPlan ? partInPlan(section, heading) : null);
    return part ? { ...section, part } : section;
  });
  const toned = plannedByTone(reading, settled);
  return isStatutory(reading, title) ? withResults(toned) : toned;
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

/** Words that only a plan has, and those that a plan shares with what was reached. */
const surelyPlanned =
  /(?:力争|争取|确保)(?!了)[^，。；]{0,60}\d|到20\d\d年|(?:年|月)底前|责任(?:单位|部门)|牵头(?:单位|部门)|完成时[限间]|(?:我们|我[县市区省局院])将|应当|不得/gu;
const perhapsPlanned =
  /不(?:低于|少于|超过)|以上|以内|左右|每[年月周季]|(?:稳定|保持|控制)在|要(?=坚持|加强|强化|完善|推进|做好|加快)/gu;
/** Words with which a text tells what was done or came about. */
const isDone =
  /了|已|同比|环比|[比较](?:上年|去年)|累计|共(?!享|建|治|同|富|产|青|和|性|识)|截[至止]|先后|[获荣]得|获评|去年|以来|得到|(?:明显|显著|不断|持续|稳步)(?:提升|提高|增强|改善|向好)/u;

/**
 * A section without a part whose words tell nothing done, and more than once what is to be reached, is one of a
 * plan; so are those behind it that tell nothing done.
 */
function plannedByTone(reading: Reading, sections: readonly ReadSection[]): readonly ReadSection[] {
  let isBehind: boolean = false;
  return sections.map((section) => {
    if (section.part !== null || section.within !== null) return section;
    const words = reading.text.slice(section.start, section.end);
    isBehind = !isDone.test(words) && (isBehind || soundsPlanned(words));
    const review = 'no heading says so: its words tell what is to be done, and nothing done';
    return isBehind ? { ...section, part: 'PLAN', review } : section;
  });
}

function soundsPlanned(words: string): boolean {
  const sure = words.match(surelyPlanned)?.length ?? 0;
  return sure > 0 && sure + (words.match(perhapsPlanned)?.length ?? 0) >= 2;
}
