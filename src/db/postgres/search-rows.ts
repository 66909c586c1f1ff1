import { sql } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import { indexedCharacters } from '../../text/search/full-text.ts';
import { quoteWord, stretchMark, wordsOfEntry } from '../../text/search/words-query.ts';
import type { RequiredPart, SearchType } from '../../vocabulary.ts';
import type { Client } from '../client.ts';
import { ofReport } from '../layout.ts';
import { marksOfEntry, marksOfReport } from '../search/entry-marks.ts';
import { textsOf } from '../search/matching.ts';
import { searchEntries } from '../tables/search.ts';
import { tableBeside } from './catalog.ts';
import { textField } from './copy-lines.ts';
import { createIndexes, createTable } from './create-tables.ts';
import { stretchAmong, stretchTable } from './search-stretches.ts';

/*
 * What stands for the full-text index of SQLite: each entry with the characters of its texts as searches
 * compare them, and its words: these characters, their pairs and threes, and its marks. An index over the words finds the
 * entries that hold all pieces of what is typed; whether they stand there as typed, the characters tell.
 */

/** The table; it bears the name of the index that it stands for. */
export const searchTable = tableBeside('search_index', 'id', {
  id: 'bigint',
  title: 'text',
  body: 'text',
  words: 'tsvector',
});

/** Stands between two texts of an entry; no text holds it, and nothing typed. */
const textBorder = '\n';

const tables = [searchTable, stretchTable];

export const createSearchTables: readonly string[] = tables.map(createTable);

export const createSearchIndexes: readonly string[] = [
  ...tables.flatMap(createIndexes),
  `create index search_index_words on ${searchTable.name} using gin (words)`,
];

type Entry = [
  id: number,
  type: SearchType,
  reportId: number | null,
  part: RequiredPart | null,
  texts: string,
];

const { id, type, reportId, part } = searchEntries;
const all = sql`select ${id}, ${type}, ${reportId}, ${part}, ${textsOf({ id, type })} from ${searchEntries}`;
const ofOne = sql`${all} where ${ofReport('searchEntries', sql.placeholder('report'))}`;

/**
 * The lines of the table as COPY reads them: of all entries, or of those of some reports.
 * @param stretches the first number of each
 */
export function* searchLines(
  client: Client,
  stretches: readonly number[],
  reportIds?: readonly number[],
): Generator<string> {
  const marks = marksByReport(client, reportIds);
  const stretchOf = stretchAmong(stretches);
  const { sql: text, params } = new SQLiteDialect().sqlToQuery(reportIds ? ofOne : all);
  const select = client.prepare(text).raw();
  const found = reportIds
    ? reportIds.values().flatMap((report) => select.all(...params.map(() => report)))
    : select.iterate();
  for (const row of found as Iterable<Entry>) {
    const [entry, kind, report, standsIn, texts] = row;
    yield lineOf(entry, JSON.parse(texts) as FoundText[], [
      ...marksOfEntry(kind, marks(report), standsIn),
      stretchMark(stretchOf(entry)),
    ]);
  }
}

type FoundText = [source: string, text: string | null];

function lineOf(entry: number, texts: readonly FoundText[], marks: readonly string[]): string {
  const [titles, others] = [[] as string[][], [] as string[][]];
  for (const [source, text] of texts) {
    if (text === null) continue;
    (source.startsWith('TITLE') ? titles : others).push(indexedCharacters(text));
  }
  const words = Array.from(wordsOfEntry(titles, others, marks), quoteWord);
  const fields = [written(titles), written(others), words.join(' ')];
  return `${entry}\t${fields.map(textField).join('\t')}\n`;
}

const written = (texts: readonly (readonly string[])[]): string =>
  texts.map((characters) => characters.join('')).join(textBorder);

type ReportRow = { id: number; code: string; year: number | null; placeId: number };

/** The marks of the entries of a report; the vocabulary's have none. */
function marksByReport(
  client: Client,
  reportIds?: readonly number[],
): (report: number | null) => string[] {
  const placesOf = client
    .prepare<[number], string>(
      `select p.code from place_ancestors a join places p on p.id = a.ancestor_id where a.place_id = ?`,
    )
    .pluck();
  const select = 'select id, code, year, place_id as placeId from reports';
  const reports = reportIds
    ? client
        .prepare<[string], ReportRow>(`${select} where id in (select value from json_each(?))`)
        .all(JSON.stringify(reportIds))
    : client.prepare<[], ReportRow>(select).all();
  const places = new Map<number, string[]>();
  const marks = new Map(
    reports.map(({ id: number, code, year, placeId }) => {
      const around = places.get(placeId) ?? placesOf.all(placeId);
      places.set(placeId, around);
      return [number, marksOfReport({ code, year, places: around })];
    }),
  );
  return (report) => (report === null ? [] : (marks.get(report) ?? []));
}
