import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** The dimensions by which groups are stored; `WITHIN` is a place that an outcome's lies in, or is. */
const storedDimensions = ['WITHIN', 'PLACE', 'YEAR', 'LEVEL', 'UNIT', 'INDICATOR'] as const;
export type StoredDimension = (typeof storedDimensions)[number];

/** The field of outcomes that holds each; of those within a place, it holds the place that they are of. */
export const fieldOfDimension = {
  WITHIN: 'placeId',
  PLACE: 'placeId',
  YEAR: 'year',
  LEVEL: 'level',
  UNIT: 'unitId',
  INDICATOR: 'indicatorId',
} as const satisfies Record<StoredDimension, string>;

const isPlace = (name: StoredDimension) => name === 'WITHIN' || name === 'PLACE';

/**
 * Groups are stored by none, by each and by any two; by three where these hold far fewer groups than there are
 * outcomes: without a place, or with one and the level.
 */
function isStored(names: readonly StoredDimension[]): boolean {
  const places = names.filter(isPlace).length;
  if (names.length === 3) return places === 0 || (places === 1 && names.includes('LEVEL'));
  return names.length < 3 && places < 2;
}

/** By which dimensions groups are stored under a number: a bit stands for each. */
const dimensionsOfGrouping = (number: number): StoredDimension[] =>
  storedDimensions.filter((_name, at) => Math.floor(number / 2 ** at) % 2 === 1);

/** In the order of their numbers, in which their groups lie in the table. */
export const storedGroupings: readonly (readonly StoredDimension[])[] = Array.from(
  { length: 2 ** storedDimensions.length },
  (_, number) => dimensionsOfGrouping(number),
).filter(isStored);

/** Under which number the groups by some dimensions are stored. */
export const maskOf = (dimensions: readonly StoredDimension[]) =>
  dimensions.reduce((sum, name) => sum + 2 ** storedDimensions.indexOf(name), 0);
export const numberOfGrouping = (dimensions: readonly StoredDimension[]): SQL =>
  sql.raw(String(maskOf(dimensions)));

/** The stored grouping by just these dimensions; null where there is none. */
export const storedGrouping = (
  dimensions: ReadonlySet<string>,
): readonly StoredDimension[] | null =>
  storedGroupings.find(
    (names) => names.length === dimensions.size && names.every((name) => dimensions.has(name)),
  ) ?? null;
