import { actVerbs, attitudeVerbs } from './lists/act-verbs.ts';
import { adverbs } from './lists/adverbs.ts';
import { bodyEnds } from './lists/bodies.ts';
import { endsAsFrame, isPassive, tellsNoAct } from './no-act.ts';
import { passWords, wordSet } from './word-set.ts';

/** How surely a clause tells an act; `WEAK` only counts where nothing else around does. */
type ActStrength = 'STRONG' | 'WEAK';
export type Act = {
  readonly strength: ActStrength;
  readonly rule: 'verb-first' | 'behind-preposition' | 'behind-subject' | 'attitude';
  /** Where the verb begins. */
  readonly verbAt: number;
};

const verbs = wordSet([
  ...actVerbs,
  '进行',
  '予以',
  '给予',
  '实行',
  '作出',
  '列为',
  '定为',
  '设为',
  '作为',
]);
const attitudes = wordSet(attitudeVerbs);
const manner = wordSet(adverbs);
const bodies = wordSet(bodyEnds);

/** What is done to what, with whom, by which means: a verb of doing follows within the clause. */
const preposition =
  /^(?:将|把|对照|对于|对|就|为|向|与|会同|联合|围绕|针对|按照|依照|依据|根据|依托|利用|运用|通过|以|在|从|于|由|经过|经|用|采取|采用|赴|同(?!比|期)|和|给|聚焦|立足|结合|随同|协同|借助|凭借|每|抢抓|紧扣|紧盯|面向|因(?=.{0,3}(?:制宜|施策|城|村|户|企|案|势|时|人)))/u;
/** Those of them that open a clause which only says under which conditions. */
const opensFrame =
  /^(?:围绕|针对|按照|依照|依据|根据|依托|利用|运用|通过|以|在|从|于|经|用|采取|采用|聚焦|立足|结合|借助|凭借|抢抓|紧扣|紧盯|面向|因|对照|随)/u;

const shortestAct = 4;
/** No clause that someone wrote is longer; what is, would be read in more than linear time. */
export const longestClause = 400;
/** How far into a clause a subject may reach. */
const longestSubject = 26;

/** The act that a clause without its lead words tells; null where it tells none. */
export function actOf(words: string): Act | null {
  if (words.length < shortestAct || words.length > longestClause) return null;
  if (tellsNoAct(words) || isPurpose(words)) return null;
  if (endsAsFrame(words) && opensFrame.test(words)) return null;
  return predicateAct(words, 0) ?? behindSubject(words) ?? keepsUp(words) ?? attitude(words);
}

/** 始终保持…的高压态势, 以“四个最严”要求抓食品安全: verbs that tell an act only in such company. */
function keepsUp(words: string): Act | null {
  const at = passWords(words, 0, manner);
  const [, means = ''] =
    /^(以.{2,20}(?:要求|标准|力度|决心|态度|精神|作风))抓.{2,}/u.exec(words) ?? [];
  const isPressed = /^保持.*(?:高压|严打|严管)/u.test(words.slice(at));
  if (!isPressed && means === '') return null;
  return { strength: 'STRONG', rule: 'verb-first', verbAt: isPressed ? at : means.length };
}

/** 为有力支持…, 为加强…: what for, and nothing done yet; 为监测户制定… is done. */
const isPurpose = (words: string): boolean => {
  const length = /^为了?/u.exec(words)?.[0].length ?? 0;
  if (length === 0) return false;
  const at = passWords(words, length, manner);
  return at > length ? verbs.at(words, at) !== '' : aims.at(words, at) !== '';
};
const aims = wordSet(
  '加强 推进 解决 规范 提升 提高 确保 保障 落实 贯彻 做好 促进 营造 完善 深化 强化 优化 防止 打造 维护 实现 推动 增强 方便'.split(
    ' ',
  ),
);

/** A verb of doing at a place, behind adverbs or behind what a preposition brings in. */
function predicateAct(words: string, from: number): Act | null {
  if (isPassive(words.slice(from))) return null;
  let at = from;
  for (;;) {
    const adverb = manner.at(words, at);
    // What looks like an adverb may be the verb or a preposition: 公开, 深化, 将.
    const act = adverb === '' ? verbOrPreposition(words, at) : null;
    if (act || adverb === '') return act ?? undoneAdverb(words, from, at);
    at += adverb.length;
  }
}

