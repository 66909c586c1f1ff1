import { inPerCent, percentOf } from '../../text/numerals/numbers/ratio.ts';
import type { DraftFigure } from '../draft.ts';
import type { Composing } from './composing.ts';

/** A figure that tells how far a level moved, as the fact of that level has it; `by` is below zero for a fall. */
type Move = {
  readonly figure: DraftFigure;
  readonly field: 'change' | 'changePercent';
  readonly by: number;
};

/** How far a level moved, where the text tells it beside the level: by an amount (O6), else in per cent of itself (O5). */
export function moveOf({ moves, concessions }: Composing, level: DraftFigure): Move | null {
  if (level.change !== 'LEVEL' || concessions.has(level.id, 'no-change')) return null;
  const told = (moves.get(level.id) ?? []).filter(
    ({ id, kind }) => kind === level.kind && concessions.isLive(id),
  );
  // A rank that rises has a lower number.
  const falls = ({ direction }: DraftFigure) =>
    ((direction === 'DOWN') !== level.isRank) !== concessions.has(level.id, 'flip-sign');
  const amount = told.find(({ change }) => change === 'BY');
  if (amount) return { figure: amount, field: 'change', by: signed(falls(amount), amount.value) };
  // In per cent of itself moves what counts or measures; a rate moves by points.
  if (level.value <= 0 || level.isRank || percentOf(level.unit) !== null) return null;
  for (const figure of told) {
    const percent =
      figure.change === 'RATE_OF_CHANGE' ? inPerCent(figure.value, figure.unit) : null;
    if (percent !== null)
      return { figure, field: 'changePercent', by: signed(falls(figure), percent) };
  }
  return null;
}

export const signed = (falls: boolean, value: number): number =>
  falls ? -Math.abs(value) : Math.abs(value);

/** Whether a figure is told as the change of another, and not by itself. */
export function isMove(composing: Composing, figure: DraftFigure): boolean {
  const level = levelOf(composing, figure);
  return level !== null && moveOf(composing, level)?.figure.id === figure.id;
}

/** Why a person should look at a change that stands by itself though its level is told; else null. */
export function reviewOfMove(composing: Composing, figure: DraftFigure): string | null {
  return levelOf(composing, figure) !== null && !isMove(composing, figure)
    ? 'it is a change of the level told before it, and could not be written in the fact of that level'
    : null;
}

function levelOf(
  { figures, concessions }: Composing,
  { changeOf }: DraftFigure,
): DraftFigure | null {
  const level = figures.get(changeOf ?? '');
  return level && concessions.isLive(level.id) ? level : null;
}
