import { warn } from './terminal.ts';

/**
 * On the first signal to stop, lets `finish` bring to an end what is running and leaves with exit
 * code 0; on the second leaves at once, after `abandon`.
 */
export function stopOnSignal(finish: () => Promise<void>, abandon: () => void = () => {}): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) {
        abandon();
        process.exit(1);
      }
      stopping = true;
      warn('stopping: running requests are finished first; once more to stop at once');
      void finish().then(() => process.exit(0));
    });
  }
}
