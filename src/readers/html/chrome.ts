import { isPublicationLine } from '../claims.ts';
import type { Block } from './blocks.ts';
import { ancestorsOf, attributeOf } from './tree.ts';
import type { Element } from './tree.ts';

/**
 * What stands on a page around what it publishes. The lists are of what the templates of government
 * sites have (TRS WCM, Dahan, UCAP, Founder and hand-made ones), not of any one page.
 */

/** Parts of class names and ids, a word each, that name what is around. */
const chromeWords = new Set(
  'nav navbar navigation menu submenu crumb crumbs breadcrumb breadcrumbs bread mbx wz dqwz position location footer foot copyright share bdsharebuttonbox sharebox jiathis bshare sidebar aside related relate recommend xgyd xgxx pager pagination page-nav toolbar tool tools login search banner ad ads advert comment comments qrcode ewm wechat weixin print fontsize topbar links friendlink yqlj gotop totop backtop prevnext'.split(
    ' ',
  ),
);

const chromeTags = new Set(['nav', 'footer', 'aside']);

/** Lines that no report has. */
const chromeLines: readonly (readonly [why: string, line: RegExp])[] = [
  [
    'where the page stands on the site',
    /^(?:您?(?:现在|当前)?(?:所在|的)?(?:的)?位置|当前(?:位置|栏目))(?:是)?\s*[：:>》]/,
  ],
  ['where the page stands on the site', /^(?:网站)?首页\s*(?:[>》»/|-]|>>)/],
  [
    'a control of the page',
    /^(?:[【[（(]?\s*(?:我要)?(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页|此页)?|收藏(?:本页)?|返回(?:顶部|首页|列表|上一页)?|加入收藏|设为首页|无障碍(?:浏览|阅读)?|长者(?:模式|助手|版)|繁體(?:版|中文)?|分享(?:到|至)?|复制链接|扫码|语音(?:播报|阅读)|纠错|我要纠错|大|中|小|默认|超大|A[+-])\s*[】\])）]?\s*[|｜：:]?\s*)+$/,
  ],
  ['a control of the page', /^【?\s*(?:字体|字号|视力保护色|文字大小)\s*[：:]?/],
  ['a control of the page', /^(?:分享到|分享至|分享本页|扫一扫|扫描二维码|微信扫|用微信)/],
  [
    'the neighbours of the page',
    /^[【[]?(?:上一[篇页条]|下一[篇页条]|上篇|下篇)[】\]]?\s*(?:[：:]|$)/,
  ],
  ['a counter of readers', /^(?:浏览|阅读|点击|访问)(?:次数|量|数|人次)?\s*[：:]?\s*\d*\s*次?$/],
  [
    'who put the page online',
    /^[（([【]?\s*(?:责任编辑|责编|编辑|初审|复审|终审|审核|校对|录入|撰稿|供稿|网编)\s*[：:]\s*\S{0,20}\s*[）)\]】]?$/,
  ],
  [
    'the foot of the site',
    /版权所有|^Copyright|All Rights Reserved|支持IPv6|^\S{4,30}主办(?:\s|$)|[ＩI]CP备|公网安备|网站标识码|网站地图|建议使用.{0,20}(?:分辨率|浏览器)|技术支持\s*[：:]|(?:主办|承办)(?:单位)?\s*[：:].{0,40}(?:政府|办公|局|委|中心|院)/,
  ],
  ['the head of the site', /^(?:今天是|欢迎(?:您|访问|光临))/],
  [
    'a list of related pages',
    /^(?:相关(?:文章|新闻|链接|信息|阅读|稿件|文件|解读)|推荐阅读|延伸阅读|热门文章|最新(?:文章|信息)|友情链接)\s*[：:]?$/,
  ],
];

/** What the catalogue of disclosed information says of a document, above its text. */
const catalogue =
  /^(?:索\s*引\s*号|主\s*题\s*(?:分\s*类|词)|信\s*息\s*分\s*类|分\s*类|发\s*文\s*(?:机\s*关|字\s*号|日\s*期)|发\s*布\s*(?:机\s*构|日\s*期|单\s*位)|成\s*文\s*日\s*期|生\s*成\s*日\s*期|标\s*题|名\s*称|文\s*号|关\s*键\s*词|有\s*效\s*性|公\s*开\s*(?:方\s*式|类\s*型|责\s*任\s*部\s*门))\s*(?:[：:]|\t)/;

const wordsIn = (element: Element) =>
  `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[\s_-]+/);

export const isChromeElement = (element: Element) =>
  chromeTags.has(element.tagName) || wordsIn(element).some((word) => chromeWords.has(word));

const attachment = /^附\s*件|\.(?:docx?|xlsx?|pdf|zip|rar|wps|ofd)\s*$/i;

/** Days and times beside the links of a list. */
const times = /\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?|\d{1,2}:\d{2}(?::\d{2})?|[\s[\]【】()（）·•|]/g;

const isLinkList = ({ text, linked }: Block) =>
  linked > text.replace(times, '').length * 0.6 && linked > 0 && !attachment.test(text);

/** Why a line is none of what the page publishes by what it is itself; null where nothing says so. */
export function whyLineIsChrome(block: Block): string | null {
  if (block.isHidden) return 'hidden on the page';
  const found = chromeLines.find(([, line]) => line.test(block.text));
  if (found) return found[0];
  if (isPublicationLine(block.text)) return 'what the page says of its publication';
  return isLinkList(block) ? 'links to other pages' : null;
}

export const isCatalogueLine = ({ text }: Block) => text.length <= 160 && catalogue.test(text);

/** Why a line is none by what it stands in, below `within`; null where nothing says so. */
export function whySurroundingsAreChrome(
  block: Block,
  within: Element,
  isLarge: (element: Element) => boolean,
): string | null {
  for (const element of ancestorsOf(block.element)) {
    if (element === within) return null;
    if (isChromeElement(element) && !isLarge(element)) return 'a part of the page around its text';
  }
  return null;
}
