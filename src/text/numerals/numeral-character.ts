/** The characters that numbers are written with, by UTF-16 code unit. */

/** What a character can be in a number; 0 for none of it. */
export const characterClass = { NONE: 0, ARABIC: 1, DIGIT: 2, MULTIPLIER: 3, FORMAL: 4 } as const;

const chineseDigits = '零一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';
const multipliers: readonly (readonly [string, number])[] = [
  ['十', 10],
  ['百', 100],
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
  ['拾', 10],
  ['佰', 100],
  ['仟', 1e3],
  ['萬', 1e4],
  ['億', 1e8],
];

const classes = new Uint8Array(0x10000);
const values = new Float64Array(0x10000).fill(Number.NaN);

function enter(character: string, kind: number, value: number): void {
  classes[character.charCodeAt(0)] = kind;
  values[character.charCodeAt(0)] = value;
}

for (let digit = 0; digit <= 9; digit += 1) {
  enter(String.fromCharCode(0x30 + digit), characterClass.ARABIC, digit);
  enter(String.fromCharCode(0xff10 + digit), characterClass.ARABIC, digit);
  enter(formalDigits.charAt(digit), characterClass.FORMAL, digit);
  enter(chineseDigits.charAt(digit), characterClass.DIGIT, digit);
}
enter('〇', characterClass.DIGIT, 0);
enter('两', characterClass.DIGIT, 2);
multipliers.forEach(([character, value], nth) => {
  enter(character, nth < 5 ? characterClass.MULTIPLIER : characterClass.FORMAL, value);
});

/** The class of the character at a UTF-16 index; none beyond the ends. */
export function classAt(text: string, index: number): number {
  return classes[text.charCodeAt(index)] ?? 0;
}

/** The digit or the power of ten at a UTF-16 index; NaN where neither stands. */
export function valueAt(text: string, index: number): number {
  return values[text.charCodeAt(index)] ?? Number.NaN;
}

export function isArabicDigit(text: string, index: number): boolean {
  return classAt(text, index) === characterClass.ARABIC;
}

/** 〇零一二…九两十百千万亿. */
export function isChineseNumeral(text: string, index: number): boolean {
  const found = classAt(text, index);
  return found === characterClass.DIGIT || found === characterClass.MULTIPLIER;
}

/**
 * Whether a character must belong to a numeral wherever it stands: Arabic digits of both widths and
 * 〇零一二三四五六七八九两十百千万亿. The formal forms (大写: 壹贰叁…) are left out: 队伍 and 大陆
 * are no numerals, so they count only where they spell a sum.
 */
export function isNumeralCharacter(character: string): boolean {
  const found = classes[character.charCodeAt(0)] ?? 0;
  return character.length === 1 && found > 0 && found < characterClass.FORMAL;
}

/** Han characters of the basic block: what nouns and verbs between figures are written with. */
export function isHan(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** ASCII letters of both widths. */
export function isLatin(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  const narrow = unit >= 0xff21 ? unit - 0xfee0 : unit;
  return (narrow >= 0x41 && narrow <= 0x5a) || (narrow >= 0x61 && narrow <= 0x7a);
}

/** Passes up to two spaces, as typesetting puts between a figure and a Chinese word. */
export function passSpaces(text: string, index: number): number {
  let at = index;
  while (at < index + 2 && /[ \u00a0\u3000\u2009\u202f]/.test(text.charAt(at))) at += 1;
  return at;
}
