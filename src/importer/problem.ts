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

/** By file, then by place in it. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** `seed/…/facts.yaml:41:12 absent-quote: … — …` */
export function describeProblem({ file, line, column, rule, message, help }: Problem): string {
  return `${file}:${line}:${column} ${rule}: ${message} ${help}`;
}
