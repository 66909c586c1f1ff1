import { z } from 'zod';
import { outcomeLevels, linkBases, namesOf, periodBases } from '../../../vocabulary.ts';
import { measureStages } from '../../../vocabulary/plans.ts';
import { bilingual, passage, words } from './terms.ts';

/**
 * How one coder coded a report, by the codebook and the text alone: quotes, level, basis, period and
 * value, and nothing that takes a vocabulary. It is kept beside the facts that were agreed on.
 */
const figure = {
  quote: passage.describe('The words that prove it (Q1, Q2).'),
  value: z.number().optional().describe('The figure, where there is one.'),
  baseline: z.number().optional().describe('The figure before (由A至B: A).'),
  change: z
    .number()
    .optional()
    .describe('Instead of a value: by how much something changed, a fall below zero (O5).'),
};

const outcome = z.strictObject({
  ...figure,
  level: z.enum(namesOf(outcomeLevels)).describe('L1 to L4.'),
  basis: z.enum(namesOf(linkBases)).describe('B1 to B3, of the measure that it stands under.'),
  period: words.optional().describe('The words of its period, as the report has them (P1 to P3).'),
  periodBasis: z.enum(namesOf(periodBases)).default('STATED').describe('P1 or P2.'),
});

const target = z.strictObject({
  ...figure,
  due: words
    .optional()
    .describe('The words by when it is due, as the report has them (T4); none where it is silent.'),
  dueBasis: z
    .enum(namesOf(periodBases))
    .default('STATED')
    .describe('STATED in its clause, INFERRED from the heading or the opening of the plan (T4).'),
});

const problem = z.strictObject({
  quote: passage.describe('The words that tell it (R1).'),
  cause: passage.optional().describe('The words of its cause, where the text gives one (R2).'),
  answeredBy: z
    .array(
      z.strictObject({
        measure: passage.describe('Words out of the quotes of a planned measure of this coding.'),
        basis: z.enum(namesOf(linkBases)).describe('What sets it against the problem (R3).'),
      }),
    )
    .default([])
    .describe('The planned measures against it (R3).'),
});

export const coding = z
  .strictObject({
    coder: z
      .string()
      .regex(/^[a-z]$/, 'must be one small letter')
      .describe('a, b, …'),
    made: bilingual.describe('How it was made, by whom and from what.'),
    coded: z
      .array(z.strictObject({ from: passage, to: passage }))
      .optional()
      .describe('The stretches that were coded; the whole text where it is left out.'),
    measures: z.array(
      z.strictObject({
        quotes: z.array(passage).min(1).describe('The words of its acts (M2).'),
        stage: z
          .enum(namesOf(measureStages))
          .default('CARRIED_OUT')
          .describe('PLANNED for what will be done (T1).'),
        outcomes: z.array(outcome).default([]),
        targets: z.array(target).default([]).describe('What a planned one is to reach (T3).'),
      }),
    ),
    targets: z.array(target).default([]).describe('Targets that no measure bears (T3).'),
    problems: z.array(problem).default([]).describe('What the report says falls short (R1).'),
  })
  .describe('One coder’s coding of one report, by seed/CODEBOOK.md.');

export type CodingFacts = z.infer<typeof coding>;

/** The shape of a coding as a JSON Schema, for editors. */
export const describeCoding = (): string =>
  `${JSON.stringify(z.toJSONSchema(coding, { io: 'input' }), null, 2)}\n`;
