import { findNumerals } from '../../src/text/numerals/numeral-scanner.ts';

/** Each numeral as `words KIND`, or for a quantity `words = value unit QUALIFIER min..max`. */
export function readNumerals(text: string): string[] {
  return findNumerals(text).map(({ text: words, kind, quantity }) => {
    if (quantity === null) return `${words} ${kind}`;
    const { value, unit, qualifier, minimum, maximum } = quantity;
    const bounds =
      minimum === null && maximum === null ? '' : ` ${minimum ?? ''}..${maximum ?? ''}`;
    return `${words} = ${value} ${unit} ${qualifier}${bounds}`;
  });
}

/** The words of the quantities of a text. */
export const quantitiesOf = (text: string): string[] =>
  findNumerals(text).flatMap(({ text: words, quantity }) => (quantity ? [words] : []));
