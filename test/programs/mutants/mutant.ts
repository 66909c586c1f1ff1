import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words of the sources and what takes their place. */
export type Change = {
  /** Under `src`. */
  file: string;
  /** They must stand in the file exactly once. */
  from: string;
  to: string;
};

/** Tests that are to notice a fault. */
export type Proof = {
  /** Under `test`. */
  file: string;
  /** Only the tests whose names hold these words, where the others of the file would take long. */
  name?: string;
  /** What they read of the environment, such as how much they try. */
  env?: Readonly<Record<string, string>>;
  /** Whether they take more than some three seconds of a processor, and are left out in short. */
  isSlow?: boolean;
};

/** A fault that is planted into the sources, and the tests that must notice it. */
export type Mutant = {
  /** The fault, as one would tell it. */
  name: string;
  changes: readonly Change[];
  /** Tried in this order until one fails. */
  proofs: readonly Proof[];
};

type OneChange = { name: string; proofs: readonly Proof[] } & Omit<Change, 'file'>;

/** Mutants of one file, each by one change. */
export const mutantsOf = (file: string, mutants: readonly OneChange[]): Mutant[] =>
  mutants.map(({ name, proofs, from, to }) => ({ name, proofs, changes: [{ file, from, to }] }));

/**
 * A text with one change.
 * @throws where the words do not stand in it exactly once: the mutant must follow the sources
 */
export function mutate(text: string, { file, from, to }: Change): string {
  const times = text.split(from).length - 1;
  if (times !== 1) {
    throw new Error(
      `src/${file} holds these words ${times} times instead of once; let the mutant follow the sources:\n${from}`,
    );
  }
  return text.replace(from, () => to);
}

/** What of a mutant does not stand in the sources any more. */
export function staleIn({ name, changes }: Mutant): string[] {
  return changes.flatMap((change) => {
    try {
      mutate(readFileSync(join('src', change.file), 'utf8'), change);
      return [];
    } catch (error) {
      return [`${name}: ${(error as Error).message}`];
    }
  });
}
