import type { FieldRef } from '@pothos/core';
import { sql } from 'drizzle-orm';
import type { SQLWrapper, Table } from 'drizzle-orm';
import { ownOrigin, placeIn } from '../db/dialect.ts';
import { outcomes } from '../db/tables/outcome.ts';
import { evidences, reports } from '../db/tables/report.ts';
import { neverNull } from '../fields/kinds/never-null.ts';
import { markPrefixes, pagePaths } from '../http/addresses.ts';
import type { PagedKind } from '../http/addresses.ts';
import type { builder } from './builder.ts';

type Builder = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;
type Fields<Parent> = Pick<PothosSchemaTypes.RootFieldBuilder<Builder, Parent>, 'column'>;
type Url = FieldRef<Builder, string>;

/** Longer than the name of any server and the longest mark together, in bytes. */
const urlBytes = 400;

const isFrom = 'a whole address where the server knows its public one, otherwise a path from /.';

function urlField<Parent, Columns extends Table>(
  t: Fields<Parent>,
  table: Columns,
  { where, path }: { where: string; path: (columns: Columns) => SQLWrapper },
): Url {
  return t.column(table, {
    type: 'URL',
    description: `Where ${where}: ${isFrom}`,
    atMostBytes: urlBytes,
    from: (columns) => neverNull(sql`${ownOrigin} || ${path(columns)}`),
  });
}

/** The address of a thing's own page. */
export const pageUrl = <Parent>(
  t: Fields<Parent>,
  table: Table & { code: SQLWrapper },
  kind: PagedKind,
): Url =>
  urlField(t, table, {
    where: 'it has a page of its own',
    path: ({ code }) => sql`${literal(pagePaths[kind])} || ${code}`,
  });

/** The address of a mark on the page of a report, for what has the report's code before a slash in its own. */
export const cardUrl = <Parent>(
  t: Fields<Parent>,
  table: Table & { code: SQLWrapper },
  kind: 'section' | 'name' | 'check',
): Url =>
  urlField(t, table, {
    where: 'it stands on the page of its report',
    path: ({ code }) => sql`${onPage(beforeSlash(code))} || ${mark(kind)} || ${afterSlash(code)}`,
  });

/** The address of the marked words on the page of their report. */
export const wordsUrl = <Parent>(t: Fields<Parent>): Url =>
  urlField(t, evidences, {
    where: 'the words are marked on the page of their report',
    path: ({ reportId, start, end }) =>
      sql`${onPage(sql`(select ${reports.code} from ${reports} where ${reports.id} = ${reportId})`)} || ${wordsMark(start, end)}`,
  });

/** The address of the words that join the two ends of a link; where none do, of its outcome. */
export const linkUrl = <Parent>(
  t: Fields<Parent>,
  table: Table & Record<LinkColumn, SQLWrapper>,
): Url =>
  urlField(t, table, {
    where: 'its words are marked on the page of its report, or its outcome stands there',
    path: ({ code, evidenceId, outcomeId }) =>
      sql`${onPage(beforeSlash(code))} || coalesce((select ${wordsMark(evidences.start, evidences.end)} from ${evidences} where ${evidences.id} = ${evidenceId}), (select ${mark('outcome')} || ${afterSlash(outcomes.code)} from ${outcomes} where ${outcomes.id} = ${outcomeId}))`,
  });

type LinkColumn = 'code' | 'evidenceId' | 'outcomeId';

const literal = (text: string) => sql.raw(`'${text}'`);
const onPage = (report: SQLWrapper) => sql`${literal(pagePaths.report)} || ${report}`;
const mark = (kind: keyof typeof markPrefixes) => literal(`#${markPrefixes[kind]}`);
const wordsMark = (start: SQLWrapper, end: SQLWrapper) =>
  sql`${mark('words')} || ${start} || '-' || ${end}`;
const slashIn = (code: SQLWrapper) => placeIn(code, sql`'/'`);
const beforeSlash = (code: SQLWrapper) => sql`substr(${code}, 1, ${slashIn(code)} - 1)`;
const afterSlash = (code: SQLWrapper) => sql`substr(${code}, ${slashIn(code)} + 1)`;
