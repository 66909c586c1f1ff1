import { actVerbs } from '../lists/act-verbs.ts';
import { doubleVerbs, effectWords, resultVerbs } from '../lists/result-words.ts';
import { passWords, wordSet } from '../word-set.ts';

const results = wordSet(resultVerbs);
const effects = wordSet(effectWords);
const verbs = wordSet(actVerbs);

/** Whether a clause, its figures included, begins with a verb of result and has no subject of its own. */
export function beginsWithResult(words: string): boolean {
  const at = passWords(words, 0, effects);
  const verb = results.at(words, at);
  if (verb === '' || !doubleVerbs.has(verb)) return verb !== '';
  return verbOfResult(words, true) !== null;
}

/**
 * Where what came about is named behind a verb of result without a subject of its own (codebook B1 b):
 * 有效维护…, 实现…, 推进了…; null where a clause begins with none. `follows` as for `resultOf`.
 */
export function verbOfResult(words: string, follows: boolean): number | null {
  const at = passWords(words, 0, effects);
  const verb = results.at(words, at);
  if (verb === '') return null;
  const behind = words.slice(at + verb.length);
  const isDone = /^(?:和\p{Script=Han}{2}|、\p{Script=Han}{2}|\p{Script=Han}{2})?了/u.test(behind);
  // 保障和监督…: beside a verb of doing it is one itself (codebook M3).
  if (!isDone && /^[和与、]/u.test(behind) && verbs.at(behind, 1) !== '') return null;
  const hasEffect = /有效|有力|极大|大大|最大限度|从源头|从根本|真正/u.test(words.slice(0, at));
  const tells = doubleVerbs.has(verb)
    ? follows && (isDone || hasEffect)
    : isDone || hasEffect || follows || verb === '实现' || verb === '做到';
  if (!tells || behind.length < 2) return null;
  return at + verb.length + (behind.startsWith('了') ? 1 : 0);
}
