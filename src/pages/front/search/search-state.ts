import { requiredParts, searchTypes } from '../../../vocabulary.ts';
import type { RequiredPart, SearchType } from '../../../vocabulary.ts';
import { readWindow } from '../window.ts';
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

const isType = (value: string): value is SearchType => Object.hasOwn(searchTypes, value);
const isPart = (value: string): value is RequiredPart => Object.hasOwn(requiredParts, value);

/** What cannot be read is left out, as if nobody had said it. */
export function readSearch(search: URLSearchParams): SearchState {
  const [type = '', place, year = '', report, part = ''] = [
    'type',
    'place',
    'year',
    'report',
    'part',
  ].map((name) => search.get(name)?.trim() ?? '');
  return {
    text: search.get('text')?.trim() ?? '',
    narrowed: {
      ...(isType(type) && { type }),
      ...(place && { place }),
      ...(/^\d{4}$/.test(year) && { year }),
      ...(report && { report }),
      ...(isPart(part) && { part }),
    },
    window: readWindow(search),
  };
}

/** The same as the variables of the pages' queries; null lets everything pass. */
export const searchVariables = ({ type, place, year, report, part }: SearchNarrowed) => ({
  types: type ? [type] : null,
  places: place === undefined ? null : [place],
  years: year === undefined ? null : [Number(year)],
  reports: report === undefined ? null : [report],
  parts: part ? [part] : null,
});
