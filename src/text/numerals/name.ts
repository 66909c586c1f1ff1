import { matchEnd } from './match-end.ts';
import { isArabicDigit, isHan } from './numeral-character.ts';
import { placeNames } from './lists/place-names.ts';
import { foundNumeral } from './span.ts';
import type { FoundNumeral, NumeralPlace } from './span.ts';
import { readUnit } from './unit.ts';

const chinese = '[一二三四五六七八九十]';
const road = /\d{1,4}(?:国道|省道|县道|乡道|高速(?:公路)?|国防公路)/y;
const roadBefore = /(?:国道|省道|县道|乡道|高速|线路|航班)$/;
const street = new RegExp(
  `${chinese}{1,3}(?:路(?![径由人线])|街(?!道办)|巷(?!道)|弄|胡同|马路|环路|环(?![节境保卫球绕比])|号线|号桥|号楼|号院)`,
  'y',
);
/** 八里岗, 十里河, 三家村, 五道沟; 三桥镇, 八渡村, 七星街道. */
const place = new RegExp(
  `${chinese}{1,2}(?:[里家道龙岔](?=[^\\s\\p{P}]{1,2})[河岗铺店桥堡屯坪湾营沟寨庄坡墩坝塘渡畈圩垭峪村子山桥巷坊窑外牌]` +
    `|[桥河江山湖塘坝门龙里岔庙屯堡坪台店铺营湾沟泉溪水源林井洞岗堰墩圩渡岭仙星合和岩峰洲港](?:镇|乡|村|街道|社区)(?!居|容|域|级|委|民|干|风|企|办|庄))`,
  'uy',
);
/** What counts and is no part of a name, though 镇 or 村 stands behind it. */
const countedPlace = /^.{1,2}[个县市区省州盟旗乡镇街批类种级层多余万百千亿]/u;
const bodies = new RegExp(placeNames.map((name) => name).join('|'), 'y');
const label = new RegExp(
  '(?:\\d{1,4}(?:\\.\\d{1,2})?|[一二两三五十]{1,3}|半)(?:个小时|小时|分钟|刻钟|公里|微克|秒|天|日|米|里|度)' +
    '(?:[^的了在内达到至完需，。、；：\\s\\d]{0,10}?(?:圈(?!子|定)|生活带|经济带)|[^的了在内达到至完需，。、；：\\s\\d]{0,6}?(?:行动|工程|攻坚战?|品牌|走廊))',
  'y',
);
const aroundTheClock =
  /24小时(?=自助|不打烊|无人|书房|书店|图书馆|值班|值守|在线|热线|便利|智能|应急|服务|政务|开放|营业|全天|巡|线上|“?不)/y;
const decade = /(?:[5-9]0|[0189]5|00|10)后(?![续来期，,]|\d)/y;
const version = /\d{1,2}(?:\.\d{1,2}){1,2}(?:升级版|版本|版(?!权)|时代|阶段|模式|工程)/y;
const bareVersion = /\d\.0(?![\d.%％‰万亿个项余多倍年元:：])/y;
const beforeVersion = /[为是达至值到约率比长降升了以数分在过近超有与和、]$/;
const project = /(?:985|211|863|973|111)(?:工程|计划|高校|院校|大学|项目)?(?!\d)/y;
const hotline = /(?:12[1-5]\d\d|96\d{3}|95\d{3}|100(?:00|10|86))(?![\d.,，%％万亿千百余多])/y;
/** What a number behind it names: a telephone, an account, an entry. */
const namedBefore =
  /(?:编号|序号|编码|代码|邮编|邮政编码|电话|传真|账号|帐号|卡号|分机|手机|热线|证号|文号|单号|批号|车牌号?|号码|QQ|微信)(?:为|是)?[:：]?[ \u3000]?$/;
