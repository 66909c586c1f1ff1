import type { Stretch } from '../reading/clauses.ts';
import { isBareVerb, skipVerbs, verbAt } from '../words/verbs.ts';

/** Who acts: a body of the state, whose name a row of a table does not repeat. */
const actor =
  /^(?!跨)[^,、]{0,16}?(?:法院|检察院|检察机关|审判机关|公安机关|行政机关|执法机关|监管部门|部门|[市县区省州旗盟镇乡级](?:人民)?政府|[市县区省州旗]委|委员会|局|厅|办公室|[政信法督府]办|大队|支队|街道|单位|系统|干警|执法队|调解组织|调委会)(?:共计?|累计|已|依法|先后|全年|主动|积极|集中|联合|\ue000)*/;
/** What such a name begins as well: 政府采购, 法院系统干警, 机关负责人. */
const adjunct =
  /^(?:通过(?!率|考试|考核|审[核查批议]|验收|认[定证]|评[审估定]|备案|资格|检[查测验])|围绕|依托|以(?![上下内外])|按照|根据|针对|结合|利用|借助|在(?![职校建岗编线押读])|聚焦|坚持|紧扣|立足|充分发挥|严格落实|落实)/;
const shortest = 2;

/** Leaves out who acts, and by what means, before the verb that leads to what is counted. */
export function dropLead(masked: string, stretch: Stretch): Stretch {
  const acted = dropActor(masked, stretch);
  return dropAdjunct(masked, acted);
}

function dropActor(masked: string, { start, end }: Stretch): Stretch {
  const name = actor.exec(masked.slice(start, end))?.[0] ?? '';
  const at = start + name.length;
  return name !== '' && at < end && verbAt(masked, at) > 0 ? { start: at, end } : { start, end };
}

/** 通过政府网站公开 keeps its means, where the verb alone would say nothing. */
function dropAdjunct(masked: string, { start, end }: Stretch): Stretch {
  const lead = adjunct.exec(masked.slice(start, end))?.[0] ?? '';
  if (lead === '') return { start, end };
  for (let at = start + lead.length + shortest; at < end; at += 1) {
    if (verbAt(masked, at) === 0) continue;
    if (isBareVerb(masked, at, end)) return { start: start + lead.length, end };
    if (skipVerbs(masked, at, end) + shortest <= end) return { start: at, end };
  }
  return { start: start + lead.length, end };
}
