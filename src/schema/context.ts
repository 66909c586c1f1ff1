import type { ReadDatabase } from '../db/store.ts';
import type { Statistics } from '../db/statistics/statistics.ts';

/** What a request carries: the one snapshot that it is answered from, first statement to last. */
export type Context = {
  db: ReadDatabase;
  /** What that snapshot is. */
  snapshot: {
    /** The version of the data: SHA-256 over the digests of all that the snapshot holds. */
    version: string;
    /** How many rows of each kind it holds. */
    counts: Readonly<Record<string, number>>;
    /** How large everything in it is. */
    statistics: Statistics;
  };
};
