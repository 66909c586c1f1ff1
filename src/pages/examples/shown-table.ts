import { cellIn, headsIn, withoutRepeats } from '../../table/in-language.ts';
import type { Cell, TableRow } from '../../table/rows.ts';
import type { Column } from '../../table/table-shape.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { Language } from '../language/language.ts';

/** A column as readers see it: its head in their words, and the column that tells where its cells lead. */
export type ShownColumn = { name: string; head: string; isNumeric: boolean; link: string | null };

/** A table in a reader's words. */
export type ShownTable = { columns: readonly ShownColumn[]; rows: readonly TableRow[] };

/** Rows in a language, of the columns that are to be shown; what they lead to stays in the rows. */
export function shownTable(
  columns: readonly Column[],
  rows: readonly TableRow[],
  { language, isShown }: { language: Language; isShown: (column: Column) => boolean },
): ShownTable {
  const different = withoutRepeats(columns);
  const heads = headsIn(different, language);
  const links = linksOf(columns);
  const shown = different.flatMap((column, index): ShownColumn[] => {
    const { name } = column;
    if (!isShown(column)) return [];
    const isNumeric = rows.every((row) => typeof (row[name] ?? 0) === 'number');
    return [{ name, head: heads[index] ?? name, isNumeric, link: links.get(name) ?? null }];
  });
  const kept = columns.filter(
    ({ name }) => [...links.values()].includes(name) || shown.some((one) => one.name === name),
  );
  const cells = (row: TableRow) =>
    kept.map((column): [string, Cell] => [column.name, cellIn(column, row[column.name], language)]);
  return { columns: shown, rows: rows.map((row) => Object.fromEntries(cells(row))) };
}

/** What a thing is known by, the best first. */
export const knownBy = ['label', 'title', 'name', 'exact', 'explanation', 'text', 'code'];

/** What leads to a column: `outcome.` of `outcome.label`. */
export const parentOf = (name: string) => name.slice(0, name.lastIndexOf('.') + 1);

/** For each column that a thing is known by, the one that holds the address of that thing. */
export function linksOf(columns: readonly Pick<Column, 'name'>[]): ReadonlyMap<string, string> {
  const names = new Set(columns.map(({ name }) => name));
  return new Map(
    [...names].flatMap((name): [string, string][] => {
      const parent = parentOf(name);
      if (name !== `${parent}url`) return [];
      const known = knownBy.map((field) => parent + field).find((other) => names.has(other));
      return known === undefined ? [] : [[known, name]];
    }),
  );
}

/** The language of a cell, where it is another one than the page’s: an example may ask for English beside Chinese. */
export function langOf(text: string, language: Language): Content {
  if (/\p{Script=Han}/u.test(text)) return html` lang="zh"`;
  return language === 'zh' && /[a-z]{2,} [a-z]{2,}/i.test(text) && html` lang="en"`;
}
