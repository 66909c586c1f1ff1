import { isOfReports, isShared, layoutOf } from '../../db/layout.ts';
import type { Layout } from '../../db/layout.ts';
import type { TableName } from '../../db/relations.ts';
import type { StoredValue } from '../convert/row-codec.ts';
import { tableNames } from '../convert/table-names.ts';
import type { Fields } from '../convert/table-names.ts';
import { numberedInReport } from '../rows/text-order.ts';

/** The fields of every table, as its columns are written. */
export const fields: Fields = new Map(
  tableNames.map((name) => {
    const { columns, references } = layoutOf(name);
    const all = columns.map(({ field }) => ({
      field,
      of: references.find((each) => each.field === field)?.to ?? null,
    }));
    return [name, all];
  }),
);

/** What is added to the numbers of a report's rows when it joins others. */
export type Renumbering = {
  /** By table: how many numbers are taken. */
  rows: Readonly<Partial<Record<TableName, number>>>;
  /** The number before the first of its stretch: of search entries, and of rows numbered by the text. */
  place: number;
};

/** Which value of a row is a number that shifts, and with which table's. */
type Shifting = { at: number; by: TableName | 'place'; isShared: boolean };

/**
 * A vocabulary's rows keep their numbers, and so does what refers to them. Where reports have rows in the
 * same table, they number theirs below zero until then: −1, −2 and so on.
 */
export function renumbering({ name, columns, references }: Layout): Shifting[] {
  return columns.flatMap(({ field }, at): Shifting[] => {
    if (field === 'searchId' || (name === 'searchEntries' && field === 'id')) {
      return [{ at, by: 'place', isShared: false }];
    }
    const to = field === 'id' ? name : references.find((each) => each.field === field)?.to;
    if (to === undefined || !isOfReports(to)) return [];
    if (numberedInReport.includes(to)) return [{ at, by: 'place', isShared: false }];
    return [{ at, by: to, isShared: isShared(to) }];
  });
}

/** Calls `take` with every row of packed values, its numbers shifted. */
export function renumberRows(
  values: readonly StoredValue[],
  {
    width,
    shifting,
    shifts,
  }: { width: number; shifting: readonly Shifting[]; shifts: Renumbering },
  take: (row: StoredValue[]) => void,
): void {
  for (let start = 0; start < values.length; start += width) {
    const row = values.slice(start, start + width);
    for (const { at, by, isShared: isOfBoth } of shifting) {
      const value = row[at];
      if (typeof value !== 'number' || (isOfBoth && value > 0)) continue;
      const shift = by === 'place' ? shifts.place : (shifts.rows[by] ?? 0);
      row[at] = shift + (isOfBoth ? -value : value);
    }
    take(row);
  }
}
