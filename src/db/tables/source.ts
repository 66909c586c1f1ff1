import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isOneOf } from '../columns.ts';

/** What a snapshot is made of. */
export const sourceKinds = {
  REPORT: 'The text and the facts of one report.',
  VOCABULARY: 'The files of the vocabulary.',
  RULES: 'The program that made rows of them.',
} as const;

export type SourceKind = keyof typeof sourceKinds;

/** What the snapshot was made of, so that the next import does again only what has changed. */
export const sources = sqliteTable(
  'sources',
  {
    kind: text('kind').$type<SourceKind>().notNull(),
    /** A report's code; empty for what there is once. */
    code: text('code').notNull(),
    /** The number before the first of a report's stretch (see `entry-number.ts`); 0 for what is none. */
    place: integer('place').notNull(),
    /** How many numbers its rows take. */
    numbers: integer('numbers').notNull(),
    /** SHA-256 of the files. */
    sha256: text('sha256').notNull(),
    /** SHA-256 of the rows that they gave. */
    rowsSha256: text('rows_sha256').notNull(),
    /** SHA-256 of what was settled for a report over all reports of its place; empty where nothing was. */
    settledSha256: text('settled_sha256').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.code] }),
    index('sources_order').on(t.kind, sql`"code" || '/'`),
    check('sources_kind', isOneOf(t.kind, sourceKinds)),
  ],
);
