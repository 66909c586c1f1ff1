import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';
import { wordsAround } from './words-around.ts';

type Outcome = Rows['outcomes'][number];

/** How far before a figure its sentence is looked at, in code points, and how far behind it a bracket. */
const reach = { before: 60, behind: 12 };

const nth = '[一二三四五六七八九十两\\d]+';

/** Words by which a figure is of a stretch of time that is not its year, or up to a day. */
export const stretchWords = '累计|历年|以来|截[至止]|现有|期间';
/** Words that say what a figure takes in, or that it is none of what there is. */
export const inclusionWords =
  '口径|含|不包括|除[^,，。]{1,12}外|结转|旧存|存量|新收|其中|预计|计划';

/** Words that say of what time a figure is; those of the whole year set it apart from nothing. */
const times =
  `[上下前后]?半年|(?:第?${nth}|首|前${nth})个?季度|每季度|${nth}(?:月|日|周|旬)份?|每[月周日]|月均|日均|` +
  `${stretchWords}|近?${nth}年来|上一?年|去年|同期|(?:19|20)\\d\\d年`;
/** Of which round, and of what is added or left out. */
const portions = `第${nth}[轮批次期届]|首[轮批次期]|另|此外|新增|平均|每|${inclusionWords}`;
/** Of which body or place; 全县 sets a county's figure apart from nothing. */
const bodies =
  '\\p{Script=Han}{1,6}?(?:乡镇|街道|社区|苏木|嘎查|[乡镇村局委厅院所站]|中心|部门|单位|系统|机关|本级|级)';

const scopes = new RegExp(`${portions}|${bodies}`, 'gu');
const marks = new RegExp(`${times}|${portions}|${bodies}`, 'gu');
const neutral = /^(?:一年来|[一1]年来)$/u;

/** What words say of what a figure is, its time apart: of which body, round or portion. */
export const scopesOf = (words: string): string => distinct(words.match(scopes) ?? []);

const distinct = (found: readonly string[]): string => [...new Set(found)].toSorted().join(' ');

/** What in the words before a figure, in its sentence, and in a bracket right behind it says of what it is. */
function marksOf(context: ReportContext, outcome: Outcome): string {
  const { sentence, behind } = wordsAround(context, outcome, reach);
  const bracket = /^[((][^))]*/u.exec(behind)?.[0] ?? '';
  const found = `${sentence} ${bracket}`.match(marks) ?? [];
  return distinct(found.filter((mark) => !neutral.test(mark)));
}

/**
 * Whether the words of several tellings set them apart: one says of a half-year, a body, a round or a portion what
 * another does not say.
 */
export function areSetApart(context: ReportContext, told: readonly Outcome[]): boolean {
  return new Set(told.map((outcome) => marksOf(context, outcome))).size > 1;
}
