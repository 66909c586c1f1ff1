import { acts, searchable, proof } from '../../db/search/searchable.ts';
import type { SearchableText } from '../../db/search/searchable.ts';
import { marksOfEntry, marksOfReport } from '../../db/search/entry-marks.ts';
import { tokensOfEntry } from '../../text/search/full-text.ts';
import type { EntryTokens } from '../../text/search/full-text.ts';
import { namesOf, searchTypes } from '../../vocabulary.ts';
import type { Rows } from '../rows/rows.ts';

/** What the full-text indexes hold of the entry of a number. */
export type IndexEntry = EntryTokens & { id: number };

type SourceRow = Record<string, unknown>;

/**
 * The entries of the full-text indexes for all rows that searches find.
 * @param ancestors by a place's row: the codes of the places that it lies in, itself first
 */
export function searchEntriesOf(
  rows: Rows,
  ancestors: ReadonlyMap<number, readonly string[]>,
): IndexEntry[] {
  const marks = new Map(
    rows.reports.map(({ id, code, year, placeId }) => [
      id,
      marksOfReport({ code, year, places: ancestors.get(placeId) ?? [] }),
    ]),
  );
  const parts = new Map(rows.searchEntries.map(({ id, part }) => [id, part]));
  const quotes = new Map(rows.evidences.map(({ id, exact }) => [id, exact]));
  const wordsOfActs = new Map<number, string[]>();
  for (const { measureId, evidenceId } of rows.measureActs) {
    const words = wordsOfActs.get(measureId) ?? [];
    words.push(quotes.get(evidenceId) ?? '');
    wordsOfActs.set(measureId, words);
  }
  return namesOf(searchTypes).flatMap((type) => {
    const { table, texts } = searchable[type];
    const list: readonly SourceRow[] = rows[table];
    return list.map((row): IndexEntry => {
      const textsOf = (field: string): readonly unknown[] => {
        if (field === acts) return wordsOfActs.get(row['id'] as number) ?? [];
        return [field === proof ? quotes.get(row['evidenceId'] as number) : row[field]];
      };
      const reportId = (type === 'REPORT' ? row['id'] : row['reportId']) as number | undefined;
      const part = parts.get(row['searchId'] as number);
      const tokens = tokensOfEntry(
        textsIn(texts, textsOf, true),
        textsIn(texts, textsOf, false),
        marksOfEntry(type, marks.get(reportId) ?? [], part),
      );
      return { id: row['searchId'] as number, ...tokens };
    });
  });
}

function textsIn(
  texts: readonly SearchableText[],
  textsOf: (field: string) => readonly unknown[],
  isTitle: boolean,
): string[] {
  return texts
    .filter(([source]) => source.startsWith('TITLE') === isTitle)
    .flatMap(([, field]) => textsOf(field))
    .map((text) => (text as string | null | undefined) ?? '');
}
