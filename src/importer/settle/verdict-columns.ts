import { sql } from 'drizzle-orm';
import type { Writing } from '../../db/database.ts';
import type { HeldReport } from './held-report.ts';
import type { Settled } from './settled.ts';

/**
 * Fills in what came of a report's targets and planned measures; the statements are made once.
 * @returns a function that says whether there were any
 */
export function verdictWriter(writing: Writing): (report: HeldReport, settled: Settled) => boolean {
  const noteVerdict = writing.prepare(
    'update targets set verdict = ?, verdict_reason = ?, verdict_zh = ?, verdict_en = ?, outcome_id = ?, share_reached = ?, as_of_id = ? where id = ?',
  );
  const noteFollowUp = writing.prepare(
    'update measures set follow_up = ?, follower_id = ?, follower_evidence_id = ? where id = ?',
  );
  return ({ id }, settled) => {
    const verdicts = settled.verdicts.filter(({ report }) => report.id === id);
    for (const { target, verdict, reason, words, outcome, shareReached, asOf } of verdicts) {
      noteVerdict([
        verdict,
        reason,
        words.zh,
        words.en,
        outcome?.id ?? null,
        shareReached,
        asOf.id,
        target.row.id ?? 0,
      ]);
    }
    const followUps = settled.followUps.filter(({ report }) => report.id === id);
    for (const { measureId, status, follower } of followUps) {
      noteFollowUp([status, follower?.id ?? null, follower?.evidenceId ?? null, measureId]);
    }
    return verdicts.length + followUps.length > 0;
  };
}

/** Sets what came of a report's targets and planned measures back to what its conversion wrote. */
export function takeVerdicts({ db }: Pick<Writing, 'db'>, reportId: number): void {
  db.run(
    sql`update targets set verdict = 'NOT_COMPARABLE', verdict_reason = 'YEAR_NOT_KNOWN', verdict_zh = null, verdict_en = null, outcome_id = null, share_reached = null, as_of_id = null where report_id = ${reportId}`,
  );
  db.run(
    sql`update measures set follow_up = 'NO_REPORT_YET', follower_id = null, follower_evidence_id = null where report_id = ${reportId} and follow_up is not null`,
  );
}
