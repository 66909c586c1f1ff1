import { z } from 'zod';
import { namesOf, normBounds, normPeriods, placeLevels } from '../../../vocabulary.ts';
import { bilingual, slug, webAddress, words } from './terms.ts';

/** The shape of what an official frame asks, point by point: only what its text states. */

const norm = z.strictObject({
  indicator: words.describe('Code of the indicator whose figures it is about.'),
  bound: z.enum(namesOf(normBounds)).describe('Which way it bounds them.'),
  value: z.number().describe('The number that the quote states, in the unit.'),
  unit: words.describe('Code of its unit, which is that of the indicator.'),
  per: words.optional().describe('Code of a unit: per what it asks for so many (每人).'),
  period: z
    .enum(namesOf(normPeriods))
    .optional()
    .describe('In which time it asks for so many; left out where it holds at any time.'),
  from: z.iso.date().describe('Its first day in force.'),
  until: z.iso.date().optional().describe('Its last day in force, where the source names one.'),
  highestLevel: z
    .enum(namesOf(placeLevels))
    .optional()
    .describe('The highest rank of places that it binds; left out where there is none.'),
  lowestLevel: z
    .enum(namesOf(placeLevels))
    .optional()
    .describe('The lowest rank of places that it binds: COUNTY for 县级以上.'),
  quote: words.describe('The words of the source that state it, to the letter.'),
  source: webAddress
    .optional()
    .describe('The address of the text that holds them; that of the item where it is left out.'),
});

/** A heading of a frame, or a point below one. */
export const frameworkItem = z.strictObject({
  code: slug,
  title: bilingual,
  parent: z
    .string()
    .optional()
    .describe('Code of the item right above it; left out for a heading.'),
  source: webAddress
    .optional()
    .describe('The address of the text that words it; that of its parent where it is left out.'),
  responsibleBody: bilingual.optional().describe('Who is to do it (责任单位).'),
  timeLimit: bilingual.optional().describe('By when it is to be done (时限).'),
  deliverable: bilingual.optional().describe('What is to come of it (成果形式).'),
  norm: norm.optional().describe('The norm that it states, if any.'),
});

export type FrameworkItemFacts = z.infer<typeof frameworkItem>;
export type NormFacts = z.infer<typeof norm>;
