import { hash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { KnownCodes } from '../rows/vocabulary-index.ts';
import type { ImportPlan } from './import-plan.ts';

/** Stands beside the snapshots; may be removed at any time, and the vocabulary is read again. */
const vocabularyName = 'VOCABULARY';
export const unfinishedVocabulary = `${vocabularyName}.new`;

/** Where there are fewer reports, the vocabulary is always read. */
const fewest = 500;

/** Of what is kept: of which files it was made, by which program, and that it is whole. */
const headOf = ({ rules, vocabulary }: ImportPlan, content: Buffer) =>
  `${rules} ${vocabulary} ${hash('sha256', content)}\n`;

/**
 * What a vocabulary says to reports. It is kept from one import to the next: thousands of places take longer to
 * read than one report.
 * @param snapshot the file beside which it is kept
 */
export function knownBeside(
  snapshot: string,
  plan: ImportPlan,
  read: () => KnownCodes,
): KnownCodes {
  const data = dirname(snapshot);
  const kept = readKept(data, plan);
  if (kept) return kept;
  const known = read();
  keepBeside(snapshot, plan, known);
  return known;
}

/** Keeps what a vocabulary says to reports for the imports to come, where it is worth it. */
export function keepBeside(snapshot: string, plan: ImportPlan, known: KnownCodes): void {
  if (plan.reports >= fewest) keep(dirname(snapshot), plan, known);
}

function readKept(data: string, plan: ImportPlan): KnownCodes | null {
  try {
    const kept = readFileSync(join(data, vocabularyName));
    const content = kept.subarray(kept.indexOf('\n') + 1);
    const isSame = kept.subarray(0, kept.indexOf('\n') + 1).toString() === headOf(plan, content);
    return isSame ? (deserialize(content) as KnownCodes) : null;
  } catch {
    return null;
  }
}

function keep(data: string, plan: ImportPlan, known: KnownCodes): void {
  const content = serialize(known);
  const path = join(data, unfinishedVocabulary);
  writeFileSync(path, Buffer.concat([Buffer.from(headOf(plan, content)), content]));
  renameSync(path, join(data, vocabularyName));
}
