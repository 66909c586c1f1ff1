/** A statement that finds the rows of a page, and where they stand among the values of the one that answers. */
type RowsBefore = {
  statement: string;
  values: readonly unknown[];
  at: readonly number[];
};

/** The same, with what recalls its rows from then on. */
export type KeptRows = RowsBefore & { keep: (numbers: string) => void };

/** A statement that answers, after others have found rows that it is about. */
export type Steps = {
  statement: string;
  values: readonly unknown[];
  /** Left out where nothing is found before. */
  before?: readonly RowsBefore[];
};

/**
 * Runs the statements of an answer.
 * @returns the answer, and what was found before it, in the order of `before`
 */
export function runSteps<Answer>(
  { statement, values, before = [] }: Steps,
  readBytes: (statement: string, values: readonly unknown[]) => Answer,
): { body: Answer; found: string[] } {
  const filled = [...values];
  const found = before.map((rows) => {
    const bytes = readBytes(rows.statement, rows.values) as Uint8Array | null;
    const numbers = Buffer.from(bytes ?? []).toString();
    for (const at of rows.at) filled[at] = numbers;
    return numbers;
  });
  return { body: readBytes(statement, filled), found };
}

/** Tells what was found before an answer to what recalls it. */
export function keepFound(before: readonly KeptRows[] = [], found: readonly string[] = []): void {
  for (const [at, { keep }] of before.entries()) {
    const numbers = found[at];
    if (numbers !== undefined) keep(numbers);
  }
}

/** Runs the statements of an answer, and has what they find before it recalled. */
export function runCompiled<Answer>(
  steps: Steps & { before?: readonly KeptRows[] },
  readBytes: (statement: string, values: readonly unknown[]) => Answer,
): Answer {
  const { body, found } = runSteps(steps, readBytes);
  keepFound(steps.before, found);
  return body;
}
