import { hash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { checkOperands, checks, reportCheckKinds } from '../../db/tables/fidelity.ts';
import { measures } from '../../db/tables/measure.ts';
import { outcomes, overlaps } from '../../db/tables/outcome.ts';
import { targetReports, targets } from '../../db/tables/plan.ts';
import { evidences, reports } from '../../db/tables/report.ts';
import { isSettled } from './settled-kinds.ts';

/**
 * What was settled for a report, as it stands in a snapshot: its rows by what they are called and not
 * by their numbers, so that the same facts give the same digest however the snapshot came about.
 * @returns SHA-256; empty where nothing was settled
 */
export function digestSettled(db: Database, reportId: number): string {
  const own = db.all(
    sql`select code, kind, verdict, reason, holds_only_by_rounding, stated, computed, stated_low, stated_high, computed_low, computed_high, explanation_zh, explanation_en, text_order, evidence_id, (select code from ${targets} where id = target_id) as target from ${checks} where ${isSettled} and report_id = ${reportId} order by code`,
  );
  const kept = keptBy(db, reportId);
  if (own.length === 0 && Object.values(kept).every(({ length }) => length === 0)) return '';
  const operands = db.all(
    sql`select c.code, o.ordinal, o.role, (select code from ${outcomes} where id = o.outcome_id) as outcome from (select id, code from ${checks} where ${isSettled} and report_id = ${reportId}) c join ${checkOperands} o on o.check_id = c.id order by c.code, o.ordinal`,
  );
  const pairs = db.all(
    sql`select a.code, b.code as other from ${outcomes} a join ${overlaps} v on v.outcome_id = a.id join ${outcomes} b on b.id = v.other_id where a.report_id = ${reportId} and b.report_id <> a.report_id order by a.code, b.code`,
  );
  const tallies = db.all(
    sql`select kind, possible_count, made_count from ${reportCheckKinds} where ${isSettled} and report_id = ${reportId} order by kind`,
  );
  const told = JSON.stringify({ own, operands, pairs, tallies, ...kept });
  return hash('sha256', told);
}

/** What came of what a report says of the time ahead; of one whose year nobody knows, nothing is settled. */
function keptBy(db: Database, reportId: number) {
  const ofReport = sql`report_id = ${reportId} and (select year from ${reports} where id = ${reportId}) is not null`;
  return {
    verdicts: db.all(
      sql`select code, verdict, verdict_reason, verdict_zh, verdict_en, share_reached, (select code from ${outcomes} where id = outcome_id) as outcome, (select code from ${reports} where id = as_of_id) as newest from ${targets} where ${ofReport} order by code`,
    ),
    lookedAt: db.all(
      sql`select t.code, l.ordinal, (select code from ${reports} where id = l.held_id) as held from (select id, code from ${targets} where ${ofReport}) t join ${targetReports} l on l.target_id = t.id order by t.code, l.ordinal`,
    ),
    followUps: db.all(
      sql`select m.code, m.follow_up, (select code from ${measures} where id = m.follower_id) as follower, (select start from ${evidences} where id = m.follower_evidence_id) as words from ${measures} m where m.follow_up is not null and ${ofReport} order by m.code`,
    ),
  };
}
