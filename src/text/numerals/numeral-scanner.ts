import { indexCodePoints } from '../code-points.ts';
import { findTitles } from '../title.ts';
import type { Numeral } from './numeral.ts';
import { readNumeral } from './read-numeral.ts';
import { readableText } from './readable-text.ts';
import { foundNumeral } from './span.ts';
import type { FoundNumeral, NumeralPlace } from './span.ts';

/** Where something can begin: numeral characters, first characters of period words, marks. */
const starters =
  /[0-9０-９〇零一二三四五六七八九十百千万亿两半几壹贰叁肆伍陆柒捌玖拾廿卅“"截今去明前上本当全下年月近这①-⑳㈠-㈩Ⅰ-Ⅻ]/g;
const longestQuotation = 40;

/**
 * Finds and types every numeral expression of a text, in text order and without overlaps: linear in
 * the text's length, for any string. Readers are asked from the most certain to the least; what
 * none understands is `UNKNOWN`, from its first numeral character to the last of the run.
 */
export function findNumerals(text: string): readonly Numeral[] {
  if (last?.text !== text) last = { text, numerals: readNumerals(text) };
  return last.numerals;
}

/** Whoever drafts or checks a report asks for the numerals of its text several times. */
let last: { readonly text: string; readonly numerals: readonly Numeral[] } | null = null;

function readNumerals(text: string): Numeral[] {
  const readable = readableText(text);
  const points = indexCodePoints(text);
  // The end is that of the last character, lest what was left out behind it be taken in.
  const rawEnd = (index: number) => readable.toRaw(index - 1) + 1;
  return scan(readable.text).map(({ kind, start, end, quantity, unread }) => {
    const figure = quantity ?? unread;
    if (figure !== null) {
      figure.number = {
        start: points.toOffset(readable.toRaw(figure.number.start)),
        end: points.toOffset(rawEnd(figure.number.end)),
      };
    }
    const from = readable.toRaw(start);
    const to = rawEnd(end);
    return {
      kind,
      text: text.slice(from, to),
      start: points.toOffset(from),
      end: points.toOffset(to),
      quantity,
      unread,
    };
  });
}

/** The numerals of a readable text, in its own indices. */
function scan(text: string): FoundNumeral[] {
  const spans: FoundNumeral[] = [];
  const titles = findTitles(text);
  let nextTitle = 0;
  let floor = 0;
  let quotation: NumeralPlace['quotation'] = null;
  starters.lastIndex = 0;
  while (starters.test(text)) {
    const at = starters.lastIndex - 1;
    const title = titles[nextTitle];
    if (title !== undefined && at >= title.start) {
      nextTitle += 1;
      starters.lastIndex = at;
      if (at >= title.end) continue;
      spans.push(foundNumeral('TITLE', title.start, title.end));
      floor = title.end;
      starters.lastIndex = floor;
      continue;
    }
    const mark = text.charCodeAt(at);
    if (mark === openingMark || mark === straightMark) {
      const end = quotationEnd(text, at);
      // An ASCII mark closes as well as opens: one that ends a known quotation opens nothing.
      if (mark === openingMark || quotation === null || at !== quotation.end) {
        quotation = end < 0 ? null : { start: at + 1, end };
      }
      continue;
    }
    if (quotation !== null && at >= quotation.end) quotation = null;
    const previous = spans[spans.length - 1] ?? null;
    const earlier = spans[spans.length - 2] ?? null;
    let numeral = readNumeral({ text, at, floor, quotation, previous, earlier });
    if (numeral === null) continue;
    if (title !== undefined && numeral.end > title.start) {
      numeral = foundNumeral('UNKNOWN', numeral.start, title.start);
    }
    spans.push(numeral);
    floor = numeral.end;
    starters.lastIndex = floor;
  }
  return spans;
}

const openingMark = '“'.charCodeAt(0);
const straightMark = '"'.charCodeAt(0);

function quotationEnd(text: string, at: number): number {
  const close = text.charAt(at) === '“' ? '”' : '"';
  for (let end = at + 1; end <= at + longestQuotation && end < text.length; end += 1) {
    if (text.charAt(end) === close) return end;
    if (text.charAt(end) === '\n') return -1;
  }
  return -1;
}
