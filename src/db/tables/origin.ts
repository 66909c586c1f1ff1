import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { originKinds } from '../../vocabulary.ts';
import type { OriginKind } from '../../vocabulary.ts';
import { code, isOneOf, rowId } from '../columns.ts';
import { reports } from './report.ts';

/** Who or what said facts of a report first: one row for many facts, each of which holds its number. */
export const origins = sqliteTable(
  'origins',
  {
    id: rowId(),
    code: code(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    kind: text('kind').$type<OriginKind>().notNull(),
    name: text('name').notNull(),
    version: text('version'),
    madeOn: text('made_on'),
  },
  (t) => [
    index('origins_report').on(t.reportId, t.code),
    check('origins_kind', isOneOf(t.kind, originKinds)),
    check('origins_version', sql`(${t.kind} = 'PERSON') = (${t.version} is null)`),
  ],
);
