import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Puts a file in place whole, or not at all. */
export function replaceFile(file: string, text: string): void {
  const partial = `${file}.${process.pid}.partial`;
  try {
    writeFileSync(partial, text);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

const isPartial = (name: string) => /\.\d+\.partial$/.test(name);

/** Takes away what a process had begun to write in a folder that was ended before it was put in place. */
export function removePartials(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter(isPartial)) rmSync(join(folder, name), { force: true });
}
