import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { ReadDocument } from '../../readers/document.ts';
import type { DraftedFacts } from '../facts/draft-facts.ts';
import { matchCodes } from '../merge/match-codes.ts';
import { isMergeable, mergeFacts } from '../merge/merge-facts.ts';
import type { MergeConflict } from '../merge/merge-facts.ts';
import { baseName, baseText, draftedFrom, leftOutText, readBase } from './base-file.ts';

/** A draft that is to be written into a seed. */
export type DraftToWrite = {
  readonly file: string;
  readonly document: ReadDocument;
  readonly drafted: DraftedFacts;
  /** The facts as they are written where no draft stands yet. */
  readonly text: string;
  /** The code that its folder has where no other file's draft has it. */
  readonly code: string;
  readonly version: string;
};

/** Where a draft was written, and how: as a new folder, over the last draft, or not at all. */
export type WrittenDraft = {
  readonly code: string;
  readonly how: 'NEW' | 'MERGED' | 'UNCHANGED';
  readonly conflicts: readonly MergeConflict[];
};

/**
 * Writes a draft into a seed's folder of reports: as a folder of its own or, where the same file was drafted
 * before, merged with what stands there. The folder is made beside and put in place whole.
 * @throws where facts that stand there cannot be read
 */
export function writeDraft(seed: string, draft: DraftToWrite): WrittenDraft {
  const { file, document, version } = draft;
  const reports = join(seed, 'reports');
  mkdirSync(reports, { recursive: true });
  const code = codeFor(seed, draft);
  const folder = join(reports, code);
  const before = readBase(folder);
  const isSame =
    before?.drafted.fileSha256 === document.digests.file && before.drafted.by === version;
  if (isSame && existsSync(join(folder, 'facts.yaml'))) {
    return { code, how: 'UNCHANGED', conflicts: [] };
  }
  const written = before ? merged(folder, draft, before) : fresh(draft);
  const drafted = {
    from: basename(file),
    fileSha256: document.digests.file,
    textSha256: document.digests.text,
    by: version,
  };
  replaceFolder(seed, folder, {
    'report.txt': document.text,
    'facts.yaml': written.text,
    [baseName]: baseText({ drafted, facts: written.facts }),
    'draft.left-out.txt': leftOutText(basename(file), document),
  });
  return { code, how: before ? 'MERGED' : 'NEW', conflicts: written.conflicts };
}

/**
 * The code of the folder that was drafted from this text, or from a file of this name that told much of it;
 * otherwise the first that no folder has. Many files are called `index.html`: a name alone says nothing.
 */
function codeFor(seed: string, { code, file, document }: DraftToWrite): string {
  const codes = codesOf(seed);
  const name = `${code} ${basename(file)}`;
  const text = `${code} ${document.digests.text}`;
  const named = codes.byFile.get(name) ?? [];
  const present =
    codes.byText.get(text) ??
    named.find((folder) => isEarlier(join(seed, 'reports', folder, 'report.txt'), document.text));
  if (present !== undefined) {
    codes.byText.set(text, present);
    return present;
  }
  let nth = codes.counts.get(code) ?? 0;
  let wanted: string;
  do {
    nth += 1;
    wanted = nth === 1 ? code : `${code}-${nth}`;
  } while (existsSync(join(seed, 'reports', wanted)));
  codes.counts.set(code, nth);
  codes.byFile.set(name, [...named, wanted]);
  codes.byText.set(text, wanted);
  return wanted;
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
  counts: Map<string, number>;
};

const known = new Map<string, Codes>();

/** Which files the reports of a seed were drafted from; read once for all that are written in a run. */
function codesOf(seed: string): Codes {
  const present = known.get(seed);
  if (present) return present;
  const byFile = new Map<string, readonly string[]>();
  const byText = new Map<string, string>();
  for (const folder of readdirSync(join(seed, 'reports'))) {
    const from = draftedFrom(join(seed, 'reports', folder));
    const plain = /^\d{6}-(?:\d{4}|undated)/.exec(folder)?.[0];
    if (!from || plain === undefined) continue;
    const name = `${plain} ${from.from}`;
    byFile.set(name, [...(byFile.get(name) ?? []), folder]);
    byText.set(`${plain} ${from.textSha256}`, folder);
  }
  const codes: Codes = { byFile, byText, counts: new Map() };
  known.set(seed, codes);
  return codes;
}

type Written = Pick<WrittenDraft, 'conflicts'> & Pick<DraftedFacts, 'facts'> & { text: string };

const fresh = ({ drafted, text }: DraftToWrite): Written => ({
  text,
  facts: drafted.facts,
  conflicts: [],
});

function merged(
  folder: string,
  draft: DraftToWrite,
  { facts: before }: NonNullable<ReturnType<typeof readBase>>,
): Written {
  const path = join(folder, 'facts.yaml');
  if (!existsSync(path)) return fresh(draft);
  const mine = readFileSync(path, 'utf8');
  if (!isMergeable(mine)) {
    throw new Error(`${path} is no YAML that can be read; mend it, or take it away to draft anew`);
  }
  const given = new Set(
    [...mine.matchAll(/\bcode: ['"]?([a-z0-9-]+)/g)].map(([, code]) => code ?? ''),
  );
  const facts = matchCodes(draft.drafted.facts, before, given);
  return { facts, ...mergeFacts(before, mine, facts) };
}

/** Puts files into a folder all at once: it is made beside, with what else stood there, and takes its place. */
function replaceFolder(
  seed: string,
  folder: string,
  files: Readonly<Record<string, string>>,
): void {
  const beside = mkdtempSync(join(seed, '.draft-'));
  try {
    const [next, old] = [join(beside, 'next'), join(beside, 'old')];
    if (existsSync(folder)) cpSync(folder, next, { recursive: true });
    else mkdirSync(next);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(next, name), text);
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(next, folder);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
