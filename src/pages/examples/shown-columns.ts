import { cellIn, headsIn } from '../../table/in-language.ts';
import type { TableRow } from '../../table/rows.ts';
import type { Table } from '../../table/table.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { Language } from '../language/language.ts';

/** A column as readers see it: its head in their words. */
export type ShownColumn = {
  name: string;
  head: string;
  isNumeric: boolean;
  /** Whether its cells are addresses. */
  isAddress: boolean;
};

/** Rows in a reader's words, in the columns that are worth the room. */
export type ShownRows = {
  columns: readonly ShownColumn[];
  rows: readonly TableRow[];
  /** Whether there are columns that tell something and are not shown. */
  isCut: boolean;
};

/**
 * Rows of a table in a reader's words.
 * @param most how many columns there is room for
 */
export function shownIn(
  { columns }: Pick<Table, 'columns'>,
  rows: readonly TableRow[],
  language: Language,
  most: number,
): ShownRows {
  const heads = headsIn(columns, language);
  const told = columns.filter(({ fields }) => !fields.some(({ field }) => forMachines.has(field)));
  const filled = columns.filter(({ name }) => rows.some((row) => (row[name] ?? '') !== ''));
  const telling = new Set(
    tellingColumns(
      told.map(({ name }) => name),
      rows,
      most,
    ),
  );
  const shown = columns
    .map((column, index) => ({ column, head: heads[index] ?? column.name }))
    .filter(({ column }) => telling.has(column.name));
  const isNumeric = (name: string) => rows.every((row) => typeof (row[name] ?? 0) === 'number');
  return {
    columns: shown.map(({ column: { name, fields }, head }) => ({
      name,
      head,
      isNumeric: isNumeric(name),
      isAddress: fields.at(-1)?.field === 'url',
    })),
    rows: rows.map((row) =>
      Object.fromEntries(
        shown.map(({ column }) => [column.name, cellIn(column, row[column.name], language)]),
      ),
    ),
    isCut: filled.length > shown.length,
  };
}

/** The language of a cell, where it is another one than the page's: an example may ask for English beside Chinese. */
export function langOf(text: string, language: Language): Content {
  if (/\p{Script=Han}/u.test(text)) return html` lang="zh"`;
  return language === 'zh' && /[a-z]{2,} [a-z]{2,}/i.test(text) && html` lang="en"`;
}

/** What only programs read. */
const forMachines: ReadonlySet<string> = new Set(['code', 'id', 'edtf', 'start', 'end', 'sha256']);

/** The columns worth the room: none that is empty; where they are many, those that differ first. */
function tellingColumns(
  names: readonly string[],
  rows: readonly TableRow[],
  most: number,
): string[] {
  const filled = names.filter((name) => rows.some((row) => (row[name] ?? '') !== ''));
  const differing = filled.filter((name) => new Set(rows.map((row) => row[name])).size > 1);
  const many = filled.length > most && differing.length > 1;
  return (many ? differing : filled).slice(0, most);
}
