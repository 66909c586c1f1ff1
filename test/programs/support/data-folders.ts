import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { juzheng } from '../../support/copied.ts';

/** A folder with a published snapshot, and what to call it. */
export type DataFolder = { name: string; data: string };

/**
 * Data of the seed's one report (0), or of so many synthetic ones, made anew; what is given is
 * taken as it is. The folders are removed when the process ends.
 */
export function makeDataFolders(
  reports: readonly number[],
  given: readonly string[] = [],
): DataFolder[] {
  if (given.length > 0) return given.map((data) => ({ name: data, data }));
  const root = mkdtempSync(join(tmpdir(), 'juzheng-'));
  process.once('exit', () => {
    rmSync(root, { recursive: true, force: true });
  });
  return reports.map((count) => {
    const name = count === 0 ? 'seed' : `${count} reports`;
    const corpus = join(root, `corpus-${count}`);
    if (count > 0) run('corpus', '--reports', String(count), '--out', corpus);
    const data = join(root, `data-${count}`);
    run('import', '--seed', count > 0 ? corpus : 'seed', '--data', data);
    return { name, data };
  });
}

function run(...args: string[]): void {
  const { code, err } = juzheng(...args);
  if (code !== 0) throw new Error(`juzheng ${args.join(' ')} ended with ${code}: ${err}`);
}
