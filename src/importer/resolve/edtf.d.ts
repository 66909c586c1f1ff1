declare module 'edtf' {
  /** What an EDTF text says, part by part. Months count from 0; an X of a date is read as 0. */
  export type Parsed = {
    /** Left out for a date with an X inside an interval or a list. */
    type?: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'Set' | 'List';
    /** Numbers, or what an interval, a set or a list holds; null for an end that is not known, Infinity for an open one. */
    values: readonly (number | Parsed | readonly [Parsed, Parsed] | null)[];
    /** Bits of YYYYMMDD, the first digit of the year being the lowest: those that are X. */
    unspecified?: number;
    /** How many digits of a year count. */
    significant?: number;
    earlier?: boolean;
    later?: boolean;
  };
  /** @throws where the text is no EDTF of level 0 to 2 */
  export function parse(text: string): Parsed;
}
