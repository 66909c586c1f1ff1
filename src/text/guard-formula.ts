/**
 * What a spreadsheet takes for a formula by its first character, also behind white space and what is not
 * seen, which some of them leave out; a tab or a line end at the start parts cells in others. Apostrophes
 * before it count as well, so that whoever takes one away from what begins so has every text as it was.
 */
const formula =
  /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; a number never does. */
export const guardFormula = (text: string) => (formula.test(text) ? `'${text}` : text);
