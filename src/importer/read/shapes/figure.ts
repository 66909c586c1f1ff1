import { z } from 'zod';
import { namesOf, qualifiers } from '../../../vocabulary.ts';
import { passage, passages, words } from './terms.ts';

/** How an outcome quotes its words: in full, or as those before it carried on. */
export const outcomeQuote = z
  .union([
    ...passages,
    z.strictObject({
      to: words.describe(
        'Instead of quoting again: the quote of the part before, or else of its whole, goes on through these words, which stand behind it in its sentence and hold the figure.',
      ),
    }),
  ])
  .describe('The shortest run of words that holds the figure and says what it counts.');

const unitOfFigure = z
  .union([
    z.string(),
    z.strictObject({
      classifier: z
        .string()
        .describe('How the text has it after the number or, in a table, in its head (件).'),
      noun: words
        .optional()
        .describe('The words of the quote that say what it counts (行政复议申请).'),
      head: passage
        .optional()
        .describe(
          'For a number alone in a cell of a table: the words before it that tell its unit, such as the head of its column (金额（万元）) or a caption (单位：件).',
        ),
    }),
  ])
  .describe(
    'Code of a unit in vocabulary/units.yaml, or the classifier as the text has it (件): the words beside it then say which unit it is, and where none fits it becomes one of this report’s own. Left out where the indicator or the whole has it.',
  );

/**
 * How a fact says which figure of the text is its own. Outcomes, targets and the figures of problems say
 * it in the same fields.
 */
export const figureFields = {
  value: z.number().optional().describe('The figure; it must be readable in the quote.'),
  rank: z
    .int()
    .min(1)
    .optional()
    .describe(
      'Instead of a value, a place in a ranking (居全市第2位: 2), which an ordinal of the quote tells; it takes no unit.',
    ),
  figure: words
    .optional()
    .describe('The figure’s words inside the quote, where the quote shows the same value twice.'),
  qualifier: z
    .enum(namesOf(qualifiers))
    .optional()
    .describe('Read from the words; write it only to have it confirmed.'),
  unit: unitOfFigure.optional(),
  baseline: z
    .number()
    .optional()
    .describe(
      'The value before, or of a rank the rank before, in the same unit and the same quote (由20个工作日压缩至10个工作日: 20).',
    ),
  change: z
    .number()
    .optional()
    .describe(
      'By how much something changed, in place of a value or beside it where the quote tells both (减少环节46个: -46; 败诉率7.3%,下降4.2个百分点: value 7.3 and change -4.2). A rank that rises has a lower number: 上升3位 is -3.',
    ),
  changePercent: z
    .number()
    .gt(-100)
    .optional()
    .describe(
      'Beside a value, by how much it changed in per cent of what was before (受理300件,同比增长20%: value 300 and changePercent 20; a fall below zero). What it was before and the amount are worked out. Alone, or beside a rate, it is a change of its own in %.',
    ),
  indicator: z.string().optional().describe('Code of an indicator in vocabulary/indicators.yaml.'),
};

const figure = z.strictObject({ ...figureFields, quote: outcomeQuote.optional() });

/** What a fact says of the figure that it claims, and of the words that state it where there is none. */
export type QuotedFigure = z.infer<typeof figure> & { statement?: string | undefined };

export type FigureFacts = Omit<QuotedFigure, 'quote'>;
