import { readCode } from '../code.ts';
import { indexCodePoints } from '../code-points.ts';
import { readArticle } from './article.ts';
import { readDate, readPeriod } from './date.ts';
import { readBeside, readWindow } from './deictic.ts';
import { readQuotedName, readSet, readWord } from './idiom.ts';
import { readLabel } from './label.ts';
import { readName } from './name.ts';
import { readNamedSet } from './named-set.ts';
import type { Numeral } from './numeral.ts';
import { passDigits } from './arabic-number.ts';
import { isArabicDigit, isChineseNumeral } from './numeral-character.ts';
import { readNumbered, readPoint } from './ordinal.ts';
import { readPlace, readRank } from './rank.ts';
import { readableText } from './readable-text.ts';
import { readShortYear } from './short-year.ts';
import { readUnmarkedCode } from './unmarked-code.ts';
import { readProportion, readUnknown } from './unread.ts';
import { readQuantity } from './quantity.ts';
import { readFormal, readVague } from './scarce-number.ts';
import { foundNumeral } from './span.ts';
import type { FoundNumeral, NumeralPlace } from './span.ts';
import { findTitles } from '../title.ts';

/** Where something can begin: numeral characters, first characters of period words, marks. */
const starters =
  /[0-9０-９〇零一二三四五六七八九十百千万亿两半几壹贰叁肆伍陆柒捌玖拾“"截今去明前上本当全下年月近这①-⑳㈠-㈩Ⅰ-Ⅻ]/g;
const circled = /[①-⑳㈠-㈩]/;
const roman = /[Ⅰ-Ⅻ]/;
const longestQuotation = 40;

/**
 * Finds and types every numeral expression of a text, in text order and without overlaps: linear in
 * the text's length, for any string. Readers are asked from the most certain to the least; what
 * none understands is `UNKNOWN`, from its first numeral character to the last of the run.
 */
export function findNumerals(text: string): Numeral[] {
  const readable = readableText(text);
  const points = indexCodePoints(text);
  const startOf = (index: number) => points.toOffset(readable.toRaw(index));
  // The end is that of the last character, lest what was left out behind it be taken in.
  const endOf = (index: number) => points.toOffset(readable.toRaw(index - 1) + 1);
  return scan(readable.text).map(({ kind, start, end, quantity, unread }) => {
    for (const figure of [quantity, unread]) {
      if (figure === null) continue;
      figure.number = { start: startOf(figure.number.start), end: endOf(figure.number.end) };
    }
    const words = text.slice(readable.toRaw(start), readable.toRaw(end - 1) + 1);
    return { kind, text: words, start: startOf(start), end: endOf(end), quantity, unread };
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
    let numeral = readAt({ text, at, floor, quotation, previous: spans.at(-1) ?? null });
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

function readAt(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  if (isArabicDigit(text, at)) return readFigures(place);
  if (isChineseNumeral(text, at)) return readCharacters(place);
  const character = text.charAt(at);
  if (circled.test(character)) return foundNumeral('ORDINAL', at, at + 1);
  if (roman.test(character)) {
    return foundNumeral(text.charAt(at + 1) === '类' ? 'ORDINAL' : 'CODE', at, at + 1);
  }
  if (character === '半') return readLabel(place) ?? readVague(place);
  if (character === '几') return readVague(place);
  return readFormal(place) ?? readPeriod(text, at);
}

/** What stands behind the digits of a date, of a set and of a label; nothing else needs to be asked. */
const dateBehind = /[年月日号季世时点:：.．\-—–~～－﹣至到/·•・‧ \u3000\u00a0个届款级版]/;
const setBehind = /[×xX*＊✕+＋强星大年]/;
const labelBehind = /[个小分刻公微秒天日米里度后工计高院大项.]/;

function readFigures(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  const next = text.charAt(passDigits(text, at));
  return (
    readNumbered(place) ??
    readPlace(place) ??
    readBeside(place) ??
    (dateBehind.test(next) ? readWritten(place) : null) ??
    (labelBehind.test(next) ? readLabel(place) : null) ??
    (setBehind.test(next) ? readSet(place) : null) ??
    readUnmarkedCode(place) ??
    readPoint(place) ??
    readQuotedName(place) ??
    readCode(place) ??
    readAmount(place) ??
    readUnknown(place)
  );
}

const readWritten = (place: NumeralPlace): FoundNumeral | null =>
  readShortYear(place) ?? readDate(place) ?? readProportion(place);

function readCharacters(place: NumeralPlace): FoundNumeral | null {
  return (
    readNumbered(place) ??
    readPlace(place) ??
    readBelowZero(place) ??
    readRank(place) ??
    readQuotedName(place) ??
    readLabel(place) ??
    readBeside(place) ??
    readWord(place) ??
    readName(place) ??
    readPoint(place) ??
    readDate(place) ??
    readSet(place) ??
    readArticle(place) ??
    readNamedSet(place) ??
    readAmount(place) ??
    readUnknown(place)
  );
}

function readAmount(place: NumeralPlace): FoundNumeral | null {
  const quantity = readQuantity(place);
  return quantity === null ? null : (readWindow(place, quantity) ?? quantity);
}

/** 零下5℃: 零 begins a figure that another numeral character writes. */
function readBelowZero(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  if (!text.startsWith('零下', at)) return null;
  const isFigure = isArabicDigit(text, at + 2) || isChineseNumeral(text, at + 2);
  const quantity = isFigure ? readQuantity({ ...place, at: at + 2 }) : null;
  return quantity !== null && quantity.start <= at ? quantity : foundNumeral('IDIOM', at, at + 2);
}
