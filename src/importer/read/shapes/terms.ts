import { z } from 'zod';
import { namesOf, periodBases } from '../../../vocabulary.ts';

/** What the shapes of several files are made of: codes, words, quotes and periods. */

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug: small letters, digits and single hyphens')
  .max(80);

/** The code of a fact of another report, as people cite it. */
export const citedCode = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be the code of a report, a slash and the code of the fact',
  )
  .max(161);

export const words = z.string().min(1).max(2000);

/** Pages link to it, so that nothing else than a web address may stand there. */
export const webAddress = z.url().regex(/^https?:\/\//, 'must be an http or https address');

export const bilingual = z
  .strictObject({ zh: words, en: words.optional() })
  .describe(
    'The curator’s own words, in Chinese and, where somebody gives them, the same in English.',
  );

export type Bilingual = z.infer<typeof bilingual>;

/** Words for readers of English: in English where they are there, otherwise as they are. */
export const inBoth = ({ zh, en }: Bilingual): { zh: string; en: string } => ({ zh, en: en ?? zh });

const quote = words.describe(
  'Words of the report, to the letter. They must stand in it exactly once inside their section; where they stand more often, use {exact, prefix, suffix}.',
);

const placed = z.strictObject({
  exact: words.describe('The words themselves, to the letter.'),
  prefix: words.optional().describe('The words that stand immediately before.'),
  suffix: words.optional().describe('The words that stand immediately after.'),
});

/** How words are quoted. */
export const passages = [quote, placed] as const;

export const passage = z.union(passages).describe('Words of the report that prove something.');

export const period = z.strictObject({
  text: words.describe('The period as the report words it (上半年, 截至目前).'),
  quote: passage
    .optional()
    .describe(
      'Where the words stand, if not once inside the fact’s section before its quote ends.',
    ),
  edtf: z
    .string()
    .optional()
    .describe(
      'The period in EDTF (ISO 8601-2), such as 2023, 2023-01/2023-06; left out where the text does not tell it.',
    ),
  basis: z
    .enum(namesOf(periodBases))
    .default('STATED')
    .describe(
      'STATED where the words stand with the fact, INFERRED where a sentence before carries on.',
    ),
});

export type Passage = z.infer<typeof passage>;
export type PeriodFacts = z.infer<typeof period>;
