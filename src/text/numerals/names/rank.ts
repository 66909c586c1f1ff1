import { matchEnd } from '../../match-end.ts';
import { characterSet } from '../character-set.ts';
import { isArabicDigit } from '../numeral-character.ts';
import { readNumber } from '../numbers/number-reader.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { readUnit } from '../quantities/unit.ts';

/** Ordinals that stand without 第: sessions, phases, rounds, grades, ranks. */

const fiveYears =
  /(?:十[一二三四五六]?|[一二三四五六七八九])五(?=[”"’'」]|规划|计划|时期|期间|末|初|开局|普法|收官|以来|发展|”)/y;
const congress =
  /(?:(?:十[一二三四五六七八九]|二十[一二三]?)(?:届[一二三四五六七]中全会|大(?![类项个批幅力型量])|届(?![次]))|[一二三四五六七]中全会)/y;
const tens = '[一二三四五六七八九十]{1,3}';
const session = new RegExp(
  `${tens}届(?=[一-龥]{0,12}?${tens}次|(?:全国|[省市区县州盟旗]|自治区)?(?:人大|政协|人民代表|党代会|委员会|[省市区县州盟旗]?委|纪委|监委|常委))`,
  'y',
);
const meeting = new RegExp(
  `[一二三四五六七]中(?=[、和及])|${tens}次(?=(?:全体|常务|执行|常委|主任|院长|扩大)?(?:会议|全会))`,
  'y',
);
const congressBefore = /(?:人大|政协|代表大会|委员会|常委会|党代会|[省市区县州盟旗]委|届)$/;
const grades =
  /[特一二三四](?:等[奖功品次]|级(?!联动|网络|书记))|[一二三四五六七八九]年级|[五六七八九]级(?=[主职教警法检职高]|以?[上下]?(?:教师|职员|专业|岗位|伤残|工伤))|十[一二]级/y;
/** 二三级支流, 一、二类, 二三线城市. */
const gradeList =
  /[一二三四五六七八九][至到\-—~～][一二三四五六七八九]年级|[一二三四五六](?:、?[一二三四五六]){1,5}(?:级|类|线|等(?!级)|期(?!间)|档|审)/y;
const phase =
  /[一二三四五六七八](?:期(?=工程|项目|建设|改造|规划|开工|投产|竣工|建成|投用|投运|试点|基金|扩建|全面|主体|已|正式|及|和|、|等|顺利|厂房|用地|总?投资|占地|规模|年产|计划|全[长线]|线路|主线|，|$)|轮(?=土地|延包|承包|草原|修志|编修|退耕|确权))/y;
/** A phase of what is built, not of what is held: 实验室二期 and not 举办三期. */
const heldBefore =
  /(?:举办|开办|办|开展|组织|培训|播出|出版|编发|刊发|印发|推出|完成|了|共|第|满|近|约|达|连续|录制|发布|出刊|制作|分|班|简报|专刊|学期|任)$/;
const trial = /[一二]审(?![议查核计理批定阅])|三审(?=[案判终程法裁改]|、)/y;
const tier =
  /[二三四五]线(?=城市|市场|品牌|人员|岗位)|[一二三四五劣]+类(?=水|以上水|断面|地区|区|疫苗|费用|事业|标准|岗位|用地|伤残|工资|残疾|医疗|救助|户型|企业|案件|县|区域|责任|超)/y;
/** 一类疫苗、二类医疗器械、三类人员: the next one of a row. */
const listed = /[一二三四五六七八九十][类级期档等批](?![个以])/y;
/** 村民三组, 救援队五组. */
const teams = /[一二三四五六七八九十]{1,2}[组队社](?=[、，,。和及赶的\s]|$)/y;
/** Two of a thing are 两: 二 before these classifiers names the second of them. */
const second =
  /二(?:[轮届审档组科处室队班楼层连排批](?![个以])|次(?=[分创开污供装利感曝加招函补复议申回]|元))/y;
const reply =
  /\d{1,2}(?:年级|级(?=(?:应急)?响应|指标|预警|风险|医院|保护|公路|等保|残疾|伤残|职员|岗位|学科|文物|标准|管理|网格|节点|目录|响应))/y;
/** 三年级2班 */
const schoolClass = /(?:\d{1,2}|[一二三四五六七八九十]{1,2})班/y;
const levels =
  /[中省市州盟县区旗乡镇街村组国家央屯户][、]?[中省市州盟县区旗乡镇街村组国家央屯户）)]$/;
/**
 * 居全国, 列乌兰察布市, 排名同类县区: what a place is taken in is an area or a field, and no 居民调解员 or
 * 安排调解员 whom a number counts.
 */
const placed =
  /(?:(?<![村安新定隐邻迁旧民移社])居(?![民家住委士室])|(?<!系|序|开)列|排名|排在|(?<![安编])排|名列|跻身|位次为)(?:在|于|至|到)?(?:全[国省市区县州盟系厅]|世界|全球|亚洲|[东中西]部|[一-龥]{1,4}(?:[国省市区县州盟旗部类组]|乡镇|街道|系统|行业|单位|部门|第|之))?$/;
/** What 前 stands in, where it does not mean the first ones. */
const notFirst = /[之以目提日此年月眼当生会事产空史超从先午朝跟榜支]$/;

/** What one of the patterns below has within its first characters. */
const ranked = characterSet('五届中大级类线等期档审轮次组科处室队班楼层连排批年');

/** Plans, congresses, sessions, phases, prizes and grades: 十四五, 二十大, 一等奖, 三年级, 二期. */
export function readRank(place: NumeralPlace): FoundNumeral | null {
  const { text, at, floor, previous } = place;
  if (!ranked.within(text, at, 5)) return null;
  const plan = matchEnd(fiveYears, text, at);
  if (plan > at) return foundNumeral('TITLE', at, plan);
  for (const pattern of [congress, session, gradeList, trial, tier, second]) {
    const end = matchEnd(pattern, text, at);
    if (end > at) return foundNumeral('ORDINAL', at, end);
  }
  const before = text.slice(Math.max(floor, at - 4), at);
  const near = previous?.kind === 'ORDINAL' && at - previous.end <= 16;
  const meetingEnd = near || congressBefore.test(before) ? matchEnd(meeting, text, at) : -1;
  if (meetingEnd > at) return foundNumeral('ORDINAL', at, meetingEnd);
  const phaseEnd =
    !isArabicDigit(text, at - 1) && !heldBefore.test(before) ? matchEnd(phase, text, at) : -1;
  if (phaseEnd > at) return foundNumeral('ORDINAL', at, phaseEnd);
  const like =
    previous?.kind === 'ORDINAL' && at - previous.end <= 8 ? matchEnd(listed, text, at) : -1;
  if (like > at && text.charAt(like - 1) === text.charAt((previous?.end ?? 0) - 1)) {
    return foundNumeral('ORDINAL', at, like);
  }
  if (/[队村民社区]$/.test(before)) {
    const team = matchEnd(teams, text, at);
    if (team > at) return foundNumeral('ORDINAL', at, team);
  }
  const end = matchEnd(grades, text, at);
  if (end <= at) return null;
  // 省市县三级 counts the levels that stand before it; 三级医院 ranks.
  const isCount = text.charAt(end - 1) === '级' && levels.test(before);
  return isCount ? null : foundNumeral('ORDINAL', at, end);
}

const beforePlace = characterSet('前后');
const behindPlace = characterSet('位名');

/** 前10位, 前三名, 前三, 居全国10位, 4级应急响应: a place in a row, in either script. */
export function readPlace({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  const ofYear = text.startsWith('年级', at - 2) ? matchEnd(schoolClass, text, at) : -1;
  if (ofYear > at) return foundNumeral('ORDINAL', at, ofYear);
  const answer = isArabicDigit(text, at) ? matchEnd(reply, text, at) : -1;
  if (answer > at) return foundNumeral('ORDINAL', at, answer);
  const isFirst = at > floor && beforePlace.at(text, at - 1);
  if (!isFirst && !behindPlace.within(text, at + 1, 4)) return null;
  const lead = text.slice(Math.max(floor, at - 10), at);
  if (lead.endsWith('后')) return notLast.test(lead) ? null : readLast(text, at);
  if (isFirst && !notFirst.test(lead.slice(0, -1))) return readFirst(text, at);
  if (!placed.test(lead) || /[移升进降退跌]$/.test(lead)) return null;
  const number = readNumber(text, at);
  const isPlace =
    !number.malformed &&
    number.more === '' &&
    /^[位名](?![次单额册])/.test(text.slice(number.end, number.end + 2));
  return isPlace ? foundNumeral('ORDINAL', at, number.end + 1) : null;
}

const notLast = /[之以今此随先最落然]后$/;

/** 后5名, 排名后三位. */
function readLast(text: string, at: number): FoundNumeral | null {
  const { malformed, more, end } = readNumber(text, at);
  const isPlace = !malformed && more === '' && /^[名位](?![单次])/.test(text.slice(end, end + 2));
  return isPlace ? foundNumeral('ORDINAL', at - 1, end + 1) : null;
}

const times = /^(?:个?(?:半?月|季度|工作日|小时|星期|周)|年|天|日|周|月|季度|届|轮|期)/;

function readFirst(text: string, at: number): FoundNumeral | null {
  const { malformed, sequence, more, end, value } = readNumber(text, at);
  if (malformed || sequence || more !== '' || value > 5000) return null;
  const rest = text.slice(end, end + 5);
  if (times.test(rest)) return null;
  const unit = readUnit(text, end);
  if (unit !== '' && /^[亿万元吨亩公千米倍度]/.test(unit)) return null;
  const named = /^(?:位|名|强|列|甲|茅|类|%|％)/.exec(rest)?.[0] ?? unit;
  const isAlone = named === '' && !/^[万亿.．,，\d]/.test(rest);
  return named !== '' || isAlone || !isArabicDigit(text, at)
    ? foundNumeral('ORDINAL', at - 1, end + named.length)
    : null;
}
