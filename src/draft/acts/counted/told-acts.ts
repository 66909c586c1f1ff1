import type { Draft, DraftMeasure, DraftSpan } from '../../draft.ts';

/** An act as a text tells it, its figure included; the measure that it is one of, or is told with. */
export type ToldAct = DraftSpan & {
  readonly measure: string | null;
  readonly stage: DraftMeasure['stage'];
};

/**
 * All acts that a draft tells, in the order of the text and each once: where a measure quotes what a figure leaves of
 * its clause, the whole clause is the act.
 */
export function toldActs({
  measures,
  countedActs,
}: Pick<Draft, 'measures' | 'countedActs'>): ToldAct[] {
  const isIn = (act: DraftSpan) => (other: DraftSpan) =>
    other.start < act.end && act.start < other.end;
  const told = measures.flatMap(({ id, stage, acts }) =>
    acts
      .filter((act) => !countedActs.some(isIn(act)))
      .map(({ start, end }) => ({ start, end, measure: id, stage })),
  );
  const counted = countedActs.map(({ start, end, measure, stage }) => ({
    start,
    end,
    measure,
    stage,
  }));
  return [...told, ...counted].toSorted((one, other) => one.start - other.start);
}
