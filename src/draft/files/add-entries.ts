import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { parse, parseDocument, isSeq } from 'yaml';

/** An entry of a vocabulary's file. */
type Entry = { readonly code: string };

/**
 * Adds entries to a file of a vocabulary, which is a list, where it lacks their codes. The file keeps its
 * comments and its order, and is put in place whole.
 * @throws where the file is no list, or cannot be written; then it stays as it was
 */
export function addEntries(file: string, entries: readonly Entry[]): string[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const listed = (parse(text) ?? []) as Entry[];
  if (!Array.isArray(listed)) throw new Error(`${file} is no list; mend it`);
  const present = new Set(listed.map(({ code }) => code));
  const missing = entries.filter(({ code }) => !present.has(code));
  if (missing.length === 0) return [];
  const document = parseDocument(text === '' ? '[]' : text);
  const list = document.contents;
  if (!isSeq(list)) throw new Error(`${file} is no list; mend it`);
  for (const entry of missing) document.add(document.createNode(entry, { flow: true }));
  list.flow = false;
  const written = document.toString({
    lineWidth: 0,
    flowCollectionPadding: true,
    singleQuote: true,
  });
  replaceFile(file, written);
  return missing.map(({ code }) => code);
}

/** Puts a file in place whole, or not at all. */
function replaceFile(file: string, text: string): void {
  const partial = `${file}.${process.pid}.partial`;
  try {
    writeFileSync(partial, text);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
