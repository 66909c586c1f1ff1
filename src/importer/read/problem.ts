import { showControlCharacter } from './control-characters.ts';

/** Something wrong in the seed: where it is, which rule it breaks, and what to do about it. */
export type Problem = {
  /** The file, as it was named to the importer. */
  file: string;
  /** From 1; a problem of the whole file stands at 1:1. */
  line: number;
  column: number;
  /** The rule's short name, such as `absent-quote`. */
  rule: string;
  message: string;
  /** What to do. */
  help: string;
};

/** A seed that cannot be imported, with all that is wrong in it. */
export class SeedError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`the seed has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
    this.name = 'SeedError';
    this.problems = inOrder(problems);
  }
}

/** So many problems of one rule are told of one file. */
export const problemsOfOneRule = 1000;

/** So many problems are told; where there are more, reading stops. */
const maximumProblems = 20_000;

/** Adds what is wrong in one more report; false where nothing more can be told. */
export function addProblems(problems: Problem[], more: readonly Problem[]): boolean {
  for (const problem of more) problems.push(problem);
  const last = more.at(-1);
  if (problems.length < maximumProblems || !last) return true;
  problems.push({
    ...last,
    rule: 'too-many-problems',
    message: `Reading stopped here, after ${problems.length} problems.`,
    help: 'Mend what is wrong in many reports first, such as the vocabulary.',
  });
  return false;
}

/** By file, then by place in it. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** So much is told of a problem, in characters. */
const maximumTold = 2000;

/** `seed/…/facts.yaml:41:12 absent-quote: … — …` */
export function describeProblem({ file, line, column, rule, message, help }: Problem): string {
  const told =
    message.length > maximumTold ? `${message.slice(0, maximumTold)} … (cut off)` : message;
  return showControlCharacter(`${file}:${line}:${column} ${rule}: ${told} ${help}`);
}
