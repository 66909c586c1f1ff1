import { Command } from 'commander';
import { checkSeed } from '../importer/import.ts';
import { SeedError } from '../importer/problem.ts';
import { countRows } from '../importer/rows.ts';
import type { Rows } from '../importer/rows.ts';
import { settings } from './settings.ts';
import { say } from './terminal.ts';

export const checkCommand = new Command('check')
  .description('read the seed files, or one report’s folder, and tell all that is wrong in them')
  .argument('[folder]', 'a seed folder, or the folder of one report in it')
  .addOption(settings.seed())
  .action((folder: string | undefined, options: { seed: string }) => {
    const path = folder ?? options.seed;
    const { problems, rows } = checkSeed(path);
    if (problems.length > 0) throw new SeedError(problems);
    say(`no problem in ${path}`);
    for (const line of describeRows(rows)) say(`  ${line}`);
  });

/** What a seed holds, how much of its text is accounted for, and what its figures say. */
function describeRows(rows: Rows): string[] {
  const { reports, outcomes, measures, links, evidences } = countRows(rows);
  const counts = { reports, measures, outcomes, links, evidences };
  const sum = (count: (report: Rows['reports'][number]) => number) =>
    rows.reports.reduce((total, report) => total + count(report), 0);
  const present = rows.reportParts.filter((part) => part.present).length;
  const served = rows.reportFrameworkItems.filter(({ measureCount }) => measureCount > 0).length;
  return [
    listOf('facts', Object.entries(counts)),
    listOf('numerals', tally(rows.numerals.map(({ kind }) => kind))),
    listOf('quantities', [
      ['claimed', sum(({ claimedCount }) => claimedCount)],
      ['waived', sum(({ waivedCount }) => waivedCount)],
    ]),
    listOf('checks', tally(rows.checks.map(({ verdict }) => verdict))),
    `required parts: ${present} of ${rows.reportParts.length} present`,
    `framework items: ${served} of ${rows.reportFrameworkItems.length} served by a measure`,
    ...rows.checks
      .filter(({ verdict }) => verdict !== 'HOLDS')
      .map(({ code, verdict, explanationEn }) => `${verdict} ${code}: ${explanationEn}`),
  ];
}

const listOf = (name: string, counts: readonly (readonly [string, unknown])[]) =>
  `${name}: ${counts.map(([kind, count]) => `${String(count)} ${kind}`).join(', ')}`;

/** How often each word stands in a list, the most frequent first. */
function tally(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
