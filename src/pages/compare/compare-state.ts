import { aPage, aPlace, aYear, oneOf } from '../address/parts.ts';
import type { ValuesOf } from '../address/parts.ts';

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

/** What the address of a comparison can say. */
export const compareParts = {
  place: aPlace(),
  beside: aPlace(),
  year: aYear,
  sort: oneOf(sortable),
  order: oneOf(['asc', 'desc']),
  page: aPage,
};

/** The comparison that an address asks for. */
export const comparisonIn = ({
  place,
  beside,
  year,
  sort,
  order,
  page,
}: ValuesOf<typeof compareParts>): CompareState => ({
  place: place ?? null,
  beside: beside ?? null,
  year: year === undefined ? null : Number(year),
  sort: sort ?? 'place',
  isDescending: order === 'desc',
  page: page === undefined ? 1 : Number(page),
});

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