/** The last adverb that is a verb or a preposition itself. */
function undoneAdverb(words: string, from: number, to: number): Act | null {
  for (let at = to - 1; at >= from; at -= 1) {
    const act = verbOrPreposition(words, at);
    if (act) return act;
  }
  return null;
}

function verbOrPreposition(words: string, at: number): Act | null {
  if (verbs.at(words, at) !== '') return verbFirst(words, at);
  if (!preposition.test(words.slice(at))) return null;
  const verbAt = verbWithin(words, at + 1);
  if (verbAt < 0 || endsAsFrame(words)) return null;
  const strength = words.startsWith('作为', verbAt) ? 'WEAK' : 'STRONG';
  return { strength, rule: 'behind-preposition', verbAt };
}

function verbFirst(words: string, verbAt: number): Act | null {
  // 开展…时, 在检查中: the clause only says when.
  if (/(?:时|后|过程中|之际|的同时|以来)$/u.test(words)) return null;
  return { strength: 'STRONG', rule: 'verb-first', verbAt };
}

function verbWithin(words: string, from: number): number {
  for (let at = from; at < words.length - 1; at += 1) {
    // What is quoted is a name, whatever verbs it holds.
    if (words.charAt(at) === '“' || words.charAt(at) === '《') {
      const close = words.indexOf(words.charAt(at) === '“' ? '”' : '》', at);
      if (close > 0) at = close;
    } else if (verbs.at(words, at) !== '') return at;
  }
  return -1;
}

/** Words that end like the name of a body and name a kind of place or people. */
const notBodies =
  /(?:城镇|农村|乡村|小区|园区|景区|山区|灾区|市区|城区|校区|片区|地区|辖区|灌区|库区|内部|外部|全部|干部|本部|局部|西部|东部|中部|南部|北部|总部|城市|都市|超市|股市|门市|社会|机会|大会|晚会|产业园|公园|厂区|特困|群众|省级|市级|县级)$/u;

/** Whether words end in the name of a body or of people that act. */
export function endsInBody(words: string): boolean {
  const body = bodies.before(words, words.length);
  return body !== '' && !namesNobody.has(body) && !notBodies.test(words);
}
/** Ends of names of bodies that end too many other words. */
const namesNobody = new Set(['会', '处', '所', '站', '组', '科', '办', '队', '校']);

/** 中心被司法部|表彰为…: who did it to the subject, which acts no more. */
const isAgent = /[^，]被(?!征地|告|害|执行|监管|处罚|申请|检查|审计|服务|帮扶)[^，被]{1,24}$/u;

/** 政府采购合同, 政府信息公开: a body that only begins the name of a thing. */
const isName = /^政府(?:采购|购买服务|债券?|性基金|信息公开|法律顾问)/u;

/** 县政府出台…, 市、县两级法院联合…: a body or a person, then the act. */
function behindSubject(words: string): Act | null {
  const end = Math.min(words.length - 2, longestSubject);
  for (let at = 1; at <= end; at += 1) {
    const isBody =
      endsInBody(words.slice(0, at)) ||
      /^办(?:要|应|负责|牵头|会同)/u.test(words.slice(at - 1, at + 2));
    if (!isBody || isAgent.test(words.slice(0, at))) continue;
    // The name of the body may go on: 县政府|办公室.
    if (bodies.before(words, at + 1).length > 1 || isName.test(words.slice(at - 2))) continue;
    // 各县（市、区）要…: a bracket goes on naming bodies.
    const from = words.charAt(at) === '（' ? Math.max(at, words.indexOf('）', at) + 1) : at;
    const act = predicateAct(words, from);
    if (act) return { ...act, rule: 'behind-subject' };
  }
  return null;
}

function attitude(words: string): Act | null {
  const at = passWords(words, 0, manner);
  const verbAt = attitudes.at(words, at) === '' ? 0 : at;
  const verb = attitudes.at(words, verbAt);
  const isMoved = /^(?:提升|提高|增强|改善|促进|保护|降低)/u.test(verb);
  if (verb === '' || (endsAsFrame(words) && !isMoved)) return null;
  return { strength: 'WEAK', rule: 'attitude', verbAt };
}
