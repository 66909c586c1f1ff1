import { Command } from 'commander';
import type { Difference, Some } from '../../importer/snapshot/compare-snapshots.ts';
import { importSeed } from '../../importer/import.ts';
import type { ImportRequest, Imported } from '../../importer/import.ts';
import { isLeftToSeal, sealBehind } from '../../importer/publish/seal.ts';
import { followProgress } from '../progress.ts';
import { settings } from '../settings.ts';
import { alignColumns, say } from '../terminal.ts';

export const importCommand = new Command('import')
  .description('import the seed files into a new snapshot and publish it')
  .addOption(settings.seed())
  .addOption(settings.data())
  .addOption(settings.jobs())
  .addOption(settings.keep())
  .action(async (options: { seed: string; data: string; jobs?: number; keep: number }) => {
    for (const line of describeImport(await importWithProgress(options))) say(line);
  });

/** Imports a seed, and tells how far it is where that takes long. */
export async function importWithProgress(request: ImportRequest): Promise<Imported> {
  const progress = followProgress();
  try {
    const imported = await importSeed({ ...request, onStep: progress.tell });
    if (isLeftToSeal(request.data)) sealBehind(request.data);
    return imported;
  } finally {
    progress.close();
  }
}

/** What an import did, line by line. */
export function describeImport(imported: Imported): string[] {
  const { outcome, version, file, difference, lost, copied } = imported;
  return outcome === 'unchanged'
    ? [`nothing changed: ${file} holds this seed already (data version ${version.slice(0, 12)})`]
    : [
        `imported: ${file} (data version ${version.slice(0, 12)})`,
        ...describeDifference(difference).map((line) => `  ${line}`),
        ...describeLost(lost),
        ...describeCopy(copied),
      ];
}

/** Of a smaller snapshot it is not told how it was copied, in bytes. */
const worthTelling = 64 << 20;

/** Whether the file system could clone the snapshot that was carried on, and what that took beside all else. */
function describeCopy(copied: Imported['copied']): string[] {
  if (!copied || copied.bytes < worthTelling) return [];
  const { isClone, bytes, seconds, flushSeconds, otherSeconds } = copied;
  const size = `${Math.round(bytes / 1e6)} MB`;
  const how = isClone ? `cloned ${size}` : `copied ${size} (this file system clones no files)`;
  const times = [seconds, flushSeconds, otherSeconds].map((each) => `${each.toFixed(1)} s`);
  return [`  ${how}: ${times[0]}; put onto the disk: ${times[1]}; all else: ${times[2]}`];
}

/** The codes that somebody may have cited, and of which nothing is said any more. */
function describeLost({ vanished, dropped }: Imported['lost']): string[] {
  const linesOf = ({ count, codes }: Some, what: string) => [
    ...codes.map((code) => `warning: ${code} ${what}`),
    ...(count > codes.length ? [`warning: … and ${count - codes.length} more such codes`] : []),
  ];
  return [
    ...linesOf(
      vanished,
      'is gone, and no entry says what became of it; give it one under retired: in the facts',
    ),
    ...linesOf(
      dropped,
      'was retired, and its entry is gone; bring it back, else the code may be given to something else',
    ),
  ];
}

/** Kinds of rows that nobody cites; they follow the others. */
const unnamed = new Set([
  'evidences',
  'measure_documents',
  'measure_organizations',
  'report_organizations',
  'report_parts',
  'report_unmade_checks',
  'report_check_kinds',
  'report_framework_items',
  'measure_framework_items',
  'check_operands',
  'numerals',
]);

function describeDifference(difference: Difference): string[] {
  const named = difference.filter(({ kind }) => !unnamed.has(kind));
  const signed = (sign: string, { count }: Some) => (count > 0 ? `${sign}${count}` : '');
  const table = alignColumns(
    named.map(({ kind, added, changed, removed }) => [
      kind,
      signed('+', added),
      signed('~', changed),
      signed('−', removed),
    ]),
  );
  const all = named.reduce(
    (sum, { added, changed, removed }) => sum + added.count + changed.count + removed.count,
    0,
  );
  const codes = named.flatMap(({ added, changed, removed }) => [
    ...added.codes.map((code) => `+ ${code}`),
    ...changed.codes.map((code) => `~ ${code}`),
    ...removed.codes.map((code) => `− ${code}`),
  ]);
  return [...table, ...(all <= 10 ? codes : [])];
}
