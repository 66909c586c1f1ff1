import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { SeedError, describeProblem } from '../importer/read/problem.ts';
import { agreementCommand } from './commands/agreement.ts';
import { checkCommand } from './commands/check.ts';
import { conformanceCommand } from './commands/conformance.ts';
import { corpusCommand } from './commands/corpus.ts';
import { draftCommand } from './commands/draft.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { releaseYoungGeneration } from '../lean-loading.ts';
import { describeUncaught } from './uncaught.ts';
import { followLauncher } from './launcher.ts';
import { numeralsCommand } from './commands/numerals.ts';
import { publishCommand } from './commands/publish.ts';
import { rollbackCommand } from './commands/rollback.ts';
import { schemaCommand } from './commands/schema.ts';
import { startCommand } from './commands/start.ts';
import { countOf, warn } from './terminal.ts';
import { describeFailure } from './describe-error.ts';

/** What the exit codes mean; every command keeps to them. */
const exitCodes = { done: 0, failed: 1, misused: 2 };

/** Runs the command line; the exit code says how it went. */
export async function run(argv: readonly string[]): Promise<void> {
  followLauncher(process.env);
  describeUncaught();
  // Whoever reads only the first lines (| head) has what they wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    throw error;
  });
  const program = new Command('juzheng')
    .hook('preAction', (_program, command) => {
      // What serves is sooner short of memory than of time.
      if (command.name() !== 'start') releaseYoungGeneration();
    })
    .version(packageVersion(), '-V, --version', 'say which version this is')
    .description('Government reports as measures and outcomes, each with the words that prove it.')
    .addCommand(startCommand)
    .addCommand(importCommand)
    .addCommand(rollbackCommand)
    .addCommand(publishCommand)
    .addCommand(draftCommand)
    .addCommand(checkCommand)
    .addCommand(conformanceCommand)
    .addCommand(agreementCommand)
    .addCommand(exportCommand)
    .addCommand(explainCommand)
    .addCommand(numeralsCommand)
    .addCommand(corpusCommand)
    .addCommand(schemaCommand)
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 not done (the reason is told), 2 wrong usage, 3 drafted but for files whose place is to be named.',
    );
  for (const command of [program, ...program.commands]) {
    forgetEmptySettings(command);
    command.exitOverride().showHelpAfterError('(--help says what can be given)');
  }
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = explain(error);
    // What was begun before it failed, such as a server that could not listen, must not hold it up.
    if (program.args[0] === 'start') process.exit();
  }
}

/** A variable of the environment that is set to nothing says nothing. */
function forgetEmptySettings({ options }: Command): void {
  for (const { envVar } of options) {
    if (envVar !== undefined && process.env[envVar] === '') delete process.env[envVar];
  }
}

function packageVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Tells people what went wrong; gives the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.done : exitCodes.misused;
  }
  if (error instanceof SeedError) {
    for (const problem of error.problems) warn(describeProblem(problem));
    warn(`${countOf(error.problems.length, 'problem')}; nothing was changed`);
    return exitCodes.failed;
  }
  warn(`juzheng: ${describeFailure(error)}`);
  if (process.env['DEBUG']?.includes('juzheng') && error instanceof Error) warn(error.stack ?? '');
  return exitCodes.failed;
}
