import { characterSet } from '../character-set.ts';

/**
 * What makes a number negative: 负3.9%, 负增长3.9%, -3.9%, 零下5℃. A hyphen counts before a rate, and
 * before anything else behind a word that a value follows, or at the head of a cell.
 */

const notSign = /[担背抱辜胜欺自正肩减]/;
const valueBefore = /[为是达至到长降入出润额率幅速差减增拔程位（(：:、，\t]$/;

const signs = characterSet('负下长了–—-−－﹣');

/** The sign of a number that starts at a UTF-16 index, and where its words begin. */
export function signBefore(
  text: string,
  at: number,
  { floor, isRate }: { floor: number; isRate: boolean },
): { sign: 1 | -1; start: number } {
  const none = { sign: 1, start: at } as const;
  if (at - 1 < floor || !signs.at(text, at - 1)) return none;
  const mark = text.charAt(at - 1);
  if (mark === '负') return notSign.test(text.charAt(at - 2)) ? none : { sign: -1, start: at - 1 };
  if (mark === '下')
    return text.charAt(at - 2) === '零' && at - 2 >= floor ? { sign: -1, start: at - 2 } : none;
  if (mark === '长' || mark === '了') {
    const words = text.slice(Math.max(floor, at - 4), at);
    return /负增长了?$/.test(words) ? { sign: -1, start: at } : none;
  }
  // A dash behind 增长 or 为 is a minus, too; elsewhere it joins.
  if ((mark === '–' || mark === '—') && isRate) {
    const isMinus = at - 2 >= floor && /[长为率幅速]/.test(text.charAt(at - 2));
    return isMinus ? { sign: -1, start: at - 1 } : none;
  }
  if (mark !== '-' && mark !== '−' && mark !== '－' && mark !== '﹣') return none;
  const before = text.slice(Math.max(0, at - 2), at - 1);
  if (/[\dA-Za-z%％]/.test(before)) return none;
  return isRate || valueBefore.test(before) ? { sign: -1, start: at - 1 } : none;
}
