import { actVerbs } from '../lists/act-verbs.ts';
import { adverbs } from '../lists/adverbs.ts';
import { changeWords, stateEnds } from '../lists/result-words.ts';
import { endsInBody, longestClause } from '../act-of.ts';
import { leadsOn, tellsAim } from '../no-act.ts';
import {
  changed,
  covered,
  gained,
  got,
  gotWhat,
  isCaused,
  isSettled,
  leads,
  longestChange,
  moreThanBefore,
  notOne,
  nothing,
  nothingAtAll,
  reached,
  resolvedAt,
} from './result-shapes.ts';
import { verbOfResult } from './verb-of-result.ts';
import { passWords, wordSet } from '../word-set.ts';

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
    subjectChanged(words) ??
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
  const none = notOne.exec(words)?.[1] ?? '';
  if (none !== '') {
    return {
      rule: 'nothing-of-the-kind',
      label: labelOf(words.length - none.length, words.length),
    };
  }
  const match = nothing.exec(words);
  const what = match?.[2] ?? '';
  if (!match || what.length < 2 || beginsActed(words)) return null;
  return { rule: 'nothing-of-the-kind', label: labelOf(words.length - what.length, words.length) };
}

/** …得到有效提升, …取得明显成效 */
function gotBetter(words: string): Result | null {
  const [, gain = ''] = gained.exec(words) ?? [];
  if (gain !== '')
    return { rule: 'got-better', label: labelOf(words.length - gain.length, words.length) };
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
  const settled = isSettled.exec(words)?.[1] ?? '';
  if (settled !== '' && !isCaused.test(withoutManner(words)))
    return { rule: 'state-reached', label: labelOf(0, settled.length) };
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
function subjectChanged(words: string): Result | null {
  if (isCaused.test(withoutManner(words))) return null;
  // 水平|稳步提升: an adverb may seem to begin inside of the subject.
  for (let at = Math.max(2, words.length - longestChange); at < words.length - 2; at += 1) {
    const change = changed.exec(words.slice(at))?.[1] ?? '';
    if (change !== '' && isOnlyChange(change))
      return { rule: 'subject-changed', label: labelOf(0, at) };
  }
  return null;
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
