import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { openSnapshot } from '../../db/database.ts';
import type { Connection } from '../../db/database.ts';
import { countFoundByCode, isFoundInReport } from '../../db/codes/rows-of-codes.ts';
import { layoutOf, ofReport } from '../../db/layout.ts';
import type { TableName } from '../../db/relations.ts';
import { foreignTo } from '../../db/snapshot/check-file.ts';
import { faultOfGroups } from '../../db/groups/stored-groups.ts';
import { faultOfBounds } from '../../db/statistics/gather-bounds.ts';
import { readRowCounts } from '../../db/statistics/stored-counts.ts';
import { countIndexed, countIndexedOf } from '../../db/search/matching.ts';
import { evidences, reports, sections } from '../../db/tables/report.ts';
import { sliceCodePoints } from '../../text/code-points.ts';
import { namesOf, searchTypes } from '../../vocabulary.ts';
import { faultOfSettled } from '../settle/verify-settled.ts';
import { tableNames } from '../convert/table-names.ts';

type RowCounts = Readonly<Record<string, number>>;

/** What is looked at in a new snapshot; the parts do not need each other. */
export const verifications = {
  STRUCTURE: verifyStructure,
  REFERENCES: verifyReferences,
  CONTENT: verifyContent,
} as const;

export type Verification = keyof typeof verifications;

/**
 * Reads one side of a new snapshot back and holds it against what was to be written.
 * @throws with what is wrong; such a snapshot must not be published
 */
export function verifyPart(file: string, part: Verification, counts: RowCounts): void {
  withSnapshot(file, (connection) => {
    verifications[part](connection, counts);
  });
}

/**
 * The same for a snapshot that was carried on: only what belongs to the reports that changed.
 * @param changed by code: how many rows of each kind the report has; null where it is to be gone
 * @param places whose reports were settled anew, those that did not change included
 * @param all how many rows of each kind there are
 */
export function verifyChange(
  file: string,
  changed: ReadonlyMap<string, RowCounts | null>,
  places: readonly number[],
  all: RowCounts,
): void {
  withSnapshot(file, (connection) => {
    insist(foreignTo(connection) === null, 'it does not say that it is ours');
    for (const [code, counts] of changed) verifyReport(connection, code, counts);
    verifySettled(connection, places);
    verifyCounted(connection, all, true);
  });
}

function withSnapshot(file: string, use: (connection: Connection) => void): void {
  const connection = openSnapshot(file, { keepsStatements: true });
  try {
    connection.pragma(`cache_size = -${cache}`);
    use(connection);
  } finally {
    connection.close();
  }
}

/** In KiB. */
const cache = 32 << 10;

function insist(holds: boolean, what: string): void {
  if (!holds) throw new Error(`the new snapshot is not sound: ${what}`);
}

function verifySettled({ db }: Connection, places: readonly number[] | null): void {
  const fault = faultOfSettled(db, places);
  insist(fault === null, String(fault));
}

/** The tables whose rows are found by their codes in their report, where no index refuses two equal ones. */
const foundInReport = tableNames.filter((name) => {
  const { table, columns } = layoutOf(name);
  return columns.some(({ field }) => field === 'code') && isFoundInReport(table);
});

/**
 * That each row of these is found by its code, and no other row by the same.
 * @param report the code of one report; null for all
 */
function verifyCodes({ db }: Connection, counts: RowCounts, report: string | null): void {
  for (const name of foundInReport) {
    const { found } = db.get<{ found: number }>(countFoundByCode(layoutOf(name).table, report));
    insist(
      found === (counts[name] ?? 0),
      `of ${counts[name]} rows of ${name}${report === null ? '' : ` of ${report}`} ${found} are found by codes of their own`,
    );
  }
}

/** That what is told without looking at rows is told of as many as there are. */
function verifyCounted({ db }: Connection, counts: RowCounts, isCarriedOn = false): void {
  const stored = readRowCounts(db);
  for (const name of tableNames) {
    const [found, wanted] = [stored.get(name) ?? 0, counts[name] ?? 0];
    insist(found === wanted, `it counts ${found} rows of ${name} instead of ${wanted}`);
  }
  const fault = faultOfGroups(db, isCarriedOn);
  insist(fault === null, String(fault));
}

function verifyStructure(connection: Connection): void {
  insist(foreignTo(connection) === null, 'it does not say that it is ours');
  insist(connection.pragma('integrity_check') === 'ok', 'its integrity check fails');
}

function verifyReferences({ db }: Connection): void {
  const broken = db.all(sql`pragma foreign_key_check`);
  insist(broken.length === 0, `${broken.length} rows refer to nothing`);
}

