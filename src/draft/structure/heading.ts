import type { RequiredPart } from '../../vocabulary.ts';
import type { Rung } from './ladder.ts';
import type { Stretch } from './reading.ts';

/**
 * A place where a section begins. `PLAIN` is a heading on its own line without a number, `TOPIC` the
 * first sentence of a paragraph, `OPENING` a sentence that opens a required part without any heading,
 * `LOOSE` a paragraph behind such sections that has none.
 */
type SectionRung = Rung | 'PLAIN' | 'TOPIC' | 'OPENING' | 'LOOSE';

export type Heading = {
  /** Where the section begins, its number included. */
  readonly start: number;
  /** Where what it heads begins. */
  readonly bodyStart: number;
  /** Without number; null where the section has no heading. */
  readonly heading: Stretch | null;
  readonly rung: SectionRung;
  readonly ordinal: number;
  readonly part: RequiredPart | null;
  readonly rule: string;
  readonly review: string | null;
};

/** Digits that count something; years and numbers of sessions stand in headings too. */
const counting = /\d[\d.,]*(?!\d|年|\.)|百分之/u;

/** Whether a heading counts something: then it tells what was done. */
export const counts = (heading: string): boolean => counting.test(heading);
