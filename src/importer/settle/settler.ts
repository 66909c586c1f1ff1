import { sql } from 'drizzle-orm';
import type { Writing } from '../../db/database.ts';
import { insertOf, layoutOf } from '../../db/layout.ts';
import type { TableName } from '../../db/relations.ts';
import { addCounts, encodeRows } from '../convert/row-codec.ts';
import type { TableCounts } from '../convert/row-codec.ts';
import type { Fields } from '../convert/table-names.ts';
import { countRows } from '../rows/rows.ts';
import type { Rows } from '../rows/rows.ts';
import { digestSettled } from './digest-settled.ts';
import type { HeldReport } from './held-report.ts';
import { placeReader } from './read-place.ts';
import { settlePlace } from './settle-place.ts';
import { isSettled } from './settled-kinds.ts';
import { takeVerdicts, verdictWriter } from './verdict-columns.ts';
import type { Settled } from './settled.ts';
import { rowsOfSettled } from './settled-rows.ts';

/** What settling has changed. */
export type SettledCounts = {
  /** The places whose reports were settled anew. */
  places: readonly number[];
  /** The numbers of reports to whose rows other settled rows lead than before. */
  changed: ReadonlySet<number>;
  /** How many rows of each kind there are more than before; below zero for fewer. */
  all: TableCounts;
  /** By the code of a report: how many rows of each kind were settled for it. */
  byReport: ReadonlyMap<string, TableCounts>;
};

export type Settler = {
  /** Takes away what was settled over a place, once: before a report of it goes, and before it is settled. */
  touch: (placeId: number) => void;
  /** Settles all that was touched. To be called once, when all rows of all reports stand. */
  settle: (tell?: (done: number, total: number) => void) => SettledCounts;
};

/** Tables whose settled rows come and go; of the tallies only the counts change. */
const settledTables = [
  'checks',
  'checkOperands',
  'reportUnmadeChecks',
  'overlaps',
  'targetReports',
] as const;

/** Tables with rows, or columns, that rest on other reports of a place as well. */
export const tablesSettled: readonly TableName[] = [
  ...settledTables,
  'reportCheckKinds',
  'reports',
  'targets',
  'measures',
];

/** Settles, in a database that is being written, what only several reports of a place can tell. */
export function settlerOf(writing: Writing, fields: Fields): Settler {
  const { db } = writing;
  const touched = new Set<number>();
  const before = new Map<number, string>();
  const all: TableCounts = {};
  const add = rowWriter(writing, fields);
  const noteVerdicts = verdictWriter(writing);
  return {
    touch(placeId) {
      if (touched.has(placeId)) return;
      touched.add(placeId);
      const settled = db.all<{ id: number; sha256: string }>(
        sql`select r.id, s.settled_sha256 as sha256 from reports r join sources s on s.kind = 'REPORT' and s.code = r.code where r.place_id = ${placeId} and s.settled_sha256 <> ''`,
      );
      for (const { id, sha256 } of settled) {
        before.set(id, sha256);
        addCounts(all, takeAway(writing, id), -1);
      }
    },
    settle(tell = () => {}) {
      const readPlace = placeReader(db);
      let taken =
        db.get<{ highest: number | null }>(sql`select max(id) as highest from checks`).highest ?? 0;
      const byReport = new Map<string, TableCounts>();
      const changed = new Set<number>();
      const places = [...touched].toSorted((a, b) => a - b);
      places.forEach((placeId, done) => {
        tell(done, places.length);
        const reports = readPlace(placeId);
        const settled = settlePlace(reports);
        for (const report of reports) {
          const rows = rowsOfSettled(report, settled, taken);
          const looksAhead = noteVerdicts(report, settled);
          if (rows.checks.length === 0 && !looksAhead) continue;
          taken += rows.checks.length;
          const own = add(rows);
          addCounts(all, own, 1);
          byReport.set(report.code, own);
          noteTallies(writing, report.id, rows.reportCheckKinds);
          if (noteDigest(writing, report) === before.get(report.id)) continue;
          changed.add(report.id);
          for (const id of reportsNamed(settled, report)) changed.add(id);
        }
      });
      return { places, changed, all, byReport };
    },
  };
}

