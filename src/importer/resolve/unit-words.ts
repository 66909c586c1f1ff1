import { countingVerbs } from '../../text/numerals/lists/counting-verbs.ts';
import { verbsOfDoing } from '../../text/verbs-of-doing.ts';

/** How a unit is told in a text: its classifiers, and the nouns that they count. */
export type UnitWords = { classifiers: readonly string[]; nouns: readonly string[] };

/** A unit with its row, its words, and where the outcome has it from. */
export type DerivedUnit = {
  id: number;
  code: string;
  classifiers: readonly string[];
  /** What gave it, such as “the whole "documents-reviewed"”; null where the outcome states it. */
  from: string | null;
};

/** How texts write the points by which a rate moves. */
export const pointWords: readonly string[] = ['个百分点', '百分点', '个点'];

/** The words of a quote up to a figure, and those behind its classifier as far as it counts them. */
export type WordsBeside = { before: string; after: string };

/** What ends the words that a figure counts: a mark, or the next number. */
const stop = /[，,；;。！!？?、：:\n\d０-９]/u;

/**
 * The words of a quote beside a figure.
 * @param at where the figure begins in the quote, words such as 不少于 counted in, and where its classifier ends: code points
 */
export function wordsBeside(quote: string, at: { start: number; end: number }): WordsBeside {
  const points = Array.from(quote);
  const rest = points.slice(at.end);
  const length = rest.findIndex((point) => stop.test(point));
  return {
    before: points.slice(0, at.start).join(''),
    after: rest.slice(0, length < 0 ? rest.length : length).join(''),
  };
}

/** What a figure counts, as the words of its clause before it say or, where there are none, those behind it. */
export function nameBeside({ before, after }: WordsBeside): string {
  const clause = before.split(stop).at(-1) ?? '';
  const counted = clause.replace(/[约近达共为的]+$/u, '');
  return (counted === '' ? after : counted).trim();
}

const clauseEnd = /[，,；;。！!？?：:\n]/u;

/** 每个村, 每万人, 每千人口, 每次: the words behind 每 that a figure is told per. */
const denominator =
  /每((?:[一二三四五六七八九十百千万亿]|\d[\d.]*)*(?:人口|人|平方公里|公里|亩|元|小时|次|年|月|周|天|日|季度|件|户|名|家|所|个?(?:月|季度|行政村|嘎查|村|社区|小区|乡镇|镇街|街镇|苏木|街道|镇|乡|部门|单位|司法所|站所|窗口|旗县|县|区|学校|班级|网格|企业|项目|事项|环节)))/u;

/** What a figure is told per by the words of its clause before it (每个村不少于3名: 个村); null for nothing. */
export const perBeside = ({ before }: WordsBeside): string | null =>
  denominator.exec(before.split(clauseEnd).at(-1) ?? '')?.[1] ?? null;

/** A time is no denominator that a unit must have: the period of the fact says it. */
const ofTime = /(?:年|月|季度|周|星期|天|日|小时|工作日)$/u;
/** 每个村3名、共60名: a figure of all. */
const ofAll = /[共总]|累计|合计|以上|覆盖|实现/u;

/** What a unit must say that a figure is per; null for nothing, a time, or where the figure is one of all. */
export function denominatorBeside(beside: WordsBeside): string | null {
  const per = perBeside(beside);
  if (per === null || ofTime.test(per)) return null;
  const between = beside.before.slice(beside.before.lastIndexOf(per) + per.length);
  return ofAll.test(between) || /\d/u.test(between) ? null : per;
}

/**
 * Which units of a classifier the words beside a figure name: the nearest noun counts, of several that
 * end there the longest, one behind the figure before one as near ahead of it. Where no noun stands
 * there, those units of which the classifier alone says what they count.
 */
export function unitsBeside(
  classifier: string,
  units: ReadonlyMap<string, UnitWords>,
  beside: WordsBeside,
): string[] {
  const near = { ...beside, before: countedAlike(classifier, beside.before) };
  const hits = [...units].flatMap(([code, words]) => hitsOf(code, words, classifier, near));
  const least = Math.min(...hits.map(({ distance }) => distance));
  const nearest = hits.filter(({ distance }) => distance === least);
  const longest = Math.max(...nearest.map(({ noun }) => noun.length));
  const named = nearest.filter(({ noun }) => noun.length === longest).map(({ code }) => code);
  if (named.length > 0) return [...new Set(named)];
  return [...units].flatMap(([code, { classifiers, nouns }]) =>
    nouns.length === 0 && classifiers.includes(classifier) ? code : [],
  );
}

type Hit = { code: string; noun: string; distance: number };

/** Where the nouns of a unit stand beside the figure; 部门 is one right behind 个 where the unit says 个部门. */
function hitsOf(
  code: string,
  { classifiers, nouns }: UnitWords,
  classifier: string,
  beside: WordsBeside,
): Hit[] {
  const own = classifiers.includes(classifier) ? nouns : [];
  const behind = classifiers.flatMap((word) =>
    classifier !== '' && word !== classifier && word.startsWith(classifier)
      ? word.slice(classifier.length)
      : [],
  );
  return [
    ...own.flatMap((noun) =>
      distancesOf(noun, classifier, beside).map((distance) => ({ code, noun, distance })),
    ),
    ...behind.flatMap((noun) => (beside.after.startsWith(noun) ? { code, noun, distance: 0 } : [])),
  ];
}

const figure = /[\d０-９][\d０-９.,，\s]*[万亿千百十余多几]*/gu;

/**
 * The words before a figure as far back as nothing else is counted: a noun serves several figures only
 * where they have one classifier (收到申请156件,受理143件).
 */
function countedAlike(classifier: string, before: string): string {
  const others = [...before.matchAll(figure)].map(({ 0: words, index }) => index + words.length);
  const last = others.findLast((end) => !before.startsWith(classifier, end));
  return last === undefined ? before : before.slice(last);
}

/** Classifiers of so many things that any noun may be what they count. */
const general = new Set(['个', '处', '家', '所', '座']);

/** What may stand between a noun and its figure: 企业共有, 部门数量达到, 乡镇全部. */
const leadsToFigure =
  /(?:[共有达到为约近了仅已各均全数]|总数|数量|总量|全部|增加|增长|同比|平均|其中|分别|以上)$/u;

const verbs = [...countingVerbs, ...verbsOfDoing];

/**
 * Whether a noun only says of what kind another thing is that stands right before the figure: 乡镇 in
 * 乡镇行政复议代收点14个, where no township is counted.
 */
const isOfAnother = (words: string): boolean =>
  /^\p{Script=Han}{2,}$/u.test(words) &&
  !leadsToFigure.test(words) &&
  !verbs.some((verb) => words.endsWith(verb));

/** How far from a figure a noun stands: ahead of it, half a character further to come second, or behind. */
function distancesOf(noun: string, classifier: string, { before, after }: WordsBeside): number[] {
  const ahead = before.lastIndexOf(noun);
  const behind = after.indexOf(noun);
  const between = before.slice(ahead + noun.length);
  const isCounted = ahead >= 0 && !(general.has(classifier) && isOfAnother(between));
  return [...(isCounted ? [between.length + 0.5] : []), ...(behind < 0 ? [] : [behind])];
}
