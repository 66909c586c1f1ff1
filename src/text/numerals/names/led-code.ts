import { matchEnd } from '../../match-end.ts';
import { characterSet } from '../character-set.ts';
import { passSpaces } from '../numeral-character.ts';
import { readUnit } from '../quantities/unit.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral } from '../span.ts';

const version = /\d+(?:\.\d+){0,3}/y;
/** Windows 10, Python 3.12: a name and its version. */
const nameBefore = /(?:[A-Za-z][a-z]{2,}|ISO|IEC|IEEE|RFC|HTTP|EN|ASTM|iOS) $/;
/** 粤B·88888 */
const plateBefore = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·•]?$/;
const plate = /[0-9A-Z]{5,6}(?![0-9A-Za-z])/y;
/** ISBN 978-7-115-12345-6 */
const bookBefore = /(?:ISBN|ISSN|CN)[ :：]?$/;
const book = /\d[\d-]{5,}[\dXx]/y;

const ledBefore = characterSet('ABCDEFGHIJKLMNOPQRSTUVWXYZ·• :：');

/** The number of a plate or a book, by what stands before it. */
export function readLed(text: string, at: number, floor: number): FoundNumeral | null {
  if (!ledBefore.at(text, at - 1)) return null;
  const lead = text.slice(Math.max(floor, at - 5), at);
  const named = plateBefore.test(lead) ? plate : bookBefore.test(lead) ? book : null;
  const end = named === null ? -1 : matchEnd(named, text, at);
  return end > at ? foundNumeral('CODE', at, end) : null;
}

/** Windows 10: a name of Latin letters, a space and a number that counts nothing. */
export function readVersion(text: string, at: number, floor: number): FoundNumeral | null {
  if (text.charAt(at - 1) !== ' ') return null;
  const name = nameBefore.exec(text.slice(Math.max(floor, at - 16), at))?.[0];
  const end = matchEnd(version, text, at);
  const isCounted =
    /[%％‰万亿千百余多\d.,]/.test(text.charAt(end)) || readUnit(text, passSpaces(text, end)) !== '';
  return name === undefined || isCounted ? null : foundNumeral('CODE', at - name.length, end);
}