/** The reports to whose facts what was settled for one leads. */
function reportsNamed(settled: Settled, { id }: HeldReport): number[] {
  const isOwn = ({ report }: { report: HeldReport }) => report.id === id;
  return [
    ...settled.checks
      .filter(isOwn)
      .flatMap(({ operands }) => operands.map(({ outcome }) => outcome.reportId)),
    ...settled.verdicts.filter(isOwn).flatMap(({ lookedAt }) => lookedAt.map((each) => each.id)),
    ...settled.followUps.filter(isOwn).flatMap(({ follower }) => follower?.reportId ?? []),
  ];
}

/** Writes the settled rows of a report; gives how many there are. */
function rowWriter(writing: Writing, fields: Fields): (rows: Rows) => TableCounts {
  const inserts = settledTables.map((name) => ({
    name,
    width: fields.get(name)?.length ?? 0,
    insert: writing.prepare(insertOf(layoutOf(name))),
  }));
  return (rows) => {
    const encoded = encodeRows(rows, fields);
    const counted = countRows(rows);
    const counts: TableCounts = {};
    for (const { name, width, insert } of inserts) {
      const values = encoded.get(name) ?? [];
      for (let start = 0; start < values.length; start += width) {
        insert(values.slice(start, start + width));
      }
      counts[name] = counted[name] ?? 0;
    }
    return counts;
  };
}

/** Takes away what was settled for a report; gives how many rows have gone. */
function takeAway({ db }: Writing, id: number): TableCounts {
  const own = sql`select id from outcomes where report_id = ${id}`;
  const gone = {
    checkOperands: sql`delete from check_operands where check_id in (select id from checks where ${isSettled} and report_id = ${id})`,
    checks: sql`delete from checks where ${isSettled} and report_id = ${id}`,
    overlaps: sql`delete from overlaps where outcome_id in (${own}) and other_id not in (${own})`,
    targetReports: sql`delete from target_reports where target_id in (select id from targets where report_id = ${id})`,
    reportUnmadeChecks: sql`delete from report_unmade_checks where ${isSettled} and report_id = ${id}`,
  } satisfies Record<(typeof settledTables)[number], unknown>;
  const counts = Object.entries(gone).map(([name, statement]) => [name, db.run(statement).changes]);
  db.run(
    sql`update report_check_kinds set possible_count = 0, made_count = 0 where ${isSettled} and report_id = ${id}`,
  );
  sumTallies({ db }, id);
  takeVerdicts({ db }, id);
  db.run(
    sql`update sources set settled_sha256 = '' where kind = 'REPORT' and code = (select code from reports where id = ${id})`,
  );
  return Object.fromEntries(counts) as TableCounts;
}

/** Notes how many checks were called for and made of the kinds that are settled. */
function noteTallies({ db }: Writing, id: number, tallies: Rows['reportCheckKinds']): void {
  for (const { kind, possibleCount, madeCount } of tallies) {
    db.run(
      sql`update report_check_kinds set possible_count = ${possibleCount}, made_count = ${madeCount} where report_id = ${id} and kind = ${kind}`,
    );
  }
  sumTallies({ db }, id);
}

/** Notes what stands settled for a report; gives its digest. */
function noteDigest({ db }: Writing, { id, code }: { id: number; code: string }): string {
  const sha256 = digestSettled(db, id);
  db.run(
    sql`update sources set settled_sha256 = ${sha256} where kind = 'REPORT' and code = ${code}`,
  );
  return sha256;
}

const sumTallies = ({ db }: Pick<Writing, 'db'>, id: number) =>
  db.run(
    sql`update reports set (possible_check_count, made_check_count) = (select coalesce(sum(possible_count), 0), coalesce(sum(made_count), 0) from report_check_kinds where report_id = ${id}) where id = ${id}`,
  );
