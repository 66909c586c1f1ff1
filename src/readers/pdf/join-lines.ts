import { cleanLine } from '../document-parts.ts';
import type { PageLine } from './page-lines.ts';

/** In sizes of the type. */
const indent = 1.2;
/** Lines that begin so far in are centred or set to the right: titles, signatures, datelines. */
const farIn = 4;
const tolerance = 0.7;
const latinWidth = 0.55;
/** A gap between two lines that is so many times the usual one begins a paragraph. */
const wideGap = 1.2;
const otherSize = 0.1;

/** What the lines of one document have in common. */
type Setting = { readonly left: number; readonly right: number; readonly leading: number };

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/** A place at which so many of the lines begin is one of the setting, not of one line alone. */
const shareOfPlace = 0.1;

/**
 * Where the lines begin that are not indented, to half a point: the leftmost of the usual places. First
 * lines of paragraphs, which are indented, may be more than the others.
 */
function leftOf(lines: readonly PageLine[]): number {
  const counts = new Map<number, number>();
  for (const { left } of lines) {
    const key = Math.round(left * 2) / 2;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const usual = [...counts].filter(([, count]) => count >= lines.length * shareOfPlace);
  return Math.min(...(usual.length > 0 ? usual : [...counts]).map(([place]) => place));
}

function settingOf(pages: readonly (readonly PageLine[])[]): Setting {
  const lines = pages.flat();
  const gaps = pages.flatMap((page) =>
    page.slice(1).map((line, index) => (page[index]?.base ?? 0) - line.base),
  );
  const left = leftOf(lines);
  return {
    left,
    right: quantile(
      lines.filter((line) => line.left <= left + 3 * line.size).map((line) => line.right),
      0.95,
    ),
    leading: quantile(
      gaps.filter((gap) => gap > 0),
      0.5,
    ),
  };
}

/** How wide what may not be broken is at the head of a line: a number, a word, with the signs that cling to it. */
function widthOfFirst({ text, size }: PageLine): number {
  const [run = ''] =
    /^[“‘（《〈【[(]*(?:[\w.,%]+|.)[-，。；：、！？）》〉】”’%％),.;:\]]*/u.exec(text) ?? [];
  const latin = run.match(/[\w.,%]/g)?.length ?? 0;
  return (latin * latinWidth + (run.length - latin)) * size;
}

/** Whether a line begins a paragraph: by its place, or because it would have fitted on the line before. */
function beginsParagraph(line: PageLine, before: PageLine, setting: Setting): boolean {
  if (line.text.includes('\t') || before.text.includes('\t')) return true;
  if (Math.abs(line.size - before.size) > otherSize * before.size) return true;
  const gap = before.base - line.base;
  if (gap > wideGap * setting.leading) return true;
  const isIndented = line.left > setting.left + indent * line.size;
  if (line.left > setting.left + farIn * line.size) return true;
  const isBelow = Math.abs(line.left - before.left) < indent * line.size;
  if (isIndented && !isBelow) return true;
  const room = setting.right - before.right;
  return room > widthOfFirst(line) + tolerance * line.size;
}

const needsSpace = (before: string, next: string) =>
  /[A-Za-z,;]$/.test(before) && /^[A-Za-z]/.test(next);

/** Joins the lines of a document to its paragraphs, across its pages. */
export function joinLines(pages: readonly (readonly PageLine[])[]): string[] {
  const setting = settingOf(pages);
  const paragraphs: string[] = [];
  let before: PageLine | null = null;
  let text = '';
  for (const line of pages.flat()) {
    if (before && !beginsParagraph(line, before, setting)) {
      text += `${needsSpace(text, line.text) ? ' ' : ''}${line.text}`;
    } else {
      paragraphs.push(text);
      ({ text } = line);
    }
    before = line;
  }
  return [...paragraphs, text].map(cleanLine).filter((paragraph) => paragraph !== '');
}
