import { indexCodePoints } from '../../../text/code-points.ts';
import type { Numeral, Quantity } from '../../../text/numerals/numeral.ts';
import type { JoinedText } from './join-lines.ts';
import { findNumerals } from '../../../text/numerals/numeral-scanner.ts';
import { rankQuantity } from './ranks.ts';
import { tableCells } from './tables.ts';
import type { TableCell } from './tables.ts';

/** A numeral of the text with its place in UTF-16 units of the joined text, as rules read them, and its span in code points of the raw one. */
export type PlacedNumeral = Pick<Numeral, 'kind' | 'quantity' | 'text'> & {
  readonly start: number;
  readonly end: number;
  readonly span: { readonly start: number; readonly end: number };
  /** What the heads of its table say of it; null outside of tables. */
  readonly cell: TableCell | null;
};

/** All numerals of a text in its order. */
export function placeNumerals({ text, startInRaw, endInRaw }: JoinedText): PlacedNumeral[] {
  const points = indexCodePoints(text);
  const cells = tableCells(text);
  return findNumerals(text).map((numeral) => {
    const { kind, text: words } = numeral;
    const [start, end] = [points.toIndex(numeral.start), points.toIndex(numeral.end)];
    const inRaw = { start: startInRaw(start), end: endInRaw(end) };
    const cell = cells.get(start) ?? null;
    const quantity = numeral.quantity ?? rankQuantity(text, start, numeral);
    return { kind, quantity: withUnit(quantity, cell), text: words, start, end, span: inRaw, cell };
  });
}

/** Whether it names a place in a ranking. */
export const isRank = ({ kind, quantity }: Pick<Numeral, 'kind' | 'quantity'>): boolean =>
  kind === 'ORDINAL' && quantity !== null;

/** A number in a cell has the unit that a head of its table names. */
function withUnit(quantity: Quantity | null, cell: TableCell | null): Quantity | null {
  if (quantity === null || cell === null) return quantity;
  const value = cell.isBelow ? -Math.abs(quantity.value) : quantity.value;
  return { ...quantity, value, unit: quantity.unit === '' ? cell.unit : quantity.unit };
}

/** Stands in the masked text for each unit of words that tell a time, and of the number of a point. */
export const timeMask = '\ue000';
const pointMask = '\ue001';

const numberOfPoint = /^(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,2})$/;

/** The flat text with dates and the numbers of points masked, unit by unit. */
export function maskTimes(flat: string, numerals: readonly PlacedNumeral[]): string {
  const points = numerals.filter(
    ({ kind, start, end }) => kind === 'ORDINAL' && isNumberOfPoint(flat, start, end),
  );
  const dates = numerals.filter(({ kind }) => kind === 'DATE');
  return maskStretches(maskStretches(flat, dates), points, pointMask);
}

/** A text with stretches masked, in their order, unit by unit. */
export function maskStretches(
  text: string,
  stretches: readonly { start: number; end: number }[],
  mask: string = timeMask,
): string {
  const pieces: string[] = [];
  let last = 0;
  for (const { start, end } of stretches) {
    pieces.push(text.slice(last, start), mask.repeat(end - start));
    last = end;
  }
  return pieces.join('') + text.slice(last);
}

function isNumberOfPoint(flat: string, start: number, end: number): boolean {
  let before = start - 1;
  while (flat.charAt(before) === ' ') before -= 1;
  if (before >= 0 && !/[。;\n:,(]/.test(flat.charAt(before))) return false;
  const words = flat.slice(start, end);
  return numberOfPoint.test(words) && (/[是要]$/.test(words) || /[,、是]/.test(flat.charAt(end)));
}
