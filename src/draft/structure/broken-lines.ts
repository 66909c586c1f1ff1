import { breaksFigure } from '../../text/numerals/readable-text.ts';
import { startsWithMark } from './ladder.ts';

type Line = {
  /** Where its line feed stands, in code points. */
  feed: number;
  /** Without white space around. */
  words: string;
  /** Its width with the white space before it, in characters. */
  width: number;
  isIndented: boolean;
};

const endsSentence = /[。！？!?；;：:…][”’」』）)》〉】]*$/u;
/** No line that is whole ends in one of these. */
const endsOpen = /[，,、（(《〈“‘—]$|[与和及的对在将把为]$/u;

/** A width at which a text is wrapped: not so narrow that it is a list, not so wide that it is none. */
const narrowest = 14;
const widest = 70;
/** How far a wrapped line may end before the margin: a mark that must not begin a line, a number kept whole. */
const ragged = 3;
const shareOfFullLines = 0.35;

/**
 * The line feeds at which a sentence goes on in the next line: the text is wrapped at a width and the line
 * fills it, the line ends where none may end, or a figure goes on. Offsets in code points.
 */
export function linesReadAcross(points: readonly string[]): ReadonlySet<number> {
  const lines = linesOf(points);
  const margin = marginOf(lines);
  const indents = lines.filter(({ isIndented }) => isIndented).length >= 2;
  const across = new Set<number>();
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || line.words === '' || next.words === '') continue;
    if (isRow(line.words) || isRow(next.words)) continue;
    if (startsWithMark(next.words) || (indents && next.isIndented)) continue;
    const isBroken = /[0-9０-９][.．]?$/.test(line.words) && breaksFigure(line.words, next.words);
    if (isBroken || countsNext(line, next) || goesOn(line, margin, indents)) across.add(line.feed);
  }
  return across;
}

/** A row of a table ends with its line. */
const isRow = (words: string) => words.includes('\t') || / \| /.test(words);

/** 发放宣传资料|3万余份,…: what is counted ends one line of prose, and how many begins the next. */
const countsNext = ({ words }: Line, next: Line): boolean =>
  /[，,]/u.test(words) && !endsSentence.test(words) && figureFirst.test(next.words);
const figureFirst =
  /^[0-9０-９][0-9０-９,.．]*(?:[百千]?[万亿]|[百千])?余?(?:[件份场次名人户家处项起]|个(?!月))[^，,。；;]{0,12}[，,。；;]/u;

function goesOn({ words, width }: Line, margin: number | null, indents: boolean): boolean {
  if (endsOpen.test(words)) return true;
  if (margin !== null) {
    if (width < margin - ragged) return false;
    return indents || !endsSentence.test(words);
  }
  // A line of prose that stops without a mark: a page ended there.
  return !endsSentence.test(words) && words.length >= 25 && /[。；]/.test(words);
}

function linesOf(points: readonly string[]): Line[] {
  const lines: Line[] = [];
  let raw = '';
  for (let at = 0; at <= points.length; at += 1) {
    const point = points[at];
    if (point !== undefined && point !== '\n') {
      raw += point;
      continue;
    }
    lines.push({
      feed: at,
      words: raw.trim(),
      width: raw.trimEnd().length,
      isIndented: /^(?:\u3000|[ \u00a0]{2,}|\t)\s*\S/u.test(raw),
    });
    raw = '';
  }
  return lines;
}

/** The width at which the text is wrapped; null where it is not. */
function marginOf(lines: readonly Line[]): number | null {
  const widths = lines.filter(({ words }) => words !== '').map(({ width }) => width);
  if (widths.length < 4) return null;
  const margin = widths.toSorted((a, b) => a - b)[Math.floor(widths.length * 0.95)] ?? 0;
  if (margin < narrowest || margin > widest) return null;
  const full = lines.filter(({ width }) => width >= margin - ragged && width <= margin + ragged);
  // Lines that fill the width and all end their sentence are paragraphs of one length by chance.
  const open = full.filter(({ words }) => !endsSentence.test(words));
  return full.length >= widths.length * shareOfFullLines && open.length >= 2 ? margin : null;
}
