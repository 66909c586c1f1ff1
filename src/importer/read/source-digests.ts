import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBytes } from './read-bytes.ts';
import { reportFiles, vocabularyNames } from './read-seed.ts';

/** SHA-256 of the files of a report, and its code. */
export function digestReport(folder: string): { code: string; sha256: string } {
  return { code: basename(folder), sha256: digestFiles(folder, reportFiles) };
}

/** SHA-256 of the files of a vocabulary. */
export const digestVocabulary = (folder: string) =>
  digestFiles(
    folder,
    vocabularyNames.map((name) => `${name}.yaml`),
  );

/** What decides which rows a seed gives: a snapshot of other rules is never carried on. */
const rules = ['src/importer', 'src/text', 'src/db', 'src/vocabulary.ts', 'migrations'];

/** SHA-256 of the program's own files that make rows of a seed. */
export function digestRules(): string {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const files = rules.flatMap((name) =>
    name.endsWith('.ts')
      ? [name]
      : readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
          .filter((file) => /\.(?:ts|sql)$/.test(file))
          .map((file) => join(name, file)),
  );
  return digestFiles(root, files.toSorted());
}

/** The names count as well as what the files hold; one that is not there differs from an empty one. */
function digestFiles(folder: string, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names) {
    const read = readBytes(join(folder, name));
    if (read.ok) hash.update(`${name} ${read.bytes.length}\n`).update(read.bytes);
    else if (read.rule !== 'missing-file') hash.update(`${name} ${read.rule}\n`);
  }
  return hash.digest('hex');
}
