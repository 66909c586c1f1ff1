import type { HeldReport } from './held-report.ts';
import { isOfOneBody } from './held-report.ts';

/**
 * A title that begins with a body other than the government itself is that of the body's own report: departments
 * report under the same name as their county.
 */
const ofBody =
  /(?:局|厅|部|办|办公室|委|委员会|院|会|中心|队|所|站|集团|公司|街道|镇|乡|苏木)(?=关于|\d{4}|[〇零○O一二]{2}|年度)/u;

const isOfPlace = ({ kind, titleZh }: HeldReport): boolean =>
  kind !== 'OTHER' && !ofBody.test(titleZh.replaceAll(/\s/gu, ''));

/**
 * Whether two reports belong to one series: those of one body and, of one kind, those about the place itself, whoever
 * published them (its government one year, the bureau that wrote it the next), where the place has one such report a year.
 */
export function isOfOneSeries(
  one: HeldReport,
  other: HeldReport,
  reports: readonly HeldReport[],
): boolean {
  if (isOfOneBody(one, other)) return true;
  if (one.kind !== other.kind || !isOfPlace(one) || !isOfPlace(other)) return false;
  return [one, other].every(({ kind, year }) => {
    const ofYear = reports.filter((each) => each.kind === kind && each.year === year);
    return ofYear.filter(isOfPlace).length === 1;
  });
}
