import type { Language } from './language.ts';
import type { Words } from './words-zh.ts';

/** What every page is made with. */
export type Site = {
  language: Language;
  words: Words;
  /** The path of the page, in one spelling. */
  path: string;
  /** What the page reads of its address beside path and language; nothing else of it is shown. */
  query: Readonly<Record<string, string>>;
  /** The version of the data: the snapshot's SHA-256; empty where the page is made of none. */
  dataVersion: string;
  softwareVersion: string;
};

/** As people write the version of the data. */
export const shortVersion = (dataVersion: string) => dataVersion.slice(0, 12);
