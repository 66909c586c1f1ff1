import { labelOfCell } from '../reading/tables.ts';
import type { FigureLabel } from './figure-label.ts';
import type { LabelContext } from './label-context.ts';

/** A number in a cell is labelled by the heads of its row and its column. */
export function labelInTable({ mention }: LabelContext): FigureLabel | null {
  const { cell } = mention.numeral;
  if (cell === null) return null;
  const text = labelOfCell(cell);
  const review = 'The heads of its table say what it counts.';
  return { text, noun: null, start: cell.rowStart, end: mention.end, rule: 'label-cell', review };
}
