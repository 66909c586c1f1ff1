import { readCode } from '../code.ts';
import { indexCodePoints } from '../code-points.ts';
import { readDate, readPeriod, readWindow } from './date.ts';
import { readQuotedName, readSet, readWord } from './idiom.ts';
import type { Numeral } from './numeral.ts';
import { isArabicDigit, isChineseNumeral } from './numeral-character.ts';
import { readNumber } from './number-reader.ts';
import { readNumbered, readPoint, readRank } from './ordinal.ts';
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
  const spans = scan(text);
  const points = indexCodePoints(text);
  return spans.map(({ kind, start, end, quantity }) => ({
    kind,
    text: text.slice(start, end),
    start: points.toOffset(start),
    end: points.toOffset(end),
    quantity:
      quantity === null
        ? null
        : {
            ...quantity,
            number: {
              start: points.toOffset(quantity.number.start),
              end: points.toOffset(quantity.number.end),
            },
          },
  }));
}

function scan(text: string): FoundNumeral[] {
  const spans: FoundNumeral[] = [];
  const titles = findTitles(text);
  let nextTitle = 0;
  let floor = 0;
  let quotation: NumeralPlace['quotation'] = null;
  starters.lastIndex = 0;
  for (let hit = starters.exec(text); hit !== null; hit = starters.exec(text)) {
    const at = hit.index;
    const title = titles[nextTitle];
    let numeral: FoundNumeral | null = null;
    if (title !== undefined && at >= title.start) {
      nextTitle += 1;
      numeral = at < title.end ? foundNumeral('TITLE', title.start, title.end) : null;
      if (numeral === null) {
        starters.lastIndex = at;
        continue;
      }
    } else if (hit[0] === '“' || hit[0] === '"') {
      const end = quotationEnd(text, at);
      // An ASCII mark closes as well as opens: one that ends a known quotation opens nothing.
      if (hit[0] === '“' || quotation === null || at !== quotation.end) {
        quotation = end < 0 ? null : { start: at + 1, end };
      }
      continue;
    } else {
      const around =
        quotation !== null && at >= quotation.start && at < quotation.end ? quotation : null;
      const place: NumeralPlace = {
        text,
        at,
        floor,
        quotation: around,
        previous: spans.at(-1) ?? null,
      };
      numeral = readAt(place);
      if (numeral !== null && title !== undefined && numeral.end > title.start) {
        numeral = foundNumeral('UNKNOWN', numeral.start, Math.min(numeral.end, title.start));
      }
    }
    if (numeral === null) continue;
    spans.push(numeral);
    floor = numeral.end;
    starters.lastIndex = floor;
  }
  return spans;
}

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
  if (character === '半' || character === '几') return readVague(place);
  return readFormal(place) ?? readPeriod(text, at);
}

function readFigures(place: NumeralPlace): FoundNumeral | null {
  return (
    readNumbered(place) ??
    readDate(place) ??
    readProportion(place) ??
    readSet(place) ??
    readPoint(place) ??
    readQuotedName(place) ??
    readCode(place) ??
    readAmount(place) ??
    unknown(place)
  );
}

function readCharacters(place: NumeralPlace): FoundNumeral | null {
  return (
    readNumbered(place) ??
    readRank(place) ??
    readQuotedName(place) ??
    readWord(place) ??
    readPoint(place) ??
    readDate(place) ??
    readSet(place) ??
    readAmount(place) ??
    unknown(place)
  );
}

function readAmount(place: NumeralPlace): FoundNumeral | null {
  const quantity = readQuantity(place);
  return quantity === null ? null : (readWindow(place, quantity) ?? quantity);
}

const proportion = /\d{1,6}(?:\.\d{1,4})?(?:[:：]\d{1,6}(?:\.\d{1,4})?)+/y;

/** 10:45:45 in a proportion: several figures, none of which has a unit; no value is guessed. */
function readProportion({ text, at }: NumeralPlace): FoundNumeral | null {
  proportion.lastIndex = at;
  return proportion.test(text) ? foundNumeral('UNKNOWN', at, proportion.lastIndex) : null;
}

/** The whole run, and the far end of a range whose beginning can be read in two ways. */
function unknown({ text, at }: NumeralPlace): FoundNumeral {
  const { end } = readNumber(text, at);
  const mark = /^\s?[至到\-—–~～－]\s?/.exec(text.slice(end, end + 3))?.[0] ?? '';
  const far = end + mark.length;
  const isRange = mark !== '' && isArabicDigit(text, at) && isArabicDigit(text, far);
  return foundNumeral('UNKNOWN', at, Math.max(isRange ? readNumber(text, far).end : end, at + 1));
}
