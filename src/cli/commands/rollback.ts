import { Command } from 'commander';
import { rollBack } from '../../importer/publish/rollback.ts';
import { existingFolder } from '../read-input.ts';
import { settings } from '../settings.ts';
import { say } from '../terminal.ts';

export const rollbackCommand = new Command('rollback')
  .description('go back to the snapshot that was served before')
  .addOption(settings.data())
  .addHelpText(
    'after',
    '\nRunning servers take it over by themselves. It holds, also over a start, until `import` is asked for.',
  )
  .action(({ data }: { data: string }) => {
    const { from, to } = rollBack(existingFolder(data));
    const versionOf = ({ version }: { version: string }) => `data version ${version.slice(0, 12)}`;
    say(`rolled back: from ${from.file} (${versionOf(from)}) to ${to.file} (${versionOf(to)})`);
    say('  juzheng import publishes the seed again');
  });
