import { indexCodePoints } from '../../../../src/text/code-points.ts';

/** Where words stand in a text from an offset on, in code points; null where they do not. */
export function codePointIndexOf(text: string, words: string, from: number): number | null {
  const { toIndex, toOffset } = indexCodePoints(text);
  const at = text.indexOf(words, toIndex(from));
  return at < 0 ? null : toOffset(at);
}
