import { numbersOfAll, numbersOfUnit } from '../../../src/db/entry-number.ts';
import { layoutOf } from '../../../src/db/layout.ts';
import { tableNames } from '../../../src/importer/convert/table-names.ts';
import { numberedInReport } from '../../../src/importer/rows/text-order.ts';
import type { Rows } from '../../../src/importer/rows/rows.ts';
import type { Stretch } from '../../../src/importer/snapshot/stretches.ts';
import { rowsByKey } from '../random/rows-by-key.ts';

type NumberedRow = { id: number; reportId: number };

/**
 * Numbers the rows of each report that are numbered by the text anew, in the order in which they are, from
 * where the numbers of its entries begin: so they stand in one stretch, as an import has them.
 */
export function giveStretches(rows: Rows): (Stretch & { code: string })[] {
  const entriesOf = rowsByKey(rows.searchEntries, ({ reportId }) => reportId);
  const stretches = new Map(
    rows.reports.map(({ id = 0, code, searchId }) => {
      const place = (searchId % numbersOfAll) - ((searchId % numbersOfAll) % numbersOfUnit);
      const numbers = entriesOf(id).length;
      return [id, { code, place, numbers }];
    }),
  );
  const numbered = new Map(
    numberedInReport.map((name) => {
      const inOrder = (rows[name] as NumberedRow[]).toSorted((one, other) => one.id - other.id);
      return [name, numberEach(inOrder, stretches)];
    }),
  );
  for (const name of tableNames) {
    for (const { field, to } of layoutOf(name).references) {
      const numbers = numbered.get(to);
      if (!numbers) continue;
      for (const row of rows[name] as Record<string, unknown>[]) {
        row[field] = numbers.get(row[field]) ?? row[field];
      }
    }
  }
  return [...stretches.values()];
}

/** The new number of each row by that which it had. */
function numberEach(
  list: readonly NumberedRow[],
  stretches: ReadonlyMap<number, Stretch>,
): Map<unknown, number> {
  const numbers = new Map<unknown, number>();
  for (const own of Map.groupBy(list, ({ reportId }) => reportId).values()) {
    const stretch = stretches.get(own[0]?.reportId ?? 0);
    if (!stretch) throw new Error('a row of a report that is not there');
    if (own.length >= numbersOfUnit)
      throw new Error('a report has more rows than a unit of numbers');
    stretch.numbers = Math.max(stretch.numbers, own.length);
    own.forEach((row, index) => {
      numbers.set(row.id, stretch.place + index + 1);
      row.id = stretch.place + index + 1;
    });
  }
  return numbers;
}
