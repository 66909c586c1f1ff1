import { notUnits as notUnitWords, unitWords } from '../lists/unit-words.ts';
import { indexWords, isWordAt } from '../word-index.ts';

const byFirst = new Map<number, string[]>();
for (const word of new Set(unitWords)) {
  const first = word.charCodeAt(0);
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), word].sort((a, b) => b.length - a.length),
  );
}

/** Words of which a listed unit is the beginning, and which the figure does not count. */
const notUnits = indexWords(notUnitWords);
/** The same with what makes them count after all: 人民币, 人员数, 个案件. */
const notUnit = /^(?:人民(?!币)|人员(?!数)|个案(?![例件])|组成(?!员))/;

/** Nouns that a classifier-like first character does not spoil: the figure counts the noun itself. */
const bareNoun = /^(?:人员|人才|项目|支部|支队)/;

/** A second classifier in brackets: 8条（个）, 1200人（次）. */
const bracketed = /[（(][一-龥]{1,2}[)）]/y;

/**
 * The unit that begins at a UTF-16 index, as written, what it is taken per (公斤/亩, 吨/万元) and a
 * second one in brackets included; else empty.
 */
export function readUnit(text: string, start: number): string {
  const unit = readClassifier(text, start);
  if (unit === '') {
    const isPer = /[/／]/.test(text.charAt(start));
    return isPer ? (perPeople.exec(text.slice(start, start + 6))?.[0] ?? '') : '';
  }
  const end = start + unit.length;
  const next = text.charAt(end);
  if (next === '/' || next === '／') return text.slice(start, endOfRate(text, end));
  return next === '（' || next === '(' ? text.slice(start, endOfBracket(text, end)) : unit;
}

/** 8.6/10万: of so many people. */
const perPeople = /^[/／](?:10{0,2}|[十百])?[万千](?![\d元人吨件])/;

/** After 吨/万元, 张/千人: the end of the last unit; the slash where no unit follows. */
function endOfRate(text: string, slash: number): number {
  let at = slash + 1;
  while (/[百千万亿]/.test(text.charAt(at)) && at < slash + 4) at += 1;
  const unit = readClassifier(text, at);
  return unit === '' ? slash : at + unit.length;
}

function endOfBracket(text: string, bracket: number): number {
  bracketed.lastIndex = bracket;
  if (!bracketed.test(text)) return bracket;
  const inner = text.slice(bracket + 1, bracketed.lastIndex - 1);
  return isListed(inner) ? bracketed.lastIndex : bracket;
}

const isListed = (word: string): boolean =>
  byFirst.get(word.charCodeAt(0))?.includes(word) ?? false;

function readClassifier(text: string, start: number): string {
  const candidates = byFirst.get(text.charCodeAt(start));
  if (candidates === undefined) return '';
  for (const word of candidates) {
    if (!text.startsWith(word, start)) continue;
    if (/[A-Za-z0-9]$/.test(word) && /^[A-Za-z0-9]/.test(text.charAt(start + word.length)))
      continue;
    if (isPieceOfNoun(word, text, start)) continue;
    return word.length === 1 && isOtherWord(text, start) ? '' : word;
  }
  return '';
}

/** 个人民法庭, 个点位: the classifier 个 alone, and a noun that goes on where 个人 and 个点 end. */
const isPieceOfNoun = (word: string, text: string, start: number): boolean =>
  /^个.$/.test(word) &&
  (begins(text, start + 1) || nounOfPeople.test(text.slice(start + 1, start + 4)));

/** What begins like people and is none; 万人口 counts people. */
const nounOfPeople = /^人(?:口|行[道天横]|像|武)/;

function isOtherWord(text: string, start: number): boolean {
  return begins(text, start) && !bareNoun.test(text.slice(start, start + 2));
}

/** Whether a word that is no unit begins there. */
const begins = (text: string, start: number): boolean =>
  isWordAt(notUnits, text, start) || notUnit.test(text.slice(start, start + 3));

/** Units of time and measure, behind which 多, 余 and 内 qualify the figure: 三年多, 5日内. */
const measures: ReadonlySet<string> = new Set(
  (
    '年 个月 月 天 日 周 个星期 星期 个小时 小时 分钟 个工作日 工作日 个自然日 元 美元 岁 倍 成 公里 千米 米 里 亩 公顷 ' +
    '吨 公斤 斤 平方米 平方公里 立方米 度 周年 个学时 学时'
  ).split(' '),
);

export const isMeasure = (unit: string): boolean => measures.has(unit);

const rates: ReadonlySet<string> = new Set(
  '% ％ ‰ ‱ 个百分点 百分点 个点 个基点 基点 BP bp 倍 成 番'.split(' '),
);

/** Rates: no amount per head, and no count of things. */
export const isRate = (unit: string): boolean => rates.has(unit);

const temperatures: ReadonlySet<string> = new Set(['℃', '度', '摄氏度']);

export const isTemperature = (unit: string): boolean => temperatures.has(unit);
