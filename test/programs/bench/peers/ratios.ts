import type { Comparison, SideName } from './sides.ts';

/**
 * Microseconds of processor time that each side took an answer; Infinity for who gave none in time, null for who
 * cannot be asked the question.
 */
export type Times = { question: { title: string } } & Record<SideName, number | null>;

/** How many times the processor time of another one side takes for a question. */
export type Ratio = { title: string; of: number; by: number; ratio: number };

/** Of all questions that both were asked; of one that both gave up nothing is known. */
export const ratiosOf = (comparison: Comparison, questions: readonly Times[]): Ratio[] =>
  questions.flatMap(({ question, ...times }) => {
    const [of, by] = [times[comparison.of], times[comparison.by]];
    if (of === null || by === null || Number.isNaN(of / by)) return [];
    return { title: question.title, of, by, ratio: of / by };
  });
