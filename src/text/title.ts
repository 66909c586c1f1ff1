import { isNumeralCharacter } from './numerals/numeral-character.ts';

/** UTF-16 spans of the titles 《…》 that hold a numeral character, outermost ones, in order. */
export function findTitles(text: string): { start: number; end: number }[] {
  const titles: { start: number; end: number }[] = [];
  let start = text.indexOf('《');
  while (start >= 0) {
    const end = closeTitle(text, start);
    if (end < 0) {
      start = text.indexOf('《', start + 1);
      continue;
    }
    for (let at = start; at < end; at += 1) {
      if (isNumeralCharacter(text.charAt(at))) {
        titles.push({ start, end });
        break;
      }
    }
    start = text.indexOf('《', end);
  }
  return titles;
}

const longestTitle = 200;

/** The index after the mark that closes a title; -1 where none does within 200 characters. */
function closeTitle(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + longestTitle); at += 1) {
    const character = text.charAt(at);
    if (character === '《') depth += 1;
    if (character === '》') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}
