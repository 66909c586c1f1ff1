import { readFileSync, statSync } from 'node:fs';

/**
 * The text of a file that was named, or of standard input for `-`.
 * @throws where there is no such file, it is a folder or it is not UTF-8
 */
export function readInput(file: string): string {
  if (file !== '-' && statSync(file).isDirectory()) {
    throw new Error(`${file} is a folder; name a file`);
  }
  const bytes = readFileSync(file === '-' ? 0 : file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(
      `${file === '-' ? 'standard input' : file} is not valid UTF-8; save it in UTF-8`,
    );
  }
}

/**
 * A folder that must be there.
 * @throws where it is not
 */
export function existingFolder(path: string): string {
  if (!statSync(path).isDirectory()) throw new Error(`${path} is no folder; name one`);
  return path;
}
