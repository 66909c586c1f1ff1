import { getColumns } from 'drizzle-orm';
import type { End } from '../db/keyset.ts';
import { relations } from '../db/relations.ts';
import { searchable } from '../db/search/searchable.ts';
import { cursorOfAnother, noCursor } from '../fields/page.ts';
import { parseGlobalId } from '../fields/global-id.ts';
import type { PageArguments } from '../fields/page.ts';
import { digestArguments } from '../text/argument-digest.ts';
import { readCursor } from '../text/cursor.ts';
import { wordsOf } from '../text/search/search-key.ts';

export type SearchArguments = Pick<PageArguments, 'filter' | 'first' | 'last' | End> & {
  text?: string;
};

/** A place among hits: what its cursor says; rank and class are null where only the entry knows them. */
export type SearchPosition = {
  rank: number | null;
  class: number | null;
  code: string;
  report: string | null;
};

/**
 * What a cursor of a search begins with: its words and its filter, since where a hit stands, and
 * whether it is one, depends on them. In which order the words were typed does not matter.
 */
export function searchName({ text = '', filter }: SearchArguments): string {
  const words = wordsOf(text).map((word) => word.join(''));
  return `search.${digestArguments({ words, filter: { ...filter } })}`;
}

/** @throws BAD_USER_INPUT where the cursor at an end is one of something else, or of another search */
export function searchPositionAt(args: SearchArguments, end: End): SearchPosition {
  const cursor = args[end] ?? '';
  const parts = readCursor(cursor);
  if (!parts) return { rank: null, class: null, code: cursor, report: reportOf(cursor) };
  const [name, rank, titleClass, code, ...more] = parts;
  const isSearch =
    typeof name === 'string' &&
    /^search\b/.test(name) &&
    (rank === 0 || rank === 1) &&
    Number.isInteger(titleClass) &&
    typeof titleClass === 'number' &&
    titleClass >= 0 &&
    titleClass < titleClasses &&
    typeof code === 'string' &&
    more.length === 0;
  if (!isSearch) throw noCursor(end, cursor, 'search');
  if (name !== searchName(args)) throw cursorOfAnother(end, cursor, 'search', 'text and filter');
  return { rank, class: titleClass, code, report: reportOf(code) };
}

/** More than there are. */
const titleClasses = 1024;

/** Types whose codes begin with that of their report. */
const ofReports = new Set<string>(
  Object.values(searchable)
    .filter(({ table }) => 'reportId' in getColumns(relations[table].table))
    .map(({ typename }) => typename),
);

function reportOf(entry: string): string | null {
  const { typename, id: code } = parseGlobalId(entry);
  if (typename === searchable.REPORT.typename) return code;
  return ofReports.has(typename) ? (/^([^/]+)\//.exec(code)?.[1] ?? null) : null;
}
