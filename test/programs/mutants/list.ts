import { publishing } from './list/publishing.ts';
import { snapshots } from './list/snapshots.ts';
import type { Mutant } from './mutant.ts';

/** All faults that are planted. */
export const allMutants: readonly Mutant[] = [...publishing, ...snapshots];
