/** How the automatic number of a list is written, by the names of OOXML; those of CSS are mapped to them. */
const digits = '〇一二三四五六七八九';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const formal = '零壹贰叁肆伍陆柒捌玖';

/** A whole number from 1 to 9999 in Chinese, as headings count: 10 is 十, 12 is 十二, 20 is 二十. */
function chinese(value: number, figures: string, units: readonly string[]): string {
  let text = '';
  let skipped = false;
  const all = String(value);
  for (let index = 0; index < all.length; index += 1) {
    const digit = all.charAt(index);
    const unit = units[all.length - 1 - index] ?? '';
    if (digit === '0') skipped = true;
    else {
      text += (skipped && text ? figures[0] : '') + (figures[Number(digit)] ?? '') + unit;
      skipped = false;
    }
  }
  return text;
}

const counting = (value: number) =>
  chinese(value, `零${digits.slice(1)}`, ['', '十', '百', '千']).replace(/^一十/, '十');

function letters(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string {
  const table = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const;
  let rest = value;
  let text = '';
  for (const [worth, letter] of table) {
    for (; rest >= worth; rest -= worth) text += letter;
  }
  return text;
}

const fromPoint = (first: number, most: number) => (value: number) =>
  value <= most ? String.fromCodePoint(first + value - 1) : String(value);

const wide = (value: number) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalEnclosedCircle: fromPoint(0x2460, 20),
  decimalEnclosedCircleChinese: fromPoint(0x2460, 20),
  decimalEnclosedParen: fromPoint(0x2474, 20),
  decimalEnclosedFullstop: fromPoint(0x2488, 20),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: (value) =>
    String(value).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit),
  chineseLegalSimplified: (value) => chinese(value, formal, ['', '拾', '佰', '仟']),
  ideographTraditional: (value) => stems[value - 1] ?? String(value),
  ideographZodiac: (value) => branches[value - 1] ?? String(value),
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  ordinal: String,
};

/**
 * The number of an item of a list as it is shown. What is no number (`bullet`, `none`) is empty; a
 * format that is not known is shown in digits.
 */
export function writeListNumber(format: string, value: number): string {
  if (format === 'bullet' || format === 'none') return '';
  if (value < 1 || value > 9999) return String(value);
  return (formats[format] ?? String)(value);
}
