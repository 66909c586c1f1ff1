import { actVerbs } from './lists/act-verbs.ts';
import { adverbs } from './lists/adverbs.ts';
import { changeWords, stateEnds } from './lists/result-words.ts';
import { endsInBody, longestClause } from './act-of.ts';
import { leadsOn, tellsAim } from './no-act.ts';
import { verbOfResult } from './verb-of-result.ts';
import { passWords, wordSet } from './word-set.ts';

/** A result told in words: by which rule, and where in the clause what became different is named. */
export type Result = {
  readonly rule:
    | 'nothing-of-the-kind'
    | 'got-better'
    | 'subject-changed'
    | 'more-than-before'
    | 'state-reached'
    | 'covered'
    | 'verb-of-result'
    | 'subject-reached';
  readonly label: { readonly start: number; readonly end: number };
};

const changes = wordSet(changeWords);
const states = wordSet(stateEnds);
const manner = wordSet(adverbs);
const verbs = wordSet(actVerbs);

/** Words that put what follows under someone's will: the clause tells an act or an aim, no state. */
const isCaused =
  /^(?:推动|推进|促进|带动|引导|督促|组织|指导|支持|确保|保障|使|让|将|把|对|力促|助推|助力|加快|加速|倒逼|促使|保证|实现|做到|坚持|围绕|为|通过|针对|着力|全力|致力|聚焦|以)/u;

const changeAdverb =
  '进一步|不断|持续|明显|显著|稳步|有效|逐步|大幅度|大幅|全面|日益|更加|更为|日趋|愈加|有力|切实|普遍|整体|初步|基本|加速|加快|快速|总体|充分|深入|扎实|有序|平稳|顺利|极大|大大|较大|同步|逐年|逐渐|越来越|均|日渐|趋于|保持|渐趋|得以|圆满|如期|蓬勃|健康|高效|良好|稳中|更|较为|比较|空前|深度|成功|首次|全部|真正|实质性|接续|协同|统筹|渐次|强劲|继续|仍然|双双|再次|竞相';
const subjectChanged = new RegExp(`^(.{2,}?)(?:(?:${changeAdverb})(?:地)?)+(.{2,8}?)了?$`, 'u');
const got =
  /^(.{0,60}?)(?:得到|获得(?!感)|取得|呈现|保持|迎来|有了|收到|赢得|受到|展现|达到|迈出|迈上|跨上|踏上|再上|登上|创下|跃居|位居|稳居|跻身)(?:了)?(.{2,18})$/u;
const gotWhat =
  /(?:成效|效果|进展|突破|成果|成绩|成就|态势|局面|势头|好评|肯定|认可|赞誉|改观|保护|保障|提高|提升|改善|增强|解决|遏制|完善|加强|优化|发展|转变|落实|融合|进步|释放|激发|巩固|拓展|控制|缓解|维护|满足|夯实|体现|彰显|水平|新高|锻炼|规范|修复|恢复|治理|化解|整改|压减|表扬|欢迎|支持|信任|满意|步伐|台阶|前列|方阵|新局|新篇|好转|向好|平衡|稳定|平稳|稳健|畅通|领先|良好)$/u;
const nothingAtAll = /^(?:均)?无(.{3,}?)(?:发生|情况|现象|事件|案件|事故|问题)$/u;
const nothing =
  /^(.{0,14}?)(?:未|没有|无|从未)(?:再)?(?:发生|收到|出现|引发|产生|接到|形成|造成|有)(?:过|一起|1起|任何)?(.+)$/u;
const moreThanBefore =
  /^(.{2,40}?)(?:更加|更为|日益|日趋|愈加|愈发|越发|越来越|普遍|十分|较为|更)([\p{Script=Han}、]{2,12})$/u;
const covered = /^(.{2,40}?)已?(?:全部|全面|基本|实现)?(?:覆盖|惠及|延伸到|延伸至|辐射)(.{2,})$/u;
const leads =
  /^(.{2,30}?)(?:均|稳)?(?:居|位居|位列|排名|列|位于|保持)[^，]{0,8}(?:前列|前茅|首位|榜首|上游|第一方阵|第一梯队)$/u;
const reached =
  /^(.{2,26}?)(?:均|全部|全面|基本|已|现已|率先|首次|成功)*(?:实现|做到|达到|步入|跻身|成为|进入|实行)了?(.{2,})$/u;
const resolvedAt = /^(.{2,30}?)(?:化解|解决|消除|消化)在(.{2,10})$/u;

