import { sliceCodePoints } from '../../../text/code-points.ts';
import type { Path } from '../../read/parse-source.ts';
import type { FigureFacts } from '../../read/shapes/figure.ts';
import type { ClaimedFigure } from '../../resolve/claim-request.ts';
import { quoted } from '../../resolve/quotes.ts';
import type { ReportContext } from '../report-context.ts';

/** What may stand behind a number that is alone in its cell: the next cell, the next row, the end. */
const endsCell = /^[ \u00a0\u3000]*(?:[\t|\n]|$)/u;
const longestGap = 8;

/**
 * Whether the words that a fact quotes as the head of its table tell its unit: they hold the classifier and stand before
 * the number, which is alone in its cell. True where it quotes none; else false and told.
 */
export function checkUnitHead(
  context: ReportContext,
  { unit }: FigureFacts,
  claimed: ClaimedFigure,
  at: Path,
): boolean {
  if (typeof unit !== 'object' || unit.head === undefined) return true;
  const place = [...at, 'unit', 'head'];
  const head = context.quote(unit.head, undefined, place);
  if (!head) return false;
  const { text, report } = context;
  const { end } = claimed.numeral;
  const isInCell = endsCell.test(sliceCodePoints(text, end, end + longestGap));
  if (head.exact.includes(unit.classifier) && head.end <= claimed.start && isInCell) return true;
  report(
    place,
    'unit-not-in-head',
    `${quoted(head.exact)} does not tell the unit ${quoted(unit.classifier)} of ${quoted(claimed.text)}.`,
    'Quote words before the table’s cell that hold the classifier; where it follows the number, leave the head out.',
  );
  return false;
}
