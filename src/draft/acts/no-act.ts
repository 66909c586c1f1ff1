import { saysWhoAsks } from '../structure/asks-others.ts';

/** Clauses that hold verbs of doing and tell no act. */

/** Clauses that only say under which conditions, and stop there. */
const isFrame =
  /(?:要求|原则|目标|思路|理念|标准|精神|部署|指导|导向|引领|中心|核心|基础|契机|抓手|主线|重点|关键|牵引|为本|至上|优先|为先|为要|出发点|落脚点|下|中|方面|上|时|后|前|以来|过程中|为止|之际|的)$/u;

/** What something is about or by which means it is done, and nothing done yet: 围绕…内容, 就…问题, 通过…等形式. */
const isAbout =
  /^(?:围绕|就(?![业医诊学读餐地近])|针对|聚焦|立足|紧扣|紧盯|对照|面向).*(?:内容|问题|领域|环节|需求|任务|阶段|要点|特点|实际|情况|短板|弱项|现象|差距|主题|议题|专题|事项|行业|群体|对象|目标|主线|热点|难点|堵点|痛点|关切|诉求|大局|战略|规划|工作|重点)$|^(?:通过|以|采取|采用|利用|运用|借助)[^，]*(?:形式|方式|途径|渠道|手段)$/u;

/** Aims and stock phrases (codebook O3): they tell a wish or a purpose. */
const isAim =
  /^(?:努力|力争(?!(?:再|新)*(?:引进|创建|新增|建成|培育|打造|出台|新建|开工|招引|争取|办成|办好|推出))|旨在|力求|以期|争取(?!上级|中央|省|国家|专项|资金|项目|政策|支持|各类|债券)|争当|争做|致力于|为的是|目的是)|^(?:为|为了)[^，]{2,40}(?:提供|奠定|创造|打下|夯实|注入|贡献|作出|筑牢|营造)[^，]{0,16}(?:保障|支撑|条件|基础|动力|保证|贡献|力量|环境|氛围|服务保障|屏障|支持|活力|智慧)$|^(?:营造|形成|构建)[^，]{0,60}(?:氛围|格局|合力|局面|态势|环境)$/u;

/** A bracket, or what someone is quoted as saying. */
const isAside = /^（|^“[^”]*[，。！？；]/u;

/** Words that only name what was done, at the end of a noun: …的生动实践. */
const isNamed =
  /的\p{Script=Han}{0,4}(?:实践|经验|历程|画卷|篇章|故事|答卷|缩影|力量|典范|样本|根基|一年|五年)$|永远在路上$|(?:以下|如下|几|[一二三四五六七八九十]个?)方面(?:的)?(?:重点)?(?:工作|任务|举措)?$|^.{0,12}(?:做好|抓好|开展)(?:以下|如下).{0,6}(?:工作|任务)$/u;

/** 整治时间为4月至9月, 主要预期目标是: what something is, and nothing done. */
const isDefined = /^.{0,14}(?:时间|内容|目标|范围|对象|期限|地点)(?:是|为)/u;

/** 从审计情况看, 总体来说: how one looks at it; and that among which something is counted. */
const isView =
  /^(?:从|就|按).{2,20}(?:看|来看|来说|来讲|而言|分析|统计)$|(?<![集其命空适折之])中$/u;

/** Words that only lead to what is told, or say why or although: 现将有关情况报告如下, 随着改革的推进. */
const leadsOnly =
  /(?:报告|汇报|通报|通告|公告|公布|公开|说明|总结|安排|部署)如下$|^(?:特此|随着|鉴于|由于|虽然|虽|尽管|如果|只有|无论|不仅限于)/u;

/** Whether words only lead to what is told, or say why or although. */
export const leadsOn = (words: string): boolean => leadsOnly.test(words);

/** Which place others gave it. */
const isRanked = /^.{0,24}(?:排名|位居|位列|名列|跻身|居全[国省市区县])/u;

/** What a meeting or a person says, and what an inspection found. */
const isSpeech =
  /^.{0,12}(?:会议|书记|县长|市长|区长|省长|局长|主任|领导)?(?:强调|指出|表示|认为)(?:指出)?$|^.{0,8}(?:检查|调研|审计|巡察|巡查|督察|督查|走访|视察|调查|评查)中?(?:发现|显示|表明)$/u;

/** Whether a clause tells a wish, a purpose or a name, and neither act nor result. */
export const tellsAim = (words: string): boolean => isAim.test(words) || isNamed.test(words);

/** What happens to a subject: 投资也受到影响; what a court decides on it, and who asked for it. */
const befalls =
  /^(?:人民)?法院(?:均|已|都|全部|依法|一审|二审|终审)*(?:判决|裁定|驳回|支持|维持|采纳)|^(?:均|都|全部)?(?:为|由|系).{1,12}(?:提出|提起|申请)$|(?:受到|遭遇|遭受|遇到|面临|受).{0,12}(?:影响|冲击|困难|挑战|压力|制约)$/u;
/** What is measured moves by itself: 贷款平均利率降至…, 办理时限压缩至…. */
const isMeasured =
  /^(?!推动|推进|促进|带动|确保|力争|实现|保持|努力|将|把).{0,24}(?:率|额|量|值|数|价格|收入|成本|时限|增速|比重|比例|规模|支出)(?:分别|均|都|已|累计|再)*(?:降|升|达|增|下|上|提|居|占|为|超|突破|保持|稳|压缩|不)/u;

/** Passive words and words of need: the subject has something done to it. */
const isUndergone =
  /^(?:目前|现)?已(?:全部|全面|均|如期|按期)|^(?:均|全部)(?:已|按|在|予以|得到)|^(?:均|已|都|先后|全部)*(?:获(?!取)|被|受(?!理|案|托|权)|遭|需|待|尚|得以|令人)/u;

/** Whether a clause stops after saying under which conditions: 按照…要求. */
export const endsAsFrame = (words: string): boolean => isFrame.test(words);

/** Whether what begins at a place is undergone and not done: 获…采纳, 均已办结. */
export const isPassive = (words: string): boolean => isUndergone.test(words);

/** Whether a clause tells no act, whatever verbs it holds. */
export const tellsNoAct = (words: string): boolean =>
  isAside.test(words) ||
  isRanked.test(words) ||
  leadsOnly.test(words) ||
  isSpeech.test(words) ||
  saysWhoAsks(words) ||
  tellsAim(words) ||
  isAbout.test(words) ||
  isView.test(words) ||
  isUndergone.test(words) ||
  isDefined.test(words) ||
  befalls.test(words) ||
  isMeasured.test(words);
