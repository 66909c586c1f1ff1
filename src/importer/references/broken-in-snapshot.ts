import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { judgeReference } from './reference.ts';
import type { BrokenReference, Reference } from './reference.ts';

type ReferenceRow = Reference & {
  ownPlace: number;
  ownYear: number | null;
  otherPlace: number;
  otherYear: number | null;
  isThere: number;
};

/**
 * The references of a snapshot that are broken, those of reports that were carried on among them.
 * @param changed codes of reports: all references were sound before that neither come from one of these nor lead to
 * one; null where nothing is known of any
 */
export function brokenInSnapshot(
  db: Database,
  changed: readonly string[] | null,
): BrokenReference[] {
  const codes = sql`json_each(${JSON.stringify(changed)}) j`;
  const reports = sql`${codes} cross join reports own on own.code = j.value`;
  // The code of a fact begins with that of its report.
  const isOfThem = (to: SQL) => sql`${to} > j.value || '/' and ${to} < j.value || '0'`;
  const among = (number: SQL, those: SQL) => (changed ? sql`${number} in (${those})` : sql`true`);
  const continued = sql`select 'continues' as kind, m.code as "by", c.earlier_code as "to", m.report_id, exists (select 1 from measures e where e.code = c.earlier_code) as is_there
    from continuations c join measures m on m.id = c.measure_id where ${among(
      sql`c.measure_id`,
      sql`select x.measure_id from ${reports} cross join measures o on o.report_id = own.id cross join continuations x on x.measure_id = o.id union select x.measure_id from ${codes} cross join continuations x on ${isOfThem(sql`x.earlier_code`)}`,
    )}`;
  const revised = sql`select 'revises' as kind, t.code as "by", t.revises_code as "to", t.report_id, exists (select 1 from targets e where e.code = t.revises_code) as is_there
    from targets t where t.revises_code is not null and ${among(
      sql`t.id`,
      sql`select x.id from ${reports} cross join targets x on x.report_id = own.id union select x.id from ${codes} cross join targets x on ${isOfThem(sql`x.revises_code`)}`,
    )}`;
  return [...withEnds(db, continued), ...withEnds(db, revised)].flatMap(
    ({ ownPlace, ownYear, otherPlace, otherYear, isThere, ...reference }) =>
      judgeReference({
        ...reference,
        own: { place: String(ownPlace), year: ownYear },
        other: { place: String(otherPlace), year: otherYear },
        isThere: isThere === 1,
      }),
  );
}

/** Holds for what needs no judging: nearly all references, of which so none is held. */
const isSound = sql`(r.is_there and own.place_id = other.place_id and coalesce(other.year < own.year, true))`;

/** The references to reports that are there, without those that are surely sound. */
const withEnds = (db: Database, references: SQL) =>
  db.all<ReferenceRow>(
    sql`select r.kind, r."by", r."to", own.place_id as "ownPlace", own.year as "ownYear", other.place_id as "otherPlace", other.year as "otherYear", r.is_there as "isThere"
      from (${references}) r join reports own on own.id = r.report_id
      join reports other on other.code = substr(r."to", 1, instr(r."to", '/') - 1)
      where not ${isSound}`,
  );
