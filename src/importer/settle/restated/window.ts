/**
 * Of which period a baseline is, as the words right before it say. A period is compared by its EDTF
 * without the signs of doubt, so that 2022? and 2022 are one; whether it is in doubt is asked apart.
 */

/** A period in one spelling: the twelve months of a year are the year. */
export const plainWindow = (window: string): string =>
  window.replaceAll(/[?~%]/g, '').replace(/^(\d{4})-01\/\1-12$/, '$1');

/** Whether a period is one of which its own words are not sure. */
export const isDoubtful = (window: string): boolean => /[?~%]/.test(window);

const named = /(?<year>(?:19|20)\d\d)年(?:度|全年)?(?<same>同期)?的?$/u;
const before = /(?:(?:上一?|去)年(?:度|全年)?(?<same>同期)?|(?<same>同期))的?$/u;

/**
 * @param words what stands right before the baseline: 由2022年的, 较上年同期的
 * @param window the period of the figure itself
 * @returns the baseline's period; null where the words do not say it
 */
export function windowOfBaseline(words: string, window: string): string | null {
  const close = inDigits(words.replaceAll(/\s/g, ''));
  const own = plainWindow(window);
  const year = named.exec(close)?.groups;
  if (year) return year['same'] === undefined ? (year['year'] ?? null) : inYear(own, year['year']);
  const relative = before.exec(close)?.groups;
  const last = relative && yearBefore(own);
  if (!last) return null;
  // 上年 beside a half-year's figure may be the whole year or the same half of it.
  if (relative['same'] === undefined && !/^\d{4}$/.test(own)) return null;
  return inYear(own, last);
}

/** What a move is told against, and the few words that say how it moved: 同比增长, 较上年减少, 比2022年下降. */
const against =
  /(?<time>同比|[较比与和](?:(?:上一?|去)年|(?:19|20)\d\d年|[〇○零一二三四五六七八九]{4}年)(?:度|全年)?(?:同期)?|[较比]同期)(?:的|相比|比)?[^\d,，、。;；:：]{0,8}$/u;

/**
 * Of which period a figure is from which another is told to have moved.
 * @param words what stands right before the amount: 同比增长, 较上年减少
 * @param window the period of the figure that moved
 * @returns the period of the figure before; null where the words do not say it
 */
export function windowOfMove(words: string, window: string): string | null {
  const time = against.exec(words.replaceAll(/\s/g, ''))?.groups?.['time'];
  if (time === undefined) return null;
  return windowOfBaseline(time === '同比' ? '上年同期' : time, window);
}

/** 二〇二二年 as 2022年. */
const inDigits = (words: string): string =>
  words.replaceAll(/[〇○零一二三四五六七八九]{4}(?=年)/gu, (year) =>
    Array.from(year, (digit) => Math.max(0, '〇一二三四五六七八九'.indexOf(digit))).join(''),
  );

/** The year before that of a period that lies within one; null for any other. */
function yearBefore(window: string): string | null {
  const years = new Set(window.match(/\d{4}/g));
  const [year] = years;
  return years.size === 1 && year !== undefined ? String(Number(year) - 1) : null;
}

/** The same stretch of another year; null for a period that does not lie within one year. */
const inYear = (window: string, year: string | undefined): string | null =>
  year === undefined || yearBefore(window) === null ? null : window.replaceAll(/\d{4}/g, year);
