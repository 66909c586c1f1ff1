/** A bare number as it stands in a text; spans are UTF-16 indices. */
export type WrittenNumber = {
  start: number;
  end: number;
  script: 'ARABIC' | 'CHINESE';
  /** Written against the rules (两千零, 三二一, 1.2.3): the value says nothing. */
  malformed: boolean;
  value: number;
  /** The inclusive upper end of 三四, 十几, 几百; null for one value. */
  top: number | null;
  /** What the last written place is worth: 余 and 多 add less than that. */
  step: number;
  /** 余, 多 or 来, inside (20多万) or behind (80余); empty without. */
  more: string;
  /** The index after `more`, where the unit can begin. */
  moreEnd: number;
  /** Digits side by side, 二〇二三: a year, or nothing that can be read. */
  sequence: boolean;
  /** 百, 千, 万, 亿 without a digit before: a round number. */
  bare: boolean;
  /** The digits of a plain Arabic whole number or of a sequence, as ASCII; else empty. */
  digits: string;
  /** What a malformed number may mean, one value a reading: 一百五 is 150 or 105. */
  readings?: readonly number[];
};
