import { closingMarks } from '../../text/clause.ts';
import type { Stretch } from './reading.ts';
import { readMark } from './ladder.ts';
import type { LadderMark } from './ladder.ts';

/** A paragraph of a reading, and the number that begins it. */
export type Paragraph = Stretch & {
  readonly words: string;
  readonly mark: LadderMark | null;
};

/** The paragraphs of a reading's text, in order; none is empty. */
export function findParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const words of text.split('\n')) {
    const end = start + words.length;
    if (words !== '') paragraphs.push({ start, end, words, mark: readMark(words) });
    start = end + 1;
  }
  return paragraphs;
}

/** How far a bracket is looked for; what is not closed by then keeps nothing together. */
const farthest = 200;

/**
 * The stretches of a text between marks of `ends`; a quotation, a title or a bracket is never cut. Each
 * stretch ends before its mark.
 */
export function splitAt(text: string, ends: RegExp, from = 0, to = text.length): Stretch[] {
  const stretches: Stretch[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    const character = text.charAt(at);
    // No character of words is a mark, and nearly all are such.
    if (character >= '\u4e00' && character <= '\u9fff') continue;
    const partner = closingMarks.get(character);
    if (partner !== undefined) at = partnerAt(text, at, partner) ?? at;
    else if (ends.test(character)) {
      if (at > start) stretches.push({ start, end: at });
      start = at + 1;
    }
  }
  if (to > start) stretches.push({ start, end: to });
  return stretches;
}

function partnerAt(text: string, at: number, partner: string): number | null {
  const opening = text.charAt(at);
  let depth = 0;
  for (let next = at; next < text.length && next < at + farthest; next += 1) {
    const character = text.charAt(next);
    if (character === '\n') return null;
    if (character === opening) depth += 1;
    if (character !== partner) continue;
    depth -= 1;
    if (depth === 0) return next;
  }
  return null;
}

/** What ends a sentence. */
export const sentenceEnd = /[。！？\n]/;
/** What ends a clause. */
export const clauseEnd = /[，；。！？\n]/;
