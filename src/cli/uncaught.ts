import type { Logger } from 'pino';
import { warn } from './terminal.ts';
import { describeFailure } from './describe-error.ts';

type Hearing = { onRejection: (reason: unknown) => void; onException: (error: unknown) => void };

/**
 * Hears what nobody caught, instead of whoever did until now. A promise that failed unheard leaves the
 * process sound, and it goes on; after an exception nobody knows what it is worth: it ends with code 1.
 */
function hear({ onRejection, onException }: Hearing): void {
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', onRejection);
  process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => {
    onException(error);
    process.exit(1);
  });
}

/** Tells in plain words what nobody caught. */
export function describeUncaught(): void {
  hear({
    onRejection: (reason) => {
      warn(`juzheng: a background operation failed (${describeFailure(reason)}); it goes on`);
    },
    onException: (error) => {
      warn(`juzheng: ${describeFailure(error)}`);
    },
  });
}

/** Logs whole what nobody caught; where a process ends, another takes its place. */
export function logUncaught(log: Logger): void {
  hear({
    onRejection: (reason) => {
      log.error(reason, 'unhandled promise rejection; the process goes on');
    },
    onException: (error) => {
      log.fatal(error, 'uncaught exception; the process ends');
    },
  });
}
