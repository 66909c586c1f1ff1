import { readerLanguage } from './language.ts';

/** What an address that names no language is answered by, beside itself. */
export const variesByReader = 'accept-language, sec-fetch-site';

/** Whether an address leaves its language open. */
export const leavesLanguageOpen = (url: URL): boolean => !url.searchParams.has('lang');

/**
 * Where a reader is sent who opens an address that names no language and prefers English: to the same in
 * English. Who comes from a page of this site has chosen its language there; a program, and a browser too
 * old to say where it comes from, gets what the address has always given. Null to stay.
 */
export function preferredAddress(url: URL, headers: Headers): string | null {
  const from = headers.get('sec-fetch-site');
  const opens = headers.get('sec-fetch-dest') === 'document' && from !== null;
  if (!opens || from === 'same-origin' || !leavesLanguageOpen(url)) return null;
  // A file has one language, and two slashes at the start of a path would name another host.
  if (/\.\w+$/.test(url.pathname) || url.pathname.startsWith('//')) return null;
  if (readerLanguage(url, headers.get('accept-language')) !== 'en') return null;
  const query = new URLSearchParams(url.search);
  query.set('lang', 'en');
  return `${url.pathname}?${query.toString()}`;
}
