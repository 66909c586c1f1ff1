import packageFile from '../../package.json' with { type: 'json' };
import type { Language } from './language/language.ts';
import { messagesIn } from './language/messages.ts';
import type { Messages } from './language/messages-zh.ts';

/** What every page is made with. */
export type Site = {
  language: Language;
  words: Messages;
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

/** What a page at a place is made with. */
export function siteOf(
  { path, query }: Pick<Site, 'path' | 'query'>,
  language: Language,
  dataVersion: string,
): Site {
  const { version: softwareVersion } = packageFile;
  return {
    language,
    words: messagesIn(language),
    path,
    query,
    dataVersion,
    softwareVersion,
  };
}
