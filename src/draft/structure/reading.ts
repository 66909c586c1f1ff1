import { sliceCodePoints } from '../../text/code-points.ts';
import { countWhile } from '../../text/count-while.ts';
import { simplify } from '../../text/characters/simplify.ts';
import type { DraftSpan } from '../draft.ts';
import { linesReadAcross } from './broken-lines.ts';
import { findMarkup } from './markup.ts';

/**
 * A text as the rules of a draft read it: white space inside a line, the breaks of lines in mid-sentence and signs of Markdown
 * are left out, characters are simplified, and full-width letters and half-width marks are written in one form. A line feed stands
 * between two paragraphs and nowhere else. Rules count UTF-16 units of `text`; `spanOf` leads back.
 */
export type Reading = {
  /** The text as it is stored. */
  readonly stored: string;
  readonly text: string;
  /** The span of the stored text, in code points, of a stretch of `text`. */
  readonly spanOf: (start: number, end: number) => DraftSpan;
  /** The index in `text` of a code point of the stored text; of the next one that is read where it is left out. */
  readonly indexOf: (offset: number) => number;
  /** Whether an index of `text` stands in a row of a table, whose cells tabs or bars part in the stored text. */
  readonly isInRow: (index: number) => boolean;
  /** The stored words of a stretch of `text`, without white space. */
  readonly wordsOf: (start: number, end: number) => string;
};

/** A stretch of a reading's `text`: UTF-16 units, start included, end excluded. */
export type Stretch = { readonly start: number; readonly end: number };

const isDigit = (character: string | undefined) =>
  character !== undefined && /[0-9０-９]/.test(character);

/** Marks that are written in either width; between digits a comma or a full stop belongs to the number. */
const wide = new Map([
  [',', '，'],
  [';', '；'],
  ['(', '（'],
  [')', '）'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['．', '.'],
  ['﹔', '；'],
  ['﹐', '，'],
]);

function inOneForm(points: readonly string[], at: number): string {
  const point = points[at] ?? '';
  if (point === ',' && isDigit(points[at - 1]) && isDigit(points[at + 1])) return point;
  if (/[０-９Ａ-Ｚａ-ｚ％]/.test(point)) return point.normalize('NFKC');
  return wide.get(point) ?? simplify(point);
}

/** A report's head and its acts are read from the same text, one after the other. */
let last: Reading | null = null;

/** Reads a text once, however often it is asked for in a row. Linear in its length; throws on no string. */
export function readAcross(stored: string): Reading {
  if (last?.stored !== stored) last = readText(stored);
  return last;
}

function readText(stored: string): Reading {
  const points = Array.from(stored);
  const across = linesReadAcross(points);
  const { unread: signs, forms: marks, bars } = findMarkup(points);
  const unread = bars.size === 0 ? signs : new Set([...signs, ...bars]);
  const offsets: number[] = [];
  const forms: string[] = [];
  for (let at = 0; at < points.length; at += 1) {
    const point = points[at] ?? '';
    if (point === '\n') {
      if (across.has(at) || (forms.at(-1) ?? '\n') === '\n') continue;
    } else if (unread.has(at) || /^[\s\p{Cf}]$/u.test(point)) continue;
    const form = marks.get(at) ?? inOneForm(points, at);
    for (let unit = 0; unit < form.length; unit += 1) offsets.push(at);
    forms.push(form);
  }
  const text = forms.join('');
  const rows = /[\t|]/.test(stored) ? rowsIn(points) : [];
  const offsetOf = (index: number) => offsets[index] ?? points.length;
  const spanOf = (start: number, end: number): DraftSpan =>
    end > start
      ? { start: offsetOf(start), end: offsetOf(end - 1) + 1 }
      : { start: offsetOf(start), end: offsetOf(start) };
  return {
    stored,
    text,
    spanOf,
    indexOf: (offset) => countWhile(offsets, (each) => each < offset),
    isInRow: (index) => {
      const offset = offsetOf(index);
      const row = rows[countWhile(rows, ({ end }) => end <= offset)];
      return row !== undefined && row.start <= offset;
    },
    wordsOf: (start, end) => {
      const span = spanOf(start, end);
      const words =
        unread.size === 0
          ? sliceCodePoints(stored, span.start, span.end)
          : points
              .slice(span.start, span.end)
              .filter((_, nth) => !unread.has(span.start + nth))
              .join('');
      return words.replaceAll(/[\s\p{Cf}]/gu, '');
    },
  };
}

/** The lines in which a tab or a bar stands between words, in code points. */
function rowsIn(points: readonly string[]): Stretch[] {
  const rows: Stretch[] = [];
  let start = 0;
  for (const line of points.join('').split('\n')) {
    const end = start + Array.from(line).length;
    if (/\S *[\t|] *\S/.test(line)) rows.push({ start, end });
    start = end + 1;
  }
  return rows;
}
