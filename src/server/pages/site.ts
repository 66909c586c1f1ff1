import type { Language } from './language.ts';
import type { Words } from './words-zh.ts';

/** What every page is made with. */
export type Site = {
  language: Language;
  words: Words;
  /** Where the page stands, with what was asked of it. */
  url: URL;
  /** The version of the data: the snapshot's SHA-256. */
  dataVersion: string;
  softwareVersion: string;
};

/** As people write the version of the data. */
export const shortVersion = (dataVersion: string) => dataVersion.slice(0, 12);
