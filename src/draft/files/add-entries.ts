import { existsSync, readFileSync } from 'node:fs';
import { parse, parseDocument, isSeq } from 'yaml';
import type { Document } from 'yaml';
import { replaceFile } from './replace-file.ts';

/** An entry of a vocabulary's file. */
type Entry = { readonly code: string };

/** A file as it was read or written last. */
type Held = {
  readonly text: string;
  readonly codes: ReadonlySet<string>;
  /** Whether nothing stands behind its last entry, which begins a line of its own. */
  readonly isOpen: boolean;
};

/** By file: what it held last, so that of the entries that a thousand drafts add none is parsed again. */
const held = new Map<string, Held>();

/**
 * Adds entries to a file of a vocabulary, which is a list, where it lacks their codes. The file keeps its
 * comments and its order, and is put in place whole.
 * @throws where the file is no list, or cannot be written; then it stays as it was
 */
export function addEntries(file: string, entries: readonly Entry[]): string[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const last = held.get(file);
  const before = last?.text === text ? last : readEntries(file, text);
  const missing = entries.filter(({ code }) => !before.codes.has(code));
  if (missing.length > 0) {
    const after = before.isOpen ? append(before, missing) : rewrite(file, before, missing);
    replaceFile(file, after.text);
    held.set(file, after);
  } else held.set(file, before);
  return missing.map(({ code }) => code);
}

function readEntries(file: string, text: string): Held {
  const listed = (parse(text) ?? []) as Entry[];
  if (!Array.isArray(listed)) throw new Error(`${file} is no list; mend it`);
  return { text, codes: new Set(listed.map(({ code }) => code)), isOpen: false };
}

/** Adds entries to a file that others have written, whatever stands in it. */
function rewrite(file: string, { text, codes }: Held, entries: readonly Entry[]): Held {
  const document = parseDocument(text === '' ? '[]' : text);
  const list = document.contents;
  if (!isSeq(list)) throw new Error(`${file} is no list; mend it`);
  for (const entry of entries) document.add(document.createNode(entry, { flow: true }));
  list.flow = false;
  const written = textOf(document);
  return {
    text: written,
    codes: withCodes(codes, entries),
    isOpen: `\n${written}`.endsWith(`\n${linesOf(entries.slice(-1))}`),
  };
}

const append = ({ text, codes }: Held, entries: readonly Entry[]): Held => ({
  text: text + linesOf(entries),
  codes: withCodes(codes, entries),
  isOpen: true,
});

const withCodes = (codes: ReadonlySet<string>, entries: readonly Entry[]) =>
  new Set([...codes, ...entries.map(({ code }) => code)]);

/** Entries as they stand in a list, a line each. */
function linesOf(entries: readonly Entry[]): string {
  const document = parseDocument('[]');
  for (const entry of entries) document.add(document.createNode(entry, { flow: true }));
  if (isSeq(document.contents)) document.contents.flow = false;
  return textOf(document);
}

const textOf = (document: Document) =>
  document.toString({ lineWidth: 0, flowCollectionPadding: true, singleQuote: true });
