import type { Earlier, Outcome, ReportData } from './report-data.ts';

/**
 * Finds what the report of the year before tells of the same: one indicator, in one unit, of the same
 * people or things, over a time of the same shape. What is told twice, or otherwise, is not compared.
 */
export function findEarlier({ report, earlier, outcomes }: ReportData) {
  const before = report.year === null ? null : report.year - 1;
  const theirs = Map.groupBy(
    earlier.filter((told) => told.report.kind === report.kind && told.report.year === before),
    earlierKey,
  );
  const ours = Map.groupBy(outcomes, keyOf);
  return (outcome: Outcome): Earlier | null => {
    const key = keyOf(outcome);
    const [found, ...others] = theirs.get(key) ?? [];
    const isAlone = others.length === 0 && ours.get(key)?.length === 1;
    return found !== undefined && key !== null && isAlone ? found : null;
  };
}

const keyOf = ({
  indicator,
  quantity,
  dimensionZh: dimension,
  populationZh: population,
  period,
}: Outcome) => earlierKey({ indicator, quantity, dimension, population, period });

/** What two figures must have in common; null for what is no figure of an indicator. */
function earlierKey({
  indicator,
  quantity,
  dimension,
  population,
  period,
}: Pick<Earlier, 'indicator' | 'dimension' | 'population' | 'period'> & {
  quantity: { unit: { code: string } } | null;
}): string | null {
  if (!indicator || !quantity) return null;
  const shape = period?.edtf?.replaceAll(/\d{4}/g, 'year') ?? null;
  return JSON.stringify([indicator.code, quantity.unit.code, dimension, population, shape]);
}
