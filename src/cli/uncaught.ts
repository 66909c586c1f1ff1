import type { Logger } from 'pino';
import { warn } from './terminal.ts';
import { describeFailure } from './describe-error.ts';

type Handlers = { onRejection: (reason: unknown) => void; onException: (error: unknown) => void };

/**
 * Handles uncaught errors in place of the handlers that were there. After an unhandled rejection the
 * process goes on; after an uncaught exception its state is unknown, and it ends with code 1.
 */
function handleUncaught({ onRejection, onException }: Handlers): void {
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', onRejection);
  process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => {
    onException(error);
    process.exit(1);
  });
}

/** Tells uncaught errors in plain words. */
export function describeUncaught(): void {
  handleUncaught({
    onRejection: (reason) => {
      warn(`juzheng: a background operation failed (${describeFailure(reason)}); it goes on`);
    },
    onException: (error) => {
      warn(`juzheng: ${describeFailure(error)}`);
    },
  });
}

/** Logs uncaught errors whole; a process that ends is replaced. */
export function logUncaught(log: Logger): void {
  handleUncaught({
    onRejection: (reason) => {
      log.error(reason, 'unhandled promise rejection; the process goes on');
    },
    onException: (error) => {
      log.fatal(error, 'uncaught exception; the process ends');
    },
  });
}
