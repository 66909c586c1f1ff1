import type { FigureKind } from '../../draft.ts';

/** A line that heads a plan; made from the headings that decrees on such reports prescribe (下一年度安排) and their usual variants. */
const planHeading =
  /下一步|下一?阶段|下一?年度|明年|来年|今后|工作(?:安排|打算|思路|计划|建议|部署)|主要(?:预期)?目标|预期目标|发展目标|目标任务|总体要求|努力方向|(?:20\d\d年|今年|明年)[^。,]{0,10}(?:工作重点|重点(?:工作|任务))$|展望|远景/;
const shortHeading =
  /(?:存在|主要|突出|面临)[^。,]{0,10}(?:问题|不足|困难|短板|挑战)|(?:问题|不足|短板)(?:和|与|及)[^。,]{0,6}(?:原因|困难|差距|不足|短板|问题)|不足之处|薄弱环节|差距$/;
const ladder =
  /^\s*(?:第[一二三四五六七八九十]{1,2}(?:部分|章|[、 ])|[一二三四五六七八九十]{1,3}、)/;
const longestHeading = 44;

/** Words with which a paragraph turns to what will be done. */
const turnsToPlan =
  /^[\s\ue000\ue001]*(?:下一步|下阶段|下一阶段|今后|接下来|展望|新的一年|明年|(?:[^。]{0,12}[,、])?(?:我们|我[局院市县区])[^。]{0,6}?将(?:[继坚以认全重持]|深入|紧扣|进一步))/;
const turnsToProblems =
  /^[\s\ue000\ue001]*(?:在?(?:肯定|总结|看到)[^。]{0,20}(?:同时|也|还)|同时,?(?:我们)?(?:也|还)[^。]{0,12}(?:看到|认识到|存在)|(?:但|虽然)[^。]{0,40}(?:仍|还)?存在)|^[^。]{0,40}(?:还|仍)(?:然)?存在[^。]{0,20}(?:不足|问题|短板|差距|困难)/;

/**
 * What each paragraph of a text tells by its headings and its first words: a plan, shortcomings, or null for
 * anything else. A heading holds until the next one of its ladder.
 */
export function kindsOfParagraphs(flat: string, year: number | null): (FigureKind | null)[] {
  let kind: FigureKind | null = null;
  return flat.split('\n').map((line) => {
    const heading = headingOf(line);
    if (heading !== null) kind = kindOfHeading(heading);
    const turn = turnOf(line, year);
    if (turn === null) return kind;
    if (/[:。]\s*$/.test(line) && line.length < 2 * longestHeading) kind = turn;
    return turn;
  });
}

/** The words of a heading: a short line without a full stop, or the first sentence behind 一、. */
function headingOf(line: string): string | null {
  const isNumbered = ladder.test(line);
  const first = /^[^。:]*/.exec(line)?.[0] ?? '';
  if (isNumbered && first.length <= longestHeading) return first;
  const isShort = line.trim().length > 0 && line.length <= 24 && !/[。,;:]/.test(line);
  return isShort && (planHeading.test(line) || shortHeading.test(line)) ? line : null;
}

const kindOfHeading = (heading: string): FigureKind | null =>
  shortHeading.test(heading) ? 'PROBLEM' : isPlanHeading(heading) ? 'TARGET' : null;

function turnOf(line: string, year: number | null): FigureKind | null {
  if (turnsToPlan.test(line)) return 'TARGET';
  const opening = /^\s*(20\d\d)年(?![^,;。]{1,20}的)/.exec(line)?.[1];
  if (opening !== undefined && year !== null && Number(opening) > year) return 'TARGET';
  return turnsToProblems.test(line) ? 'PROBLEM' : null;
}

/** 目标任务完成情况: what was planned for the past, and no more. */
const looksBack = /完成|落实|执行|推进情况|开展情况|成效|回顾|总结/;
const looksAhead = /下一?步|下一?阶段|下一?年|明年|来年|今后|打算/;

export const isPlanHeading = (heading: string): boolean =>
  planHeading.test(heading) &&
  !shortHeading.test(heading) &&
  (!looksBack.test(heading) || looksAhead.test(heading));

export const isShortcomingHeading = (heading: string): boolean => shortHeading.test(heading);
