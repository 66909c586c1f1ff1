import { eq, getColumns, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { measures } from '../../db/tables/measure.ts';
import { outcomes } from '../../db/tables/outcome.ts';
import { continuations, targets } from '../../db/tables/plan.ts';
import { evidences } from '../../db/tables/report.ts';
import { indicators, units } from '../../db/tables/unit.ts';
import type { HeldOutcome, HeldReport, OutcomeRow } from './held-report.ts';
import { heldTarget } from './held-target.ts';

type Plans = Pick<HeldReport, 'targets' | 'results' | 'plans' | 'followers'>;

/**
 * Reads what the reports of a place say of the time ahead and, of what they tell afterwards, what may
 * have come of it: outcomes of the indicators and the labels of targets, and measures that carry on others.
 */
export function plansReader(
  db: Database,
): (
  placeId: number,
  heldOutcome: (row: OutcomeRow) => HeldOutcome[],
) => (reportId: number) => Plans {
  const statements = prepareReading(db);
  return (placeId, heldOutcome) => {
    const ofPlace = statements.targets.all({ placeId });
    const named = ofPlace.map(({ row }) => row);
    const results =
      named.length === 0
        ? []
        : statements.results.all({
            placeId,
            indicators: JSON.stringify(named.flatMap(({ indicatorId }) => indicatorId ?? [])),
            labels: JSON.stringify(named.map(({ labelZh }) => labelZh)),
          });
    const plans = statements.plans.all({ placeId });
    const followers = statements.followers.all({ placeId });
    return (reportId) => ({
      targets: ofPlace.flatMap(({ row, direction, ofIndicator, unit, words }) => {
        if (row.reportId !== reportId) return [];
        const indicator = direction && ofIndicator && { direction, additivity: ofIndicator };
        return [heldTarget(row, { indicator: indicator || null, unit, words })];
      }),
      results: results.filter((row) => row.reportId === reportId).flatMap(heldOutcome),
      plans: plans.filter((row) => row.reportId === reportId),
      followers: followers.filter(({ row }) => row.reportId === reportId),
    });
  };
}

function prepareReading(db: Database) {
  const placeId = sql.placeholder('placeId');
  const among = (name: string) => sql`(select value from json_each(${sql.placeholder(name)}))`;
  return {
    targets: db
      .select({
        row: getColumns(targets),
        direction: indicators.direction,
        ofIndicator: indicators.additivity,
        unit: getColumns(units),
        words: evidences.exact,
      })
      .from(targets)
      .innerJoin(evidences, eq(evidences.id, targets.evidenceId))
      .leftJoin(indicators, eq(indicators.id, targets.indicatorId))
      .leftJoin(units, eq(units.id, targets.unitId))
      .where(sql`${targets.placeId} = ${placeId}`)
      .orderBy(targets.id)
      .prepare(),
    results: db
      .select()
      .from(outcomes)
      .where(
        sql`${outcomes.placeId} = ${placeId} and ${outcomes.reviewState} = 'CURATED' and (${outcomes.indicatorId} in ${among('indicators')} or ${outcomes.labelZh} in ${among('labels')})`,
      )
      .orderBy(outcomes.id)
      .prepare(),
    plans: db
      .select()
      .from(measures)
      .where(sql`${measures.placeId} = ${placeId} and ${measures.stage} = 'PLANNED'`)
      .orderBy(measures.id)
      .prepare(),
    followers: db
      .select({ row: getColumns(measures), earlierCode: continuations.earlierCode })
      .from(measures)
      .innerJoin(continuations, eq(continuations.measureId, measures.id))
      .where(sql`${measures.placeId} = ${placeId} and ${measures.reviewState} = 'CURATED'`)
      .orderBy(measures.id)
      .prepare(),
  };
}
