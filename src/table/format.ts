import { Readable, pipeline } from 'node:stream';
import { stringify } from 'csv-stringify';
import { guardFormula } from '../text/guard-formula.ts';
import { cellIn, headsIn } from './in-language.ts';
import type { TableLanguage } from './in-language.ts';
import type { Column } from './table-shape.ts';
import type { Cell, TableRow } from './rows.ts';

export type Format = 'csv' | 'jsonl';

export const mediaTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};

/**
 * Rows as the bytes of a file, made as they are read. In a language, a CSV has the heads and the values
 * of closed lists in its words; JSON Lines are for programs and keep the API's.
 */
export function writeTable(
  format: Format,
  columns: readonly Column[],
  rows: AsyncIterable<TableRow>,
  language: TableLanguage | null = null,
): Readable {
  if (format === 'jsonl') return Readable.from(writeLines(columns, rows));
  return writeCsv(columns, rows, language);
}

/**
 * CSV after RFC 4180, with a byte order mark, by which spreadsheets know it for UTF-8. What a text
 * holds of line ends, quotes, commas and space at its ends stands within quotes, as it is.
 */
function writeCsv(
  columns: readonly Column[],
  rows: AsyncIterable<TableRow>,
  language: TableLanguage | null,
): Readable {
  const names = language === null ? columns.map(({ name }) => name) : headsIn(columns, language);
  const csv = stringify({
    bom: true,
    header: true,
    columns: names,
    record_delimiter: 'windows',
    cast: { string: (value) => ({ value, quoted: isQuoted(value) }) },
    // A lone empty cell would be an empty line, which readers leave out.
    quoted_empty: names.length === 1,
  });
  async function* records() {
    for await (const row of rows) {
      yield columns.map((column) => {
        const cell = row[column.name];
        return textOf(language === null ? cell : cellIn(column, cell, language));
      });
    }
  }
  // What fails on the way ends the stream with it, so that nobody takes a part for the whole.
  return pipeline(Readable.from(records()), csv, () => {});
}

const isQuoted = (text: string) => /[",\r\n]|^\s|\s$/.test(text);

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return guardFormula(cell);
  return Array.isArray(cell) ? guardFormula(writeList(cell)) : String(cell);
}

/** The items of a list; within one of them, a backslash stands before a semicolon and a backslash. */
const writeList = (items: readonly unknown[]) =>
  items.map((item) => String(item).replaceAll(/[\\;]/g, '\\$&')).join('; ');

/** One JSON object a row, by the columns' names, with values exactly as the API gives them. */
async function* writeLines(columns: readonly Column[], rows: AsyncIterable<TableRow>) {
  for await (const row of rows) {
    const entries = columns.map(({ name }): [string, Cell] => [name, row[name] ?? null]);
    yield Buffer.from(`${JSON.stringify(Object.fromEntries(entries))}\n`);
  }
}
