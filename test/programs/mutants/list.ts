import { asking } from './list/asking.ts';
import { cachingMutants } from './list/caching.ts';
import { escaping } from './list/escaping.ts';
import { figures } from './list/figures.ts';
import { importing } from './list/importing.ts';
import { limitMutants } from './list/limits.ts';
import { pageMutants } from './list/pages.ts';
import { normative } from './list/norms.ts';
import { publishing } from './list/publishing.ts';
import { settling } from './list/settling.ts';
import { snapshots } from './list/snapshots.ts';
import type { Mutant } from './mutant.ts';

/** All faults that are planted. */
export const allMutants: readonly Mutant[] = [
  ...publishing,
  ...importing,
  ...settling,
  ...snapshots,
  ...pageMutants,
  ...limitMutants,
  ...cachingMutants,
  ...escaping,
  ...asking,
  ...normative,
  ...figures,
];
