/**
 * What a numeral expression of a report is. Spans are Unicode code points, start included, end
 * excluded. Every numeral character (see `isNumeralCharacter`) of a text belongs to exactly one
 * numeral; a numeral that the reader does not understand is `UNKNOWN` and carries no value.
 */

const numeralKinds = ['QUANTITY', 'DATE', 'ORDINAL', 'IDIOM', 'CODE', 'TITLE', 'UNKNOWN'] as const;
export type NumeralKind = (typeof numeralKinds)[number];

const quantityQualifiers = [
  'EXACT',
  'MORE_THAN',
  'AT_LEAST',
  'ABOUT',
  'NEARLY',
  'AT_MOST',
  'LESS_THAN',
  'BETWEEN',
] as const;
export type QuantityQualifier = (typeof quantityQualifiers)[number];

/** A span of code points. */
type NumeralSpan = { start: number; end: number };

/** The verb that makes a quantity the start, the end or the amount of a change. */
export type QuantityChange = {
  /** As written: 压缩, 增长. */
  verb: string;
  /** Null where the verb says none: 调整为, 变为. */
  direction: 'UP' | 'DOWN' | null;
  /** 由20个 is FROM, 至10个 is TO, 减少46个 is BY. */
  role: 'FROM' | 'TO' | 'BY';
};

export type Quantity = {
  /** In `unit`, with 万 and 亿 multiplied out; the lower bound of a `BETWEEN`. */
  value: number;
  /** What the words themselves bound; null where they give no bound. Never below `minimum`. */
  minimum: number | null;
  /**
   * Never above it. Exclusive for `MORE_THAN` (80余 is below 90), `NEARLY` and `LESS_THAN`;
   * inclusive for `AT_MOST` and `BETWEEN`.
   */
  maximum: number | null;
  qualifier: QuantityQualifier;
  /** Classifier and unit as written, in simplified characters; %, ‰, ‱ for 百分之, 千分之, 万分之; empty when there is none. */
  unit: string;
  /** Whether 人均 or 每人 governs it; never for a rate, which is no amount per head. */
  perHead: boolean;
  change: QuantityChange | null;
  /** The bare number, without qualifier and unit: 20多 of 20多万份 is part of it, 余 of 80余 not. */
  number: NumeralSpan;
};

/** A number before a classifier that the reader does not understand, or that can be read in two ways. */
export type UnreadFigure = {
  /** What it may be worth, one value a reading: 150 and 105 for 一百五; none where nothing is known. */
  readings: readonly number[];
  unit: string;
  number: NumeralSpan;
};

export type Numeral = NumeralSpan & {
  kind: NumeralKind;
  /** The words as written, qualifier and unit included. */
  text: string;
  /** For `QUANTITY` only. */
  quantity: Quantity | null;
  /** For an `UNKNOWN` before a classifier only: it counts something, and no value is guessed. */
  unread: UnreadFigure | null;
};
