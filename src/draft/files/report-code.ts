import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { draftedFrom } from './base-file.ts';

/** What decides in which folder a draft is written. */
type CodedDraft = {
  readonly file: string;
  readonly document: { readonly text: string; readonly digests: { readonly text: string } };
  /** The code that its folder has where no other file's draft has it. */
  readonly code: string;
};

/** The folder of a draft, and another report of its place and year that tells much of the same. */
export type ReportCode = { readonly code: string; readonly twin: string | null };

/**
 * The code of the folder that was drafted from this text, or from a file of this name that told much of it;
 * otherwise the first that no folder has. Many files are called `index.html`: a name alone says nothing.
 * @throws where a folder holds this text, and not what a draft wrote of it
 */
export function codeFor(seed: string, { code, file, document }: CodedDraft): ReportCode {
  const codes = codesOf(seed);
  const name = `${code} ${basename(file)}`;
  const text = `${code} ${document.digests.text}`;
  const named = codes.byFile.get(name) ?? [];
  const isAlike = (folder: string) =>
    isEarlier(join(seed, 'reports', folder, 'report.txt'), document.text);
  const present = codes.byText.get(text) ?? named.find(isAlike);
  if (present !== undefined) {
    codes.byText.set(text, present);
    return { code: present, twin: null };
  }
  refuseHeld(codes, seed, document.digests.text);
  const wanted = freeCode(codes, seed, code);
  const others = codes.byPlain.get(code) ?? [];
  const twin = others.slice(-mostTwins).find(isAlike) ?? null;
  codes.byFile.set(name, [...named, wanted]);
  codes.byText.set(text, wanted);
  codes.byPlain.set(code, [...others, wanted]);
  return { code: wanted, twin };
}

/** So many reports of one place and year are looked at, the last ones. */
const mostTwins = 2;

function freeCode({ counts }: Codes, seed: string, code: string): string {
  let nth = counts.get(code) ?? 0;
  let wanted: string;
  do {
    nth += 1;
    wanted = nth === 1 ? code : `${code}-${nth}`;
  } while (existsSync(join(seed, 'reports', wanted)));
  counts.set(code, nth);
  return wanted;
}

/** A report that nobody drafted, or whose base was lost, is neither merged nor written a second time. */
function refuseHeld({ undrafted }: Codes, seed: string, digest: string): void {
  const held = undrafted.get(digest);
  if (held === undefined) return;
  throw new Error(
    `its text is that of ${join(seed, 'reports', held)} already, which has no draft.base.yaml that can be read; put that back to merge into it, or take the folder away to draft anew`,
  );
}

/** Whether a text that is held is an earlier one of a report: they share a good part of their sentences. */
function isEarlier(path: string, text: string): boolean {
  if (!existsSync(path)) return false;
  const [held, given] = [sentencesOf(readFileSync(path, 'utf8')), sentencesOf(text)];
  const shared = [...given].filter((sentence) => held.has(sentence)).length;
  return shared > sharedLeast * Math.min(held.size, given.size);
}

/** Of the shorter text's sentences; reports of one place repeat each other's phrases, but hardly whole sentences. */
const sharedLeast = 0.3;

const sentencesOf = (text: string): ReadonlySet<string> =>
  new Set(text.split(/[。；;！!？?\n]/u).flatMap((sentence) => sentence.trim() || []));

type Codes = {
  byFile: Map<string, readonly string[]>;
  byText: Map<string, string>;
  /** By place and year: the folders that were drafted. */
  byPlain: Map<string, readonly string[]>;
  /** By the digest of their texts: the folders that no draft is known of. */
  undrafted: Map<string, string>;
  counts: Map<string, number>;
};

const known = new Map<string, Codes>();

/** Which files the reports of a seed were drafted from; read once for all that are written in a run. */
function codesOf(seed: string): Codes {
  const present = known.get(seed);
  if (present) return present;
  const codes: Codes = {
    byFile: new Map(),
    byText: new Map(),
    byPlain: new Map(),
    undrafted: new Map(),
    counts: new Map(),
  };
  for (const folder of readdirSync(join(seed, 'reports'))) {
    const path = join(seed, 'reports', folder);
    const from = draftedFrom(path);
    const plain = /^\d{6}-(?:\d{4}|undated)/.exec(folder)?.[0];
    const text = join(path, 'report.txt');
    if (!from && existsSync(text)) codes.undrafted.set(digestOf(text), folder);
    if (!from || plain === undefined) continue;
    const name = `${plain} ${from.from}`;
    codes.byFile.set(name, [...(codes.byFile.get(name) ?? []), folder]);
    codes.byText.set(`${plain} ${from.textSha256}`, folder);
    codes.byPlain.set(plain, [...(codes.byPlain.get(plain) ?? []), folder]);
  }
  known.set(seed, codes);
  return codes;
}

/** SHA-256 of a file, hexadecimal. */
const digestOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');
