import { maskOf, storedGroupings } from './groupings.ts';
import type { StoredDimension } from './groupings.ts';

/** What stands for a missing value, and for a dimension that a grouping does not have: see `table.ts`. */
const missing = new Uint8Array();
const unused = -1;

type StoredOrder = number | string | Uint8Array;

/** What tells a stored group from all others. */
type StoredGroupKey = [dimensions: number, ...orders: StoredOrder[]];

const slotCount = 3;

/**
 * The keys of all stored groups that an outcome is in.
 * @param ordersOf tells what it stands under by a dimension: one value, or null for none; within places, several
 * or not any
 */
export const groupsOfOutcome = (
  ordersOf: (name: StoredDimension) => readonly (number | string | null)[],
): StoredGroupKey[] =>
  storedGroupings.flatMap((dimensions) => {
    const others = Array.from({ length: slotCount - dimensions.length }, () => unused);
    const values = dimensions.reduce<StoredOrder[][]>(
      (lists, name) =>
        lists.flatMap((list) => ordersOf(name).map((order) => [...list, order ?? missing])),
      [[]],
    );
    return values.map((list): StoredGroupKey => [maskOf(dimensions), ...list, ...others]);
  });
