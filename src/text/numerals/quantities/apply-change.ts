import { characterSet } from '../character-set.ts';
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
  const lead = leadTo(place, start);
  const level = verbOfLevel(text, lead.start, lead.floor);
  if (level !== null) {
    const { verb, direction } = level;
    quantity.change = { verb, direction, role: 'TO' };
    const { from } = lead;
    const before = from?.end === level.start ? from : null;
    if (before?.quantity != null && isStartOfChange(text, before.start, 0)) {
      before.quantity.change = { verb, direction, role: 'FROM' };
    }
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

/** How far back the verb before a date may stand. */
const reach = 12;
/** 到目前的120件: until when, without a numeral. */
const now = /(?:目前|现在|当前|如今|现阶段|年末|期末)的?(?:约|近|超)?$/;

const nowEnds = characterSet('前在今段末的约近超');

/** Where the words of a verb end before a figure, until when it goes passed over: 增加到2023年的120件. */
function leadTo({ text, floor, previous, earlier }: NumeralPlace, start: number) {
  const isDated = previous?.kind === 'DATE' && /^的?$/.test(text.slice(previous.end, start));
  if (isDated) {
    const dateFloor = Math.max(earlier?.end ?? 0, previous.start - reach);
    return { start: previous.start, floor: dateFloor, from: earlier };
  }
  const mayBeNow = nowEnds.at(text, start - 1);
  const words = mayBeNow
    ? (now.exec(text.slice(Math.max(floor, start - 6), start))?.[0] ?? '')
    : '';
  return { start: start - words.length, floor, from: previous };
}
