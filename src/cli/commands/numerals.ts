import { Argument, Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../../text/guard-formula.ts';
import { findNumerals } from '../../text/numerals/numeral-scanner.ts';
import { readInput } from '../read-input.ts';
import { alignColumns, say } from '../terminal.ts';

const columns = [
  'start',
  'end',
  'kind',
  'text',
  'value',
  'minimum',
  'maximum',
  'qualifier',
  'unit',
] as const;

type NumeralRow = Record<(typeof columns)[number], string | number | null>;

const formats = {
  table: (rows: NumeralRow[]) =>
    alignColumns([
      [...columns],
      ...rows.map((row) => columns.map((column) => String(row[column] ?? ''))),
    ]).join('\n'),
  // With a byte order mark, without which spreadsheets take the Chinese for something else.
  csv: (rows: NumeralRow[]) =>
    stringify(rows, {
      header: true,
      columns: [...columns],
      bom: true,
      cast: { string: guardFormula },
    }).trimEnd(),
  json: (rows: NumeralRow[]) => JSON.stringify(rows, null, 2),
};

export const numeralsCommand = new Command('numerals')
  .description('list every numeral of a text file, typed, with its place and its value')
  .addArgument(new Argument('<file>', 'a text in UTF-8; - for standard input'))
  .addOption(
    new Option('--format <format>', 'how to write them')
      .choices(Object.keys(formats))
      .default('table'),
  )
  .action((file: string, { format }: { format: keyof typeof formats }) => {
    const text = readInput(file);
    const rows = findNumerals(text).map(({ start, end, kind, text: words, quantity }) => ({
      start,
      end,
      kind,
      text: words,
      value: quantity?.value ?? null,
      minimum: quantity?.minimum ?? null,
      maximum: quantity?.maximum ?? null,
      qualifier: quantity?.qualifier ?? null,
      unit: quantity?.unit ?? null,
    }));
    say(formats[format](rows));
  });
