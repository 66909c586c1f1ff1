import type { Vocabulary } from '../../../../src/importer/read/read-seed.ts';
import type { Rows } from '../../../../src/importer/rows/rows.ts';

/** The vocabulary as it was read, and as rows. */
export type Known = { known: Rows; vocabulary: Vocabulary };

/** What curated facts are called here. */
export const measureId = (id: number | undefined) => `measure-${id}`;
export const outcomeId = (id: number | undefined) => `outcome-${id}`;

/** The change that is told beside a level, as a figure of its own. */
export const besideId = (id: string) => `${id}-change`;
/** What a level and the change beside it are together. */
export const factId = (id: string) => id.replace(/-change$/, '');
