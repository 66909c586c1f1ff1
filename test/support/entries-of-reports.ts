import { numbersOfAll, numbersOfUnit } from '../../src/db/entry-number.ts';
import { searchable } from '../../src/db/search/searchable.ts';
import type { Rows } from '../../src/importer/rows/rows.ts';

/** Numbers the entries of all reports as an import does that puts one after the other: each has whole units. */
export function orderEntriesOfReports(rows: Rows): void {
  const codes = new Map(rows.reports.map(({ id, code }) => [id, code]));
  const reportOf = (id: number | null | undefined) => codes.get(id ?? undefined) ?? '';
  const keyOf = ({ reportId, code }: Rows['searchEntries'][number]) =>
    `${reportOf(reportId)}/\u0001${code}`;
  const ids = new Map<number, number>();
  let serial = 0;
  let before = '';
  for (const entry of rows.searchEntries.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const { id = 0 } = entry;
    const report = reportOf(entry.reportId);
    if (report !== before) serial += numbersOfUnit - (serial % numbersOfUnit);
    before = report;
    serial += 1;
    entry.id = id - (id % numbersOfAll) + serial;
    ids.set(id, entry.id);
  }
  for (const { table } of Object.values(searchable)) {
    for (const row of rows[table]) row.searchId = ids.get(row.searchId) ?? row.searchId;
  }
}
