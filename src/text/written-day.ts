/** Digits of dates in Chinese: 〇 and 零 to 九, position by position in a year, as a number otherwise. */
const digits = '〇一二三四五六七八九';

/** A year as written: 2024, 二〇二四. */
const yearOf = (written: string): string =>
  Array.from(written.replaceAll(/[零○O]/gu, '〇'), (sign) => {
    const digit = digits.indexOf(sign);
    return digit < 0 ? sign : String(digit);
  }).join('');

/** A month or a day as written: 2, 02, 十二, 二十一. */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['0', written];
  const worth = (sign: string, otherwise: number) =>
    sign === '' ? otherwise : Math.max(0, digits.indexOf(sign));
  return (tens === '0' ? 0 : worth(tens, 1) * 10) + worth(ones, 0);
}

const year = '(?:\\d{4}|[〇零○O一二三四五六七八九]{4})';
const number = '(?:\\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九]?)';
const days = new RegExp(
  `(${year})\\s*年\\s*(${number})\\s*月\\s*(${number})\\s*[日号]|(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})`,
  'gu',
);

/** The days that a text writes out, as 2024-02-21. */
export function daysIn(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(days)].map(([, ...parts]) => {
    const [written = '', month = '', day = ''] = parts.filter((part) => part !== undefined);
    const two = (part: string) => String(numberOf(part)).padStart(2, '0');
    return `${yearOf(written)}-${two(month)}-${two(day)}`;
  });
}
