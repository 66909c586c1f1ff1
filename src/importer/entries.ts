import { countCodePoints } from '../text/code-points.ts';
import type { SearchType } from '../vocabulary.ts';
import type { Rows } from './rows.ts';

const names: Readonly<Record<SearchType, string>> = {
  REPORT: 'Report',
  SECTION: 'Section',
  MEASURE: 'Measure',
  OUTCOME: 'Outcome',
  DOCUMENT: 'Document',
  INDICATOR: 'Indicator',
  ORGANIZATION: 'Organization',
  PLACE: 'Place',
};

/** More entries than this do not fit between two lengths of titles. */
const entriesOfOneLength = 2 ** 32;

/**
 * Makes a row one that searches find; gives the number by which they know it. Numbers grow with
 * the length of the title, so that the index in its own order tells the most telling titles first.
 */
export function addEntry(
  rows: Rows,
  type: SearchType,
  { code, title, reportId = null }: { code: string; title: string; reportId?: number | null },
): number {
  const serial = rows.searchEntries.length + 1;
  const id = Math.min(countCodePoints(title), 999) * entriesOfOneLength + serial;
  rows.searchEntries.push({ id, code: `${names[type]}:${code}`, type, reportId });
  return id;
}
