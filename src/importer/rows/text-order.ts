import { getColumns } from 'drizzle-orm';
import { layoutOf } from '../../db/layout.ts';
import { relations } from '../../db/relations.ts';
import type { TableName } from '../../db/relations.ts';
import { isNumberedByText, isNumberedInReport } from '../../db/text-number.ts';
import { tableNames } from '../convert/table-names.ts';
import type { Rows } from './rows.ts';

/** A row that stands in the text: at a place that is told apart from others, or where it alone begins. */
type PlacedRow = {
  id?: number | undefined;
  code: string;
  textPlace?: string;
  start?: number;
};

/** The tables whose rows are numbered in the order of the text; those of checks stand where their first figure does. */
export const numberedByText: readonly TableName[] = tableNames.filter((name) =>
  isNumberedByText(relations[name].table),
);

/** These, and the words that prove something: the numbers of a report's rows are all in its stretch. */
export const numberedInReport: readonly TableName[] = tableNames.filter((name) =>
  isNumberedInReport(relations[name].table),
);

const placed = numberedByText.filter((name) => 'textPlace' in getColumns(relations[name].table));

/** The place of what begins so many characters into the text of its report. */
export const placeAt = (start: number): string => String(start).padStart(7, '0');

/**
 * Tells apart the rows of a table that begin at the same place of a report: the first by its code
 * keeps the bare place, and each of the others has its code behind it. So no two rows of a table
 * have the same order, and they follow each other by place and code.
 */
export function distinguishPlaces(rows: Rows): void {
  for (const table of placed) {
    const all = rows[table] as (PlacedRow & { textPlace: string })[];
    for (const { row, own } of notFirst(all, textOrderOf)) {
      row.textPlace = placeOfCode(row.textPlace, own);
    }
  }
  // What is settled later stands among checks by its code: it is behind the first of its place.
  for (const { row, own } of notFirst(rows.checks, ({ textOrder }) => textOrder)) {
    row.textOrder = placeOfCode(row.textOrder, own);
  }
}

/** All rows but the first by its code of those that have the same order, each with its code in the report. */
const notFirst = <Row extends { code: string }>(
  all: readonly Row[],
  orderOf: (row: Row) => string,
) =>
  [...Map.groupBy(all, orderOf).values()].flatMap((several) => {
    const [, ...others] = several.toSorted((one, other) => (one.code < other.code ? -1 : 1));
    return others.map((row) => ({ row, own: row.code.slice(row.code.indexOf('/') + 1) }));
  });

/** The place of what stands where others do: behind it, by its own code in the report. */
export const placeOfCode = (place: string, code: string): string => `${place}/${code}`;

/** The `text_order` of a row: see `columns.ts`. */
export const textOrderOf = ({ code, textPlace, start = 0 }: PlacedRow): string =>
  `${code.slice(0, code.indexOf('/'))}/${textPlace ?? placeAt(start)}`;

/** Numbers the rows of the tables that are numbered by the text anew in its order, from 1 on in each. */
export function numberByText(rows: Rows): void {
  const numbers = new Map(
    numberedByText.map((name) => [name, numberTable(rows[name] as PlacedRow[])]),
  );
  for (const name of tableNames) {
    const own = layoutOf(name).references.flatMap(({ field, to }) => {
      const of = numbers.get(to);
      return of ? [{ field, of }] : [];
    });
    for (const row of own.length > 0 ? (rows[name] as Record<string, unknown>[]) : []) {
      for (const { field, of } of own) row[field] = of.get(row[field]) ?? row[field];
    }
  }
}

/** The new number of each row by that which it had. */
function numberTable(list: PlacedRow[]): Map<unknown, number> {
  const inOrder = list
    .map((row) => ({ row, order: textOrderOf(row) }))
    .toSorted((one, other) => (one.order < other.order ? -1 : 1));
  const numbers = new Map<unknown, number>();
  inOrder.forEach(({ row }, index) => {
    numbers.set(row.id, index + 1);
    list[index] = row;
    row.id = index + 1;
  });
  return numbers;
}
