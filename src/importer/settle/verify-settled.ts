import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { digestSettled } from './digest-settled.ts';
import { isSettled } from './settled-kinds.ts';

/**
 * Reads back what was settled and holds it against what was written, and that all of it names outcomes
 * that are there.
 * @param places whose reports are looked at; null for all
 * @returns what is wrong; null where nothing is
 */
export function faultOfSettled(db: Database, places: readonly number[] | null): string | null {
  const within =
    places === null
      ? sql`true`
      : sql`r.place_id in (select value from json_each(${JSON.stringify(places)}))`;
  const reports = db.all<{ id: number; code: string; sha256: string }>(
    sql`select r.id, r.code, s.settled_sha256 as sha256 from reports r join sources s on s.kind = 'REPORT' and s.code = r.code where ${within} and (s.settled_sha256 <> '' or exists (select 1 from checks where ${isSettled} and report_id = r.id) or exists (select 1 from targets where report_id = r.id) or exists (select 1 from measures where report_id = r.id and follow_up is not null))`,
  );
  for (const { id, code, sha256 } of reports) {
    if (digestSettled(db, id) !== sha256) return `what was settled for ${code} is not what stands`;
    const { broken } = db.get<{ broken: number }>(
      sql`select count(*) as broken from check_operands where check_id in (select id from checks where ${isSettled} and report_id = ${id}) and outcome_id not in (select id from outcomes)`,
    );
    if (broken > 0) return `${broken} operands settled for ${code} refer to nothing`;
  }
  return null;
}
