/**
 * Figures written in digits, as searches see them: one that is looked for is never found inside a longer
 * one. Thousands and decimals belong to their figure; the steps of a date, as `2023.12.31`, are figures each.
 */
const figure = /\d+(?:(?<!\d{4}),\d{3}(?!\d))*(?:(?<!\d\.\d+)\.\d{1,3}(?!\d|\.\d))?/g;

/** Stands at either end of a figure in the index; nobody types it. */
export const figureBorder = '\u2424';

/** A character of a text, with its place among those that the text has; null for the end of a figure. */
export type Bordered = { character: string; at: number | null };

/** The characters of a search key with a border at either end of each figure. */
export function withBorders(characters: readonly string[]): Bordered[] {
  const bordered: Bordered[] = [];
  const ends = endsOf(characters);
  const border = { character: figureBorder, at: null };
  characters.forEach((character, at) => {
    if (ends.has(at)) bordered.push(border);
    bordered.push({ character, at });
  });
  if (ends.has(characters.length)) bordered.push(border);
  return bordered;
}

export const aDigit = /^\d$/;

/** Before which characters a figure begins or has ended; no two figures touch. */
function endsOf(characters: readonly string[]): ReadonlySet<number> {
  const ends = new Set<number>();
  if (!characters.some((character) => aDigit.test(character))) return ends;
  // Places are counted in characters, whatever they take in UTF-16.
  const text = characters.map((each) => (each.length === 1 ? each : '\uffff')).join('');
  for (const { 0: found, index } of text.matchAll(figure))
    ends.add(index).add(index + found.length);
  return ends;
}
