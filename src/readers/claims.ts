import type { DocumentClaim } from './document.ts';

/** What a page says of its own publication, each with the words that say it. */
export type PublicationLine = {
  readonly publishedOn: DocumentClaim | null;
  readonly publisher: DocumentClaim | null;
};

const day = /(?<year>\d{4})\s*[-年./]\s*(?<month>\d{1,2})\s*[-月./]\s*(?<day>\d{1,2})/;

/** As some systems put it into the head of a page: `20240118`, `20240118102200`. */
const compact = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:\d{6})?$/;

/** A day that a text writes in digits, as `YYYY-MM-DD`; null where there is none or no such day exists. */
export function dayIn(text: string): string | null {
  const {
    year = '',
    month = '',
    day: number = '',
  } = (day.exec(text) ?? compact.exec(text.trim()))?.groups ?? {};
  const iso = `${year}-${month.padStart(2, '0')}-${number.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** Names under which pages tell the day of publication; the day on which a document was drawn up is another. */
const dated =
  /(?:(?:发布|发表|公开|公布|上网|刊发)(?:时间|日期)|(?:^|[\s|｜【[（(])(?:时间|日期))\s*[：:]\s*(?<date>\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}(?!\d))/;

const sourced =
  /(?:信息来源|文章来源|稿件来源|来源|发布机构|发布单位|发文机关|发布机关|信息提供)\s*[：:]\s*(?<source>[^\s：:|｜[【（(]{2,40})/;

/** Words that follow a source without white space on some pages. */
const behindSource = /(?:作者|字体|字号|浏览|点击|阅读|发布|时间|日期|编辑|责任|打印|分享).*$/;

const claim = (value: string | null | undefined, from: string): DocumentClaim | null =>
  value ? { value, from } : null;

/** A day with the time of day, alone on a line, as some pages have it under their titles. */
const alone = /^\d{4}-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** What a line such as `发布时间：2024-01-15 来源：某县人民政府` tells; both null where it is none. */
export function readPublicationLine(line: string): PublicationLine {
  const date = dated.exec(line) ?? alone.exec(line);
  const source = sourced.exec(line);
  return {
    publishedOn: date && claim(dayIn(date.groups?.['date'] ?? date[0]), date[0]),
    publisher:
      source && claim(source.groups?.['source']?.replace(behindSource, '').trim(), source[0]),
  };
}

/** Whether a line tells nothing but its publication: it is short, no sentence, and has a date or a source. */
export function isPublicationLine(line: string): boolean {
  if (line.length > 160 || /[。；！]/.test(line)) return false;
  return (
    dated.test(line) || alone.test(line) || /^.{0,30}(?:来源|发布机构|发布单位)\s*[：:]/.test(line)
  );
}