/** The result that a clause without figure tells; `follows` where an act or a figure stands before it in its sentence. */
export function resultOf(words: string, follows: boolean): Result | null {
  if (words.length < 4 || words.length > longestClause || tellsAim(words) || leadsOn(words))
    return null;
  return (
    nothingOfTheKind(words) ??
    stateReached(words) ??
    byVerb(words, follows) ??
    gotBetter(words) ??
    moreThan(words) ??
    changed(words) ??
    isCovered(words) ??
    subjectReached(words)
  );
}

const labelOf = (start: number, end: number) => ({ start, end });

/** 未发生…, 未收到…, 没有出现… */
function nothingOfTheKind(words: string): Result | null {
  if (nothingAtAll.test(words)) {
    return { rule: 'nothing-of-the-kind', label: labelOf(words.indexOf('无') + 1, words.length) };
  }
  const match = nothing.exec(words);
  const what = match?.[2] ?? '';
  if (!match || what.length < 2 || beginsActed(words)) return null;
  return { rule: 'nothing-of-the-kind', label: labelOf(words.length - what.length, words.length) };
}

/** …得到有效提升, …取得明显成效 */
function gotBetter(words: string): Result | null {
  const ahead = leads.exec(words);
  if (ahead) return { rule: 'got-better', label: labelOf(0, (ahead[1] ?? '').length) };
  const match = got.exec(words);
  // 始终保持…高压态势: what nobody else does, the government does.
  if (withoutManner(words).startsWith('保持')) return null;
  if (!match || !gotWhat.test(match[2] ?? '') || isCaused.test(withoutManner(words))) return null;
  const subject = match[1] ?? '';
  return {
    rule: 'got-better',
    label: subject.length >= 2 ? labelOf(0, subject.length) : labelOf(0, words.length),
  };
}

/** …深入人心, …全面铺开, …为即办件 */
function stateReached(words: string): Result | null {
  const end = states.before(words, words.length);
  const subject = words.length - end.length;
  if (end === '' || subject < 2 || isCaused.test(withoutManner(words))) return null;
  const label = words.slice(0, subject).replace(/(?:已|均|全部|实现|为)+$/u, '');
  return { rule: 'state-reached', label: labelOf(0, label.length) };
}

/** …更加便捷, …日益完善 */
function moreThan(words: string): Result | null {
  const match = moreThanBefore.exec(words);
  const subject = match?.[1] ?? '';
  if (!match || isCaused.test(withoutManner(words))) return null;
  return { rule: 'more-than-before', label: labelOf(0, subject.length) };
}

/** …水平进一步提升, …机制不断健全完善 */
function changed(words: string): Result | null {
  const match = subjectChanged.exec(words);
  const change = match?.[2] ?? '';
  if (!match || isCaused.test(withoutManner(words))) return null;
  const word = changes.before(change, change.length);
  if (word === '' || !isOnlyChange(change)) return null;
  return { rule: 'subject-changed', label: labelOf(0, (match[1] ?? '').length) };
}

/** Whether words are nothing but words of change: 健全完善, 巩固拓展. */
function isOnlyChange(words: string): boolean {
  let end = words.length;
  while (end > 0) {
    const word = changes.before(words, end);
    if (word === '') return false;
    end -= word.length;
    if (/[、和]/.test(words.charAt(end - 1))) end -= 1;
  }
  return true;
}

/** …已覆盖所有…部门 */
function isCovered(words: string): Result | null {
  const match = covered.exec(words);
  if (!match || isCaused.test(withoutManner(words)) || beginsActed(words)) return null;
  return { rule: 'covered', label: labelOf(0, words.length) };
}

/** …实现动态清零, …化解在诉前 */
function subjectReached(words: string): Result | null {
  const match = reached.exec(words) ?? resolvedAt.exec(words);
  // 严格实行…: no subject, the verb is one of doing.
  if (reached.exec(withoutManner(words)) === null && !resolvedAt.test(words)) return null;
  if (
    !match ||
    endsInBody(match[1] ?? '') ||
    isCaused.test(withoutManner(words)) ||
    beginsActed(words)
  )
    return null;
  return { rule: 'subject-reached', label: labelOf(0, (match[1] ?? '').length) };
}

/** 有效维护…, 实现…, 推进了… */
function byVerb(words: string, follows: boolean): Result | null {
  const start = verbOfResult(words, follows);
  return start === null ? null : { rule: 'verb-of-result', label: labelOf(start, words.length) };
}

const withoutManner = (words: string): string => words.slice(passWords(words, 0, manner));

/** Whether a clause begins with a verb of doing: what follows is done, not come about. */
function beginsActed(words: string): boolean {
  return (
    verbs.at(words, passWords(words, 0, manner)) !== '' &&
    !/^(?:公共|审批|执法|监管|服务|治理|办案|建设|管理|培训|保护)/u.test(words)
  );
}
