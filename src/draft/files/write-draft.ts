import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ReadDocument } from '../../readers/document.ts';
import type { Judge } from '../facts/judge.ts';
import type { WrittenFacts } from '../facts/written.ts';
import { conflictsIn } from '../merge/conflict-lines.ts';
import { mergeDrafts } from '../merge/merge-drafts.ts';
import { whyUnmergeable } from '../merge/merge-facts.ts';
import type { MergeConflict } from '../merge/merge-facts.ts';
import { baseName, baseText, factsJson, leftOutText, readBase } from './base-file.ts';
import type { DraftBase } from './base-file.ts';
import { replaceFolder } from './replace-folder.ts';
import { codeFor } from './report-code.ts';

/** A draft that is to be written into a seed. */
export type DraftToWrite = {
  readonly file: string;
  readonly document: ReadDocument;
  /** The facts as JSON, by `factsJson`. */
  readonly facts: string;
  /** The facts as they are written where no draft stands yet. */
  readonly text: string;
  /** The code that its folder has where no other file's draft has it. */
  readonly code: string;
  readonly version: string;
  /** What the importer takes of facts; it is asked where facts are merged. */
  readonly judge: () => Judge;
};

/** Where a draft was written, and how: as a new folder, over the last draft, or not at all. */
export type WrittenDraft = {
  readonly code: string;
  readonly how: 'NEW' | 'MERGED' | 'UNCHANGED';
  /** What a person and a draft say differently and nobody has settled, of earlier drafts too. */
  readonly conflicts: readonly MergeConflict[];
  /** Another report of the same place and year that tells much of the same; null where none does. */
  readonly twin: string | null;
};

/**
 * Writes a draft into a seed's folder of reports: as a folder of its own or, where the same file was drafted
 * before, merged with what stands there. The folder is made beside and put in place whole.
 * @throws where what stands there cannot be read, or was changed in a way that a draft would undo
 */
export function writeDraft(seed: string, draft: DraftToWrite): WrittenDraft {
  const { file, document, version } = draft;
  const reports = join(seed, 'reports');
  mkdirSync(reports, { recursive: true });
  const { code, twin } = codeFor(seed, draft);
  const folder = join(reports, code);
  const before = baseIn(folder);
  const mine = before && factsIn(folder);
  if (before) refuseEditedText(folder, before, document);
  if (mine !== null && isSame(folder, before, draft)) {
    return { code, how: 'UNCHANGED', conflicts: conflictsIn(mine), twin };
  }
  const written = before && mine !== null ? merged(folder, draft, { before, mine }) : fresh(draft);
  const drafted = {
    from: basename(file),
    fileSha256: document.digests.file,
    textSha256: document.digests.text,
    by: version,
  };
  replaceFolder(folder, {
    'report.txt': document.text,
    'facts.yaml': written.text,
    [baseName]: baseText(drafted, written.facts),
    'draft.left-out.txt': leftOutText(basename(file), document),
    ...written.beside,
  });
  const how = before && mine !== null ? 'MERGED' : 'NEW';
  return { code, how, conflicts: conflictsIn(written.text), twin };
}

/**
 * What the last draft wrote into a folder; null where it is new.
 * @throws where that cannot be read: without it nobody knows what a person changed
 */
function baseIn(folder: string): DraftBase | null {
  const base = readBase(folder);
  if (base || !existsSync(folder)) return base;
  throw new Error(
    `${join(folder, baseName)} cannot be read; put it back as the last draft wrote it, or take the folder away to draft anew`,
  );
}

/** Whether the last draft was of the same file by the same rules, and its text still stands. */
const isSame = (
  folder: string,
  before: DraftBase | null,
  { document, version }: DraftToWrite,
): boolean =>
  before?.drafted.fileSha256 === document.digests.file &&
  before.drafted.by === version &&
  existsSync(join(folder, 'report.txt'));

/**
 * The text of the facts that stand in a folder; null where none do: then they are drafted anew.
 * @throws where they are no facts any more
 */
function factsIn(folder: string): string | null {
  const path = join(folder, 'facts.yaml');
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  const why = whyUnmergeable(text);
  if (why === null) return text;
  throw new Error(`${path} ${why}; mend it, or take it away to draft anew`);
}

/** A text that a person has changed is neither taken for the file's nor written over. */
function refuseEditedText(folder: string, { drafted }: DraftBase, { text }: ReadDocument): void {
  const path = join(folder, 'report.txt');
  if (!existsSync(path)) return;
  const held = readFileSync(path, 'utf8');
  if (held === text) return;
  if (sha256(held) === drafted.textSha256) return;
  throw new Error(
    `${path} was changed by hand since it was drafted, and a draft would undo that; make the change in the file that you draft, and take ${basename(path)} away to have its text written anew`,
  );
}

type Written = {
  readonly text: string;
  /** As JSON. */
  readonly facts: string;
  /** Files that are kept beside. */
  readonly beside?: Readonly<Record<string, string>>;
};

const fresh = ({ facts, text }: DraftToWrite): Written => ({ text, facts });

function merged(
  folder: string,
  { facts, document, judge }: DraftToWrite,
  { before, mine }: { before: DraftBase; mine: string },
): Written {
  const path = join(folder, 'report.txt');
  const earlier = existsSync(path) ? readFileSync(path, 'utf8') : document.text;
  const result = mergeDrafts({
    before: before.facts,
    mine,
    now: JSON.parse(facts) as WrittenFacts,
    texts: { before: earlier, now: document.text },
    judge: judge(),
  });
  const name = `facts.before-${sha256(mine).slice(0, 8)}.yaml`;
  const written = { text: result.text, facts: factsJson(result.facts) };
  return result.isAnew ? { ...written, beside: { [name]: mine } } : written;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
