import type { Stretch } from '../reading/clauses.ts';
import { isBareVerb, skipVerbs, verbAt } from '../words/verbs.ts';

/** Who acts: a body of the state, whose name a row of a table does not repeat. */
const actor =
  /^(?!跨)[^,、]{0,16}?(?:法院|检察院|(?:纪检)?监察机关|税务机关|司法机关|海关机关|检察机关|审判机关|公安机关|行政机关|执法机关|监管部门|部门|(?:监督|执法|监管|复议|调解|服务)机构|人大常委会|常委会|[市县区省州旗盟镇乡级](?:人民)?政府|[市县区省州旗]委(?:组织部门?|宣传部门?|统战部门?|政法委|编办|党校|办公室)|[市县区省州旗]委|委员会|局|厅|办公室|[政信法督府]办|大队|支队|街道|单位|系统|干警|执法队|调解组织|调委会|网站|中心|服务站|工作站|仲裁院)(?:门户网站|网站)?(?:共计?|累计|已|依法|先后|全年|主动|积极|集中|联合|\ue000)*/;
/** What such a name begins as well: 政府采购, 法院系统干警, 机关负责人. */
const adjunct =
  /^(?:通过(?!率|考试|考核|审[核查批议]|验收|认[定证]|评[审估定]|备案|资格|检[查测验])|围绕|依托|以(?![上下内外])|按照|根据|针对|结合|利用|运用|采取|采用|借助|整合(?=[^,]{2,30}(?:力量|资源|队伍))|就(?=[^,]{2,24}(?:问题|事项|情况))|联合(?=[^,]{2,30}(?:部门|单位|机关))|会同|在(?![职校建岗编线押读册库籍学营产])|聚焦|坚持|紧扣|立足|充分发挥|严格落实|落实)/;
const shortest = 2;
/** 运用视频抽查等手段|发现隐患: no verb of the means is the one that leads to what is counted. */
const endOfMeans =
  /^就[^,]{2,24}?(?:问题|事项|情况)|^[^,]{2,}等(?:部门|单位|机关|手段|方式|措施|形式|途径|渠道|方法|技术|力量|资源|平台|载体)/;

/** Leaves out who acts, and by what means, before the verb that leads to what is counted. */
export function dropLead(masked: string, stretch: Stretch): Stretch {
  const acted = dropActor(masked, stretch);
  return dropAdjunct(masked, acted);
}

/** 县委常委会、县政府常务会议: one after another. */
function actorsAt(words: string): string {
  let length = 0;
  for (let turn = 0; turn < mostActors; turn += 1) {
    const name = actor.exec(words.slice(length))?.[0] ?? '';
    if (name === '') break;
    length += name.length;
    if (!/^[、和与]/.test(words.slice(length)) || !actor.test(words.slice(length + 1))) break;
    length += 1;
  }
  return words.slice(0, length);
}
const mostActors = 4;

function dropActor(masked: string, { start, end }: Stretch): Stretch {
  const name = actorsAt(masked.slice(start, end));
  const at = start + name.length;
  // 部门联合抽查占比, 行政机关胜诉: whose rate it is, or who won.
  if (ofActor.test(masked.slice(at, end))) return { start, end };
  if (place.test(name) && skipVerbs(masked, at, end) >= end) return { start, end };
  return name !== '' && at < end && verbAt(masked, at) > 0 ? { start: at, end } : { start, end };
}

/** 法律援助中心受理案件: a place acts only where its verb has an object; 便民服务中心建成12个 counts it. */
const place = /(?:中心|[服工]务站|工作站|仲裁院)$/;

const ofActor = /^.{0,8}(?:占比|比例|比重)$|^[胜败]诉/;

/** 通过政府网站公开 keeps its means, where the verb alone would say nothing. */
function dropAdjunct(masked: string, { start, end }: Stretch): Stretch {
  const lead = adjunct.exec(masked.slice(start, end))?.[0] ?? '';
  if (lead === '' || start + lead.length === end) return { start, end };
  const means = endOfMeans.exec(masked.slice(start, end))?.[0].length ?? 0;
  for (let at = start + Math.max(lead.length + shortest, means); at < end; at += 1) {
    if (verbAt(masked, at) === 0) continue;
    // 整合三个部门力量组建: the means are told apart from the verb.
    const isApart = lead.startsWith('整合');
    if (isBareVerb(masked, at, end)) return { start: isApart ? at : start + lead.length, end };
    if (skipVerbs(masked, at, end) + shortest <= end) return { start: at, end };
  }
  return { start: start + lead.length, end };
}
