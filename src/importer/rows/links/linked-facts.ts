import type { Rows } from '../rows.ts';

/** A measure whose outcomes and targets are not known yet. */
export const nothingLinked = { hasOutcomes: false, hasFigures: false, hasTargets: false };

/** Notes beside the measures of a report whether outcomes, figures and targets belong to them, once all are there. */
export function noteFacts({ measures, links, outcomes, targets }: Rows): void {
  const ofId = new Map(measures.map((measure) => [measure.id, measure]));
  const figures = new Set(outcomes.flatMap(({ id, unitId }) => (unitId == null ? [] : [id])));
  for (const { measureId, outcomeId } of links) {
    const measure = ofId.get(measureId);
    if (!measure) continue;
    measure.hasOutcomes = true;
    if (figures.has(outcomeId)) measure.hasFigures = true;
  }
  for (const { measureId } of targets) {
    const measure = ofId.get(measureId ?? 0);
    if (measure) measure.hasTargets = true;
  }
}
