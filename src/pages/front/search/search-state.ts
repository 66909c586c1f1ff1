import { searchTypes } from '../../../vocabulary.ts';
import type { SearchType } from '../../../vocabulary.ts';
import { readWindow } from '../window.ts';
import type { Window } from '../window.ts';

/** What a search is narrowed to: the kind of thing, and the place, the year and the report that it is of. */
export type SearchNarrowed = { type?: SearchType; place?: string; year?: string; report?: string };

/** All that an address says of a search. */
export type SearchState = { text: string; narrowed: SearchNarrowed; window: Window };

/** Where searches stand. */
export const searchPath = '/search';

const types: ReadonlySet<string> = new Set(Object.keys(searchTypes));

const isType = (value: string): value is SearchType => types.has(value);

/** What cannot be read is left out, as if nobody had said it. */
export function readSearch(search: URLSearchParams): SearchState {
  const [type, place, year, report] = ['type', 'place', 'year', 'report'].map(
    (name) => search.get(name)?.trim() ?? '',
  );
  return {
    text: search.get('text')?.trim() ?? '',
    narrowed: {
      ...(type !== undefined && isType(type) && { type }),
      ...(place && { place }),
      ...(/^\d{4}$/.test(year ?? '') && { year }),
      ...(report && { report }),
    },
    window: readWindow(search),
  };
}

/** The same as the variables of the pages' queries; null lets everything pass. */
export const searchVariables = ({ type, place, year, report }: SearchNarrowed) => ({
  types: type ? [type] : null,
  places: place === undefined ? null : [place],
  years: year === undefined ? null : [Number(year)],
  reports: report === undefined ? null : [report],
});
