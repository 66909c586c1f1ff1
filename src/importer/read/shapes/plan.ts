import { z } from 'zod';
import { seedBounds } from '../../../limits.ts';
import { linkBases, namesOf } from '../../../vocabulary.ts';
import { figureFields } from './figure.ts';
import { saying } from './origin.ts';
import { bilingual, citedCode, passage, period, slug, words } from './terms.ts';

/** What a curator says of a report's plan and of its shortcomings. */

export const target = z.strictObject({
  code: slug.describe('Unique among the report’s targets; never changed, never given twice.'),
  label: bilingual.describe('What is to be reached, without its figure.'),
  quote: passage
    .optional()
    .describe(
      'The shortest run of words that holds the figure and says what it counts; left out where a statement is the quote.',
    ),
  ...figureFields,
  statement: words
    .optional()
    .describe(
      'For a target without a figure: the words of the quote that state it; without a quote they are the quote.',
    ),
  due: period
    .optional()
    .describe(
      'When it is to be reached (年底前); left out where the text does not say. What a heading says of the whole plan is INFERRED.',
    ),
  owner: slug
    .optional()
    .describe(
      'Code of the organization that answers for it; left out where it is who carries its measure out.',
    ),
  deliverable: words
    .optional()
    .describe('The words of the quote for what will then be there (成果形式): 实施方案.'),
  revises: citedCode
    .optional()
    .describe(
      'Code of the target of an earlier report of the same place that this one takes the place of, with its report: xinghe-2022/study-sessions.',
    ),
  note: bilingual.optional().describe('What a reader must know beside the figure.'),
  ...saying(),
});

export type TargetFacts = z.infer<typeof target>;

export const continues = z
  .strictObject({
    measure: citedCode.describe(
      'Code of the earlier measure with its report: xinghe-2022/streamline-approvals.',
    ),
    basis: z
      .enum(['STATED', 'CURATED'])
      .describe(
        'STATED where words say that it goes on (继续, 持续), CURATED with a note otherwise.',
      ),
    quote: passage.optional().describe('The words that say so, words of the measure among them.'),
    note: bilingual.optional().describe('Why they are the same work; CURATED needs it.'),
  })
  .describe('The measure of an earlier report of the same place that it carries on.');

const problemFigure = z.strictObject({
  label: bilingual.describe('What it counts, without its figure.'),
  quote: passage
    .optional()
    .describe('The words that hold it, where those of the problem itself do not.'),
  ...figureFields,
});

export const problem = z.strictObject({
  code: slug.describe('Unique among the report’s problems; never changed, never given twice.'),
  title: bilingual,
  quote: passage.describe('The words that tell it.'),
  cause: passage.optional().describe('The words that give its cause, where the text gives one.'),
  ...saying(),
  framework: z
    .array(slug)
    .max(seedBounds.frameworkItems)
    .default([])
    .describe('Codes of the framework items that it falls under.'),
  figures: z
    .array(problemFigure)
    .max(seedBounds.figures)
    .default([])
    .describe('The figures that tell how far it goes.'),
  answeredBy: z
    .array(
      z.strictObject({
        measure: slug.describe('Code of a planned measure of this report.'),
        basis: z
          .enum(namesOf(linkBases))
          .describe(
            'STATED where words set the measure against it, SAME_POINT where both stand in one point, CURATED with a note otherwise.',
          ),
        quote: passage
          .optional()
          .describe('The words that join them, words of the measure among them.'),
        note: bilingual.optional().describe('Why the measure answers it; CURATED needs it.'),
      }),
    )
    .max(seedBounds.ofReport)
    .default([])
    .describe('The planned measures that the text, or the curator, sets against it.'),
});

export type ProblemFacts = z.infer<typeof problem>;
