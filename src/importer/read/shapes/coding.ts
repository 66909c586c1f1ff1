import { z } from 'zod';
import { outcomeLevels, linkBases, namesOf, periodBases } from '../../../vocabulary.ts';
import { bilingual, passage, words } from './terms.ts';

/**
 * How one coder coded a report, by the codebook and the text alone: quotes, level, basis, period and
 * value, and nothing that takes a vocabulary. It is kept beside the facts that were agreed on.
 */
const outcome = z.strictObject({
  quote: passage.describe('The words that prove it (Q1, Q2).'),
  value: z.number().optional().describe('The figure, where there is one.'),
  baseline: z.number().optional().describe('The figure before (由A至B: A).'),
  change: z
    .number()
    .optional()
    .describe('Instead of a value: by how much something changed, a fall below zero (O5).'),
  level: z.enum(namesOf(outcomeLevels)).describe('L1 to L4.'),
  basis: z.enum(namesOf(linkBases)).describe('B1 to B3, of the measure that it stands under.'),
  period: words.optional().describe('The words of its period, as the report has them (P1 to P3).'),
  periodBasis: z.enum(namesOf(periodBases)).default('STATED').describe('P1 or P2.'),
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
        outcomes: z.array(outcome).default([]),
      }),
    ),
  })
  .describe('One coder’s coding of one report, by seed/CODEBOOK.md.');

export type CodingFacts = z.infer<typeof coding>;

/** The shape of a coding as a JSON Schema, for editors. */
export const describeCoding = (): string =>
  `${JSON.stringify(z.toJSONSchema(coding, { io: 'input' }), null, 2)}\n`;
