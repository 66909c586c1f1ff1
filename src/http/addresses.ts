/**
 * Where each thing that people cite stands on this server: a page of its own, or a mark on the page of its
 * report. Addresses last: what is cited today must be found by the same address for ever.
 */

/** The page of a thing: this, and its code. Codes are slugs, those of a report's things with the report's before a slash. */
export const pagePaths = {
  report: '/reports/',
  measure: '/measures/',
  outcome: '/outcomes/',
  target: '/targets/',
  problem: '/problems/',
  indicator: '/indicators/',
  document: '/documents/',
  organization: '/organizations/',
  place: '/places/',
} as const;

export type PagedKind = keyof typeof pagePaths;

/** The address of a thing's own page. */
export const pagePath = (kind: PagedKind, code: string): string =>
  pagePaths[kind] + code.split('/').map(encodeURIComponent).join('/');

/** The code that stands in an address, slashes and all; null where it is not well-formed. */
export function codeIn(piece: string): string | null {
  try {
    return piece.split('/').map(decodeURIComponent).join('/');
  } catch {
    return null;
  }
}

/** Where what once stood at an address stands now; null where it has not moved. */
export const movedTo = (pathname: string): string | null =>
  /^\/compare\/[^/]+$/.test(pathname) ? pathname.replace('/compare/', pagePaths.indicator) : null;

/** What the ids of marks on a report's page begin with; a slug follows, or where the words stand. */
export const markPrefixes = {
  measure: 'measure-',
  outcome: 'outcome-',
  target: 'target-',
  problem: 'problem-',
  /** Documents, honours and organizations. */
  name: 'name-',
  check: 'check-',
  section: 'section-',
  /** With `START-END`, offsets of a piece of evidence. */
  words: 'at-',
} as const;

/** The mark of words on the page of their report. */
export const markOfWords = ({ start, end }: { start: number; end: number }): string =>
  `${markPrefixes.words}${start}-${end}`;
