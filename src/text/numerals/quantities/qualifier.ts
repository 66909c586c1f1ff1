import type { Bound } from './bound.ts';
import type { ReadFigure } from './figure.ts';
import type { QuantityQualifier } from '../numeral.ts';

/** What the words around a figure make of it. */
export function qualify(
  { number, more }: ReadFigure,
  isRange: boolean,
  bound: Bound | null,
): QuantityQualifier {
  if (isRange || number.top !== null) return 'BETWEEN';
  if (more === '来') return 'ABOUT';
  if (more !== '') return 'MORE_THAN';
  return bound?.qualifier ?? (number.bare ? 'ABOUT' : 'EXACT');
}

/** The bounds that a qualifier gives; `step` is what 余 and 多 add less than, 0 without. */
export function limits(
  qualifier: QuantityQualifier,
  value: number,
  top: number | null,
  step: number,
): { minimum: number | null; maximum: number | null } {
  switch (qualifier) {
    case 'BETWEEN': {
      const other = top ?? value;
      return { minimum: Math.min(value, other), maximum: Math.max(value, other) };
    }
    case 'MORE_THAN':
      return { minimum: value, maximum: step > 0 ? sum(value, step) : null };
    case 'AT_LEAST':
      return { minimum: value, maximum: null };
    case 'NEARLY':
    case 'AT_MOST':
    case 'LESS_THAN':
      return { minimum: null, maximum: value };
    default:
      return { minimum: null, maximum: null };
  }
}

/** Without the dust of binary fractions: 3.2 and 0.1 make 3.3. */
function sum(value: number, step: number): number {
  return Number((value + step).toPrecision(12));
}
