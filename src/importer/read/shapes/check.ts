import { z } from 'zod';
import { bilingual, passage, slug } from './terms.ts';

/** What a curator may have checked beyond what follows by itself. */

const checkNote = bilingual
  .optional()
  .describe('What a reader must know of the relation; it follows the working.');

export const check = z.discriminatedUnion('kind', [
  z.strictObject({
    note: checkNote,
    kind: z.literal('RATIO'),
    rate: slug.describe('The outcome that states the rate, in per cent.'),
    count: slug.optional().describe('The outcome that it counts; left out where none is told.'),
    base: slug.optional().describe('The outcome that it is taken of; left out where none is told.'),
    confirms: slug
      .optional()
      .describe('An outcome, such as a rate of 100 per cent, that says that the base is that one.'),
  }),
  z.strictObject({
    note: checkNote,
    kind: z.literal('SUBSET'),
    part: slug.describe('The outcome that must not be the larger one.'),
    whole: slug.describe('The outcome that it is part of.'),
    less: z
      .array(slug)
      .max(20)
      .default([])
      .describe('Outcomes that are taken from the whole first (34 departments less 9 townships).'),
  }),
  z.strictObject({
    note: checkNote,
    kind: z.literal('SAME_FACT'),
    code: slug,
    outcomes: z.array(slug).min(2).max(20).describe('The outcomes that tell the same fact.'),
  }),
  z.strictObject({
    note: checkNote,
    kind: z.literal('SET_SIZE'),
    code: slug,
    quote: passage.describe('The words that name the set.'),
    size: z.int().positive().describe('How many members its name says.'),
    members: z
      .array(passage)
      .max(20)
      .default([])
      .describe('The words that name each member; none where the text names none.'),
  }),
  z.strictObject({
    note: checkNote,
    kind: z.literal('REMAINDER'),
    code: slug,
    whole: slug.describe('The outcome that something is left of.'),
    less: z.array(slug).min(1).max(20).describe('The outcomes that are taken from it.'),
    what: bilingual.describe('What is left, as a noun (未办结的行政复议申请).'),
  }),
]);

export type CheckFacts = z.infer<typeof check>;
