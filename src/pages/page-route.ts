import type { Ask } from '../table/fetch-pages.ts';
import type { AnswerExample } from './examples/example-answer.ts';
import type { Gallery } from './front/gallery.ts';
import type { LeftOut } from './address/left-out.ts';
import type { Html } from './html.ts';
import type { Site } from './site.ts';

/** What a page is made from. */
type PageRequest = { site: Site; ask: Ask; gallery: Gallery; answerExample: AnswerExample };

export type MadePage = {
  html: Html | string;
  /** Whether it says all that it should; if not, a later one may. */
  isWhole: boolean;
  /** What the data do not know of what its address says. */
  leftOut?: readonly LeftOut[];
  /** What it is where it is no page; with a name, a file to keep. */
  file?: { type: string; name?: string };
};

/** A page that may stand at an address. */
export type PageRoute = Pick<Site, 'path' | 'query'> & {
  /** What of its address was not understood. */
  leftOut: readonly LeftOut[];
  /** Whether others are likely to ask for the same: a search is another at every letter. */
  isShared: boolean;
  /** Whether it tells the day on which it is read, as citations do. */
  tellsDay?: boolean;
  /** Whether it is a file, which has no room to tell what was left out of its address. */
  isFile?: boolean;
  /** Makes the page; null where what it is about is not there. */
  make: (making: PageRequest) => Promise<MadePage | null>;
};

export const whole = (html: Html, leftOut: readonly LeftOut[] = []): MadePage => ({
  html,
  isWhole: true,
  leftOut,
});
