import { Readable, pipeline } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Column } from './plan.ts';
import type { Cell, TableRow } from './rows.ts';

export type Format = 'csv' | 'jsonl';

export const mediaTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** Rows as the bytes of a file, made as they are read. */
export function writeTable(
  format: Format,
  columns: readonly Column[],
  rows: AsyncIterable<TableRow>,
): Readable {
  return format === 'csv' ? writeCsv(columns, rows) : Readable.from(writeLines(columns, rows));
}

/**
 * CSV after RFC 4180, with a byte order mark, by which spreadsheets know it for UTF-8. A text that
 * a spreadsheet would take for a formula gets an apostrophe before it; a number never does.
 */
function writeCsv(columns: readonly Column[], rows: AsyncIterable<TableRow>): Readable {
  const names = columns.map(({ name }) => name);
  const csv = stringify({
    bom: true,
    header: true,
    columns: names,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: {
      number: (value) => ({ value: String(value), escape_formulas: false }),
      boolean: String,
      object: (value) => (Array.isArray(value) ? value.join('; ') : JSON.stringify(value)),
    },
  });
  async function* records() {
    for await (const row of rows) yield names.map((name) => row[name] ?? null);
  }
  // What fails on the way ends the stream with it, so that nobody takes a part for the whole.
  return pipeline(Readable.from(records()), csv, () => {});
}

/** One JSON object a row, by the columns' names, with values exactly as the API gives them. */
async function* writeLines(columns: readonly Column[], rows: AsyncIterable<TableRow>) {
  for await (const row of rows) {
    const entries = columns.map(({ name }): [string, Cell] => [name, row[name] ?? null]);
    yield Buffer.from(`${JSON.stringify(Object.fromEntries(entries))}\n`);
  }
}
