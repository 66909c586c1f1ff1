import { sliceCodePoints } from '../../../text/code-points.ts';
import type { Numeral } from '../../../text/numerals/numeral.ts';
import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';
import type { WorkedCheck } from './explain-check.ts';
import { ratioCheck, sameFactCheck, slugOf } from './work-out.ts';

type Outcome = Rows['outcomes'][number];

/**
 * Facts that a report tells twice: outcomes under one indicator with the same unit, period, dimension and
 * population, none of which is part of another, and which no curator has set beside each other.
 */
export function findTellings(
  own: readonly Outcome[],
  worked: readonly WorkedCheck[],
): WorkedCheck[] {
  const joined = worked.map(({ operands }) => new Set(operands.map(({ outcome }) => outcome.id)));
  const isJoined = (told: readonly Outcome[]) =>
    joined.some((ids) => told.filter(({ id }) => ids.has(id)).length > 1);
  const groups = Map.groupBy(
    own.filter(({ indicatorId, value }) => indicatorId != null && value != null),
    keyOfTelling,
  );
  return [...groups.values()]
    .filter((told) => told.length > 1 && !isJoined(told) && !hasPart(told))
    .flatMap((told) => sameFactCheck(told[0] ? slugOf(told[0]) : '', told) ?? []);
}

const keyOfTelling = (outcome: Outcome) =>
  JSON.stringify([
    outcome.indicatorId,
    outcome.unitId,
    outcome.periodKey,
    outcome.dimensionZh,
    outcome.populationZh,
    outcome.wholeId,
  ]);

const hasPart = (told: readonly Outcome[]) =>
  told.some(({ wholeId }) => told.some(({ id }) => id === wholeId));

/** How far before a rate its count and base may stand, in code points. */
const reach = 60;

/** What ends the words that a rate can be of. */
const stop = /[。;;!?!?\n]/u;

/**
 * Rates whose count and base stand before them in one sentence and say so by their verbs: 排查400起,
 * 调处387起,调处成功率96%. The noun of the rate begins with the verb of the count, and the figure before
 * that, of the same unit, is the base.
 */
export function findRatios(
  context: ReportContext,
  own: readonly Outcome[],
  worked: readonly WorkedCheck[],
): WorkedCheck[] {
  const { figures, text } = context;
  const checked = new Set(
    worked
      .filter(({ kind }) => kind === 'RATIO')
      .flatMap(({ operands }) => operands.map(({ outcome }) => outcome.id)),
  );
  const outcomes = new Map(own.map((outcome) => [outcome.id, outcome]));
  const told = figures.all.flatMap((numeral) => {
    const outcome = outcomes.get(figures.owners.get(numeral)?.outcomeId);
    return outcome?.value != null && isLevel(numeral) ? [{ numeral, outcome }] : [];
  });
  return told.flatMap(({ numeral, outcome: rate }, nth) => {
    const isRate = /^[%％]$/u.test(numeral.quantity?.unit ?? '');
    if (!isRate || checked.has(rate.id)) return [];
    const noun = nounOf(text, numeral.start);
    const [base, count] = told.slice(Math.max(0, nth - 2), nth);
    if (noun === null || !base || !count || base.outcome.unitId !== count.outcome.unitId) return [];
    const between = sliceCodePoints(text, base.numeral.start, numeral.start);
    if (between.length > reach || stop.test(between)) return [];
    const verb = sliceCodePoints(text, Math.max(0, count.numeral.start - 2), count.numeral.start);
    if (!noun.startsWith(verb) || rate.id === count.outcome.id) return [];
    return [ratioCheck({ rate, count: count.outcome, base: base.outcome })];
  });
}

const isLevel = ({ quantity }: Numeral) => quantity?.change?.role !== 'BY';

/** The noun of a rate right before its figure: 调处成功率 before 96%, 办结率达 before 95%. */
function nounOf(text: string, start: number): string | null {
  const before = sliceCodePoints(text, Math.max(0, start - 12), start);
  return /(\p{Script=Han}+率)(?:均?[为达是]|达到|均达)?$/u.exec(before)?.[1] ?? null;
}
