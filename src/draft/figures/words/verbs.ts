import { countingVerbs } from '../../../text/numerals/lists/counting-verbs.ts';
import { indexWords, wordsAt } from '../../../text/numerals/word-index.ts';
import { verbsOfDoing } from '../../../text/verbs-of-doing.ts';
import { reportVerbs, verbsOfHandling } from './report-verbs.ts';

/** Words of the lists that are numbers, adverbs or copulas and lead to no object. */
const notVerbs = new Set(
  '共有 共计 合计 累计 总计 仅有 只有 不足 至少 不少于 超过 仅 共 计 满 逾 现有 提前 推迟 实现'.split(
    ' ',
  ),
);

const all = [...countingVerbs, ...verbsOfDoing, ...reportVerbs, ...verbsOfHandling].filter(
  (verb) => !notVerbs.has(verb),
);
const long = indexWords(all.filter((verb) => verb.length > 1));

/** How long the verb is that begins at a place; 0 where none of two characters or more does. */
export function verbAt(text: string, at: number): number {
  for (const verb of wordsAt(long, text, at)) {
    if (text.startsWith(verb, at) && !isNounAhead(text, at, verb)) return verb.length;
  }
  return 0;
}

/** 服务中心, 建设项目, 检查站, 调解员: a verb that only begins a noun. */
const nounEnds =
  /^(?:[率员人站点所室处费金额量值数证书度法权会者团队班]|工作者|中心|机关|机构|部门|单位|委员会|组织(?!开展)|平台|项目|资金|制度|机制|人员|队伍|工程|对象|体系|环境|能力|水平|意识|场所|基地|时限|成本|收入|支出|投资|周期|清单|目录|事项|措施|专区|业企|大厅|热线|活动|会议|大会|讲座|案件|行为|问题|意见|建议|申请|学时|资金|窗口|用地|面积|比例|比重|总量|总额)/;

const isNounAhead = (text: string, at: number, verb: string): boolean => {
  const behind = text.slice(at + verb.length, at + verb.length + 3);
  if (!nounEnds.test(behind)) return false;
  // 受理案件数 counts what is received; 新建项目 and 取消事项 have an object.
  return !takesThing.test(verb);
};

/** Verbs that lead to their object wherever they stand, so that it needs no other proof. */
const receives = /^(?:征集|采纳|收到|接到|受理|办理|办结|审结|立案|查处|移送|提出|发现|解决)$/;

/** The length of a verb inside of other words that leads to an object behind it; 0 where it may be part of a noun. */
export function leadingVerbAt(text: string, at: number): number {
  const length = verbAt(text, at);
  if (length === 0) return 0;
  const verb = text.slice(at, at + length);
  if (receives.test(verb)) return length;
  const isNoun = nounEnds.test(text.slice(at + length, at + length + 3));
  return takesThing.test(verb) && !isNoun ? length : 0;
}

/** Verbs whose object may be a project, an item, people, money: 引进项目, 下放事项, 培训人员. */
const takesThing =
  /^(?:新.{1,2}|引进|引入|落户|取消|下放|办理|受理|实施|清理|梳理|推行|压减|压缩|减少|提供|查处|检查|督促|整改|组织|培训|建成|建立|设立|成立|搭建|打造|完成|争取|投入|投放|发布|查询|节约|节省|拨付|下达|发放|出动|选派|安排|开工|竣工|公布|编制|制定|修订|出台|印发|涉及|覆盖|获批|签约|招引|储备|推进|安置|惠及|走访|慰问|处置|审理|立案|查办|提出|发现|召开|开展|举办|收到|接收|移送|交办|督办|解决|反馈|征集|采纳|答复|处理|公开|登记|审查|审核|审议|参加|参与|执行|制止|打击|纠正|排查|整治|调处|化解|抽查|抽取|问责|处分|约谈|挽回|追缴|追回|收缴|判处|逮捕|批准逮捕|起诉|采购|购置|盘活|招聘|招录|引育|认定|培育|扶持|减免|兑付|执结|审结|带动|接待|吸引|邀请|聘请|聘任)$/;

/** How many characters of verbs, adverbs and particles stand at a place, one after another. */
export function skipVerbs(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const particle = particles.exec(text.slice(at, Math.min(end, at + 4)))?.[0].length ?? 0;
    const verb = verbAt(text, at);
    const step = Math.max(particle, verb);
    if (step === 0 || at + step > end) break;
    if (verb > 0 && at > start && at + step === end && isThing(text, at, end)) break;
    at += step;
  }
  return at;
}

/** 收到申请, 解答咨询: what is done can also be a thing that another verb has as its object. */
const things =
  /^(?:申请|投诉|举报|诉讼|抗诉|上诉|申诉|仲裁|贷款|补助|补贴|咨询|鉴定|公证|听证|服务|担保|援助)$/;

const isThing = (text: string, start: number, end: number): boolean =>
  things.test(text.slice(start, end));

const particles =
  /^(?:了|被|已经?|不予|不(?=[批起捕受立诉移])|未(?!成年|来)|予以|进行|部分|并|成功|到位|依法|共(?![建享同产青])|累计|分别|均|全部|直接|当场|主动(?!公)|最终|及时|从轻|减轻|从重|需(?!求)|应当|应(?![急诉用对届])|可(?![再燃])|拟|将|前(?![端期置])|后(?![续勤])|又|继续|有效|无效|完毕|和(?![解谐])|或|、|各类|全面|积极|先后|陆续|集中|统一|决定|确认|同意|准予|初步|基本)/;

/** Whether a verb stands anywhere in a stretch. */
export function holdsVerb(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (verbAt(text, at) > 0) return true;
  return false;
}

/** Whether a stretch holds nothing but verbs and their particles, so that its object is told elsewhere. */
export function isBareVerb(text: string, start: number, end: number): boolean {
  return end > start && skipVerbs(text, start, end) >= end;
}
