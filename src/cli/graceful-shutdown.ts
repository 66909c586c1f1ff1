import { warn } from './terminal.ts';

/**
 * A key pressed once may come as several signals, from the terminal and from npm: within so many
 * milliseconds they are one.
 */
const oneAndTheSame = 1000;

/**
 * On the first signal to stop, lets `finish` bring to an end what is running and leaves with exit
 * code 0; on another some time later leaves at once, after `abandon`.
 * @returns what does the same as a signal
 */
export function shutDownOnSignal(
  finish: () => Promise<void>,
  abandon: () => void = () => {},
): (why?: string) => void {
  let since: number | null = null;
  function stop(why = ''): void {
    if (since === null) {
      since = performance.now();
      warn(`${why}stopping: running requests are finished first; once more to stop at once`);
      void finish().then(() => process.exit(0));
    } else if (performance.now() - since > oneAndTheSame) {
      abandon();
      process.exit(1);
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop());
  return stop;
}
