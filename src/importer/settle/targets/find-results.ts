import { boundsOf } from '../../resolve/edtf-bounds.ts';
import type { HeldOutcome, HeldReport, HeldTarget } from '../held-report.ts';
import { isNamedAlike } from '../restated/tellings.ts';
import { plainWindow } from '../restated/window.ts';

/** What a report tells under the indicator, or the label, of a target. */
export type Result = { report: HeldReport; outcome: HeldOutcome };

/** What reports tell of a target: of the time in which it is due, and of other stretches of that year. */
export function resultsOf(
  { row }: HeldTarget,
  due: string,
  reports: readonly HeldReport[],
): { ofDue: Result[]; ofYear: Result[] } {
  const told = reports.flatMap((report) =>
    report.results
      .filter((outcome) => isNamedAlike(row, outcome.row))
      .map((outcome) => ({ report, outcome, period: boundsOf(plainWindow(outcome.row.window)) })),
  );
  const isOfDue = ({ period }: (typeof told)[number]) =>
    period?.start != null &&
    period.end === due &&
    isSameStretch(period.start, row.dueStart ?? null, due);
  return {
    ofDue: told.filter(isOfDue),
    ofYear: told.filter(
      (each) => !isOfDue(each) && each.outcome.row.year === Number(due.slice(0, 4)),
    ),
  };
}

/**
 * Whether what is told from a day on, up to the day that a target is due, is what was promised: for a
 * stretch (2024年, 下半年), that stretch; for a day (年底前), whatever stands at it or was done in the year before it.
 */
function isSameStretch(start: string, dueStart: string | null, due: string): boolean {
  if (start === due) return true;
  const isByDay = dueStart === null || dueStart === due;
  return isByDay ? start <= `${due.slice(0, 4)}-01-01` : start === dueStart;
}

/** Those that tell of the whole, and not of a part or of one population. */
export const wholeResults = (results: readonly Result[]): Result[] =>
  results.filter(
    ({ outcome: { row } }) =>
      row.wholeId == null && row.dimensionZh == null && row.populationZh == null,
  );

/** The one result, where all tell one figure; what the report of the year tells comes first. Null for several. */
export function onlyResult(results: readonly Result[]): Result | null {
  const ordered = results.toSorted((one, other) => one.report.year - other.report.year);
  const [first] = ordered;
  if (!first) return null;
  const isSame = ordered
    .filter(({ report }) => report === first.report)
    .every(({ outcome }) => figureOf(outcome) === figureOf(first.outcome));
  return isSame ? first : null;
}

const figureOf = ({ row }: HeldOutcome) =>
  JSON.stringify([row.value, row.qualifier, row.unitId, row.changeAbsolute, row.statement]);
