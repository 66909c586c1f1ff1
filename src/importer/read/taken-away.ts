import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

/**
 * Reports that stand beside the others because a draft was ended between taking one away and putting it back,
 * merged: without them all would look as if they had been withdrawn.
 */
export function takenAway(root: string): Problem[] {
  const folders = namesIn(root).filter((name) => name.startsWith('.draft-'));
  return folders.flatMap((name) =>
    namesIn(join(root, name, 'old'))
      .filter((code) => !existsSync(join(root, 'reports', code)))
      .map((code) => ({
        file: join(root, name, 'old', code),
        line: 1,
        column: 1,
        rule: 'unfinished-draft',
        message: 'A draft that was ended has left the report here.',
        help: `Run juzheng draft into this seed once more, or move the folder to reports/${code}.`,
      })),
  );
}

/** What stands in a folder; nothing where there is none that can be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
