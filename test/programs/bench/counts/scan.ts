import type { Listing } from '../../../../src/fields/listing.ts';
import { allWords } from '../in-process/draw-values.ts';
import type { CountQuestion } from './draw-counts.ts';

/** The tables in which an import keeps what it has counted: how many rows have a value, and groups of outcomes. */
const stored = /"(?:value_counts|facet_counts|outcome_groups)"/;

/** Whether a statement reads what was counted at import. */
export const readsStored = (statement: string): boolean => stored.test(statement);

/**
 * The same question under a filter that leaves out nothing more, and of which nothing is stored as a rule: for groups
 * it names the reviewed, which are grouped anyway; for lists all words of each closed list.
 */
export function toScan(question: CountQuestion): CountQuestion {
  const { kind, listing, variables } = question;
  const filter = variables['filter'] as object | undefined;
  if (!listing || !filter) return question;
  const more = kind === 'groups' ? { reviewStates: ['CURATED'] } : idleFilter(listing);
  return { ...question, variables: { ...variables, filter: { ...more, ...filter } } };
}

/** Names all words of closed lists, but for the field that a list goes by where it is not given. */
function idleFilter(listing: Listing): object {
  const { [listing.usual?.field ?? '']: _usual, ...others } = allWords(listing);
  return others;
}

/** An answer without what depends on how it was asked for. */
export const comparable = (answer: string): string =>
  JSON.stringify(JSON.parse(answer), (name, value: unknown) =>
    name === 'cursor' || name === 'endCursor' ? undefined : value,
  );
