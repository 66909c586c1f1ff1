import { simplifyText } from '../characters/simplify.ts';
import { idiomWords } from './lists/idiom-words.ts';

/**
 * The text as its numerals are read: what typesetting, scanning and copying put into numbers is taken
 * out or replaced, traditional characters are simplified, and every place of it has its place in the raw text. Nothing that is stored or
 * quoted is changed.
 */
export type ReadableText = {
  readonly text: string;
  /** The UTF-16 index in the raw text of a UTF-16 index of the readable one. */
  readonly toRaw: (index: number) => number;
};

/** Characters that nobody sees: soft hyphens, zero-width ones, byte order marks, variation selectors. */
const invisible =
  '\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff';
/** No-break spaces, which keep the parts of one number together. */
const noBreak = '[\\u00a0\\u2007]';
/** Chinese numerals begin a figure of their own; before them a space is kept. */
const numerals = '〇零一二三四五六七八九十百千万亿两几';
const scales = '(?:[百千]?[万亿]|万亿)';
const plainHan = `(?![${numerals}])[\\u4e00-\\u9fff]`;
const digit = '[0-9０-９]';

/** Units that may begin a line where their figure ends the one before it: none is the first of a longer word such as 项目. */
const brokenUnits =
  '万[元人户亩吨件]|亿元|家(?![庭园长里])|件|场(?![所馆地景])|项(?!目)|次(?![日序要])|户(?![籍外口])|名(?![称单录])|[亩吨倍辆份]|元(?!旦)|台(?![账湾风])|个(?![人体税])|人次|人(?=[，。；、,;）)\\n]|$)|平方|公里|公顷|立方|余[家件场项次户名个亩吨元台辆份人万亿]';

/** 万人评议, 百倍努力: idioms that begin like a unit go on with no figure of the line before. */
const idiomsAhead = idiomWords.filter((word) => /^[百千]?[万亿]|^[百千]/.test(word)).join('|');

/**
 * What is left out: what nobody sees; the sign of bold (`**`) beside a figure; the end of a line inside a figure
 * or before its unit; a no-break space inside a number; one or two spaces between a figure and the Chinese word, scale, bracket or sign beside it. A number at the head of a line keeps
 * its space, since it may be that of a heading; so do two numbers that stand beside each other.
 */
const left = new RegExp(
  `[${invisible}]+` +
    `|(?<=${digit})${noBreak}(?=${digit})` +
    `|(?<=${plainHan}|[≥≤<>＜＞≧≦])[ \\u00a0]{1,2}(?=[-−－]?${digit})` +
    `|(?<=[\\u4e00-\\u9fff，、：（(][0-9０-９]{1,9}[.．])\\n(?=[0-9０-９]{1,9}(?:[%％‰‱]|[百千]?[万亿]|[倍元亩吨年个件人名户家次场项]))` +
    `|(?<=[\\u4e00-\\u9fff，、：（(][0-9０-９]{0,9}[.．]?${digit})\\n(?=[%％‰‱℃]|(?!${idiomsAhead})[百千]?[万亿]?(?:${brokenUnits}))` +
    `|\\*\\*(?=[-−－]?${digit})|(?<=${digit})\\*\\*` +
    `|(?<=${digit})[ \\u00a0]{1,2}(?=[%％‰‱℃]|${scales}(?![${numerals}\\u4e00-\\u9fff]|$)|${scales}[余多元美人吨千立平公户亩件株斤次辆台册份家个头只套])` +
    `|(?<=[\\u4e00-\\u9fff，。、；：（(≥≤<>＜＞][ \\u00a0]{0,2}[-−－]?[0-9０-９.,，]{0,12}${digit})[ \\u00a0]{1,2}(?=${plainHan})`,
  'g',
);
const mayBeLeft = new RegExp(
  `[${invisible}\\u00a0\\u2007]|${digit} | [-−－]?${digit}|${digit}[.．]?\\n|\\*\\*`,
);

/** Forms of one character: radicals and compatibility forms of scans, other colons, rare spaces. */
const odd = /[\u2000-\u200a\u202f\u205f\u2236\ufe30\ufe55\u2f00-\u2fd5\uf900-\ufad9]/g;
/** The sign of a ratio between figures; elsewhere it is a colon. */
const isRatioSign = (raw: string, at: number): boolean =>
  /[0-9０-９] ?$/.test(raw.slice(Math.max(0, at - 2), at)) &&
  /^ ?[0-9０-９]/.test(raw.slice(at + 1, at + 3));
/** Zeros of datelines: a circle or the letter O behind or between Chinese digits. */
const circle =
  /(?<=[一二三四五六七八九〇][○◯OＯ0０]{0,3})[○◯OＯ](?=[一二三四五六七八九〇○◯OＯ0０年百号]|$)/g;
const yearWithZeros = /[一二][〇○◯OＯ零九八0０][〇○◯OＯ零0０一二三四五六七八九]{2}(?=年)/g;
const mayBeOdd =
  /[○◯OＯ\u2000-\u200a\u202f\u205f\u2236\ufe30\ufe55\u2f00-\u2fd5\uf900-\ufad9]|[一二][零0０]/;

/** So much on either side of a line's end tells whether it stands inside a figure. */
const besideBreak = { before: 14, behind: 6 };

/** Whether a figure goes on from the end of a line into the next one: 3.⏎6亿元, 57⏎家. */
export function breaksFigure(line: string, next: string): boolean {
  const { before, behind } = besideBreak;
  const joint = `${line.slice(-before)}\n${next.slice(0, behind)}`;
  return !readableText(joint).text.includes('\n');
}

/** Makes a text readable. Linear in its length; a text without such characters costs two looks at it. */
export function readableText(raw: string): ReadableText {
  const plain = simplifyText(raw);
  const text = mayBeOdd.test(plain) ? replaceOdd(plain) : plain;
  if (!mayBeLeft.test(text)) return { text, toRaw: (index) => index };
  const pieces: string[] = [];
  /** Where in the readable text something was left out, and how much had been until then. */
  const starts: number[] = [];
  const shifts: number[] = [];
  let last = 0;
  let shift = 0;
  for (const { 0: words, index } of text.matchAll(left)) {
    pieces.push(text.slice(last, index));
    starts.push(index - shift);
    shift += words.length;
    shifts.push(shift);
    last = index + words.length;
  }
  pieces.push(text.slice(last));
  return { text: pieces.join(''), toRaw: shifting(starts, shifts) };
}

/** Adds what was left out before a place. Asked in the order of the text, it looks at each place once. */
function shifting(starts: readonly number[], shifts: readonly number[]): (index: number) => number {
  let next = 0;
  return (index) => {
    while (next < starts.length && (starts[next] ?? 0) <= index) next += 1;
    while (next > 0 && (starts[next - 1] ?? 0) > index) next -= 1;
    return index + (shifts[next - 1] ?? 0);
  };
}

function replaceOdd(raw: string): string {
  return raw
    .replace(odd, (character, at: number) => {
      if (character === '\u2236' && isRatioSign(raw, at)) return character;
      if (character === '\u2236' || character === '\ufe30' || character === '\ufe55') return ':';
      if (character < '\u2060')
        return /[\u2005\u2006\u2008-\u200a\u202f]/.test(character) ? '\u2009' : ' ';
      const plain = character.normalize('NFKC');
      return plain.length === 1 ? plain : character;
    })
    .replace(yearWithZeros, (year) => year.replace(/[○◯OＯ零0０]/g, '〇'))
    .replace(circle, '〇');
}
