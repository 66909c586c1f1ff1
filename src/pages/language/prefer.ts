import { readerLanguage } from './language.ts';

/** What an address that names no language is answered by, beside itself. */
export const variesByReader = 'accept-language, sec-fetch-site, upgrade-insecure-requests, referer';

/** Whether an address leaves its language open. */
export const leavesLanguageOpen = (url: URL): boolean => !url.searchParams.has('lang');

/**
 * Where a reader is sent who opens an address that names no language and prefers English: to the same in
 * English. Who comes from a page of this site has chosen its language there; a program, and a browser too
 * old to say where it comes from, gets what the address has always given. Null to stay.
 */
export function preferredAddress(url: URL, headers: Headers): string | null {
  if (!leavesLanguageOpen(url) || !isOpenedFromElsewhere(url, headers)) return null;
  // A file has one language, and two slashes at the start of a path would name another host.
  if (/\.\w+$/.test(url.pathname) || url.pathname.startsWith('//')) return null;
  if (readerLanguage(url, headers.get('accept-language')) !== 'en') return null;
  const query = new URLSearchParams(url.search);
  query.set('lang', 'en');
  return `${url.pathname}?${query.toString()}`;
}

/** Whether a browser opens a page that none of this site has led to. */
function isOpenedFromElsewhere(url: URL, headers: Headers): boolean {
  const from = headers.get('sec-fetch-site');
  if (from !== null) return from !== 'same-origin' && headers.get('sec-fetch-dest') === 'document';
  // Over plain HTTP browsers say so of this machine alone. What opens a page asks for a safe one, and names the page before.
  if (headers.get('upgrade-insecure-requests') !== '1') return false;
  return hostOf(headers.get('referer')) !== url.host;
}

const hostOf = (address: string | null): string | null =>
  address === null || !URL.canParse(address) ? null : new URL(address).host;
