import { percentOf } from '../../text/numerals/numbers/ratio.ts';
import type { DraftFigure } from '../draft.ts';
import { isSameUnit } from './label/label-context.ts';
import type { Mention } from './reading/mentions.ts';

/** 减少一半, 下降三分之一: a part of what was before. */
const partOfWhole = /半|分之|\//;
const points = /百分点$|^个点$|基点$/;

/** Whether a figure tells a level, by how much it changed or is apart from another, or at which rate, and which way. */
export function changeOf({
  quantity,
  comparison,
  numeral,
}: Mention): Pick<DraftFigure, 'change' | 'direction'> {
  const { change, unit } = quantity;
  if (numeral.cell?.isChange) return changeOfCell(quantity.value, numeral.cell.column);
  const direction = change?.direction ?? comparison?.direction ?? null;
  if (points.test(unit) || comparison !== null) return { change: 'BY', direction };
  if (isMultiplied(quantity)) return { change: 'RATE_OF_CHANGE', direction };
  if (change?.role !== 'BY') return { change: 'LEVEL', direction };
  const isRate = /^[%％‰‱倍成番]$/.test(unit) || (unit === '' && partOfWhole.test(numeral.text));
  return { change: isRate ? 'RATE_OF_CHANGE' : 'BY', direction };
}

/** 同比增长 -6.8 is a fall. */
function changeOfCell(value: number, column: string): Pick<DraftFigure, 'change' | 'direction'> {
  const isFall = /下降|降幅/.test(column) !== value < 0;
  return { change: 'RATE_OF_CHANGE', direction: isFall ? 'DOWN' : 'UP' };
}

/** 翻一番: how many times as much it became. */
export const isMultiplied = ({ change, unit }: Mention['quantity']): boolean =>
  change?.verb === '翻' && unit === '倍';

/** Where a change began, in the unit of where it ended; null where the text tells none, or in a unit that is no part of the same. */
export function baselineOf({ baseline, quantity }: Mention): number | null {
  const from = baseline?.quantity;
  if (baseline == null || from == null) return null;
  const isPart = from.unit === '' && partOfWhole.test(baseline.text);
  const bare = (unit: string) => unit.replace(/^个(?=.)/, '');
  const isBare = from.unit === '' && !isPart;
  if (isBare || isSameUnit(bare(from.unit), bare(quantity.unit))) return from.value;
  const of = isPart ? 100 : percentOf(from.unit);
  const to = percentOf(quantity.unit);
  return of === null || to === null ? null : Number(((from.value * of) / to).toPrecision(12));
}

/** Why a person should look at a change whose beginning is told in another unit; else null. */
export const reviewOfBaseline = (mention: Mention): string | null =>
  mention.baseline !== null && baselineOf(mention) === null
    ? `It began at ${mention.baseline.text}, which is told in another unit.`
    : null;
