import type { Statistics } from '../../db/statistics/statistics.ts';
import { oncePer } from '../../fields/once-per.ts';
import type { PageChoice } from './choose.ts';
import { mostReachedBy } from './prices.ts';
import type { Followed, NamedWay, RecalledRows, Way } from './way.ts';

/** How a page is read that can be read in several ways. */
export type ChosenPage = {
  choice: PageChoice;
  followed: Pick<Followed, 'at' | 'rows' | 'costs'>;
  /** Its rows, where these are recalled and not looked for. */
  recalled?: RecalledRows | null;
};

/** How many rows are read for a page at the most, those of other tables among them; null where that is not known. */
export function rowsRead(page: ChosenPage, statistics: Statistics): number | null {
  const { choice, followed, recalled = null } = page;
  if (recalled) return recalled.count;
  const { at, rows } = followed;
  const found = rows[at] ?? null;
  const each = perRowOver(statistics)(choice)[at] ?? null;
  return found === null || each === null ? null : found * each;
}

/** To how many rows each row leads at the most by each way, itself included; null where sets are worked out as well. */
const perRowOver = oncePer((statistics: Statistics) =>
  oncePer(({ ways }: PageChoice) => ways.map((way) => perRow(way, statistics))),
);

function perRow(
  { isBounded, sets, setTables, meets, chains }: NamedWay,
  statistics: Statistics,
): number | null {
  if (!isBounded || sets > 0 || setTables.length > 0 || meets !== null) return null;
  return chains.reduce((sum, chain) => sum + mostReachedBy(chain, statistics), 1);
}

/**
 * Whether SQLite comes by no more rows than lie between the ends of a page. Where a filter bounds the
 * column of the order as well as a cursor, it enters the index at either.
 * @param isCut whether the page has a cursor
 */
export const isBoundedBy = (
  { isInOrder, sought }: Way,
  { isCut, implied }: { isCut: boolean; implied: readonly object[] },
): boolean => !isCut || !isInOrder || (implied.length === 0 && sought?.how !== 'RANGE');

/** Whether what a way looks up is all that a filter asks, so that every row passes that it comes by in order. */
export function isAllOf({ isInOrder, sought }: Way, parts: readonly object[]): boolean {
  if (!isInOrder || !sought || sought.members || parts.length !== 1) return false;
  const [asked] = Object.values(sought.filter) as object[];
  return sought.part === parts[0] && isOneThing(sought.part) && isOneThing(asked ?? {});
}

/** Whether something is asked of one column, and one thing or both ends of a range. */
const isOneThing = (asked: object): boolean => {
  const [[name, value] = ['', null], ...others] = Object.entries(asked) as [string, unknown][];
  if (name === 'OR') return Array.isArray(value) && value.length === 1 && isOneThing(value[0]);
  const names = Object.keys(asked);
  return others.length === 0 || togethers.some((one) => names.every((each) => one.includes(each)));
};

/** What may be asked together and is one thing: both ends of a range, and words with that they are none of others. */
const togethers = [
  ['gte', 'lte'],
  ['in', 'notIn'],
];
