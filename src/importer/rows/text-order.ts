import { getColumns } from 'drizzle-orm';
import { relations } from '../../db/relations.ts';
import { tableNames } from '../convert/table-names.ts';
import type { Rows } from './rows.ts';

type PlacedRow = { readonly code: string; textOrder: string };

/** The tables whose rows stand at a place of their own in the text; a check stands where its first figure does. */
const placed = tableNames.filter(
  (name) => name !== 'checks' && 'textOrder' in getColumns(relations[name].table),
);

/**
 * Tells apart the rows of a table that begin at the same place of a report: the first by its code
 * keeps the bare place, and each of the others has its code behind it. So no two rows of a table
 * have the same order, and they follow each other by place and code.
 */
export function distinguishPlaces(rows: Rows): void {
  for (const table of placed) {
    const all = rows[table] as readonly PlacedRow[];
    for (const [place, several] of Map.groupBy(all, ({ textOrder }) => textOrder)) {
      const [, ...others] = several.toSorted((one, other) => (one.code < other.code ? -1 : 1));
      for (const row of others) row.textOrder = orderOfCode(place, row.code);
    }
  }
}

/** The order of what stands at a place with others: behind the place, by its own code in the report. */
export const orderOfCode = (place: string, code: string): string =>
  `${place}/${code.slice(code.indexOf('/') + 1)}`;
