import { Command } from 'commander';
import { checkSeed } from '../importer/import.ts';
import { SeedError } from '../importer/problem.ts';
import { countRows } from '../importer/rows.ts';
import { settings } from './settings.ts';
import { alignColumns, say } from './terminal.ts';

export const checkCommand = new Command('check')
  .description('read the seed files, or one report’s folder, and tell all that is wrong in them')
  .argument('[folder]', 'a seed folder, or the folder of one report in it')
  .addOption(settings.seed())
  .action((folder: string | undefined, options: { seed: string }) => {
    const path = folder ?? options.seed;
    const { problems, rows } = checkSeed(path);
    if (problems.length > 0) throw new SeedError(problems);
    say(`no problem in ${path}`);
    const counts = Object.entries(countRows(rows)).filter(([, count]) => count > 0);
    for (const line of alignColumns(counts)) say(`  ${line}`);
  });
