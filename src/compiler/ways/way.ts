import type { StepChain, StepForm } from '../../db/relations/step-forms.ts';
import type { TableName } from '../../db/relations.ts';
import type { Sought } from './sought.ts';

/**
 * A way to the rows of a page: one index of their table is followed. Either it has them in their
 * order, so that one reads until the page is full, or all that it finds are sorted.
 */
export type Way = {
  /** Its name; null for the numbers of the rows. */
  index: string | null;
  /** What is looked up in it; null where it is walked from end to end. */
  sought: Sought | null;
  /** Of one that is walked: which part of the filter is tested as membership in a set. */
  member: Sought | null;
  /** How steps to other tables are asked in all other parts. */
  form: Exclude<StepForm, 'SET'>;
  isInOrder: boolean;
  /** Whether rows are named one by one. */
  isToFew: boolean;
  /** What a row costs that is come by, where 1 is to fetch it, without its steps; of sorted ones, if each is fetched from a page of its own. */
  perRow: number;
  /** Whether no row is fetched that is not in the set. */
  isMemberFirst: boolean;
  /** By which part of the filter its rows are found, and which is the set that they are to meet; null for none. */
  finds: number | null;
  meets: number | null;
  /** Whether its set is worked out through tables that lie between two others. */
  isSetThrough: boolean;
  /** Whether its set is found in one index, which holds all that is asked for it. */
  isSetInIndex: boolean;
  /** Whether rows are tested themselves before steps are gone. */
  isTestedBefore: boolean;
  /** The steps to other tables that are gone row by row. */
  chains: readonly StepChain[];
  /** The tables whose rows sets are made of that are worked out for it. */
  setTables: readonly TableName[];
};

/** A way by its index alone: walked from end to end or looked up, and whether its rows come in their order. */
export type NamedWay = Omit<Way, 'sought' | 'member'> & {
  isWalked: boolean;
  /** Whether what it looks up is rows with words. */
  isOfWords: boolean;
  /** How many sets are worked out for it. */
  sets: number;
  /** Whether no more rows are come by than were counted: see `rows-read.ts`. */
  isBounded: boolean;
};

/** The part of the filter that a way goes by as a set. */
export const setOf = ({ sought, member }: Way): Sought | null =>
  sought?.members ? sought : member;

/** The place of the way that is taken where it was found that no row passes: none is followed. */
export const toNoRow = -1;

/** The place of the way that is taken to rows whose numbers are known: see `recall.ts`. */
export const toRecalled = -2;

/** The numbers of a page's rows as a list in JSON, and how many there are. */
export type RecalledRows = { numbers: string; count: number };

/** What is known of the ways to a page. Costs are those of rows, 1 being to fetch one. */
export type Followed = {
  /** Which way is taken, by its place among them, or {@link toNoRow}. */
  at: number;
  /** How many rows each reads; null for more than were counted. */
  rows: readonly (number | null)[];
  /** What each costs: as it was found, or as it is guessed until then. */
  costs: readonly number[];
  isKnown: readonly boolean[];
  /** Which are worth following further. */
  isOpen: readonly boolean[];
  /** How many of all rows pass what is asked of themselves, as far as is known. */
  share: number;
  /** How often the page was asked for, how many tiers it was followed, and what that cost at the most. */
  asked: number;
  tier: number;
  spent: number;
  /** Whether there is nothing more to find out. */
  isSettled: boolean;
};
