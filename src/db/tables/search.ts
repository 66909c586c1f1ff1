import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { requiredParts, searchTypes } from '../../vocabulary.ts';
import type { RequiredPart, SearchType } from '../../vocabulary.ts';
import { isOneOf } from '../columns.ts';
import { reports } from './report.ts';

/**
 * Everything that a search can find, one row each. Its number is its place in the order of
 * relevance, by the length of its title; the row that it stands for holds it as `search_id`, and
 * the full-text indexes `search_pairs` and `search_characters` as their rowid.
 */
export const searchEntries = sqliteTable(
  'search_entries',
  {
    id: integer('id').primaryKey(),
    type: text('type').$type<SearchType>().notNull(),
    /** The report that it belongs to; null for the vocabulary. */
    reportId: integer('report_id').references(() => reports.id),
    /** The part of the statutory annual report in which it stands; null where it stands in none. */
    part: text('part').$type<RequiredPart>(),
  },
  (t) => [
    check('search_entries_type', isOneOf(t.type, searchTypes)),
    check('search_entries_part', isOneOf(t.part, requiredParts)),
  ],
);
