import { isDeepStrictEqual } from 'node:util';
import type { Rows } from '../../importer/rows/rows.ts';
import { findNumerals } from '../../text/numerals/numeral-scanner.ts';
import type { Refusal } from '../facts/judge.ts';
import { quotedText } from '../facts/passage.ts';
import { wordsOf } from './match-codes.ts';
import { keyOf, layOutItem, plainAt, put } from './merge-facts.ts';
import type { Plain } from './merge-facts.ts';
import { tellTaken } from './settling.ts';
import type { Settling } from './settling.ts';

/** Why a figure is waived that a merge leaves without a fact. */
const reason = {
  zh: '合并后的文件没有事实说明这个数字；新草稿的说法见文件末尾',
  en: 'No fact of the merged file tells it; what the new draft says of it stands at the end of the file',
};

/** A waiver without its reason to stand: it goes, and is remembered for the figure that took the place of its own. */
export function settleWaiver(settling: Settling, { at }: Refusal): void {
  const { document, idle, doomed } = settling;
  const [list, place] = at;
  const path = typeof place === 'number' ? [String(list), place] : null;
  const waiver = path && (plainAt(document, path) as Plain | undefined);
  if (!path || !waiver) return;
  doomed.push(path);
  const key = `${String(list)} ${keyOf(String(list), waiver) ?? ''}`;
  // One that the merge made itself in a round before is no word of a person.
  if (settling.now.has(key) || isDeepStrictEqual(waiver['reason'], reason)) return;
  const words = wordsOf(waiver['quote']);
  if (list === 'waivers') idle.push({ words, waiver });
  else tellTaken(settling, path, 'the new text has not the clause that you waived');
}

const bare = (words: string) => words.replaceAll(/[\d０-９.,，\s]/gu, '');

/** Waives each figure that nothing claims, with the reason that a person gave for the one in its place. */
export function waiveUnclaimed(settling: Settling, text: string, { numerals }: Rows): void {
  const { document, idle } = settling;
  const open = new Set(
    numerals
      .filter(({ claim, waiverZh }) => claim == null && waiverZh == null)
      .map(({ start }) => start),
  );
  const quoted = quotedText(text);
  for (const { start, end, quantity, unread } of findNumerals(text)) {
    if (!open.has(start) || !(quantity || unread)) continue;
    const quote = quoted.passageOf({ start, end });
    if (quote === null) continue;
    const around = bare(quoted.wordsOf({ start: Math.max(0, start - 30), end: end + 30 }));
    const kept = idle.findIndex(({ words }) => bare(words) !== '' && around.includes(bare(words)));
    const [former] = kept < 0 ? [] : idle.splice(kept, 1);
    const waiver = { quote, reason: former?.waiver['reason'] ?? reason };
    if (Array.isArray(plainAt(document, ['waivers']))) {
      document.addIn(['waivers'], layOutItem(document, 'waivers', waiver));
    } else put(document, ['waivers'], [waiver]);
  }
}

/** The facts that claim a figure which a waiver waives: kind and code. */
export function claimantsOf(words: { start: number; end: number }, rows: Rows): string[] {
  const codeIn = (list: readonly { id?: number | undefined; code: string }[], wanted: unknown) =>
    list.find(({ id }) => id === wanted)?.code.split('/')[1] ?? '';
  return rows.numerals
    .filter(({ start, end }) => start >= words.start && end <= words.end)
    .flatMap(({ claim, outcomeId, targetId, problemId }) => {
      if (claim === 'OUTCOME') return [`outcomes ${codeIn(rows.outcomes, outcomeId)}`];
      if (claim === 'TARGET') return [`targets ${codeIn(rows.targets, targetId)}`];
      return claim === 'PROBLEM' ? [`problems ${codeIn(rows.problems, problemId)}`] : [];
    });
}
