import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The report that the tests know; others may be added to the seed. */
const known = 'xinghe-2023';

const isOther = (path: string) => basename(dirname(path)) === 'reports' && basename(path) !== known;

function copyWithout(): string {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-seed-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  const seed = join(root, 'seed');
  cpSync('seed', seed, { recursive: true, filter: (path) => !isOther(path) });
  return seed;
}

/** The seed with its own report and no other that somebody has added. */
export const ownSeed = readdirSync('seed/reports').length === 1 ? 'seed' : copyWithout();
