import { createHash } from 'node:crypto';
import type { DocumentClaim, ReadDocument } from './document.ts';

/** Words of a file that are not in the text, with the reason. */
export type LeftOut = { readonly text: string; readonly why: string };

/** What a reader of one kind of file makes of it; digests are added for all of them in one place. */
export type DocumentParts = Omit<ReadDocument, 'digests'>;

export const noClaims = {
  title: null,
  publisher: null,
  publishedOn: null,
  address: null,
} as const satisfies Record<string, DocumentClaim | null>;

const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

export function withDigests(parts: DocumentParts, bytes: Uint8Array): ReadDocument {
  return { ...parts, digests: { file: sha256(bytes), text: sha256(parts.text) } };
}

/** Characters that nobody sees and that mean nothing in a made text: marks of width, of direction, of control. */
const unseen =
  // oxlint-disable-next-line no-control-regex -- it is these that are looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A line of a page as people read it: no white space at its ends (U+3000 indents a paragraph), runs of
 * it inside as one, what nobody sees taken away. Tabs stay: they part the cells of a table.
 */
export const cleanLine = (line: string) =>
  line
    .replace(unseen, '')
    .replace(/\u00a0/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\t(?: ?\t)* ?/g, '\t')
    .trim();

/** A raised 2 or 3 behind a metre is a part of the unit: `m²` is another than `m2`. */
export const raise = (text: string, before: string): string =>
  /m\s*$/i.test(before) ? text.replace(/^\s*2\s*$/, '²').replace(/^\s*3\s*$/, '³') : text;

/** A stored text of lines: none is empty, each ends in `\n`. */
export const textOfLines = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
