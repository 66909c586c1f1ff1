import { characterSet } from '../character-set.ts';
import type { QuantityQualifier } from '../numeral.ts';

/**
 * Words beside a figure that bound it. 以上, 以下, 以内 include the figure; 超过, 不满, 不到 do not
 * (民法典 第一千二百五十九条).
 */
export type Bound = { qualifier: QuantityQualifier; start: number; end: number };

type Word = { word: string; qualifier: QuantityQualifier; notBeside: string };

function words(qualifier: QuantityQualifier, list: string): Word[] {
  return list.split(' ').map((entry) => {
    const [word = '', notBeside = ''] = entry.split('/');
    return { word, qualifier, notBeside };
  });
}

function longestFirst(list: Word[]): Word[] {
  return list.sort((a, b) => b.word.length - a.word.length);
}

/** After the slash: characters which, standing before the word, make it part of another one. */
const leading = longestFirst([
  ...words(
    'MORE_THAN',
    '超过 超过了 突破 突破了 超出 多于 高于 大于 逾 超/赶反高 远超 远超过 跨过 跨越 越过 迈过 冲破 站上了/ 破/侦突告爆击打攻 ' +
      '过/超通经不透难越跨迈改路渡度错胜 > ＞ 优于',
  ),
  ...words(
    'AT_LEAST',
    '不少于 不低于 不小于 不短于 不下 不下于 至少 最少 起码 最低 迈上 登上 站上 跃上 踏上 跨上 站稳 迈入 跨入 跃入 进入 ≥ ⩾ ≧ 大于等于 大于或等于 ' +
      '达到或超过',
  ),
  ...words(
    'ABOUT',
    '约/节合预条公签大契制履特违集婚邀规 大约 约莫 约摸 差不多 约为 大概 大致 基本达到 基本达 基本实现 左右约 约占 约有 约达 约合 大约有',
  ),
  ...words('NEARLY', '近/最邻附临靠远贴亲就新 将近 接近 近乎 逼近 直逼 几近 接近于 趋近'),
  ...words(
    'AT_MOST',
    '最高/史创 最高可 最高可达 最高给予 最高奖励 最高可获 最高补助 最高补贴 最高资助 最高支持 最长 最长可达 最迟 上限 上限为 不超过 不超 未超过 不多于 不高于 不大于 不长于 至多 最多 最高不超过 ≤ ⩽ ≦ 小于等于 小于或等于',
  ),
  ...words(
    'LESS_THAN',
    '不到/找得想达做看办 不足 不满 未满 低于/不 少于/不 小于/不 短于/不 未达 未达到 不及 < ＜',
  ),
]);
/** 进入 and 迈入 bound an amount and not a rank or a stage; they need a scale behind the number. */
const onlyAmounts = /^(?:进入|迈入|跨入|跃入|迈上|登上|踏上|过|破)$/;

/** Before 百, 千, 万, 亿 without a digit only: 上千. */
const leadingRound = words('AT_LEAST', '上/以网线向身会路面社之县市省街马晚早迈登站跃踏跨');

const trailing = longestFirst([
  ...words('AT_LEAST', '以上 及以上 (含)以上 （含）以上 或以上 或者以上 以上（含） 以上(含) 起步'),
  ...words('AT_MOST', '以内 之内 以下 及以下 (含)以下 （含）以下 或以下 封顶'),
  ...words('ABOUT', '左右 上下'),
  ...words('MORE_THAN', '开外 出头 有余'),
]);

function byCharacter(list: readonly Word[], at: 0 | -1): ReadonlyMap<number, readonly Word[]> {
  const index = new Map<number, Word[]>();
  for (const entry of list) {
    const unit = entry.word.charCodeAt(at === 0 ? 0 : entry.word.length - 1);
    index.set(unit, [...(index.get(unit) ?? []), entry]);
  }
  return index;
}

const leadingIndex = byCharacter(leading, -1);
const roundIndex = byCharacter([...leading, ...leadingRound], -1);
const trailingIndex = byCharacter(trailing, 0);

