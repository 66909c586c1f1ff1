import { restoreCharacters } from './restore-characters.ts';

/** A run of characters as a PDF places it, in points from the lower left corner of the page. */
export type TextItem = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
};

/** A line of a page. */
export type PageLine = {
  text: string;
  readonly left: number;
  right: number;
  readonly base: number;
  size: number;
};

/** In sizes of the type: what still is the same line, a gap that parts words, and one that parts cells. */
const sameLine = 0.45;
const overlap = 0.6;
const wordGap = 0.2;
const cellGap = 1.8;

const isTurned = ({ transform: [, up = 0, across = 0] }: TextItem) =>
  Math.abs(up) > 0.01 || Math.abs(across) > Math.abs(up) + 20;

/** What is put between two runs of a line that stand so far apart. */
function signOfGap(gap: number, size: number, before: string, next: string): string {
  if (gap >= cellGap * size) return '\t';
  const isParted = /\s$/.test(before) || /^\s/.test(next);
  return gap >= wordGap * size && !isParted ? ' ' : '';
}

/**
 * The lines of a page in the order in which they are drawn, which is that of reading; runs on one base
 * belong together. Runs that are turned, such as watermarks, are put aside.
 */
export function linesOfPage(items: readonly TextItem[]): { lines: PageLine[]; turned: string[] } {
  const lines: PageLine[] = [];
  const turned: string[] = [];
  for (const item of items) {
    const text = restoreCharacters(item.str);
    if (text.trim() === '') continue;
    if (isTurned(item)) {
      turned.push(text);
      continue;
    }
    const [, , , , left = 0, base = 0] = item.transform;
    const size = item.height || Math.abs(item.transform[3] ?? 0) || 1;
    const last = lines.at(-1);
    const largest = Math.max(size, last?.size ?? 0);
    const isSame =
      last !== undefined &&
      Math.abs(base - last.base) <= sameLine * largest &&
      left >= last.right - overlap * largest;
    if (isSame) {
      last.text += signOfGap(left - last.right, largest, last.text, text) + text;
      last.right = Math.max(last.right, left + item.width);
      last.size = largest;
    } else lines.push({ text, left, right: left + item.width, base, size });
  }
  return { lines: lines.map((line) => ({ ...line, text: unspace(line.text) })), turned };
}

const han = '\\p{Script=Han}';
const beside = new RegExp(`(?<=${han}) (?=[\\dA-Za-z])|(?<=[\\dA-Za-z%％‰]) (?=${han})`, 'gu');
const withinHan = new RegExp(`(?<=${han}) (?=${han})`, 'gu');
const pairsOfHan = new RegExp(`(?<=${han}) ?(?=${han})`, 'gu');
const atSign = /(?<=[，。；：、！？（《“]) | (?=[，。；：、！？）》”])/g;

/** Spread lines have a space at this share of the places between two characters. */
const spread = 0.4;

/**
 * A line without the spaces that only its setting made: a PDF keeps gaps, not spaces, and every program
 * sets some between Chinese and Latin, and between all characters of a line that is spread.
 */
function unspace(line: string): string {
  const text = line.replace(beside, '').replace(atSign, '');
  const spaces = text.match(withinHan)?.length ?? 0;
  const pairs = text.match(pairsOfHan)?.length ?? 0;
  return spaces > 2 && spaces > pairs * spread ? text.replace(withinHan, '') : text;
}
