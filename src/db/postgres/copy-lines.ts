import type { CatalogColumn } from './catalog.ts';
import { packValue } from './packed-value.ts';

/** A value as SQLite gives it. */
export type SqliteValue = number | string | Uint8Array | null;

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

const special = /[\\\t\n\r]/;
const allSpecial = /[\\\t\n\r]/g;

/** A text as a field that COPY reads. */
export const textField = (text: string): string =>
  special.test(text) ? text.replaceAll(allSpecial, (found) => escapes[found] ?? found) : text;

/** A value of a column that holds what is packed, as a field that COPY reads. */
const packedField = (value: number | string | Uint8Array): string =>
  `\\\\x${packValue(value).toString('hex')}`;

/** A row as a line that COPY reads: fields parted by tabs. */
export function copyLine(
  columns: readonly Pick<CatalogColumn, 'type'>[],
  row: readonly SqliteValue[],
): string {
  let line = '';
  for (let at = 0; at < columns.length; at += 1) {
    const value = row[at] ?? null;
    if (at > 0) line += '\t';
    if (value === null) line += '\\N';
    else if (columns[at]?.type === 'bytea') line += packedField(value);
    else if (typeof value === 'string') line += textField(value);
    // Where a column of numbers holds a blob, which stands for what is no number.
    else line += typeof value === 'number' ? String(value) : 'NaN';
  }
  return `${line}\n`;
}

/** So many characters are handed over at once. */
const pieceLength = 1 << 18;

/** Lines in pieces of some size. */
export function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
