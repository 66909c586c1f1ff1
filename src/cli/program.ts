import { Command, CommanderError } from 'commander';
import { LockedError } from '../importer/lock.ts';
import { SeedError, describeProblem } from '../importer/problem.ts';
import { checkCommand } from './check.ts';
import { corpusCommand } from './corpus.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { numeralsCommand } from './numerals.ts';
import { schemaCommand } from './schema.ts';
import { startCommand } from './start.ts';
import { countOf, warn } from './terminal.ts';

/** What the exit codes mean; every command keeps to them. */
const exitCodes = { done: 0, failed: 1, misused: 2 };

/** Runs the command line; the exit code says how it went. */
export async function run(argv: readonly string[]): Promise<void> {
  // Whoever reads only the first lines (| head) has what they wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    throw error;
  });
  const program = new Command('juzheng')
    .description('Government reports as measures and outcomes, each with the words that prove it.')
    .addCommand(startCommand)
    .addCommand(importCommand)
    .addCommand(checkCommand)
    .addCommand(exportCommand)
    .addCommand(numeralsCommand)
    .addCommand(corpusCommand)
    .addCommand(schemaCommand)
    .addHelpText('after', '\nExit codes: 0 done, 1 not done (the reason is told), 2 wrong usage.');
  for (const command of [program, ...program.commands]) {
    command.exitOverride().showHelpAfterError('(--help says what can be given)');
  }
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = explain(error);
  }
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
  warn(`juzheng: ${error instanceof LockedError ? error.message : wordsFor(error)}`);
  if (process.env['DEBUG']?.includes('juzheng') && error instanceof Error) warn(error.stack ?? '');
  return exitCodes.failed;
}

/** A system error in words that say what to do; any other error's own message. */
function wordsFor(error: unknown): string {
  const { code, path, message, port } = error as NodeJS.ErrnoException & { port?: number };
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken; stop what answers there, or give another: --port 4001`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path ?? 'the address'} may not be used (${code}); give this user the right, or another place`;
    case 'ENOENT':
      return `${path} is not there`;
    case 'ENOSPC':
      return 'the disk is full; nothing was changed';
    default:
      return message ?? String(error);
  }
}
