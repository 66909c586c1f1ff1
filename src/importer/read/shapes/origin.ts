import { z } from 'zod';
import { slug, words } from './terms.ts';

/** Who or what said a fact first: it stays with the fact after a curator has accepted it. */

const common = {
  code: slug.describe('Unique among the report’s origins; facts name it under origin.'),
  name: words.describe('The name of the rule, of the model or of the person.'),
  madeOn: z.iso.date().optional().describe('The day on which it was said.'),
};

const version = words.describe('Which version of it: another version may say otherwise.');

export const origin = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...common, kind: z.literal('RULE'), version }),
    z.strictObject({ ...common, kind: z.literal('MODEL'), version }),
    z.strictObject({ ...common, kind: z.literal('PERSON') }),
  ])
  .describe('A rule or a model with its version, or a person.');

/** Who said a fact first and, of what a rule was not sure of, what is left to look at. */
export const saying = () => ({ origin: originCode, review });

const review = words
  .optional()
  .describe(
    'Why a person should look at what a rule or a model said, in words; its origin says which. Deleting this line is the review.',
  );

export const originCode = slug
  .optional()
  .describe(
    'Code of an origin of this report: that of the measure, or else of the report, where it is left out.',
  );
