import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { checkOperands, checks, reportCheckKinds } from '../../db/tables/fidelity.ts';
import { outcomes, overlaps } from '../../db/tables/outcome.ts';
import { isSettled } from './settled-kinds.ts';

/**
 * What was settled for a report, as it stands in a snapshot: its rows by what they are called and not
 * by their numbers, so that the same facts give the same digest however the snapshot came about.
 * @returns SHA-256; empty where nothing was settled
 */
export function digestSettled(db: Database, reportId: number): string {
  const own = db.all(
    sql`select code, kind, verdict, reason, holds_only_by_rounding, stated, computed, stated_low, stated_high, computed_low, computed_high, explanation_zh, explanation_en, text_order, evidence_id from ${checks} where ${isSettled} and report_id = ${reportId} order by code`,
  );
  if (own.length === 0) return '';
  const operands = db.all(
    sql`select c.code, o.ordinal, o.role, (select code from ${outcomes} where id = o.outcome_id) as outcome from (select id, code from ${checks} where ${isSettled} and report_id = ${reportId}) c join ${checkOperands} o on o.check_id = c.id order by c.code, o.ordinal`,
  );
  const pairs = db.all(
    sql`select a.code, b.code as other from ${outcomes} a join ${overlaps} v on v.outcome_id = a.id join ${outcomes} b on b.id = v.other_id where a.report_id = ${reportId} and b.report_id <> a.report_id order by a.code, b.code`,
  );
  const tallies = db.all(
    sql`select kind, possible_count, made_count from ${reportCheckKinds} where ${isSettled} and report_id = ${reportId} order by kind`,
  );
  const told = JSON.stringify({ own, operands, pairs, tallies });
  return createHash('sha256').update(told).digest('hex');
}
