import { z } from 'zod';
import { namesOf, qualifiers } from '../../../vocabulary.ts';
import { words } from './terms.ts';

/**
 * How a fact says which figure of the text is its own. Outcomes, targets and the figures of problems say
 * it in the same fields.
 */
export const figureFields = {
  value: z.number().optional().describe('The figure; it must be readable in the quote.'),
  figure: words
    .optional()
    .describe('The figure’s words inside the quote, where the quote shows the same value twice.'),
  qualifier: z
    .enum(namesOf(qualifiers))
    .optional()
    .describe('Read from the words; write it only to have it confirmed.'),
  unit: z.string().optional().describe('Code of a unit in vocabulary/units.yaml.'),
  baseline: z
    .number()
    .optional()
    .describe(
      'The value before, in the same unit and the same quote (由20个工作日压缩至10个工作日: 20).',
    ),
  change: z
    .number()
    .optional()
    .describe(
      'Instead of a value, where the words tell only by how much something changed (减少环节46个: -46).',
    ),
  indicator: z.string().optional().describe('Code of an indicator in vocabulary/indicators.yaml.'),
};

const figure = z.strictObject(figureFields);

/** What a fact says of the figure that it claims, and of the words that state it where there is none. */
export type FigureFacts = z.infer<typeof figure> & { statement?: string | undefined };
