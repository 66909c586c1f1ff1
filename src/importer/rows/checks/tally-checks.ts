import { checkKinds, checkReasons, namesOf } from '../../../vocabulary.ts';
import type { CheckKind } from '../../../vocabulary.ts';
import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';
import type { WorkedCheck } from './explain-check.ts';

/** What of a check is counted. */
type Counted = Pick<Rows['checks'][number], 'kind' | 'verdict' | 'reason'>;

/** The kinds that can come to a verdict: what is left of a whole is never held against anything. */
const kindsOfVerdicts = namesOf(checkKinds).filter((kind) => kind !== 'REMAINDER');

/** How many checks of each of these kinds are called for and made, and why the others are not. */
export function tallyChecks(
  reportId: number,
  kinds: readonly CheckKind[],
  counted: readonly Counted[],
): Pick<Rows, 'reportCheckKinds' | 'reportUnmadeChecks'> {
  const unmade = counted.filter(({ verdict }) => verdict === 'CANNOT_BE_CHECKED');
  const of = (some: readonly Counted[], kind: CheckKind) =>
    some.filter((check) => check.kind === kind);
  return {
    reportCheckKinds: kinds.map((kind) => {
      const possibleCount = of(counted, kind).length;
      const madeCount = possibleCount - of(unmade, kind).length;
      return { reportId, ordinal: ordinalOf(kind), kind, possibleCount, madeCount };
    }),
    reportUnmadeChecks: kinds.flatMap((kind) =>
      namesOf(checkReasons).flatMap((reason, nth) => {
        const checkCount = of(unmade, kind).filter((check) => check.reason === reason).length;
        if (checkCount === 0) return [];
        return { reportId, ordinal: ordinalOf(kind) * 100 + nth, kind, reason, checkCount };
      }),
    ),
  };
}

const ordinalOf = (kind: CheckKind) => namesOf(checkKinds).indexOf(kind) + 1;

/** Adds the tallies of a report's checks, those that others settle with none; gives the totals. */
export function addTallies(
  { rows, reportId, terms }: ReportContext,
  own: readonly Rows['outcomes'][number][],
  worked: readonly WorkedCheck[],
): Pick<Rows['reports'][number], 'possibleCheckCount' | 'madeCheckCount'> {
  const inRatio = new Set(
    worked.flatMap(({ kind, operands }) =>
      kind === 'RATIO' ? operands.map(({ outcome }) => outcome.id) : [],
    ),
  );
  const isRate = ({ value, unitId }: (typeof own)[number]) =>
    value != null && unitId != null && terms.codes.units?.get(unitId) === '%';
  const ofNothing = own.filter((outcome) => isRate(outcome) && !inRatio.has(outcome.id));
  const counted: Counted[] = [
    ...worked.filter(({ kind }) => kind !== 'REMAINDER'),
    ...ofNothing.map(() => rateOfNothing),
  ];
  const { reportCheckKinds, reportUnmadeChecks } = tallyChecks(reportId, kindsOfVerdicts, counted);
  rows.reportCheckKinds.push(...reportCheckKinds);
  rows.reportUnmadeChecks.push(...reportUnmadeChecks);
  const made = counted.filter(({ verdict }) => verdict !== 'CANNOT_BE_CHECKED');
  return { possibleCheckCount: counted.length, madeCheckCount: made.length };
}

/** A rate for which neither a curator nor the sentence names a count and a base. */
const rateOfNothing: Counted = {
  kind: 'RATIO',
  verdict: 'CANNOT_BE_CHECKED',
  reason: 'NOT_TOLD',
};
