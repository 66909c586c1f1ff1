import { Command } from 'commander';
import { openCurrent } from '../db/pointer.ts';
import { importSeed } from '../importer/import.ts';
import { LockedError } from '../importer/lock.ts';
import { SeedError, describeProblem } from '../importer/problem.ts';
import { describeImport } from './import.ts';
import { settings } from './settings.ts';
import { say, warn } from './terminal.ts';

type StartOptions = { seed: string; data: string; host: string; port: number; logLevel: string };

export const startCommand = new Command('start')
  .description('import what is new in the seed files and serve')
  .addOption(settings.seed())
  .addOption(settings.data())
  .addOption(settings.host())
  .addOption(settings.port())
  .addOption(settings.logLevel())
  .action(async (options: StartOptions) => {
    bringUpToDate(options);
    // Loaded only here: the other commands start faster without the server and its schema.
    const { serve } = await import('../server/serve.ts');
    const { url, close } = await serve(options);
    say(`Juzheng 举证 answers at ${url}/graphql`);
    stopOnSignal(close);
  });

/** Imports the seed; where that cannot be done and there are data to serve, those are served. */
function bringUpToDate({ seed, data }: StartOptions): void {
  try {
    for (const line of describeImport(importSeed({ seed, data }))) say(line);
  } catch (error) {
    const current = openCurrent(data);
    if (!current.ok) throw error;
    current.snapshot.close();
    if (error instanceof SeedError)
      for (const problem of error.problems) warn(describeProblem(problem));
    const reason =
      error instanceof SeedError || error instanceof LockedError || isSystemError(error);
    if (!reason) throw error;
    warn(`the seed was not imported (${error.message}); the data from before are served`);
  }
}

const isSystemError = (error: unknown) => error instanceof Error && 'code' in error;

function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      warn('stopping: running requests are finished first; once more to stop at once');
      void close().then(() => process.exit(0));
    });
  }
}
