import { basename } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { layoutOf } from '../../db/layout.ts';
import { retirable } from '../../db/codes/retired-codes.ts';
import { retiredCodes } from '../../db/tables/fidelity.ts';
import { reports } from '../../db/tables/report.ts';
import { reportsIn } from './compare-snapshots.ts';
import type { Some } from './compare-snapshots.ts';
import { factPlaces } from '../read/fact-places.ts';
import type { Problem } from '../read/problem.ts';
import { readReport } from '../read/read-seed.ts';

/** Ids that the snapshot before held, and that are now neither given nor retired; the first of them. */
export type LostCodes = {
  /** What was given then. */
  vanished: Some;
  /** What was retired then. */
  dropped: Some;
};

/** So many of each are told one by one. */
const lostTold = 20;

/**
 * Holds the codes that people cite against those of the snapshot before, report by report. One that was
 * retired and is given again is a problem. One that is gone without an entry under `retired:` is told and no
 * problem, since another seed may well name its things anew; what goes with its whole report is not gone so.
 * @param changed the sources whose rows differ
 * @param told the folders of the reports, to point at what is wrong, and what takes that
 */
export function compareCodes(
  before: Database | null,
  after: Database,
  changed: readonly string[],
  { folders, problems }: { folders: readonly string[]; problems: Problem[] },
): LostCodes {
  const lost = noneLost();
  if (!before) return lost;
  for (const code of reportsIn(changed)) {
    const [old, now] = [codesOf(before, code), codesOf(after, code)];
    if (!old || !now) continue;
    const isGone = (id: string) => !now.given.has(id) && !now.retired.has(id);
    for (const id of old.given) if (isGone(id)) note(lost.vanished, id);
    for (const id of old.retired) if (isGone(id)) note(lost.dropped, id);
    const again = [...old.retired].filter((id) => now.given.has(id));
    const folder = folders.find((each) => basename(each) === code);
    if (again.length > 0 && folder !== undefined) tellReuse(folder, again, problems);
  }
  return lost;
}

export const noneLost = (): LostCodes => ({
  vanished: { count: 0, codes: [] },
  dropped: { count: 0, codes: [] },
});

function note(some: Some, id: string): void {
  some.count += 1;
  if (some.codes.length < lostTold) some.codes.push(id);
}

/** The ids of what a report gives and of what it gives no longer; null where there is no such report. */
function codesOf(
  db: Database,
  code: string,
): { given: ReadonlySet<string>; retired: ReadonlySet<string> } | null {
  const report = db.select({ id: reports.id }).from(reports).where(eq(reports.code, code)).get();
  if (!report) return null;
  const given = retirable.flatMap(({ table, typename }) =>
    db
      .all<{
        code: string;
      }>(sql`select code from ${layoutOf(table).table} where report_id = ${report.id} order by id`)
      .map((row) => `${typename}:${row.code}`),
  );
  const retired = db
    .select({ code: retiredCodes.code })
    .from(retiredCodes)
    .where(eq(retiredCodes.reportId, report.id))
    .all();
  return { given: new Set(given), retired: new Set(retired.map((row) => row.code)) };
}

/** Tells of codes that are given again; it reads the facts once more, to say where. */
function tellReuse(folder: string, ids: readonly string[], problems: Problem[]): void {
  const source = readReport(folder, problems);
  const places = new Map(source && factPlaces(source));
  for (const id of ids) {
    source?.report(
      [...(places.get(id) ?? []), 'code'],
      'retired-code',
      `${JSON.stringify(id)} was retired in the snapshot before, and is given again.`,
      'A code is never given twice: choose another for what bears it now. Where to retire it was the mistake, go back with juzheng rollback, or import into an empty data folder.',
    );
  }
}
