import { passDigits } from '../numbers/arabic-number.ts';
import { matchEnd } from '../../match-end.ts';
import { characterSet } from '../character-set.ts';
import { isHan } from '../numeral-character.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { readUnit } from '../quantities/unit.ts';

const road = /\d{1,4}(?:国道|省道|县道|乡道|高速(?:公路)?|国防公路)/y;
const roadBefore = /(?:国道|省道|县道|乡道|高速|线路|航班)$/;
const version = /\d{1,2}(?:\.\d{1,2}){1,2}(?:升级版|版本|版(?!权)|时代|阶段|模式|工程)/y;
const bareVersion = /\d\.0(?![\d.%％‰万亿个项余多倍年元:：])/y;
const beforeVersion = /[为是达至值到约率比长降升了以数分在过近超有与和、]$/;
const hotline = /(?:12[1-5]\d\d|96\d{3}|95\d{3}|100(?:00|10|86))(?![\d%％万亿千百余多]|[.,，]\d)/y;
/** What a number behind it names: a telephone, an account, an entry. */
const namedBefore =
  /(?:[^型]号|编号|序号|编码|代码|邮编|邮政编码|转|电话|传真|账号|帐号|卡号|分机|手机|热线|证号|文号|单号|批号|车牌号?|号码|QQ|微信)(?:为|是)?[:：]?[ \u3000]?$/;
/** 拨打119: what is dialled is no amount. */
const dialledBefore = /(?:拨打|致电|呼叫|拨)$/;
const token = /[\d-]+/y;
/** 1路、7路公交车 */
const bus =
  /\d{1,4}路(?=(?:[、和及与至]\d{1,4}路){0,6}(?:公交|公共汽车|汽车|电车|班车|车(?!辆|主)|线路|专线))/y;
const emergency =
  /1(?:1[0-9]|2[0-2])(?!\d)(?=[、和及“”"等平热三指]|接处?警|报警|警情|联动|出警|$)/y;
/** 110接警量: a number to call by what follows alone. */
const alarm = /1(?:10|19|2[02])(?=接处?警|报警|警情|指挥中心|出警|急救|联动)/y;
/** 110、119、120: one of them that another number of its kind follows. */
const emergencies = /1(?:1[0-9]|2[0-2])(?=[、和及]1(?:1[0-9]|2[0-2]|2\d{3})(?!\d))/y;
const coordinateBefore = /(?:[东西]经|[南北]纬)(?:约|为|是)?[ :：]?$/;
const coordinate = /\d+(?:\.\d+)?(?:[°度](?:\d+(?:\.\d+)?[′'分])?(?:\d+(?:\.\d+)?[″"秒])?)?/y;
const room = /\d{2,5}分机|\d{1,3}(?:楼(?!栋|盘|宇)|室|排\d|单元\d{1,4}室?|[栋座]\d{1,4}室?|#)/y;
const model = /(?:19[5-9]|20[0-4])\d(?=[版款届级](?!以|别|次))/y;

/** 目录……12: a page. 双11: a day of shopping. */
const pageBefore = /(?:…|双)$/;
/** 歼-20, 东风-41: a model; behind 增长 and the like the hyphen is a minus. */
const modelBefore = /(?![长降为是达至到率幅速额润入出])[\u4e00-\u9fff][-—]$/;
/** What stands behind the digits, or before them, where one of the patterns can match. */
const behind = characterSet('国省县乡高分楼室排单栋座#版款届级路.');
const ahead = characterSet('编转号码话真机线证信打电叫拨Qq:： \u3000为是纬经道速路班双…-—');

/** Numbers that name a road, a version, a hotline, a room or a model year, without a mark that says so. */
export function readUnmarkedCode(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  const end = passDigits(text, at);
  const code = behind.at(text, end) ? readByRest(place) : null;
  if (code !== null) return code;
  return (ahead.at(text, at - 1) ? readByLead(place, end) : null) ?? readHotline(place, end);
}

/** 331国道, 2.0版, 306室, 2023届, 工业4.0: what follows tells it. */
function readByRest({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  for (const pattern of [road, version, room, bus]) {
    const end = matchEnd(pattern, text, at);
    if (end > at) return foundNumeral('CODE', at, end);
  }
  const year = matchEnd(model, text, at);
  if (year > at) return foundNumeral('DATE', at, year + 1);
  const bare = matchEnd(bareVersion, text, at);
  const isNamed = isHan(text, at - 1) || text.charAt(at - 1) === '”';
  if (bare < 0 || !isNamed || readUnit(text, bare) !== '') return null;
  const isAmount = beforeVersion.test(text.slice(Math.max(floor, at - 2), at));
  return isAmount ? null : foundNumeral('CODE', at, bare);
}

/** 电话：6923346, 东经111度41分, 国道318: what stands before tells it. */
function readByLead({ text, at, floor }: NumeralPlace, end: number): FoundNumeral | null {
  const before = text.slice(Math.max(floor, at - 8), at);
  if (coordinateBefore.test(before))
    return foundNumeral('CODE', at, matchEnd(coordinate, text, at));
  const hasUnit =
    readUnit(text, end) !== '' ||
    /^(?:[%％万亿千百余多]|[.．,，]\d)/.test(text.slice(end, end + 2));
  if (roadBefore.test(before) && (!hasUnit || text.charAt(end) === '线')) {
    return foundNumeral('CODE', at, end);
  }
  if (!hasUnit && (pageBefore.test(before) || modelBefore.test(before))) {
    return foundNumeral('CODE', at, end);
  }
  const isNamed = namedBefore.test(before) || dialledBefore.test(before);
  const named = isNamed ? matchEnd(token, text, at) : -1;
  return named > at && !hasUnit ? foundNumeral('CODE', at, named) : null;
}

/** 110、119, 12338, 96110. */
function readHotline({ text, at, previous }: NumeralPlace, end: number): FoundNumeral | null {
  const length = end - at;
  if (length === 3) {
    const isListed = text.charAt(at - 1) === '、' && previous?.end === at - 1;
    const isBehindCode = isListed && previous.kind === 'CODE';
    const short = matchEnd(isBehindCode ? emergency : emergencies, text, at);
    const call = short > at ? short : matchEnd(alarm, text, at);
    return call > at ? foundNumeral('CODE', at, call) : null;
  }
  if ((length !== 5 && length !== 6) || /[有达近超约共计余]/.test(text.charAt(at - 1))) return null;
  const hot = matchEnd(hotline, text, at);
  const isRound = text.slice(at, hot).endsWith('00');
  return hot > at && !isRound && readUnit(text, hot) === '' ? foundNumeral('CODE', at, hot) : null;
}
