import type { RequiredPart } from '../../vocabulary.ts';
import type { Paragraph } from './paragraph.ts';
import type { Stretch } from './reading.ts';

/** A section in places of the reading, with what only the rules of this room need. */
export type ReadSection = Stretch & {
  readonly id: string;
  readonly heading: Stretch | null;
  readonly bodyStart: number;
  readonly part: RequiredPart | null;
  readonly within: string | null;
  readonly rule: string;
  readonly review: string | null;
};

/** What the structure of a text is: its sections and the paragraphs that are its own words. */
export type Structure = {
  readonly sections: readonly ReadSection[];
  readonly body: readonly Paragraph[];
};
