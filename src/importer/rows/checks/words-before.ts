import { sliceCodePoints } from '../../../text/code-points.ts';

/** The words right before a place of a text, as many as a verb or a noun with what leads to it takes. */
export const wordsBefore = (text: string, start: number): string =>
  sliceCodePoints(text, Math.max(0, start - 12), start);
