import type { Observation } from './compare-data.ts';
import type { CompareState, SortBy } from './compare-state.ts';
import { isDoubtful, yearOf } from './places.ts';

/** By what an observation stands; null where it does not tell that. */
const keys: Readonly<Record<SortBy, (row: Observation) => number | string | null>> = {
  place: ({ report }) => report.place.code,
  year: (row) => yearOf(row) || null,
  before: ({ baseline }) => baseline?.value ?? null,
  value: ({ quantity }) => quantity?.value ?? null,
  verdict: (row) => Number(isDoubtful(row)),
  change: ({ change }) => change?.percent ?? change?.absolute ?? null,
};

/** Observations in an order; those that do not tell what it goes by come last either way. */
export function sorted(
  observations: readonly Observation[],
  { sort, isDescending }: Pick<CompareState, 'sort' | 'isDescending'>,
): Observation[] {
  const sign = isDescending ? -1 : 1;
  const keyOf = keys[sort];
  const compare = (a: Observation, b: Observation): number => {
    const [one, other] = [keyOf(a), keyOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (one !== other) return one < other ? -sign : sign;
    return 0;
  };
  return observations.toSorted((a, b) => compare(a, b) || yearOf(a) - yearOf(b));
}
