import type { Database } from '../db/database.ts';
import type { Statistics } from '../db/statistics/statistics.ts';

/** What a request carries: the one snapshot that it is answered from, first statement to last. */
export type Context = {
  db: Database;
  /** What that snapshot is. */
  snapshot: {
    /** SHA-256 of the snapshot's file: the version of the data. */
    version: string;
    /** How many rows of each kind it holds. */
    counts: Readonly<Record<string, number>>;
    /** How large everything in it is. */
    statistics: Statistics;
  };
};
