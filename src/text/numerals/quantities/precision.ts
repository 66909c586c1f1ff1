import { decimalsOf } from '../../interval.ts';
import { isRate } from './unit.ts';

/** Units of what is measured and not counted: a whole number of them is rounded as well. */
const continuous =
  /^(?:公里|千米|米|厘米|毫米|里|海里|亩|公顷|顷|吨|公斤|千克|克|斤|两|升|毫升|度|元|角|美元|欧元|港元|日元|英镑|平方.*|立方.*|.*千瓦时?|.*瓦时?|.*元|.*吨|.*亩|[kKmM]?[gmLW].*|[㎡㎞㎏].*)$/u;

/**
 * Decimal places to which a figure is written, null where it is a count of its own: 1 for 95.0%, 0 for
 * 98% and 2500公里, −3 for 1.6万份, null for 8542份 and 20个工作日.
 * @param number the bare number as written, without bounds and unit
 */
export const precisionOf = (number: string, unit: string): number | null =>
  decimalsOf(number) ?? (isRate(unit) || continuous.test(unit) ? 0 : null);
