import { Command } from 'commander';
import type { Difference } from '../importer/difference.ts';
import { importSeed } from '../importer/import.ts';
import type { Imported } from '../importer/import.ts';
import { settings } from './settings.ts';
import { alignColumns, say } from './terminal.ts';

export const importCommand = new Command('import')
  .description('import the seed files into a new snapshot and publish it')
  .addOption(settings.seed())
  .addOption(settings.data())
  .action((options: { seed: string; data: string }) => {
    for (const line of describeImport(importSeed(options))) say(line);
  });

/** What an import did, line by line. */
export function describeImport({ outcome, version, file, difference }: Imported): string[] {
  return outcome === 'unchanged'
    ? [`nothing changed: ${file} holds this seed already (data version ${version.slice(0, 12)})`]
    : [
        `imported: ${file} (data version ${version.slice(0, 12)})`,
        ...describeDifference(difference).map((line) => `  ${line}`),
      ];
}

/** Kinds of rows that nobody cites; they follow the others. */
const unnamed = new Set([
  'evidences',
  'measure_documents',
  'measure_organizations',
  'report_organizations',
  'report_parts',
  'report_framework_items',
  'measure_framework_items',
  'check_operands',
  'numerals',
]);

function describeDifference(difference: Difference): string[] {
  const named = difference.filter(({ kind }) => !unnamed.has(kind));
  const signed = (sign: string, { length }: readonly string[]) =>
    length > 0 ? `${sign}${length}` : '';
  const table = alignColumns(
    named.map(({ kind, added, changed, removed }) => [
      kind,
      signed('+', added),
      signed('~', changed),
      signed('−', removed),
    ]),
  );
  const codes = named.flatMap(({ added, changed, removed }) => [
    ...added.map((code) => `+ ${code}`),
    ...changed.map((code) => `~ ${code}`),
    ...removed.map((code) => `− ${code}`),
  ]);
  return [...table, ...(codes.length <= 10 ? codes : [])];
}
