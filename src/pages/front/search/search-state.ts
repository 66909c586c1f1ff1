import { namesOf, requiredParts, searchTypes } from '../../../vocabulary.ts';
import type { RequiredPart, SearchType } from '../../../vocabulary.ts';
import { aCode, aPlace, aYear, oneOf, someText } from '../../address/parts.ts';
import type { ValuesOf } from '../../address/parts.ts';
import { windowParts, windowQuery } from '../window.ts';
import type { Window } from '../window.ts';

/** What a search is narrowed to: the kind of thing, and the place, the year, the report and its part that it is of. */
export type SearchNarrowed = {
  type?: SearchType;
  place?: string;
  year?: string;
  report?: string;
  part?: RequiredPart;
};

/** All that an address says of a search. */
export type SearchState = { text: string; narrowed: SearchNarrowed; window: Window };

/** Where searches stand. */
export const searchPath = '/search';

/** What the address of a search can say. */
export const searchParts = {
  text: someText,
  type: oneOf(namesOf(searchTypes)),
  place: aPlace(),
  year: aYear,
  report: aCode('reports'),
  part: oneOf(namesOf(requiredParts)),
  ...windowParts,
};

/** The search that an address names, without its window. */
export function searchIn(values: ValuesOf<typeof searchParts>): Omit<SearchState, 'window'> {
  const { text = '', after: _after, before: _before, page: _page, ...narrowed } = values;
  return { text, narrowed };
}

/** The same as an address writes it. */
export const searchQuery = ({ text, narrowed, window }: SearchState): Record<string, string> => ({
  ...(text !== '' && { text }),
  ...narrowed,
  ...windowQuery(window),
});

/** The same as the variables of the pages' queries; null lets everything pass. */
export const searchVariables = ({ type, place, year, report, part }: SearchNarrowed) => ({
  types: type ? [type] : null,
  places: place === undefined ? null : [place],
  years: year === undefined ? null : [Number(year)],
  reports: report === undefined ? null : [report],
  parts: part ? [part] : null,
});
