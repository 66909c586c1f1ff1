import { characterSet } from './numerals/character-set.ts';
import { passDigits } from './numerals/numbers/arabic-number.ts';
import { isArabicDigit, isLatin } from './numerals/numeral-character.ts';
import { foundNumeral } from './numerals/span.ts';
import type { FoundNumeral, NumeralPlace } from './numerals/span.ts';
import { readLed, readVersion } from './numerals/names/led-code.ts';
import { readUnit } from './numerals/quantities/unit.ts';
import { matchEnd } from './match-end.ts';

const documentNumber = /\d{4}[〕\]】)）]\s?第?\d{1,5}号/y;
const phone = /(?:\d{3,4}[-—]\d{7,8}|400-?\d{3}-?\d{4}|1[3-9]\d{9})(?![\d%])/y;
const hotline =
  /(?:1[12]0|119|122|1[29]\d{3})(?=[”"]?(?:热线|平台|便民|政务|电话|专线|举报|指挥|报警|联动|接处警|急救|服务|市民|警))/y;
/** 127.0.0.1:8080 */
const address = /\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\d.])/y;
/** （2023）冀0108民初2231号: a case of a court. */
const caseNumber =
  /\d{4}[〕\]】)）][\u4e00-\u9fff](?:\d{2,4})?[\u4e00-\u9fff]{1,4}\d{1,6}(?:号|-\d+号)/y;
/** K2317+500: a place on a road. */
const stake = /[+＋]\d{1,3}(?:\.\d{1,3})?/y;
const numbered = /\d{1,5}号(?!召)/y;
const standardNumber = /\d+(?:\.\d+)*[-—–](?:19|20)?\d\d(?!\d)/y;
const decimal = /[0-9０-９]+(?:\.\d+)?(?![.]\d)|[0-9０-９]+/y;
/** 人均GDP8.6万元: what is measured, written right before its figure. */
const measured = /(?:^|[^A-Za-z])(?:GDP|GNP|GNI|CPI|PPI|PMI|FDI|AQI|PUE|APP|App|app|ETC|LED|R&D)$/;
const tokenMark = characterSet('_./:?=&%#@-');
const reach = 64;
const shapes = [phone, hotline, address, numbered];
/** What follows a short number that one of them can be. */
const shapeBehind = characterSet('号.');
const opening = characterSet('〔[【(（');

/** Numbers that name and do not count: 〔2019〕28号, 12345热线, 5G, PM2.5, a telephone number. */
export function readCode(place: NumeralPlace): FoundNumeral | null {
  const { text, at, floor } = place;
  if (at > floor && opening.at(text, at - 1)) {
    const end = matchEnd(documentNumber, text, at);
    if (end > at) return foundNumeral('CODE', issuerStart(text, at - 1, floor), end);
    const caseEnd = matchEnd(caseNumber, text, at);
    if (caseEnd > at) return foundNumeral('CODE', at - 1, caseEnd);
  }
  return (
    readShaped(text, at) ??
    readLed(text, at, floor) ??
    readToken(text, at, floor) ??
    readVersion(text, at, floor) ??
    readLong(place)
  );
}

/** A telephone, a hotline, an address, 3号: by its own digits and what follows them. */
function readShaped(text: string, at: number): FoundNumeral | null {
  const digits = passDigits(text, at);
  const isLong = digits - at > 2;
  if (!isLong && !shapeBehind.at(text, digits)) return null;
  for (const pattern of shapes) {
    const end = matchEnd(pattern, text, at);
    if (end > at) return foundNumeral('CODE', at, end);
  }
  return null;
}

/** What its quotation marks, its length or its zeros show to be no amount. */
function readLong({ text, at, quotation }: NumeralPlace): FoundNumeral | null {
  const end = passDigits(text, at);
  const isWhole = quotation !== null && quotation.start === at && quotation.end === end;
  if (isWhole) return foundNumeral('CODE', at, end);
  const unit = readUnit(text, end);
  const isNumber =
    /^(?:[%％万亿千百余多十几]|[.．]\d|[,，]\d{3}(?!\d))/.test(text.slice(end, end + 5)) ||
    unit !== '';
  const isLong = end - at >= 8 && !isNumber;
  const isPadded = end - at >= 2 && text.charAt(at) === '0' && text.charAt(end) !== '.';
  const isHotline = text.slice(at, end) === '12345' && !isNumber;
  return isLong || isPadded || isHotline ? foundNumeral('CODE', at, end) : null;
}

