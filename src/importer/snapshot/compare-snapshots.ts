import { eq, getColumns, sql } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { Database } from '../../db/database.ts';
import type { SnapshotChange } from '../../db/snapshot/history.ts';
import { allAdded, noteReports } from './changed-reports.ts';
import { isOfReports, layoutOf, ofReport, ofVocabulary } from '../../db/layout.ts';
import type { TableName } from '../../db/relations.ts';
import { reports } from '../../db/tables/report.ts';
import { readTextsOf } from '../../db/columns/read-texts.ts';
import { sources } from '../../db/tables/source.ts';
import { tableNames } from '../convert/table-names.ts';
import type { OnStep } from './progress.ts';

/** How many things, and the codes of the first of them. */
export type Some = { count: number; codes: string[] };

/** What an import added, changed and removed, kind by kind. */
export type Difference = { kind: string; added: Some; changed: Some; removed: Some }[];

type ComparedRow = Record<string, unknown>;

/** How a snapshot differs from the one before: by kind, and report by report. */
export type Comparison = { difference: Difference; change: SnapshotChange };

/** So many codes are kept of each kind. */
const codesKept = 10;

/** Tables that hold nothing but what others say. */
const derived = new Set<TableName>([
  'searchEntries',
  'placeAncestors',
  'frameworkItemAncestors',
  'overlaps',
]);
const compared = tableNames.filter((name) => !derived.has(name));
const tablesOfReports = compared.filter(isOfReports);
const tablesOfVocabulary = compared.filter((name) => ofVocabulary(name) !== null);

/**
 * Holds a new snapshot against the one before, null where there was none. Rows' numbers do not count,
 * and only what comes of other files, or of other rules with other rows, is read.
 */
export function compareSnapshots(
  before: Database | null,
  after: Database,
  counts: Readonly<Record<string, number>>,
  { changed, tell = () => {} }: { changed: readonly string[]; tell?: OnStep | undefined },
): Comparison {
  if (!before) return { difference: allNew(counts), change: allAdded(after) };
  const reportChanges = noteReports(before, after);
  const difference = new Map<string, Difference[number]>();
  changed.forEach((key, done) => {
    tell({ phase: 'compare', done, total: changed.length });
    const [kind, code = ''] = key.split(' ');
    if (kind === 'VOCABULARY') {
      note(difference, recordsOf(before, tablesOfVocabulary), recordsOf(after, tablesOfVocabulary));
    }
    if (kind === 'REPORT') {
      const [old, now] = [reportRecords(before, code), reportRecords(after, code)];
      note(difference, old, now);
      reportChanges.note(code, old, now);
    }
  });
  return {
    difference: compared.flatMap((name) => difference.get(kindOf(name)) ?? []),
    change: reportChanges.change(),
  };
}

/**
 * The kind and the code of each source whose rows differ, or which only one of the snapshots holds, in their
 * order; none where there was no snapshot before.
 */
export function changedSources(before: Database | null, after: Database): string[] {
  if (!before) return [];
  const [old, now] = [rowDigests(before), rowDigests(after)];
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].filter((key) => old.get(key) !== now.get(key)).toSorted();
}

/** The codes of the reports among them. */
export const reportsIn = (changed: readonly string[]): string[] =>
  changed.flatMap((key) => {
    const [kind, code = ''] = key.split(' ');
    return kind === 'REPORT' ? code : [];
  });

const kindOf = (name: TableName) => getTableConfig(layoutOf(name).table).name;

function allNew(counts: Readonly<Record<string, number>>): Difference {
  const none = { count: 0, codes: [] };
  return compared.flatMap((name) => {
    const count = counts[name] ?? 0;
    const added = { count, codes: [] };
    return count > 0 ? [{ kind: kindOf(name), added, changed: none, removed: none }] : [];
  });
}

/** SHA-256 of the rows of every report, with what was settled for it, and of the vocabulary. */
function rowDigests(db: Database): Map<string, string> {
  const { kind, code, rowsSha256, settledSha256 } = sources;
  const all = db.select({ kind, code, rowsSha256, settledSha256 }).from(sources).all();
  return new Map(
    all.map((row) => [`${row.kind} ${row.code}`, `${row.rowsSha256} ${row.settledSha256}`]),
  );
}

/** By table: every row as text, by its code or, where it has none, by itself. */
type Records = Map<TableName, Map<string, string>>;

function note(difference: Map<string, Difference[number]>, old: Records, now: Records): void {
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [former, latter] = [old.get(name) ?? new Map(), now.get(name) ?? new Map()];
    const kind = kindOf(name);
    const empty = () => ({ count: 0, codes: [] });
    const noted = difference.get(kind) ?? {
      kind,
      added: empty(),
      changed: empty(),
      removed: empty(),
    };
    for (const [code, text] of latter) {
      if (!former.has(code)) add(noted.added, code);
      else if (former.get(code) !== text) add(noted.changed, code);
    }
    for (const code of former.keys()) if (!latter.has(code)) add(noted.removed, code);
    if (noted.added.count + noted.changed.count + noted.removed.count > 0) {
      difference.set(kind, noted);
    }
  }
}

function add(some: Some, code: string): void {
  some.count += 1;
  if (some.codes.length < codesKept) some.codes.push(code);
}

/** Numbers of a row itself, which are others in every snapshot. */
const withoutNumbers = { id: undefined, searchId: undefined, codeOrder: undefined };

function reportRecords(db: Database, code: string): Records {
  const report = db.select({ id: reports.id }).from(reports).where(eq(reports.code, code)).get();
  return report ? recordsOf(db, tablesOfReports, report.id) : new Map();
}

/** The rows of a report, or of the vocabulary, with what they refer to by name and not by number. */
function recordsOf(db: Database, names: readonly TableName[], reportId?: number): Records {
  const tables = names.map((name) => {
    const own = reportId === undefined ? ofVocabulary(name) : ofReport(name, reportId);
    const rows: ComparedRow[] = db
      .select({ ...getColumns(layoutOf(name).table), ...Object.fromEntries(readTextsOf(name)) })
      .from(layoutOf(name).table)
      .where(own ?? sql`true`)
      .all();
    return { name, rows };
  });
  const known = new Map(
    tables.map(({ name, rows }) => [name, new Map(rows.map((row) => [row['id'], nameOf(row)]))]),
  );
  /** The name of a row of the vocabulary, looked up when it is first needed. */
  const nameIn = (to: TableName, id: unknown) => {
    const named = known.get(to) ?? new Map<unknown, string>();
    known.set(to, named);
    const found = named.get(id);
    if (found !== undefined || id === null) return found;
    const { table } = layoutOf(to);
    const row = db.get<ComparedRow | undefined>(sql`select * from ${table} where id = ${id}`);
    if (row) named.set(id, nameOf(row));
    return named.get(id);
  };
  return new Map(
    tables.map(({ name, rows }) => {
      const records = rows.map((row): [string, string] => {
        const told: ComparedRow = { ...row, ...withoutNumbers };
        for (const { field, to } of layoutOf(name).references) {
          told[field] = nameIn(to, row[field]) ?? row[field];
        }
        const text = JSON.stringify(told);
        return [typeof row['code'] === 'string' ? row['code'] : text, text];
      });
      return [name, new Map(records)];
    }),
  );
}

/** What a row is called: its code, or the words that it holds and where they stand. */
function nameOf(row: ComparedRow): string {
  return typeof row['code'] === 'string'
    ? row['code']
    : `${String(row['exact'])} at ${String(row['start'])}`;
}
