import { readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';
import { isInside } from './read-bytes.ts';

/**
 * The folders in a folder, in the order of their names; none where it is not there.
 * @param root where links may not lead out of
 * @returns beside them, what is wrong with the folder or with what stands in it
 */
export function listFolders(
  folder: string,
  root: string,
): { found: string[]; unusable: Problem[] } {
  const found: string[] = [];
  const unusable: Problem[] = [];
  const refuse = (file: string, rule: string, message: string, help: string) =>
    unusable.push({ file, line: 1, column: 1, rule, message, help });
  const cannotBeRead = (file: string, error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    refuse(
      file,
      'unreadable-folder',
      `It cannot be read (${code ?? message}).`,
      'Mend or remove it.',
    );
  };
  const entries = entriesIn(folder, cannotBeRead);
  // What is no link lies where the folder lies.
  const isWithin = entries.length > 0 && isInside(folder, root);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    try {
      if (entry.isDirectory() && isWithin) {
        found.push(path);
        continue;
      }
      if (!statSync(path).isDirectory()) continue;
      if (isInside(path, root)) found.push(path);
      else {
        refuse(
          path,
          'outside-seed',
          'The folder is a link that leads out of the seed.',
          'Put the folder itself here.',
        );
      }
    } catch (error) {
      cannotBeRead(path, error);
    }
  }
  return { found: found.toSorted(), unusable };
}

function entriesIn(
  folder: string,
  cannotBeRead: (file: string, error: unknown) => void,
): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') cannotBeRead(folder, error);
    return [];
  }
}
