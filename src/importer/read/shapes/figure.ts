import { z } from 'zod';
import { passages, words } from './terms.ts';

/** How an outcome quotes its words and names its unit. */

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

export const unitOfFigure = z
  .union([
    z.string(),
    z.strictObject({
      classifier: z.string().describe('How the text has it after the number (件).'),
      noun: words.describe('The words of the quote that say what it counts (行政复议申请).'),
    }),
  ])
  .describe(
    'Code of a unit in vocabulary/units.yaml, or the classifier as the text has it (件): the words beside it then say which unit it is, and where none fits it becomes one of this report’s own. Left out where the indicator or the whole has it.',
  );