/** The bound that ends where the number starts; it begins at `floor` or later. */
export function boundBefore(
  text: string,
  numberStart: number,
  floor: number,
  /** Whether the number is 百, 千, 万 or 亿 alone; whether it is a large one or a rate. */
  { round, amount }: { round: boolean; amount: boolean },
): Bound | null {
  const candidates = (round ? roundIndex : leadingIndex).get(text.charCodeAt(numberStart - 1));
  if (candidates === undefined) return null;
  for (const { word, qualifier, notBeside } of candidates) {
    const start = numberStart - word.length;
    if (start < floor || !text.startsWith(word, start)) continue;
    const before = text.charAt(start - 1);
    if (before !== '' && notBeside.includes(before)) continue;
    if (onlyAmounts.test(word) && !amount) continue;
    const negation = negationBefore(text, start, floor);
    if (negation === 0) return { qualifier, start, end: numberStart };
    const turned = negated[qualifier];
    if (turned === undefined) continue;
    return { qualifier: turned, start: start - negation, end: numberStart };
  }
  return null;
}

/** Bounds that hold over the verb between them and their figure: 至少建立1个, 最多可申报3个, 大约需要5天. */
const overVerb: readonly (readonly [RegExp, QuantityQualifier])[] = [
  [/(?:至少|起码)(?![的是比较])\p{Script=Han}{1,7}$/u, 'AT_LEAST'],
  [/(?:至多|最多)(?:可以?|只?能|允许|不得)\p{Script=Han}{0,5}$/u, 'AT_MOST'],
  [/(?:大约|大概|约)(?:合|折合)人民币$|(?:大约|大概|约)需要?$/u, 'ABOUT'],
];
const overVerbReach = 10;
const overVerbMarks = characterSet('少码多约概');

/** What bounds a figure from before its verb; no other numeral stands between. */
export function boundOverVerb(
  text: string,
  numberStart: number,
  floor: number,
): QuantityQualifier | null {
  const from = Math.max(floor, numberStart - overVerbReach);
  if (!overVerbMarks.within(text, from, numberStart - from)) return null;
  const before = text.slice(from, numberStart);
  return overVerb.find(([pattern]) => pattern.test(before))?.[1] ?? null;
}

/** 三分之一强 is a little more, and 三成弱 a little less. */
export function boundOfShare(text: string, at: number): Bound | null {
  const word = /^[强弱](?=[，。、；,;：:）)的\n]|$)/.exec(text.slice(at, at + 2))?.[0];
  if (word === undefined) return null;
  return { qualifier: word === '强' ? 'MORE_THAN' : 'LESS_THAN', start: at, end: at + 1 };
}

/** 不得少于5人 is five or more, and 不得超过3次 three at most. */
const negated: Partial<Record<QuantityQualifier, QuantityQualifier>> = {
  MORE_THAN: 'AT_MOST',
  LESS_THAN: 'AT_LEAST',
};
const negation =
  /(?:不得|不能|不应|不可|不会|不准|不许|不宜|不再|不允许|不应当|严禁|禁止|尚未|从未|并未|没有|未曾|未|不)(?:再)?$/;

/** How long the words are that turn a bound round; 0 without. */
function negationBefore(text: string, start: number, floor: number): number {
  return negation.exec(text.slice(Math.max(floor, start - 5), start))?.[0].length ?? 0;
}

/** 3人（含3人）以上. */
const inclusive = /^[（(]含[^（(）)]{0,8}[)）](?:及|或)?以([上下内])/;

/** The bound that starts where number and unit end. `time`: 内 behind it bounds, as in 5日内. */
export function boundAfter(text: string, at: number, time: boolean): Bound | null {
  for (const { word, qualifier } of trailingIndex.get(text.charCodeAt(at)) ?? []) {
    if (text.startsWith(word, at)) return { qualifier, start: at, end: at + word.length };
  }
  const including = inclusive.exec(text.slice(at, at + 16));
  if (including !== null) {
    const qualifier = including[1] === '上' ? 'AT_LEAST' : 'AT_MOST';
    return { qualifier, start: at, end: at + including[0].length };
  }
  if (time && text.charAt(at) === '内' && !/[蒙部外容地需涝设]/.test(text.charAt(at + 1))) {
    return { qualifier: 'AT_MOST', start: at, end: at + 1 };
  }
  return null;
}
