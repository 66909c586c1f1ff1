import type { Paragraph } from './paragraph.ts';

/** Navigation of a page, and fields of its head: lines that are no words of the report. */
const chrome =
  /^(?:【?(?:字体|字号|打印|关闭|分享|收藏)|当前位置|您(?:当前|现在)的位置|首页[>＞»]|索引号|发布(?:时间|日期|机构|单位)|发文(?:机关|机构|字号|日期)|成文日期|公开(?:日期|时间|方式|形式|属性)|生成日期|信息(?:来源|分类|索引)|主题(?:分类|词)|(?:文章)?来源[:：]|作者[:：]|浏览(?:次数|量)|阅读|点击(?:数|量)|访问量|名称[:：]|文号[:：]|有效性|时效性|责任编辑|编辑[:：]|审核[:：]|供稿|扫一扫|上一[篇条]|下一[篇条]|版权所有|主办单位|承办单位|网站标识码|相关(?:链接|附件|文档|新闻)|附[件表注][:：\d]|单位[:：].{1,6}$|.{0,8}ICP备|联系我们|网站地图|打印本页|【合成文本)/;
const documentNumber = /^.{1,14}[〔［[（]\d{4}[〕］\]）]第?\d+号$/u;
const dateLine =
  /^[（(]?(?:\d{4}|[〇零○O一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?[）)]?$/u;
const occasion =
  /^(?:——|—|──|[（(]).{0,12}(?:\d{4}|[〇零○O一二三四五六七八九]{4})年.{0,60}(?:上|会议|通过|日)[）)]?$/u;
const speaker =
  /^.{0,20}(?:省长|市长|县长|区长|旗长|州长|盟长|主席|院长|检察长|主任|局长|厅长)[^，。：:]{1,6}$/u;
const titleWords =
  /(?:报告|总结|规划|计划|方案|公报|通知|通告|公告|意见|决定|纲要|要点|情况|做法|经验|年报|综述|白皮书|思路|打算|工作安排|汇报|纪实)(?:（.{1,20}）|〔.{1,20}〕)?$/u;
const signature =
  /^[\p{Script=Han}]{2,30}(?:政府|局|厅|委|委员会|院|办公室|办|部|中心|领导小组|银行|公司|大队|支队|管委会|司)$/u;

const longestTitle = 60;
/** How many lines may stand above the first sentence. */
export const headLines = 12;

const isTitle = ({ words, mark }: Paragraph) =>
  mark === null &&
  words.length <= longestTitle &&
  titleWords.test(words) &&
  !/[。；，！？：]$/u.test(words);

/** Where the title stands; −1 where no line before the first sentence is one. */
export function titleIndex(paragraphs: readonly Paragraph[]): number {
  const prose = paragraphs.findIndex(({ words }) => /。/u.test(words));
  const end = prose < 0 ? headLines : Math.min(prose, headLines);
  return paragraphs.slice(0, end).findIndex(isTitle);
}

/** A line above the text or under it that is none of its sentences. */
const isBeside = ({ words }: Paragraph) =>
  chrome.test(words) ||
  documentNumber.test(words) ||
  isDateLine(words) ||
  (speaker.test(words) && words.length < 24);

/** The paragraphs that are the report's own text: without title, head, signature and what a page adds. */
export function bodyOf(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const top = paragraphs.slice(0, headLines);
  const titleAt = titleIndex(top);
  const from = headEnd(top, titleAt) + 1;
  let to = paragraphs.length;
  while (to > from) {
    const last = paragraphs[to - 1];
    if (!last || !(isBeside(last) || isSignature(last.words) || last.words.startsWith('（此件')))
      break;
    to -= 1;
  }
  return paragraphs.slice(from, to).filter((paragraph) => !chrome.test(paragraph.words));
}

/** The last line beside the text under a title, and the short lines of a broken one; −1 where none is. */
function headEnd(top: readonly Paragraph[], titleAt: number): number {
  let last = titleAt;
  for (let at = titleAt + 1; at < top.length; at += 1) {
    const paragraph = top[at];
    if (!paragraph || paragraph.mark?.rung === 'COMMA' || /[。；：]/u.test(paragraph.words)) {
      if (!paragraph || !isBeside(paragraph)) break;
    }
    if (isBeside(paragraph)) last = at;
  }
  return last;
}

/** Titles of texts that tell what is to be done, whatever their headings. */
const planTitle = /(?:规划|计划|方案|要点|安排|打算|工作思路|部署)》?(?:（.{1,20}）)?(?:的通知)?$/u;

/** The words of the title; empty where the text has none. */
export const titleOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs[titleIndex(paragraphs)]?.words ?? '';

/** Whether a title says that the whole text is a plan. */
export const isPlanTitle = (title: string): boolean =>
  planTitle.test(title) && !/执行|完成|落实|情况|总结/u.test(title);

/** Whether a line is the day on which a text was signed or given. */
export const isDateLine = (words: string): boolean =>
  dateLine.test(words) || (occasion.test(words) && words.length < 80);

/** Whether a line is nothing but the name of a body: its signature. */
export const isSignature = (words: string): boolean => signature.test(words);
