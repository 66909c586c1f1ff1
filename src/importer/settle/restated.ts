import type { CheckKind } from '../../vocabulary.ts';
import { slugOf } from '../rows/checks/explain-check.ts';
import type { CheckOperand, CheckWords } from '../rows/checks/explain-check.ts';
import { judgeTellings, unchecked } from '../rows/checks/judge.ts';
import type { Judged } from '../rows/checks/judge.ts';
import { reasonToDoubt } from './doubts.ts';
import { explainRestated } from './explain-restated.ts';
import type { HeldOutcome, HeldReport, OutcomeRow } from './held-report.ts';
import { isSameFact, tellingsOf } from './tellings.ts';
import type { Telling } from './tellings.ts';

/** A check that looks over several reports; it is of the latest of them. */
export type SettledCheck = Judged & {
  report: HeldReport;
  kind: CheckKind;
  /** Without that of the report. */
  code: string;
  stated: number | null;
  computed: number | null;
  operands: CheckOperand[];
  words: CheckWords;
  textOrder: string;
};

/** Outcomes of different reports that tell one fact, so that no sum may hold both. */
type SettledOverlap = { report: HeldReport; outcome: OutcomeRow; other: OutcomeRow };

/** What is settled over the reports of a place. */
export type Settled = { checks: SettledCheck[]; overlaps: SettledOverlap[] };

/**
 * Holds what each report of a place tells of years before against what the reports before told of
 * them. It does not follow only where no reading of the two figures agrees and nothing speaks for it
 * that they were revised, or are of different scopes.
 */
export function settleRestated(reports: readonly HeldReport[]): Settled {
  const pairs = reports.flatMap((later) =>
    tellingsOf(later).flatMap((telling) =>
      reports
        .filter(({ year }) => year < later.year)
        .flatMap((report) => {
          const told = report.outcomes.filter((outcome) => isSameFact(telling, outcome));
          return told.length === 0 ? [] : [{ later, telling, report, told }];
        }),
    ),
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
    textOrder: outcome.row.textOrder,
  };
}

function judgePair(
  telling: Telling,
  later: HeldReport,
  report: HeldReport,
  outcome: HeldOutcome,
): Judged {
  const judged = judgeTellings([telling.figure, outcome.row]);
  if (judged.verdict !== 'DOES_NOT_FOLLOW') return judged;
  const doubt = reasonToDoubt({ telling, later, earlier: { report, outcome } });
  const { statedBounds, computedBounds } = judged;
  return doubt === null ? judged : unchecked(doubt, { statedBounds, computedBounds });
}
