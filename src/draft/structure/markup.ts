/**
 * Signs of Markdown in a text that is stored as it is: they are read across, as white space is. Each is told by
 * its look alone and is one that no report has otherwise, so that a text without them is read as it stands.
 */

/** What a text has of it: offsets of code points that are no words, and as what those are read that number a point. */
export type Markup = {
  readonly unread: ReadonlySet<number>;
  readonly forms: ReadonlyMap<number, string>;
  /** Offsets of the bars of tables, which part cells as tabs do. */
  readonly bars: ReadonlySet<number>;
};

const nothing: Markup = { unread: new Set(), forms: new Map(), bars: new Set() };

/** So many lines may stand between the two lines of front matter. */
const longestFrontMatter = 60;
const field = /^(?:[\w-]+|[\p{Script=Han}]{1,8})\s*:(?:\s|$)|^\s+\S|^-\s|^#|^$/u;

/** How many lines at the head of a text are fields about it, their fences included; 0 where none are. */
export function frontMatterOf(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.findIndex((line, nth) => nth > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end < 2 || end > longestFrontMatter) return 0;
  return lines.slice(1, end).every((line) => field.test(line)) ? end + 1 : 0;
}

/** Lines that are nothing but a sign: rules, fences, underlines of headings, the second row of a table. */
const bareLine =
  /^\s*(?:(?:[-*_]\s*){3,}|={3,}|(?:```|~~~).*|\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?)\s*$/;

/** What stands before the words of a line. */
const lead = /^\s*(?:>\s?)*(?:#{1,6}(?=[ \t])|[-*+](?=[ \t]+\S)(?!(?:[ \t]*[-*+])+[ \t]*$))?/;

/** Signs between words, with what stands between them kept: bold, code; and pictures, tags, comments. */
const inline =
  /!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)|<!--.{0,500}?-->|<\/?[a-z][^<>\n]{0,500}>|\*{2,3}|(?<![_\w])__|__(?![_\w])|`+|\\(?=[\\`*_{}[\]()#+.!|>-])|(?<=[ \t])#+[ \t]*$/gi;
/** What one sign at either end marks: links, emphasis. */
const enclosed =
  /\[(?<words>[^\]\n]{0,300})\]\((?:https?:|mailto:|\/|#|\.)[^)\n]{0,500}\)|(?<![\w*\\])\*(?<emphasis>(?=\p{Script=Han}|[“《])[^*\n]{1,200})\*(?!\*)/gu;
const isRow = (line: string) => /^\s*\|.*\|\s*$/.test(line);

/** 项目 | 计划数 | 完成数: how many bars part the cells of a line that has none at its ends; 0 where it is no row. */
function innerBars(line: string | undefined): number {
  if (line === undefined || !line.includes(' | ')) return 0;
  return /^[^|]*\S +\|.*\| +[^|]*\S[^|]*$|^[^|]*\S +\| +\S[^|]*$/.test(line)
    ? line.split('|').length - 1
    : 0;
}

/** Whether a line is a row by itself, or has as many bars as its neighbour. */
function isRowAt(lines: readonly string[], nth: number): boolean {
  const line = lines[nth] ?? '';
  if (isRow(line)) return true;
  const bars = innerBars(line);
  const isAlike = (other: string | undefined) => innerBars(other) === bars;
  return bars > 0 && (isAlike(lines[nth - 1]) || isAlike(lines[nth + 1]));
}
/** The number of a point before a figure: 1. 2023年 is no 1.2023. */
const ordinal = /^(?<before>[ \t\u3000]*\d{1,2})[.．](?=[ \t\u3000]+\d)/;

/** Most texts have none of these. */
const mayHave =
  / \| |^(?:---\n|[ \t\u3000]*(?:\d{1,2}[.．][ \t\u3000]|(?:#{1,6}|[-*+]|>|\||={3,}|```|~~~)(?:[ \t\n]|$|[-=|*_])))|\*|__|`|\]\(|<[a-z!/]|\\[\\`*_#.]/imu;

/** The signs of Markdown in a text. Linear in its length; throws on no string. */
export function findMarkup(points: readonly string[]): Markup {
  const text = points.join('');
  // Characters of two units stand in hardly any report: such a text is read as it stands.
  if (text.length !== points.length || !mayHave.test(text)) return nothing;
  const markup = {
    unread: new Set<number>(),
    forms: new Map<number, string>(),
    bars: new Set<number>(),
  };
  const lines = text.split('\n');
  const head = frontMatterOf(lines);
  let start = 0;
  lines.forEach((line, nth) => {
    if (nth < head || bareLine.test(line)) leaveOut(markup, start, line.length);
    else readLine(markup, start, line);
    if (nth >= head && isRowAt(lines, nth)) keepBars(markup, start, line);
    start += line.length + 1;
  });
  return markup;
}

type Found = {
  readonly unread: Set<number>;
  readonly forms: Map<number, string>;
  readonly bars: Set<number>;
};

function keepBars({ unread, bars }: Found, start: number, line: string): void {
  for (let at = 0; at < line.length; at += 1) {
    if (line.charAt(at) !== '|') continue;
    bars.add(start + at);
    unread.delete(start + at);
  }
}

function leaveOut({ unread }: Found, start: number, length: number): void {
  for (let at = start; at < start + length; at += 1) unread.add(at);
}

function readLine(markup: Found, start: number, line: string): void {
  const [before = ''] = lead.exec(line) ?? [];
  const sign = before.trimEnd();
  if (/[-*+]$/.test(sign)) {
    markup.forms.set(start + sign.length - 1, '●');
    leaveOut(markup, start, sign.length - 1);
  } else if (sign !== '') leaveOut(markup, start, before.length);
  for (const { 0: words, index } of line.matchAll(inline))
    leaveOut(markup, start + index, words.length);
  for (const { 0: whole, index, groups = {} } of line.matchAll(enclosed)) {
    const { words, emphasis } = groups;
    const inside = (words ?? emphasis ?? '').length;
    leaveOut(markup, start + index, 1);
    leaveOut(markup, start + index + 1 + inside, whole.length - 1 - inside);
  }
  const numbered = ordinal.exec(line)?.groups?.['before'];
  if (numbered !== undefined) markup.forms.set(start + numbered.length, '、');
}

/** Words of a stored text as a title: without the signs of Markdown, in one line. */
export function withoutMarkup(words: string): string {
  const points = Array.from(words);
  const { unread, forms, bars } = findMarkup(points);
  const isWord = (at: number) => !unread.has(at) && !bars.has(at) && forms.get(at) !== '●';
  return points.filter((_, at) => isWord(at)).join('');
}
