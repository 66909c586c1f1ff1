import { fc } from './properties.ts';

const digits = '零一二三四五六七八九';
const places = [
  [1000, '千'],
  [100, '百'],
  [10, '十'],
  [1, ''],
] as const;

/** A whole number in Chinese, as the written language has it. */
export function writeChinese(value: number): string {
  if (value >= 1e8) return join(value, 1e8, '亿');
  if (value >= 1e4) return join(value, 1e4, '万');
  let words = '';
  let gap = false;
  for (const [power, name] of places) {
    const digit = Math.floor(value / power) % 10;
    if (digit === 0) {
      gap = words !== '';
      continue;
    }
    words += (gap ? '零' : '') + digits.charAt(digit) + name;
    gap = false;
  }
  return value >= 10 && value < 20 ? words.slice(1) : words;
}

function join(value: number, power: number, name: string): string {
  const rest = value % power;
  const head = writeChinese(Math.floor(value / power)) + name;
  if (rest === 0) return head;
  const tail = writeChinese(rest);
  return head + (rest < power / 10 ? '零' : '') + (rest >= 10 && rest < 20 ? `一${tail}` : tail);
}

/** 3千零5, 12万零30: a head in digits with its power, and a rest in either script. */
export function writeMixed(value: number, power: 1e3 | 1e4 | 1e8, restInDigits: boolean): string {
  const name = power === 1e3 ? '千' : power === 1e4 ? '万' : '亿';
  const head = `${Math.floor(value / power)}${name}`;
  const rest = value % power;
  if (rest === 0) return head;
  const isFull = rest >= power / 10;
  const written = writeChinese(rest);
  const tail = restInDigits ? String(rest) : rest >= 10 && rest < 20 ? `一${written}` : written;
  return head + (isFull ? '' : '零') + tail;
}

const unseen = fc.constantFrom('', '', '', '\u200b', '\u00ad', '\ufeff', '\u2060');

/** The same words with characters that nobody sees between them. */
export const withUnseen = (words: string): fc.Arbitrary<string> =>
  fc
    .array(unseen, { minLength: words.length, maxLength: words.length })
    .map((between) =>
      Array.from(words, (character, at) => character + (between[at] ?? '')).join(''),
    )
    .map((text) => text.replace(/[\u200b\u00ad\ufeff\u2060]+$/, ''));

/** Classifiers and units that no list of units has to hold. */
export const foreignUnits = ['楹', '轴', '爿', '埭', '铺盖', '桌面', '埃', '光年', '闸'] as const;
