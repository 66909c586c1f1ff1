import type { Judge } from '../facts/judge.ts';
import type { WrittenFacts } from '../facts/written.ts';
import { addConflicts } from './conflict-lines.ts';
import { matchCodes } from './match-codes.ts';
import { mergeFacts } from './merge-facts.ts';
import { settleMerge } from './settle-merge.ts';

/** The three sides of a merge, with the texts that they are about. */
export type DraftsToMerge = {
  /** What the last draft wrote. */
  readonly before: WrittenFacts;
  /** The text of the facts as they stand. */
  readonly mine: string;
  /** What the new draft says. */
  readonly now: WrittenFacts;
  readonly texts: { readonly before: string; readonly now: string };
  readonly judge: Judge;
};

/**
 * Merges a new draft with what a person made of the last one. The importer takes the result as far as it took
 * the person's file; what the two say differently is told at its end.
 */
export function mergeDrafts({ before, mine, now, texts, judge }: DraftsToMerge): {
  text: string;
  facts: WrittenFacts;
  /** Whether the new draft stands alone, because the person's file could not be brought together with it. */
  isAnew: boolean;
} {
  const given = new Set(
    [...mine.matchAll(/\bcode: ['"]?([a-z0-9-]+)/g)].map(([, code]) => code ?? ''),
  );
  const facts = matchCodes(now, before, given);
  const merged = mergeFacts(before, mine, facts);
  const settled = settleMerge(merged.text, { mine, now: facts, texts, judge });
  const conflicts = settled.isAnew
    ? settled.conflicts
    : [...merged.conflicts, ...settled.conflicts];
  return { facts, isAnew: settled.isAnew, text: addConflicts(settled.text, conflicts) };
}
