/** By what the rows of a comparison can be ordered. */
const sortable = ['place', 'year', 'before', 'value', 'change', 'verdict'] as const;

export type SortBy = (typeof sortable)[number];

/** What a comparison is narrowed to, and how its rows are ordered. */
export type CompareState = {
  place: string | null;
  /** Another place that the first is held against; null for none. */
  beside: string | null;
  /** The year whose rows the table holds; null for all. */
  year: number | null;
  sort: SortBy;
  isDescending: boolean;
  /** Which page of the table, from 1. */
  page: number;
};

const isSortable = (name: string | null): name is SortBy =>
  sortable.some((known) => known === name);

/** What cannot be read is left out, as if nobody had said it. */
export function readCompare(search: URLSearchParams): CompareState {
  const sort = search.get('sort');
  const page = Number(search.get('page') ?? 1);
  return {
    place: search.get('place')?.trim() || null,
    beside: search.get('beside')?.trim() || null,
    year: /^\d{4}$/.test(search.get('year') ?? '') ? Number(search.get('year')) : null,
    sort: isSortable(sort) ? sort : 'place',
    isDescending: search.get('order') === 'desc',
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
  };
}

/** The same as an address writes it. */
export const compareQuery = ({
  place,
  beside,
  year,
  sort,
  isDescending,
  page,
}: CompareState): Record<string, string> => ({
  ...(place !== null && { place }),
  ...(beside !== null && { beside }),
  ...(year !== null && { year: String(year) }),
  ...(sort !== 'place' && { sort }),
  ...(isDescending && { order: 'desc' }),
  ...(page > 1 && { page: String(page) }),
});

/** The places that a comparison is narrowed to; null where it is of all. */
export const placesOf = ({ place, beside }: CompareState): readonly string[] | null => {
  const places = [place, beside].filter((code) => code !== null);
  return places.length === 0 ? null : places;
};
