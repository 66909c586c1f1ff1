import { seedBounds } from '../../../limits.ts';
import { z } from 'zod';
import {
  additivities,
  indicatorDirections,
  indicatorGroups,
  indicatorKinds,
  namesOf,
  outcomeLevels,
  placeLevels,
} from '../../../vocabulary.ts';
import { frameworkItem } from './framework.ts';
import { bilingual, slug, webAddress, words } from './terms.ts';

/** A unit of a vocabulary is known by definition: only a report's own is not. */
const known = namesOf(additivities).filter((each) => each !== 'UNKNOWN');

/** The shapes of the files of a vocabulary. */
export const vocabularies = {
  places: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{2,12}$/, 'must be a GB/T 2260 code'),
      name: bilingual,
      level: z.enum(namesOf(placeLevels)),
      parent: z.string().optional().describe('Code of the place that it lies in.'),
    }),
  ),
  units: z.array(
    z.strictObject({
      code: words.describe('UCUM where it exists, otherwise an annotation such as {case}.'),
      name: bilingual,
      classifiers: z
        .array(z.string())
        .describe(
          'How reports write it after a number (件, 起); an empty string where they write none.',
        ),
      nouns: z
        .array(words)
        .default([])
        .describe(
          'What the classifiers count (行政复议申请, 申请): of several units of one classifier, the one whose noun stands beside the figure is meant. None where the classifier alone says it.',
        ),
      additivity: z
        .enum(known)
        .default('ADDITIVE')
        .describe('Whether figures in it can be added up.'),
    }),
  ),
  indicators: z.array(
    z.strictObject({
      code: slug,
      name: bilingual,
      unit: words.describe('Code of a unit.'),
      group: z
        .enum(namesOf(indicatorGroups))
        .optional()
        .describe('Where it belongs among indicators.'),
      definition: bilingual
        .optional()
        .describe('What it observes, exactly, as far as a report says nothing else.'),
      phrases: z
        .array(words.regex(/^[^、]+$/, 'must be one phrase, without 、'))
        .default([])
        .describe('How texts name it (负责人出庭应诉); they decide nothing.'),
      level: z
        .enum(namesOf(outcomeLevels))
        .optional()
        .describe('The level of what observes it, where the outcome itself says none.'),
      direction: z
        .enum(namesOf(indicatorDirections))
        .default('NEITHER')
        .describe('Which way is better for those who are governed; NEITHER where it is left out.'),
      kind: z
        .enum(namesOf(indicatorKinds))
        .default('LEVEL')
        .describe('LEVEL takes values and changes of them, CHANGE changes only.'),
      additivity: z
        .enum(known)
        .optional()
        .describe('Whether figures of it can be added up; its unit’s where it is left out.'),
    }),
  ),
  frameworks: z
    .array(
      z.strictObject({
        code: slug,
        name: bilingual,
        edition: words.describe('Which edition of the frame this is.'),
        source: webAddress.optional().describe('The address of its official text.'),
        place: z
          .string()
          .optional()
          .describe(
            'Code of the place that it binds, with all in it; left out where it binds all.',
          ),
        items: z
          .array(frameworkItem)
          .max(seedBounds.frameworkItems)
          .describe('Its headings in order, and the points below them, each with its parent.'),
      }),
    )
    .refine(
      (all) => all.reduce((sum, { items }) => sum + items.length, 0) <= seedBounds.ofReport,
      `must have ${seedBounds.ofReport} items at most in all frameworks, so that a report’s coverage lists each`,
    ),
  organizations: z.array(
    z.strictObject({
      code: slug,
      name: bilingual,
      place: z.string().optional().describe('Code of the place that it governs or serves.'),
    }),
  ),
};
