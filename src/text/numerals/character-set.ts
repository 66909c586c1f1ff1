/**
 * Sets of characters that are asked for at nearly every numeral: one look at a table each, where a pattern would need
 * the character as a string of its own.
 */
const bits = new Uint32Array(0x10000);
const mostSets = 32;
let sets = 0;

type CharacterSet = {
  /** Whether the character at a UTF-16 index belongs to the set; none beyond the ends does. */
  at: (text: string, index: number) => boolean;
  /** Whether one of so many characters from an index on does. */
  within: (text: string, index: number, length: number) => boolean;
};

/** A set of the characters given, each of the basic plane. */
export function characterSet(characters: string): CharacterSet {
  if (sets === mostSets) throw new Error('There are 32 sets of characters already; share one.');
  const bit = 2 ** sets;
  sets += 1;
  for (let nth = 0; nth < characters.length; nth += 1) {
    const unit = characters.charCodeAt(nth);
    bits[unit] = (bits[unit] ?? 0) | bit;
  }
  const at = (text: string, index: number): boolean =>
    ((bits[text.charCodeAt(index)] ?? 0) & bit) !== 0;
  const within = (text: string, index: number, length: number): boolean => {
    for (let next = index; next < index + length; next += 1) if (at(text, next)) return true;
    return false;
  };
  return { at, within };
}
