import type { Logger } from 'pino';

/**
 * Logs whole what nobody caught. A promise that failed unheard leaves the process sound; after an
 * exception nobody knows what it is worth, so it ends with exit code 1 and another takes its place.
 */
export function logMishaps(log: Logger): void {
  process.on('unhandledRejection', (reason) => {
    log.error(reason, 'a promise failed and nobody heard of it');
  });
  process.on('uncaughtException', (error) => {
    log.fatal(error, 'nobody caught this; the process ends');
    process.exit(1);
  });
}