const token = /[\d-]+/y;
const emergency = /1(?:1[0-9]|2[0-2])(?!\d)(?=[、和及”"等平热]|$)/y;
/** 110、119、120: one of them that another number of its kind follows. */
const emergencies = /1(?:1[0-9]|2[0-2])(?=[、和及]1(?:1[0-9]|2[0-2]|2\d{3})(?!\d))/y;
const coordinateBefore = /(?:[东西]经|[南北]纬)(?:约|为|是)?[ :：]?$/;
const coordinate = /\d+(?:\.\d+)?(?:[°度](?:\d+(?:\.\d+)?[′'分])?(?:\d+(?:\.\d+)?[″"秒])?)?/y;
const floor = /\d{2,5}分机|\d{1,3}(?:楼(?!栋|盘|宇)|室|排\d|单元\d|栋\d|座\d|#)/y;
const model = /(?:19[5-9]|20[0-4])\d(?=[版款届级](?!以|别|次))/y;

/** Labels that hold a measure: 15分钟社区生活圈, 0.1微克行动, 985工程. */
export function readLabel({ text, at }: NumeralPlace): FoundNumeral | null {
  for (const pattern of [label, aroundTheClock, project]) {
    const end = matchEnd(pattern, text, at);
    if (end <= at) continue;
    if (pattern === project && (end - at === 3 || readUnit(text, at + 3) !== '')) continue;
    return foundNumeral('TITLE', at, end);
  }
  const end = matchEnd(decade, text, at);
  return end > at && !isArabicDigit(text, at - 1) ? foundNumeral('IDIOM', at, end) : null;
}

/** Numbers that name a road, a version, a hotline, a room or a model year, without a mark that says so. */
export function readUnmarkedCode({
  text,
  at,
  floor: least,
  previous,
}: NumeralPlace): FoundNumeral | null {
  for (const pattern of [road, version, floor]) {
    const end = matchEnd(pattern, text, at);
    if (end > at) return foundNumeral('CODE', at, end);
  }
  const year = matchEnd(model, text, at);
  if (year > at) return foundNumeral('DATE', at, year + 1);
  const before = text.slice(Math.max(least, at - 8), at);
  const named = namedBefore.test(before) ? matchEnd(token, text, at) : -1;
  if (
    named > at &&
    readUnit(text, named) === '' &&
    !/^[.．,，\d%％万亿千百余多]/.test(text.slice(named, named + 1))
  )
    return foundNumeral('CODE', at, named);
  const bare = matchEnd(bareVersion, text, at);
  if (
    bare > at &&
    (isHan(text, at - 1) || text.charAt(at - 1) === '”') &&
    !beforeVersion.test(before) &&
    readUnit(text, bare) === ''
  ) {
    return foundNumeral('CODE', at, bare);
  }
  const near = previous?.kind === 'CODE' && previous.end === at - 1 && text.charAt(at - 1) === '、';
  const short = matchEnd(near ? emergency : emergencies, text, at);
  if (short > at) return foundNumeral('CODE', at, short);
  if (coordinateBefore.test(before))
    return foundNumeral('CODE', at, matchEnd(coordinate, text, at));
  const call = matchEnd(hotline, text, at);
  if (call > at && !text.slice(at, call).endsWith('00') && readUnit(text, call) === '') {
    return foundNumeral('CODE', at, call);
  }
  if (!roadBefore.test(before)) return null;
  let end = at;
  while (isArabicDigit(text, end)) end += 1;
  return readUnit(text, end) === '' || text.charAt(end) === '线'
    ? foundNumeral('CODE', at, end)
    : null;
}

/** Proper names with Chinese numerals: streets, places, bodies. */
export function readName({ text, at }: NumeralPlace): FoundNumeral | null {
  const body = matchEnd(bodies, text, at);
  if (body > at) return foundNumeral('IDIOM', at, body);
  const way = matchEnd(street, text, at);
  if (way > at && isHan(text, at - 1)) return foundNumeral('CODE', at, way);
  const end = matchEnd(place, text, at);
  const isCount = end > at && countedPlace.test(text.slice(at, at + 3));
  return end > at && !isCount ? foundNumeral('IDIOM', at, end) : null;
}
