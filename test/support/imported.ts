import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSeed } from '../../src/importer/import.ts';
import { ownSeed } from './own-seed.ts';

/** Names the folder into which the seed was imported for all test files of a run. */
const shared = 'JUZHENG_IMPORTED';

async function importOnce(): Promise<{ data: string; remove: () => void }> {
  const data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  await importSeed({ seed: ownSeed, data });
  return { data, remove: () => rmSync(data, { recursive: true, force: true }) };
}

let own: ReturnType<typeof importOnce> | undefined;

/** The folder that all share; a file that is tried by itself imports the seed once. */
async function importedOnce(): Promise<string> {
  const known = process.env[shared];
  if (known !== undefined) return known;
  own ??= importOnce().then((made) => {
    process.once('exit', made.remove);
    return made;
  });
  return (await own).data;
}

/** The data folder of a seed that nobody has changed, as an import leaves it. */
export async function copyImported(data: string): Promise<void> {
  cpSync(await importedOnce(), data, { recursive: true });
}

/** Node runs these two before all test files and after them. */
export async function globalSetup(): Promise<void> {
  own = importOnce();
  process.env[shared] = (await own).data;
}

export async function globalTeardown(): Promise<void> {
  (await own)?.remove();
}
