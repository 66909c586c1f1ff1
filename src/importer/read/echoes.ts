import type { Problem } from './problem.ts';
import type { VocabularyName } from './read-seed.ts';

/** Which rules rest on each file of the vocabulary. */
const resting: Record<VocabularyName, readonly string[]> = {
  places: ['unknown-place'],
  units: ['unknown-unit', 'unit-not-as-written', 'indicator-unit', 'per-head'],
  indicators: ['unknown-indicator', 'indicator-unit'],
  organizations: ['unknown-organization'],
  frameworks: ['unknown-framework-item'],
};

/** Problems but for those that may be there only because a file of the vocabulary could not be read. */
export function withoutEchoes(
  problems: readonly Problem[],
  damaged: readonly VocabularyName[],
): readonly Problem[] {
  const rules = new Set(damaged.flatMap((name) => resting[name]));
  return rules.size === 0 ? problems : problems.filter(({ rule }) => !rules.has(rule));
}
