import { z } from 'zod';
import { passage, slug } from './terms.ts';

/** What is said of a report as a whole, by its own words or by the curator. */

export const publisher = z
  .union([
    slug,
    z.strictObject({
      code: slug.describe('Code of an organization of vocabulary/organizations.yaml.'),
      quote: passage.describe('The words of the report that name who published it.'),
    }),
  ])
  .describe(
    'Who published it: {code, quote} where the report says so; a code alone is the curator’s word, and is told as such.',
  );

export const publishedOn = z
  .union([
    z.iso.date(),
    z.strictObject({
      date: z.iso.date(),
      quote: passage.describe('The words of the report that write that day.'),
    }),
  ])
  .describe(
    'When: {date, quote} where the report writes the day; a date alone is the curator’s word, and is told as such.',
  );
