import { isStartOfChange, verbOfAmount, verbOfLevel } from './change.ts';
import type { Quantity, QuantityChange } from '../numeral.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { isMeasure } from './unit.ts';

/** Writes into a quantity the verb that makes it the start, the end or the amount of a change. */
export function applyChange(
  place: NumeralPlace,
  result: FoundNumeral,
  quantity: Quantity,
  rate: boolean,
): void {
  const { text, floor, previous } = place;
  const { start, end } = result;
  const level = verbOfLevel(text, start, floor);
  if (level !== null) {
    const from =
      previous?.quantity != null &&
      previous.end === level.start &&
      isStartOfChange(text, previous.start, 0)
        ? previous.quantity
        : null;
    const direction = level.direction ?? compare(from, quantity);
    if (direction === null) return;
    quantity.change = { verb: level.verb, direction, role: 'TO' };
    if (from !== null) from.change = { verb: level.verb, direction, role: 'FROM' };
    return;
  }
  const paired = pairedChange(place, result, quantity);
  if (paired !== null) {
    quantity.change = paired;
    return;
  }
  const by = previous?.quantity?.change;
  if (
    by != null &&
    by.role === 'BY' &&
    previous !== null &&
    /^[至到]$/.test(text.slice(previous.end, start))
  ) {
    quantity.change = { ...by, role: 'TO' };
    return;
  }
  const closes = end >= text.length || /[,，。;；、:：)）\n”和及与!！]/.test(text.charAt(end));
  quantity.change = verbOfAmount(text, start, floor, {
    isRate: rate || isMeasure(quantity.unit),
    isShare: rate,
    isPoints: quantity.unit.endsWith('百分点'),
    closes,
  });
}

/** 分别增长5.1%和7.2%: the verb of the first figure is the second one's too. */
function pairedChange(
  { text, previous }: NumeralPlace,
  { start }: FoundNumeral,
  { unit }: Quantity,
): QuantityChange | null {
  const change = previous?.quantity?.change ?? null;
  if (previous?.quantity?.unit !== unit || change === null || change.role === 'FROM') return null;
  const before = text.slice(Math.max(0, previous.start - 16), previous.start);
  const isPair = /^[和、及与]$/.test(text.slice(previous.end, start));
  return isPair && /分别[^,，。;；]*$/.test(before) ? change : null;
}

function compare(from: Quantity | null, to: Quantity): 'UP' | 'DOWN' | null {
  if (from === null || from.unit !== to.unit || from.value === to.value) return null;
  return from.value < to.value ? 'UP' : 'DOWN';
}
