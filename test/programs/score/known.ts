import type { Vocabulary } from '../../../src/importer/read/read-seed.ts';
import type { Rows } from '../../../src/importer/rows/rows.ts';

/** The vocabulary as it was read, and as rows. */
export type Known = { known: Rows; vocabulary: Vocabulary };

/** What curated facts are called here. */
export const measureId = (id: number | undefined) => `measure-${id}`;
export const outcomeId = (id: number | undefined) => `outcome-${id}`;
