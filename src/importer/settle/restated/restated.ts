import { slugOf } from '../../rows/checks/explain-check.ts';
import {
  baselineInterval,
  figureInterval,
  judgeTellings,
  unchecked,
} from '../../rows/checks/judge.ts';
import type { Judged } from '../../rows/checks/judge.ts';
import { reasonToDoubt } from './doubts.ts';
import { explainRestated } from './explain-restated.ts';
import { isOfOneBody } from '../held-report.ts';
import type { HeldOutcome, HeldReport } from '../held-report.ts';
import type { Settled, SettledCheck } from '../settled.ts';
import { isSameFact, tellingsOf } from './tellings.ts';
import type { Telling } from './tellings.ts';
import { plainWindow } from './window.ts';
import { textOrderOf } from '../../rows/text-order.ts';

/**
 * Holds what each report of a place tells of years before against what the reports before told of
 * them. It does not follow only where no reading of the two figures agrees and nothing speaks for it
 * that they were revised, or are of different scopes.
 */
export function settleRestated(
  reports: readonly HeldReport[],
): Pick<Settled, 'checks' | 'overlaps'> {
  const all = reports.flatMap((report) => report.outcomes.map((outcome) => ({ report, outcome })));
  const byWindow = Map.groupBy(all, ({ outcome }) => plainWindow(outcome.row.window));
  const pairs = reports.flatMap((later) =>
    tellingsOf(later).flatMap((telling) => {
      const earlier = (byWindow.get(telling.window) ?? []).filter(
        ({ report, outcome }) =>
          report.year < later.year && isOfOneBody(report, later) && isSameFact(telling, outcome),
      );
      return [...Map.groupBy(earlier, ({ report }) => report)].map(([report, some]) => {
        return { later, telling, report, told: some.map(({ outcome }) => outcome) };
      });
    }),
  );
  return {
    checks: pairs.flatMap((pair) => restatedCheck(pair) ?? []),
    overlaps: pairs.flatMap(({ later, telling, told }) =>
      telling.isBaseline
        ? []
        : told.map(({ row }) => ({ report: later, outcome: telling.outcome.row, other: row })),
    ),
  };
}

type Pair = {
  later: HeldReport;
  telling: Telling;
  report: HeldReport;
  /** What the earlier report tells of it; where that tells it twice, agreeing with one is enough. */
  told: readonly HeldOutcome[];
};

function restatedCheck({ later, telling, report, told }: Pair): SettledCheck | null {
  const { figure, outcome, isBaseline } = telling;
  const judged = told.map((earlier) => ({
    earlier,
    ...judgePair(telling, later, report, earlier),
  }));
  const best = judged.find(({ verdict }) => verdict === 'HOLDS') ?? judged[0];
  if (!best) return null;
  const { earlier, ...verdict } = best;
  return {
    ...verdict,
    report: later,
    kind: 'RESTATED',
    code: `restated${isBaseline ? '-baseline' : ''}-${slugOf(outcome.row)}-${report.code}`,
    stated: figure.value ?? null,
    computed: earlier.row.value ?? null,
    operands: [
      { role: 'RESTATED', outcome: outcome.row },
      { role: 'TOLD', outcome: earlier.row },
    ],
    words: explainRestated({ judged: verdict, telling, later, report, earlier }),
    textOrder: textOrderOf(outcome.row),
  };
}

function judgePair(
  telling: Telling,
  later: HeldReport,
  report: HeldReport,
  outcome: HeldOutcome,
): Judged {
  const { figure, isDerived } = telling;
  const judged = judgeTellings([figure, outcome.row], (one, reading) =>
    isDerived && one === figure
      ? baselineInterval(telling.outcome.row, reading)
      : figureInterval(one, reading),
  );
  if (judged.verdict !== 'DOES_NOT_FOLLOW') return judged;
  const doubt = reasonToDoubt({ telling, later, earlier: { report, outcome } });
  const { statedBounds, computedBounds } = judged;
  return doubt === null ? judged : unchecked(doubt, { statedBounds, computedBounds });
}
