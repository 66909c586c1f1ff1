import { decimalsOf } from '../../interval.ts';
import { simplifyText } from '../../characters/simplify.ts';
import { isRate } from './unit.ts';

/** Units of what is measured and not counted: a whole number of them is rounded as well. */
const continuous =
  /^(?:公里|千米|米|厘米|毫米|里|海里|亩|公顷|顷|吨|公斤|千克|克|斤|两|升|毫升|度|元|角|美元|欧元|港元|日元|英镑|平方.*|立方.*|.*千瓦时?|.*瓦时?|.*元|.*吨|.*亩|[kKmM]?[gmLW].*|[㎡㎞㎏].*)$/u;

/** What parts the two ends of a range, and the terms of a ratio. */
const betweenEnds = /(?<=.)[至到与和跟及\-—–~～－﹣]+/u;
const betweenTerms = /[:：∶比]/u;
/** 两三百, 二三十, 几百, 十几: the words themselves say between which values. */
const approximate = /[几数]|[一二三四五六七八九两][一二三四五六七八九]/u;

/**
 * Decimal places to which a figure is written, null where it is a count of its own: 1 for 95.0%, 0 for
 * 98% and 2500公里, −3 for 1.6万份, null for 8542份 and 20个工作日. Of a range the places of its
 * coarser end; of a ratio those of its quotient, rounded down.
 * @param written the bare number as written, without bounds and unit
 */
export function precisionOf(written: string, unit: string): number | null {
  const number = simplifyText(written);
  if (betweenTerms.test(number)) return placesOfRatio(number.normalize('NFKC').split(betweenTerms));
  if (approximate.test(number) && !number.includes('点')) return null;
  const places = number.split(betweenEnds).map(decimalsOf);
  if (/[成块][一二三四五六七八九]$/u.test(number)) return 1;
  const exact = places.some((each) => each !== null)
    ? Math.min(...places.map((each) => each ?? 0))
    : null;
  return exact ?? (isRate(unit) || continuous.test(unit) ? 0 : null);
}

/** How far a quotient can be off where its terms are by half of their last places. */
function placesOfRatio([first = '', second = '']: readonly string[]): number | null {
  const [part, whole] = [decimalsOf(first), decimalsOf(second)];
  if (part === null && whole === null) return null;
  const [value, divisor] = [Number.parseFloat(first), Number.parseFloat(second)];
  const stepOf = (places: number | null) => (places === null ? 0 : 10 ** -places);
  const step = stepOf(part) / divisor + (value * stepOf(whole)) / divisor ** 2;
  return Number.isFinite(step) && step > 0 ? Math.floor(-Math.log10(step) + 1e-9) : null;
}
