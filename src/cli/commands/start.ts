import cluster from 'node:cluster';
import { Command } from 'commander';
import { openServable, readPointer } from '../../db/snapshot/pointer.ts';
import { withoutPassword } from '../../db/postgres/connections/address.ts';
import { SeedError, describeProblem } from '../../importer/read/problem.ts';
import { keepHeapSmall, youngBytesOverStore } from '../../lean-loading.ts';
import { setLimits } from '../../limits.ts';
import { setPublicOrigin } from '../../public-origin.ts';
import type { Cluster } from '../../server/handler.ts';
import type { Serving } from '../../server/serve.ts';
import { describeImport, importWithProgress } from './import.ts';
import { limitsTable } from '../limits-table.ts';
import { logUncaught } from '../uncaught.ts';
import { isOfOtherSeed } from '../other-seed.ts';
import { insistOnAddress } from '../postgres-address.ts';
import { settings, storeOption } from '../settings.ts';
import { findStarter, followStarter, isDetached } from '../starter.ts';
import type { Starter } from '../starter.ts';
import { shutDownOnSignal } from '../graceful-shutdown.ts';
import { say, warn } from '../terminal.ts';
import { tryAddress } from '../try-address.ts';
import { describeFailure } from '../describe-error.ts';
import { runWorker } from '../workers/worker.ts';
import { startWorkers } from '../workers/workers.ts';

type StartOptions = {
  seed: string;
  data: string;
  store?: string;
  keep: number;
  host: string;
  port: number;
  workers: number;
  logLevel: string;
  import: boolean;
  corsOrigin: readonly string[];
  publicUrl?: string;
  trustProxy: boolean;
  rateLimit?: number;
  processorBudget?: number;
  answerBytes: number;
  cacheSeconds: number;
  explain: boolean;
};

export const startCommand = new Command('start')
  .description('import what is new in the seed files and serve')
  .addOption(settings.seed())
  .addOption(settings.data())
  .addOption(settings.store())
  .addOption(settings.keep())
  .addOption(settings.host())
  .addOption(settings.port())
  .addOption(settings.workers())
  .addOption(settings.corsOrigin())
  .addOption(settings.publicUrl())
  .addOption(settings.trustProxy())
  .addOption(settings.rateLimit())
  .addOption(settings.processorBudget())
  .addOption(settings.answerBytes())
  .addOption(settings.cacheSeconds())
  .addOption(settings.explain())
  .addOption(settings.logLevel())
  .option('--no-import', 'serve what is there, without looking at the seed files')
  .addHelpText('after', ({ command }) => {
    // As they are with the options beside --help.
    setLimits(command.opts());
    return `\n${limitsTable()}`;
  })
  .action(async (options: StartOptions, command: Command) => {
    if (options.store !== undefined) insistOnAddress(command, storeOption, options.store);
    setLimits(options);
    setPublicOrigin(options.publicUrl);
    if (cluster.isWorker) {
      await runWorker((siblings) => startServing({ ...options, siblings }));
      return;
    }
    // A variable may have said so that was set for something else.
    const from = options.store === undefined ? '' : ` from ${withoutPassword(options.store)}`;
    const starter = findStarter(process.env);
    giveBackLargeBlocks();
    await tryAddress(options);
    if (options.import && options.store === undefined) await bringUpToDate(options);
    if (options.workers === 1) {
      const { url, drain } = await startServing(options);
      stopWhenTold(starter, drain);
      say(`Juzheng 举证 answers at ${url}/graphql${from}`);
      return;
    }
    if (options.rateLimit || options.processorBudget) {
      (await import('../../server/guard/minute-limiter.ts')).countForWorkers();
    }
    const { url, stop, kill } = await startWorkers(options.workers, () => process.exit(1));
    stopWhenTold(starter, stop, kill);
    say(`Juzheng 举证 answers at ${url}/graphql${from}, by ${options.workers} processes`);
  });

/**
 * The processes that are started from here on give memory back that was taken in large blocks, such as
 * an answer's. Left alone, glibc keeps what comes after the first that was given back.
 */
function giveBackLargeBlocks(): void {
  process.env['MALLOC_MMAP_THRESHOLD_'] ??= '131072';
}

/**
 * Stops by a signal, or when the npm that was started for it ends. To be called before it is said that
 * the server answers: a signal sent on that word would end it in the middle of its requests.
 */
function stopWhenTold(starter: Starter, finish: () => Promise<void>, abandon?: () => void): void {
  const stop = shutDownOnSignal(finish, abandon);
  // A detached process outlives the terminal that it was started from.
  process.on('SIGHUP', () => {
    if (!isDetached(process.env)) stop();
  });
  followStarter(starter, () => stop('the npm that runs this has ended; '));
}

/** Loads the server only here: the other commands start faster without it and its schema. */
async function startServing(options: StartOptions & { siblings?: Cluster }): Promise<Serving> {
  const { serve } = await import('../../server/serve.ts');
  const serving = await serve(options);
  logUncaught(serving.log);
  keepHeapSmall(options.store === undefined ? undefined : youngBytesOverStore);
  return serving;
}

/**
 * Imports the seed; where that cannot be done and there are data to serve, those are served. A snapshot
 * that was rolled back is not published again by a start.
 */
async function bringUpToDate({ seed, data, keep }: StartOptions): Promise<void> {
  const withdrawn = readPointer(data)?.withdrawn;
  if (withdrawn !== undefined && isServable(data)) {
    warn(
      `the seed was not imported: ${withdrawn} was rolled back; juzheng import publishes the seed again`,
    );
    return;
  }
  if (isOfOtherSeed({ seed, data })) {
    warn(
      `the seed was not imported: ${data} holds reports of which none is in ${seed}, so it was made of another seed; what is there is served. Say --no-import to serve it, --seed FOLDER for the seed that it was made of, or --data FOLDER for another place; juzheng import replaces it`,
    );
    return;
  }
  try {
    for (const line of describeImport(await importWithProgress({ seed, data, keep }))) say(line);
  } catch (error) {
    if (!isServable(data)) throw error;
    if (error instanceof SeedError)
      for (const problem of error.problems) warn(describeProblem(problem));
    warn(`the seed was not imported (${describeFailure(error)}); the data from before are served`);
  }
}

function isServable(data: string): boolean {
  const servable = openServable(data);
  if (servable.ok) servable.snapshot.close();
  return servable.ok;
}
