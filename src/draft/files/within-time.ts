import { createContext, Script } from 'node:vm';

const asked: { work: (() => unknown) | null } = { work: null };
const context = createContext(asked);
const script = new Script('work()');

/**
 * Does work that does not wait for anything, and ends it where it takes too long, whatever it is at: a
 * loop or a regular expression. What it has written to is left as it then is.
 * @param milliseconds by the clock
 * @throws what the work throws, or that it took too long
 */
export function withinTime<Result>(milliseconds: number, work: () => Result): Result {
  asked.work = work;
  try {
    return script.runInContext(context, { timeout: milliseconds }) as Result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw error;
    throw new Error(
      `drafting it takes more than ${milliseconds / 1000} seconds, as for one sentence that goes on for pages; draft it in parts, such as a chapter a file`,
      { cause: error },
    );
  } finally {
    asked.work = null;
  }
}
