import type { Path } from '../../read/parse-source.ts';
import { pointWords } from '../../resolve/unit-words.ts';
import type { DerivedUnit } from '../../resolve/unit-words.ts';
import type { ReportContext } from '../report-context.ts';
import { isOfHundred, percentagePoint } from './change-columns.ts';
import { knownUnit } from './unit.ts';
import type { WantedUnit } from './unit.ts';

/**
 * In which unit a change is looked for that stands without its level: a rate moves by points, so that they
 * may stand where the unit comes from its indicator or its whole (满意率提高2个百分点). A unit that is stated stays.
 */
export const unitOfMove = (wanted: WantedUnit): WantedUnit =>
  wanted.id !== null && wanted.from !== null && isOfHundred(wanted)
    ? { ...wanted, classifiers: [...pointWords, ...wanted.classifiers] }
    : wanted;

/** The unit of points; null and a problem where the vocabulary has none. */
export function pointUnit(context: ReportContext, at: Path): DerivedUnit | null {
  const id = context.terms.units.rowOf(percentagePoint, [...at, 'change'], context.report);
  return id === null ? null : knownUnit(context, percentagePoint, null);
}
