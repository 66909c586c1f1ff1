/** The year that a report tells of, and whether its text says so. */
export type ReportYear = { readonly year: number | null; readonly isStated: boolean };

const months = new Map(
  '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ').map((word, at) => [word, at + 1]),
);
const monthOf = (word: string): number => months.get(word) ?? Number(word);

const two = (number: number): string => String(number).padStart(2, '0');
const lastDay = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const untold =
  /^(?:截[至止])?(?:目前|现在|当前|如今|今(?![年后]))|近年|近[期日来]|过去|以往|[三五十]年来|同期/;
const plans = new Map([
  ['十二五', '2011/2015'],
  ['十三五', '2016/2020'],
  ['十四五', '2021/2025'],
  ['十五五', '2026/2030'],
]);

/**
 * A period's words as EDTF: 2023年 is `2023`, 上半年 `2023-01/2023-06`, 今年以来 `2023/`, 12月底前
 * `../2023-12-31`. A year that only the report's own tells carries a question mark, unless the text states
 * that one. Null where the words tell no date.
 */
export function edtfOf(
  words: string,
  { until, report }: { until: boolean; report: ReportYear },
): string | null {
  const [first, last] = words.split(/[至到—–~-]+(?=(?:19|20)\d\d年)/);
  if (first !== undefined && /\d/.test(first) && last !== undefined) {
    const from = edtfOf(first, { until: false, report });
    const to = edtfOf(last.replace(/[底末]$/, ''), { until: false, report });
    return from === null || to === null ? null : `${from}/${to}`;
  }
  for (const [name, span] of plans) {
    if (words.includes(name)) return /[底末]/.test(words) ? `../${span.slice(-4)}-12-31` : span;
  }
  const told = yearIn(words, report);
  if (told === null || (untold.test(words) && !/\d{4}/.test(words))) return null;
  return dateOf(words, told, until || /底前|之前|前$/.test(words));
}

type ToldYear = { year: number; isSure: boolean };

/** Words with a year that is known, as a date, a span or an end. */
function dateOf(words: string, { year, isSure }: ToldYear, isUntil: boolean): string {
  const mark = isSure ? '' : '?';
  const date = (month: number, day?: number) =>
    `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}${mark}`;
  const isSince = /以来|起$/.test(words);
  const day = /(\d{1,2})月(\d{1,2})[日号]/.exec(words);
  const ended = (at: string) => (isUntil ? `../${at}` : isSince ? `${at}/` : at);
  if (day !== null) return ended(date(Number(day[1]), Number(day[2])));
  const span = monthsIn(words);
  const isEnd = isUntil || /[底末]/.test(words);
  if (span === null) {
    if (isSince) return `${year}${mark}/`;
    return isEnd ? ended(date(12, 31)) : `${year}${mark}`;
  }
  const [from, to] = span;
  if (isEnd) return ended(date(to, lastDay(year, to)));
  if (isSince) return `${date(from)}/`;
  return from === to ? date(from) : `${date(from)}/${date(to)}`;
}

function yearIn(words: string, { year, isStated }: ReportYear): ToldYear | null {
  const told = /((?:19|20)\d\d)年?/.exec(words);
  if (told?.[1] !== undefined) return { year: Number(told[1]), isSure: true };
  if (year === null) return null;
  const shift = /前年/.test(words)
    ? -2
    : /去年|上年|上一年/.test(words)
      ? -1
      : /明年|下一?年|来年/.test(words)
        ? 1
        : 0;
  return { year: year + shift, isSure: isStated };
}

/** The first and the last month that the words name; null where they name none. */
function monthsIn(words: string): [from: number, to: number] | null {
  if (words.includes('上半年')) return [1, 6];
  if (words.includes('下半年')) return [7, 12];
  const firstQuarters = /前([二两三四])个?季度/.exec(words)?.[1];
  if (firstQuarters !== undefined)
    return [1, 3 * (firstQuarters === '两' ? 2 : monthOf(firstQuarters))];
  const quarter = /([一二三四1-4])季度/.exec(words)?.[1];
  if (quarter !== undefined) return [3 * monthOf(quarter) - 2, 3 * monthOf(quarter)];
  const firstMonths = /前(\d{1,2}|[一二三四五六七八九十]{1,2})个月/.exec(words)?.[1];
  if (firstMonths !== undefined) return valid(1, monthOf(firstMonths));
  const number = '(\\d{1,2}|[一二三四五六七八九十]{1,2})';
  const range = new RegExp(`${number}月?份?[-—–~至到]+${number}月`).exec(words);
  if (range !== null) return valid(monthOf(range[1] ?? ''), monthOf(range[2] ?? ''));
  const month = new RegExp(`${number}月`).exec(words)?.[1];
  return month === undefined ? null : valid(monthOf(month), monthOf(month));
}

const valid = (from: number, to: number): [number, number] | null =>
  from >= 1 && to <= 12 && from <= to ? [from, to] : null;
