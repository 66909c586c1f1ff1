import { indexCodePoints } from '../../../text/code-points.ts';
import type { Numeral } from '../../../text/numerals/numeral.ts';
import type { JoinedText } from './join-lines.ts';
import { findNumerals } from '../../../text/numerals/numeral-scanner.ts';

/** A numeral of the text with its place in UTF-16 units of the joined text, as rules read them, and its span in code points of the raw one. */
export type PlacedNumeral = Pick<Numeral, 'kind' | 'quantity' | 'text'> & {
  readonly start: number;
  readonly end: number;
  readonly span: { readonly start: number; readonly end: number };
};

/** All numerals of a text in its order. */
export function placeNumerals({ text, startInRaw, endInRaw }: JoinedText): PlacedNumeral[] {
  const points = indexCodePoints(text);
  return findNumerals(text).map(({ kind, quantity, text: words, ...span }) => {
    const [start, end] = [points.toIndex(span.start), points.toIndex(span.end)];
    const inRaw = { start: startInRaw(start), end: endInRaw(end) };
    return { kind, quantity, text: words, start, end, span: inRaw };
  });
}

/** Stands in the masked text for each unit of words that tell a time, and of the number of a point. */
export const timeMask = '\ue000';
export const pointMask = '\ue001';

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
