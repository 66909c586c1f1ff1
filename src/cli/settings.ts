import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, Option } from 'commander';

/** The seed that comes with the program, named as from where one stands. */
export const ownSeed = relative('', fileURLToPath(new URL('../../seed', import.meta.url))) || '.';

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** The options that commands share; each can be set by its environment variable too. */
export const settings = {
  seed: () =>
    new Option('--seed <folder>', 'the seed files: reports and vocabulary')
      .env('SEED_DIR')
      .default(ownSeed),
  data: () =>
    new Option('--data <folder>', 'where the snapshots lie').env('DATA_DIR').default('data'),
  jobs: () =>
    new Option(
      '--jobs <number>',
      'on how many threads reports are read; all cores if not said',
    ).argParser(readJobs),
  port: () =>
    new Option('--port <number>', 'the port to answer on; 0 takes any that is free')
      .env('PORT')
      .default(4000)
      .argParser(readPort),
  host: () =>
    new Option('--host <address>', 'the address to answer on; 0.0.0.0 for every one')
      .env('HOST')
      .default('127.0.0.1'),
  workers: () =>
    new Option('--workers <number>', 'how many processes answer; 1 needs no other process')
      .env('WORKERS')
      .default(Math.min(availableParallelism(), 8), 'one for each core, at most 8')
      .argParser(readWorkers),
  logLevel: () =>
    new Option('--log-level <level>', 'how much to log, one JSON line each')
      .env('LOG_LEVEL')
      .choices(logLevels)
      .default('info'),
};

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  }
  return port;
}

function readWorkers(text: string): number {
  const workers = Number(text);
  if (!/^\d+$/.test(text) || workers < 1 || workers > 64) {
    throw new InvalidArgumentError('The number of workers is a whole number from 1 to 64.');
  }
  return workers;
}

function readJobs(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) {
    throw new InvalidArgumentError('A whole number from 1 to 999.');
  }
  return Number(text);
}
