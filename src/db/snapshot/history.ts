import { closeSync, fstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOrdinary } from './held-file.ts';
import { lookUpPointer } from './pointer.ts';
import type { Pointer } from './pointer.ts';

/** The kinds of facts whose changes are counted: those that people cite. */
export const countedKinds = [
  'measures',
  'outcomes',
  'links',
  'problems',
  'targets',
  'documents',
  'honours',
  'checks',
] as const;

type CountedKind = (typeof countedKinds)[number];

/** How many things were added, changed and taken away. */
export type ChangeCounts = { added: number; changed: number; removed: number };

/** What became of a report, and of its facts by kind; kinds of which nothing changed are left out. */
export type ReportChange = {
  code: string;
  change: keyof ChangeCounts;
  title: { zh: string; en: string | null };
  facts: readonly (ChangeCounts & { kind: CountedKind })[];
};

/** What an import changed: how many reports, and the first of them. */
export type SnapshotChange = { counts: ChangeCounts; reports: readonly ReportChange[] };

/** What was published, or gone back from, at one time. */
export type HistoryEntry = SnapshotChange & {
  /** One more than that of the entry before. */
  number: number;
  event: 'PUBLISHED' | 'WITHDRAWN';
  /** When, as `2026-11-28T20:45:00.000Z`. */
  at: string;
  /** SHA-256 of the snapshot that was published or withdrawn. */
  version: string;
  /** That of the snapshot before; of a withdrawn one, that which is served in its place. Null for none. */
  before: string | null;
};

/** Stands beside the snapshots; each line is one entry in JSON, the oldest first. */
export const historyName = 'HISTORY';

/** As much is read, in bytes; an import writes less. */
const maximumHistory = 8 << 20;

/**
 * What was published in a data folder, the oldest first. The file is written before the pointer is moved, so
 * its last entry may be of what never was published: the pointer says how far it is true. Lines that cannot
 * be understood are passed over.
 */
export function readHistory(data: string): readonly HistoryEntry[] {
  const found = lookUpPointer(data);
  return readHistoryUntil(data, found.ok ? found.pointer : {});
}

/** What had been published when a pointer was written, whatever has been published since. */
export function readHistoryUntil(
  data: string,
  { told }: Pick<Pointer, 'told'>,
): readonly HistoryEntry[] {
  const entries = entriesIn(readText(join(data, historyName)));
  // Where nobody says, only the last one can be untrue: whoever wrote it has dropped those that were.
  return told === undefined ? entries.slice(0, -1) : entries.filter(({ number }) => number <= told);
}

function readText(path: string): string {
  try {
    const descriptor = openOrdinary(path);
    try {
      return fstatSync(descriptor).size > maximumHistory ? '' : readFileSync(descriptor, 'utf8');
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // A history that is lost keeps nothing else from being served or published.
    return '';
  }
}

/** The entries that lines hold, the oldest first. Lines that cannot be understood are passed over. */
export function entriesIn(text: string): readonly HistoryEntry[] {
  const entries = text.split('\n').flatMap((line) => parsed(line) ?? []);
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  return [...byNumber.values()].toSorted((a, b) => a.number - b.number);
}

function parsed(line: string): HistoryEntry | null {
  try {
    const content: unknown = JSON.parse(line);
    return isEntry(content) ? content : null;
  } catch {
    return null;
  }
}

type Loose<Of> = Partial<Record<keyof Of, unknown>>;

function isEntry(content: unknown): content is HistoryEntry {
  if (!isObject(content)) return false;
  const { number, event, at, version, before, counts, reports } = content as Loose<HistoryEntry>;
  return (
    isCount(number) &&
    (event === 'PUBLISHED' || event === 'WITHDRAWN') &&
    typeof at === 'string' &&
    isTime(at) &&
    isVersion(version) &&
    (before === null || isVersion(before)) &&
    isCounts(counts) &&
    Array.isArray(reports) &&
    reports.every(isReportChange)
  );
}

function isReportChange(content: unknown): boolean {
  if (!isObject(content)) return false;
  const { code, change, title, facts } = content as Loose<ReportChange>;
  return (
    typeof code === 'string' &&
    (change === 'added' || change === 'changed' || change === 'removed') &&
    isTitle(title) &&
    Array.isArray(facts) &&
    facts.every((fact) => isCounts(fact) && countedKinds.some((kind) => kind === kindOf(fact)))
  );
}

function isTitle(content: unknown): boolean {
  if (!isObject(content)) return false;
  const { zh, en } = content as Loose<ReportChange['title']>;
  return typeof zh === 'string' && (en === null || typeof en === 'string');
}

function isCounts(content: unknown): boolean {
  if (!isObject(content)) return false;
  const { added, changed, removed } = content as Loose<ChangeCounts>;
  return isCount(added) && isCount(changed) && isCount(removed);
}

const kindOf = (content: unknown) => (content as { kind?: unknown }).kind;
const isObject = (content: unknown): content is object =>
  typeof content === 'object' && content !== null;
const isCount = (content: unknown): content is number =>
  Number.isSafeInteger(content) && Number(content) >= 0;
const isVersion = (content: unknown): content is string =>
  typeof content === 'string' && /^[0-9a-f]{64}$/.test(content);
const isTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
