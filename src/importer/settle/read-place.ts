import { sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { Database } from '../../db/database.ts';
import { readTexts } from '../../db/columns/read-texts.ts';
import { numeralClaims, numerals } from '../../db/tables/fidelity.ts';
import { measures } from '../../db/tables/measure.ts';
import { outcomes } from '../../db/tables/outcome.ts';
import { evidences, reports } from '../../db/tables/report.ts';
import { units } from '../../db/tables/unit.ts';
import { wholesOf } from './held-report.ts';
import type { HeldOutcome, HeldReport, HeldUnit, OutcomeRow } from './held-report.ts';
import { plansReader } from './read-plans.ts';
import { isNamedAlike, tellingsOf } from './restated/tellings.ts';
import { plainWindow } from './restated/window.ts';

/**
 * Reads the reports of a place from a snapshot as they are looked at beside each other: of their
 * outcomes only what tells of years before, and what was told of the same periods. Statements are made
 * once, for all places.
 */
export function placeReader(db: Database): (placeId: number) => HeldReport[] {
  const statements = prepareReading(db);
  const readPlans = plansReader(db);
  const unitOf = unitReader(db);
  const heldOutcome = (row: OutcomeRow): HeldOutcome[] => {
    const outcomeAt = (id: number) => statements.outcome.get({ id });
    const evidence = statements.evidence.get({ id: row.evidenceId });
    if (!evidence) return [];
    const baselineStart =
      row.baselineValue == null
        ? null
        : (statements.firstNumeral.get({ id: row.id })?.start ?? null);
    const unit = row.unitId == null ? null : unitOf(row.unitId);
    return [{ row, unit, wholes: wholesOf(row, outcomeAt), evidence, baselineStart }];
  };
  return (placeId) => {
    const ofPlace = statements.reports.all({ placeId });
    const plansOf = readPlans(placeId, heldOutcome);
    const held = ofPlace.flatMap((report) => {
      const { id, year } = report;
      if (year === null) return [];
      const text = () => statements.text.get({ id })?.text ?? '';
      const isReviewed = () => statements.unreviewed.get({ id }) === undefined;
      const isAlone = ofPlace.length === 1;
      const tellers = isAlone
        ? []
        : statements.tellers.all({ reportId: id, year }).flatMap(heldOutcome);
      return [{ ...report, ...plansOf(id), year, outcomes: tellers, isReviewed, text }];
    });
    const tellings = Map.groupBy(held.flatMap(tellingsOf), ({ window }) => window);
    if (tellings.size === 0) return held;
    const wanted = JSON.stringify([...tellings.keys()].flatMap(spellingsOf));
    // Most of what is told of a year nobody tells again: of that no more is read than its name.
    const again = statements.told
      .all({ placeId, windows: wanted })
      .filter((outcome) =>
        tellings
          .get(plainWindow(outcome.window))
          ?.some((telling) => isNamedAlike(telling.outcome.row, outcome)),
      );
    const rows = again.flatMap(({ id }) => statements.outcome.get({ id }) ?? []);
    const told = Map.groupBy(rows, ({ reportId }) => reportId);
    return held.map((report) => withTold(report, told.get(report.id) ?? [], heldOutcome));
  };
}

/** A report with what it told of the periods that are asked for, in the order of their numbers. */
function withTold(
  report: HeldReport,
  told: readonly OutcomeRow[],
  heldOutcome: (row: OutcomeRow) => HeldOutcome[],
): HeldReport {
  const known = new Set(report.outcomes.map(({ row }) => row.id));
  const others = told.filter(({ id }) => !known.has(id)).flatMap(heldOutcome);
  const all = [...report.outcomes, ...others];
  return { ...report, outcomes: all.toSorted((a, b) => (a.row.id ?? 0) - (b.row.id ?? 0)) };
}

/** How a period of a year is written in EDTF, sure or in doubt. */
const spellingsOf = (window: string): string[] => {
  const whole = /^\d{4}$/.test(window) ? [window, `${window}-01/${window}-12`] : [window];
  return whole.flatMap((each) => [each, ...['?', '~', '%'].map((sign) => `${each}${sign}`)]);
};

/** By what one sees of an outcome whether it may be told again. */
const named = {
  id: outcomes.id,
  window: outcomes.window,
  indicatorId: outcomes.indicatorId,
  labelZh: outcomes.labelZh,
};

/** One outcome or measure of a report that is left to review: found by the report, as others may hold very many. */
function prepareUnreviewed(db: Database) {
  const isLeft = ({ reportId, reviewState }: typeof outcomes | typeof measures) =>
    sql`${reportId} = ${sql.placeholder('id')} and +${reviewState} = 'UNREVIEWED'`;
  return unionAll(
    db.select({ id: outcomes.id }).from(outcomes).where(isLeft(outcomes)),
    db.select({ id: measures.id }).from(measures).where(isLeft(measures)),
  )
    .limit(1)
    .prepare();
}

function prepareReading(db: Database) {
  const placeholder = (name: string) => sql.placeholder(name);
  const { id, code, titleZh, titleEn, year, publisherId, periodBasis, placeId } = reports;
  const { kind, periodStart, periodEnd } = reports;
  const head = { id, code, titleZh, titleEn, year, publisherId, periodBasis };
  return {
    reports: db
      .select({ ...head, kind, periodStart, periodEnd })
      .from(reports)
      .where(sql`${placeId} = ${placeholder('placeId')} and ${year} is not null`)
      .orderBy(year, code)
      .prepare(),
    text: db
      .select({ text: readTexts.reports.text(reports) })
      .from(reports)
      .where(sql`${id} = ${placeholder('id')}`)
      .prepare(),
    unreviewed: prepareUnreviewed(db),
    tellers: db
      .select()
      .from(outcomes)
      .where(
        sql`${outcomes.reportId} = ${placeholder('reportId')} and ${outcomes.reviewState} = 'CURATED' and ${outcomes.value} is not null and (${outcomes.baselineValue} is not null or ${outcomes.year} < ${placeholder('year')})`,
      )
      .orderBy(outcomes.id)
      .prepare(),
    told: db
      .select(named)
      .from(outcomes)
      .where(
        sql`${outcomes.placeId} = ${placeholder('placeId')} and ${outcomes.reviewState} = 'CURATED' and ${outcomes.value} is not null and ${outcomes.window} in (select value from json_each(${placeholder('windows')}))`,
      )
      .orderBy(outcomes.id)
      .prepare(),
    outcome: db
      .select()
      .from(outcomes)
      .where(sql`${outcomes.id} = ${placeholder('id')}`)
      .prepare(),
    evidence: db
      .select({
        start: evidences.start,
        exact: evidences.exact,
        prefix: readTexts.evidences.prefix(evidences),
        suffix: readTexts.evidences.suffix(evidences),
      })
      .from(evidences)
      .where(sql`${evidences.id} = ${placeholder('id')}`)
      .prepare(),
    // A baseline is told before the value, so its numeral is the first of the two.
    firstNumeral: db
      .select({ start: numerals.start })
      .from(numeralClaims)
      .innerJoin(numerals, sql`${numerals.id} = ${numeralClaims.numeralId}`)
      .where(sql`${numeralClaims.outcomeId} = ${placeholder('id')}`)
      .orderBy(numerals.start)
      .limit(1)
      .prepare(),
  };
}

/** Units by their numbers, each read once: they are few, and figures are many. */
function unitReader(db: Database): (id: number) => HeldUnit | null {
  const known = new Map<number, HeldUnit | null>();
  const statement = db
    .select({
      id: units.id,
      code: units.code,
      nameZh: units.nameZh,
      nameEn: units.nameEn,
      reportId: units.reportId,
    })
    .from(units)
    .where(sql`${units.id} = ${sql.placeholder('id')}`)
    .prepare();
  return (id) => {
    if (!known.has(id)) known.set(id, statement.get({ id }) ?? null);
    return known.get(id) ?? null;
  };
}
