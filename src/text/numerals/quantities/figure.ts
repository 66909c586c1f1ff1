import {
  characterClass,
  classAt,
  isChineseNumeral,
  passSpaces,
  valueAt,
} from '../numeral-character.ts';
import { readNumber } from '../numbers/number-reader.ts';
import { readRatio } from '../numbers/ratio.ts';
import { isMeasure, readUnit } from './unit.ts';
import type { WrittenNumber } from '../numbers/written-number.ts';

/** A number with its unit, before bounds and verbs are looked at. */
export type ReadFigure = {
  number: WrittenNumber;
  numberEnd: number;
  start: number;
  end: number;
  unit: string;
  more: string;
  half: number;
  /** Whether it is a part of a whole or a ratio, 三分之二, 3:1, which needs no unit. */
  isRatio: boolean;
  /** Whether it names a class, such as 千亿级, or has a plus behind it: that much or more. */
  isClass: boolean;
};

/** 百亿企业, 千亿级产业集群, 万亿元城市: what is named by the scale that it has reached. */
const classBehind =
  /^元?(?:级(?![别联])|(?=产业|企业|集群|园区|城市|强?县|俱乐部|项目|大?镇|能级|规模企业|民企|龙头|赛道|板块|商圈|市场主体|GDP))/;
const halfBehind = /^半(?=[，。、；,;）)的左以来]|$)/;

/** A figure of an own shape (百分之五, 三分之二), or a number with a unit behind it. */
export function readFigure(text: string, at: number, floor: number): ReadFigure {
  const ratio = readRatio(text, at);
  if (ratio !== null) {
    const { number } = ratio;
    return {
      ...ratio,
      start: at,
      more: number.more,
      half: 0,
      numberEnd: number.end,
      isRatio: true,
      isClass: false,
    };
  }
  const number = withHundredMillions(text, readNumber(text, roundStart(text, at, floor)));
  const isLarge = number.bare && number.value >= 1e6 && number.more === '';
  const ofClass = isLarge ? classBehind.exec(text.slice(number.moreEnd, number.moreEnd + 8)) : null;
  if (ofClass !== null) {
    return plain(number, {
      unit: ofClass[0].startsWith('元') ? '元' : '',
      end: number.moreEnd + ofClass[0].length,
      isClass: true,
    });
  }
  const plus = plusBehind(text, number);
  if (plus !== null) return plain(number, { ...plus, isClass: true });
  const spaced = number.script === 'ARABIC' ? passSpaces(text, number.moreEnd) : number.moreEnd;
  const unit = readUnit(text, spaced);
  const end = unit === '' ? number.moreEnd : spaced + unit.length;
  return withMore(text, plain(number, { unit, end, isClass: false }));
}

/** 3个亿, 两个多亿: a scale counted like a thing; 3个亿元项目 are three. */
const hundredMillions = /^个多?亿(?![元级吨斤美人户])/;

function withHundredMillions(text: string, number: WrittenNumber): WrittenNumber {
  if (text.charAt(number.end) !== '个') return number;
  const isPlain = !number.malformed && !number.sequence && number.more === '';
  const words = isPlain
    ? hundredMillions.exec(text.slice(number.end, number.end + 4))?.[0]
    : undefined;
  if (words === undefined || number.value >= 1e4) return number;
  const end = number.end + words.length;
  const { value, top, step } = number;
  const scaled = { value: Number(`${value}e8`), top: top === null ? null : top * 1e8 };
  return {
    ...number,
    ...scaled,
    step: step * 1e8,
    end,
    moreEnd: end,
    more: words[1] === '多' ? '多' : '',
    digits: '',
  };
}

/** 300+家, 10万+: that many or more; null for 1+3+N and 12345+网格. */
function plusBehind(
  text: string,
  { script, moreEnd, more }: WrittenNumber,
): Pick<ReadFigure, 'unit' | 'end'> | null {
  if (script !== 'ARABIC' || more !== '' || !/[+＋]/.test(text.charAt(moreEnd))) return null;
  const unit = readUnit(text, moreEnd + 1);
  const isFree = /^(?:[，。、；,;）)”\n的]|$)/.test(text.slice(moreEnd + 1, moreEnd + 2));
  const isAmount = unit !== '' || isFree || /[百千万亿]/.test(text.charAt(moreEnd - 1));
  return isAmount ? { unit, end: moreEnd + 1 + unit.length } : null;
}

const plain = (
  number: WrittenNumber,
  { unit, end, isClass }: Pick<ReadFigure, 'unit' | 'end' | 'isClass'>,
): ReadFigure => ({
  number,
  numberEnd: number.end,
  start: number.start,
  end,
  unit,
  more: number.more,
  half: 0,
  isRatio: false,
  isClass,
});

/** 个多月, 年半, 三天半, 三年多: what stands inside or behind the unit. */
function withMore(text: string, figure: ReadFigure): ReadFigure {
  const { unit, end } = figure;
  if (unit.startsWith('个多')) return { ...figure, unit: unit.replace('多', ''), more: '多' };
  if (unit === '个半月' || unit === '个半小时') {
    return { ...figure, unit: unit.replace('半', ''), half: 0.5 };
  }
  const tenth = unit === '成' || unit === '块' ? tenthBehind(text, end) : 0;
  if (tenth > 0) return { ...figure, half: tenth, end: end + 1, numberEnd: end + 1 };
  if (unit === '年半') return { ...figure, unit: '年', half: 0.5 };
  const isHalved =
    /^(?:天|倍|小时|斤|亩|里|公里|个|岁|吨|公顷|公斤|米|块|周|成|折|度|层|斗|尺|寸|圈|分)$/.test(
      unit,
    ) && halfBehind.test(text.slice(end, end + 2));
  if (isHalved && figure.more === '') return { ...figure, half: 0.5, end: end + 1 };
  if (figure.more === '' && isMeasure(unit) && isMoreBehind(text, end)) {
    const length = text.startsWith('有余', end) ? 2 : 1;
    return { ...figure, more: '多', end: end + length };
  }
  return figure;
}

/** 八成五: the tenth behind 成; 0 without. */
function tenthBehind(text: string, at: number): number {
  const digit = valueAt(text, at);
  const isLast = classAt(text, at + 1) === characterClass.NONE && readUnit(text, at + 1) === '';
  return digit >= 1 && digit <= 9 && isChineseNumeral(text, at) && isLast ? digit / 10 : 0;
}

/** 几百, 数千: 几 and 数 before the first numeral character belong to the number. */
function roundStart(text: string, at: number, floor: number): number {
  if (at - 1 < floor || !isChineseNumeral(text, at)) return at;
  const before = text.charAt(at - 1);
  if (!/[十百千万亿]/.test(text.charAt(at))) return at;
  if (before === '几') return at - 1;
  const noun = /[人总件次户天基指多少系参分倍限字函偶奇位岁个项家处额半计代小]/;
  return before === '数' && !noun.test(text.charAt(at - 2)) ? at - 1 : at;
}

function isMoreBehind(text: string, at: number): boolean {
  const next = text.charAt(at);
  if (next === '有') return text.charAt(at + 1) === '余';
  if (next === '余') return !/[额下]/.test(text.charAt(at + 1));
  return next === '多' && /^多(?:[来以,，。、;；的前后]|时间|$)/.test(text.slice(at, at + 3));
}
