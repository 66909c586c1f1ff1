import type { NumeralKind, Quantity, UnreadFigure } from './numeral.ts';

/** A numeral found, in UTF-16 indices; `number` and `quantity` for quantities. */
export type FoundNumeral = {
  kind: NumeralKind;
  start: number;
  end: number;
  quantity: Quantity | null;
  unread: UnreadFigure | null;
};

/** What a reader is given: where to read, and how far back it may reach. */
export type NumeralPlace = {
  text: string;
  /** The numeral character that no numeral holds yet. */
  at: number;
  /** The end of the numeral before. */
  floor: number;
  /** The quotation marks around, content only; null outside of any. */
  quotation: { start: number; end: number } | null;
  /** The numeral before, which a change may start from. */
  previous: FoundNumeral | null;
  /** The one before that: 45件 of 由45件增加到2023年的120件. */
  earlier: FoundNumeral | null;
};

export function foundNumeral(kind: NumeralKind, start: number, end: number): FoundNumeral {
  return { kind, start, end, quantity: null, unread: null };
}