function verifyContent(connection: Connection, counts: RowCounts): void {
  const { db } = connection;
  for (const name of tableNames) {
    const found = db.$count(layoutOf(name).table).sync();
    insist(found === counts[name], `${name} holds ${found} rows instead of ${counts[name]}`);
  }
  const entries = new Map(
    db
      .all<{ type: string; count: number }>(
        sql`select type, count(*) as count from search_entries group by type`,
      )
      .map(({ type, count }) => [type, count]),
  );
  for (const type of namesOf(searchTypes)) {
    const wanted = entries.get(type) ?? 0;
    for (const { indexed } of db.all<{ indexed: number }>(countIndexed(type)))
      insist(indexed === wanted, `searches find ${indexed} of ${wanted} entries of type ${type}`);
  }
  verifyCodes(connection, counts, null);
  verifySettled(connection, null);
  verifyCounted(connection, counts);
  const verifyText = textVerifier(connection);
  for (const { id } of db.select({ id: reports.id }).from(reports).all()) verifyText(id);
}

/**
 * That the sections of a report hold its text, each character once, and that every piece of evidence stands
 * where it says. The statements are made once: those of every report would pile up until JavaScript clears them away.
 */
function textVerifier({ db }: Connection): (reportId: number) => void {
  const reportId = sql.placeholder('reportId');
  const headOf = db
    .select({ code: reports.code, sha256: reports.sha256, characters: reports.characters })
    .from(reports)
    .where(eq(reports.id, reportId))
    .prepare();
  const sectionsOf = db
    .select({ id: sections.id, text: sections.text, start: sections.start, end: sections.end })
    .from(sections)
    .where(eq(sections.reportId, reportId))
    .orderBy(sections.ordinal)
    .prepare();
  const { exact, sectionId, start, end } = evidences;
  const quotesOf = db
    .select({ exact, sectionId, start, end })
    .from(evidences)
    .where(ofReport('evidences', reportId) ?? sql`false`)
    .prepare();
  return (id) => {
    const report = headOf.get({ reportId: id });
    if (!report) return;
    const parts = sectionsOf.all({ reportId: id });
    const text = parts.map((part) => part.text).join('');
    const isSame = createHash('sha256').update(text).digest('hex') === report.sha256;
    insist(isSame, `the sections of ${report.code} do not hold its text`);
    const ends = [0, ...parts.map((part) => part.end)];
    insist(
      parts.every((part, index) => part.start === ends[index]) && ends.at(-1) === report.characters,
      `the sections of ${report.code} do not follow each other`,
    );
    const sectionOf = new Map(parts.map((part) => [part.id, part]));
    for (const quote of quotesOf.all({ reportId: id })) {
      const at = `${report.code} at ${quote.start}`;
      const words = sliceCodePoints(text, quote.start, quote.end);
      insist(words === quote.exact, `${at} does not read “${quote.exact}”`);
      const section = sectionOf.get(quote.sectionId);
      const isWithin = section && section.start <= quote.start && quote.start < section.end;
      insist(isWithin === true, `${at} does not stand in its section`);
    }
  };
}

/** @param counts how many rows of each kind the report has; null where it is to be gone */
function verifyReport(connection: Connection, code: string, counts: RowCounts | null): void {
  const { db } = connection;
  const report = db.query.reports.findFirst({ columns: { id: true }, where: { code } }).sync();
  const entries = counts?.['searchEntries'] ?? 0;
  for (const { indexed } of db.all<{ indexed: number }>(countIndexedOf(code)))
    insist(indexed === entries, `searches find ${indexed} entries of ${code}`);
  insist((report !== undefined) === (counts !== null), `${code} is there, or is not`);
  if (!report || !counts) return;
  for (const name of tableNames) {
    const own = ofReport(name, report.id);
    if (!own) continue;
    const { table, references } = layoutOf(name);
    const { count } = db.get<{ count: number }>(
      sql`select count(*) as count from ${table} where ${own}`,
    );
    insist(count === counts[name], `${name} of ${code} holds ${count} rows, not ${counts[name]}`);
    for (const reference of references) verifyReference(connection, name, reference, report.id);
  }
  verifyCodes(connection, counts, code);
  const outside = faultOfBounds(connection, report.id);
  insist(outside === null, `${code} has rows outside the bounds of ${outside}`);
  textVerifier(connection)(report.id);
}

function verifyReference(
  { db }: Connection,
  name: TableName,
  { field, to }: { field: string; to: TableName },
  reportId: number,
): void {
  const { table, columns } = layoutOf(name);
  const column = columns.find((each) => each.field === field)?.column;
  const own = ofReport(name, reportId);
  if (!column || !own) return;
  const { broken } = db.get<{ broken: number }>(
    sql`select count(*) as broken from ${table} where ${own} and ${column} is not null and ${column} not in (select id from ${layoutOf(to).table})`,
  );
  insist(broken === 0, `${broken} rows of ${name} refer to nothing`);
}