/** 国发〔2019〕28号: the issuer's short name, where a bracket or a mark says where it begins. */
function issuerStart(text: string, bracket: number, floor: number): number {
  for (let at = bracket - 1; at >= Math.max(floor - 1, bracket - 10); at -= 1) {
    const isEdge = at < floor || /[(（,，、;；。\s》]/.test(text.charAt(at));
    if (isEdge) return at + 1 < bracket ? at + 1 : bracket;
  }
  return bracket;
}

/** Digits beside Latin letters, unless the letters are a unit: 5G and GB/T 15835, but 20km. */
function readToken(text: string, at: number, floor: number): FoundNumeral | null {
  const standard = readStandard(text, at, floor);
  if (standard !== null) return standard;
  let start = at;
  while (start > floor && start > at - reach && isTokenPart(text, start - 1)) start -= 1;
  while (start < at && !isLatin(text, start)) start += 1;
  if (start < at && measured.test(text.slice(Math.max(floor, at - 8), at)) && isAmount(text, at))
    return null;
  if (
    start === at &&
    text.charAt(at - 1) === ' ' &&
    /GB(?:\/T)?$/.test(text.slice(Math.max(floor, at - 5), at - 1))
  ) {
    start = Math.max(floor, at - (text.charAt(at - 2) === 'T' ? 5 : 3));
  }
  const end = matchEnd(decimal, text, at);
  const follows = isLatin(text, end);
  if (start === at) {
    if (!follows || readUnit(text, end) !== '') return null;
    if (/^[+＋]/.test(text.charAt(end))) return null;
  }
  return foundNumeral('CODE', start, tokenEnd(text, start, end));
}

/** Whether a figure has a unit, a scale or decimals. */
function isAmount(text: string, at: number): boolean {
  const end = matchEnd(decimal, text, at);
  return (
    text.slice(at, end).includes('.') ||
    /[万亿%％‰]/.test(text.charAt(end)) ||
    readUnit(text, end) !== ''
  );
}

/** Where a token ends: without the marks behind it, with the metres of a stake and 级 of 4A级. */
function tokenEnd(text: string, start: number, digitsEnd: number): number {
  let end = digitsEnd;
  while (end < digitsEnd + 512 && isTokenPart(text, end)) end += 1;
  while (end > digitsEnd && /[./:?&#@\-_%]/.test(text.charAt(end - 1))) end -= 1;
  const isRoad = /^[A-Z]{1,2}\d+$/.test(text.slice(start, end));
  if (isRoad) end = Math.max(end, matchEnd(stake, text, end));
  return text.charAt(end) === '级' ? end + 1 : end;
}

/** HJ 663—2013: the letters of a standard, a space, its number and its year. */
function readStandard(text: string, at: number, floor: number): FoundNumeral | null {
  if (text.charCodeAt(at - 1) !== 0x20) return null;
  const letters = /[A-Z]{1,4}(?:\/[A-Z]{1,2})? $/.exec(text.slice(Math.max(floor, at - 8), at));
  const end = letters === null ? -1 : matchEnd(standardNumber, text, at);
  const isBehindCode = at - 1 === floor && /[A-Z]/.test(text.charAt(at - 2));
  if (isBehindCode) {
    const codeEnd = matchEnd(standardNumber, text, at);
    return codeEnd > at ? foundNumeral('CODE', at, codeEnd) : null;
  }
  return letters !== null && end > at ? foundNumeral('CODE', at - letters[0].length, end) : null;
}

function isTokenPart(text: string, at: number): boolean {
  return tokenMark.at(text, at) || isLatin(text, at) || isArabicDigit(text, at);
}
