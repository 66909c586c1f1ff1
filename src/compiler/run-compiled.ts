import type { ReadBytes, ReadBytesAtOnce } from '../db/client.ts';
import type { MaybeLater } from '../db/store.ts';

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
  /** Whether its values name all that it reads. */
  isOfNamed?: boolean;
  /** Left out where nothing is found before. */
  before?: readonly RowsBefore[];
};

/** An answer, and what was found before it, in the order of `before`. */
type Ran = { body: Uint8Array | null; found: string[] };

type Asked = Parameters<ReadBytes>;

function* stepsIn(steps: Steps): Generator<Asked, Ran, Uint8Array | null> {
  const { statement, values, before = [], isOfNamed = false } = steps;
  const filled = [...values];
  const found: string[] = [];
  for (const rows of before) {
    const numbers = Buffer.from((yield [rows.statement, rows.values]) ?? []).toString();
    for (const at of rows.at) filled[at] = numbers;
    found.push(numbers);
  }
  return { body: yield [statement, filled, isOfNamed], found };
}

/** Runs the statements of an answer, at once where they are answered at once. */
export function runSteps(steps: Steps, readBytes: ReadBytesAtOnce): Ran;
export function runSteps(steps: Steps, readBytes: ReadBytes): MaybeLater<Ran>;
export function runSteps(steps: Steps, readBytes: ReadBytes): MaybeLater<Ran> {
  const run = stepsIn(steps);
  let step = run.next();
  while (!step.done) {
    const bytes = readBytes(...step.value);
    if (bytes instanceof Promise) return runOn(run, bytes, readBytes);
    step = run.next(bytes);
  }
  return step.value;
}

async function runOn(
  run: ReturnType<typeof stepsIn>,
  first: MaybeLater<Uint8Array | null>,
  readBytes: ReadBytes,
): Promise<Ran> {
  const step = run.next(await first);
  return step.done ? step.value : runOn(run, readBytes(...step.value), readBytes);
}

/** Tells what was found before an answer to what recalls it. */
export function keepFound(before: readonly KeptRows[] = [], found: readonly string[] = []): void {
  for (const [at, { keep }] of before.entries()) {
    const numbers = found[at];
    if (numbers !== undefined) keep(numbers);
  }
}

type KeptSteps = Steps & { before?: readonly KeptRows[] };

/** Runs the statements of an answer, and has what they find before it recalled. */
export function runCompiled(steps: KeptSteps, readBytes: ReadBytesAtOnce): Uint8Array | null;
export function runCompiled(steps: KeptSteps, readBytes: ReadBytes): MaybeLater<Uint8Array | null>;
export function runCompiled(steps: KeptSteps, readBytes: ReadBytes): MaybeLater<Uint8Array | null> {
  const kept = ({ body, found }: Ran) => {
    keepFound(steps.before, found);
    return body;
  };
  const ran = runSteps(steps, readBytes);
  return ran instanceof Promise ? ran.then(kept) : kept(ran);
}
