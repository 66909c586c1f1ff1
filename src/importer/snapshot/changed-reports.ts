import { count, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { countedKinds } from '../../db/snapshot/history.ts';
import type { ChangeCounts, ReportChange, SnapshotChange } from '../../db/snapshot/history.ts';
import { checks } from '../../db/tables/fidelity.ts';
import { measures } from '../../db/tables/measure.ts';
import { links, outcomes } from '../../db/tables/outcome.ts';
import { problems, targets } from '../../db/tables/plan.ts';
import { documents, honours, reports } from '../../db/tables/report.ts';

/** So many reports of a change are told one by one. */
const reportsTold = 50;

const noCounts: ChangeCounts = { added: 0, changed: 0, removed: 0 };

/** Of what changes which snapshot is served, and no report. */
export const nothingChanged: SnapshotChange = { counts: noCounts, reports: [] };

/** By kind: the text of every row of a report, by its code. */
type Records = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Notes what became of one report after the other; `before` or `after` may be without it. */
export function noteReports(before: Database, after: Database) {
  const counts = { ...noCounts };
  const told: ReportChange[] = [];
  return {
    note(code: string, old: Records, now: Records): void {
      const change = old.size === 0 ? 'added' : now.size === 0 ? 'removed' : 'changed';
      counts[change] += 1;
      if (told.length >= reportsTold) return;
      const [title] = titlesIn(change === 'removed' ? before : after, [code]);
      const facts = countedKinds.flatMap((kind) => {
        const counted = compareRows(old.get(kind), now.get(kind));
        return isNothing(counted) ? [] : [{ kind, ...counted }];
      });
      if (title) told.push({ code, change, title: titleOf(title), facts });
    },
    change: (): SnapshotChange => ({ counts, reports: told }),
  };
}

const noRows: ReadonlyMap<string, string> = new Map();

function compareRows(old = noRows, now = noRows): ChangeCounts {
  const common = [...now].filter(([code]) => old.has(code));
  return {
    added: now.size - common.length,
    changed: common.filter(([code, text]) => old.get(code) !== text).length,
    removed: old.size - common.length,
  };
}

const isNothing = ({ added, changed, removed }: ChangeCounts) => added + changed + removed === 0;

/** What a snapshot holds where there was none before. */
export function allAdded(db: Database): SnapshotChange {
  const codes = db.select({ code: reports.code }).from(reports).orderBy(reports.code).all();
  const first = codes.slice(0, reportsTold).map(({ code }) => code);
  const counted = countedKinds.map((kind) => ({ kind, byCode: countRows(db, kind, first) }));
  const added = titlesIn(db, first).map((title): ReportChange => {
    const { code } = title;
    const facts = counted.flatMap(({ kind, byCode }) => {
      const rows = byCode.get(code) ?? 0;
      return rows === 0 ? [] : [{ kind, ...noCounts, added: rows }];
    });
    return { code, change: 'added', title: titleOf(title), facts };
  });
  return { counts: { ...noCounts, added: codes.length }, reports: added };
}

const tables = { measures, outcomes, links, problems, targets, documents, honours, checks };

function countRows(db: Database, kind: keyof typeof tables, codes: string[]): Map<string, number> {
  const { reportId } = tables[kind];
  const rows = db
    .select({ code: reports.code, rows: count() })
    .from(tables[kind])
    .innerJoin(reports, eq(reports.id, reportId))
    .where(inArray(reports.code, codes))
    .groupBy(reports.code)
    .all();
  return new Map(rows.map(({ code, rows: number }) => [code, number]));
}

const titlesIn = (db: Database, codes: string[]) =>
  db
    .select({ code: reports.code, zh: reports.titleZh, en: reports.titleEn })
    .from(reports)
    .where(inArray(reports.code, codes))
    .orderBy(reports.code)
    .all();

const titleOf = ({ zh, en }: ReportChange['title']) => ({ zh, en });
