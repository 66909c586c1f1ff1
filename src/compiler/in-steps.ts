import type { MaybeLater } from '../db/store.ts';

/** Work that has places in it at which others may have their turn. */
export type InSteps<Result> = Generator<void, Result, void>;

/** Milliseconds that such work may take before others have their turn. */
const turnMilliseconds = 4;

/** Does all of it at once. */
export function atOnce<Result>(work: InSteps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Does it in turns with others: what is done within a turn is given at once, and all else later.
 * @param resume waits for the next turn
 */
export function inTurns<Result>(
  work: InSteps<Result>,
  resume: () => Promise<void>,
): MaybeLater<Result> {
  const step = oneTurn(work);
  return step.done ? step.value : goOn(work, resume);
}

async function goOn<Result>(work: InSteps<Result>, resume: () => Promise<void>): Promise<Result> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one turn comes after the other
    await resume();
    const step = oneTurn(work);
    if (step.done) return step.value;
  }
}

/** The last step that a turn has room for. */
function oneTurn<Result>(work: InSteps<Result>): IteratorResult<void, Result> {
  const begun = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done || performance.now() - begun >= turnMilliseconds) return step;
  }
}
