import { hash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { columnOf } from '../../db/column-of.ts';
import { isOfReports, layoutOf, ofReport } from '../../db/layout.ts';
import { tableBeside } from '../../db/postgres/catalog.ts';
import { textField } from '../../db/postgres/copy-lines.ts';
import type { TableName } from '../../db/relations.ts';
import { reports } from '../../db/tables/report.ts';
import { sources } from '../../db/tables/source.ts';
import { tableNames } from '../convert/table-names.ts';
import { numberedByText } from '../rows/text-order.ts';
import { tablesSettled } from '../settle/settler.ts';
import type { Ask } from './statements.ts';

/*
 * What tells whether the rows of a report in PostgreSQL are those of a snapshot: the digests of what it was made
 * of and of what was settled for it, and where its numbers begin and end. Digests count no numbers of rows: these
 * follow from its place where a table is numbered by the text, and elsewhere from where they begin.
 */

export type ReportMark = {
  code: string;
  reportId: number;
  placeId: number;
  /** Tells whether the rows that rest on this report alone are the same. */
  ownMark: string;
  /** Tells it of all of them. */
  mark: string;
};

/** Where the marks of the reports that were published stand, beside the data. */
export const marksTable = tableBeside('report_marks', 'code', {
  code: 'text',
  report_id: 'bigint',
  place_id: 'bigint',
  own_mark: 'text',
  mark: 'text',
});

/** Tables in which a report's rows have the numbers that come next, whatever those before have. */
const counted: readonly TableName[] = tableNames.filter(
  (name) =>
    name !== 'reports' &&
    name !== 'searchEntries' &&
    isOfReports(name) &&
    !numberedByText.includes(name) &&
    ['id', 'reportId'].every((field) =>
      layoutOf(name).columns.some((each) => each.field === field),
    ),
);

function ends(name: TableName): SQL[] {
  const { table } = layoutOf(name);
  const id = columnOf(table, 'id');
  const own = ofReport(name, reports.id) ?? sql`false`;
  // One by one each is read from an end of an index.
  return ['min', 'max'].map(
    (end) => sql`coalesce((select ${sql.raw(end)}(${id}) from ${table} where ${own}), 0)`,
  );
}

const isSettled = (name: TableName) => tablesSettled.includes(name);

const ownParts = [
  sources.place,
  sources.numbers,
  sources.rowsSha256,
  reports.id,
  ...counted.filter((name) => !isSettled(name)).flatMap(ends),
];

const settledParts = [sources.settledSha256, ...counted.filter(isSettled).flatMap(ends)];

const inOne = (parts: readonly SQLWrapper[]) => sql.join([...parts], sql` || ' ' || `);

/** The marks of all reports of a snapshot. */
export async function readMarks(ask: Ask): Promise<ReportMark[]> {
  const found = await ask<Omit<ReportMark, 'mark'> & { settled: string }>(
    sql`select ${sources.code} as code, ${reports.id} as "reportId", ${reports.placeId} as "placeId", ${inOne(ownParts)} as "ownMark", ${inOne(settledParts)} as settled from ${sources} join ${reports} on ${reports.code} = ${sources.code} where ${sources.kind} = 'REPORT'`,
  );
  return found.map(({ settled, ownMark, ...report }) => ({
    ...report,
    ownMark: digestOf(ownMark),
    mark: digestOf(`${ownMark} ${settled}`),
  }));
}

const digestOf = (told: string) => hash('sha256', told, 'base64url');

/** The marks that were published. */
export const readPublishedMarks = (ask: Ask): Promise<ReportMark[]> =>
  ask(
    sql`select code, report_id as "reportId", place_id as "placeId", own_mark as "ownMark", mark from report_marks`,
  );

export function* linesOfMarks(marks: Iterable<ReportMark>): Generator<string> {
  for (const { code, reportId, placeId, ownMark, mark } of marks)
    yield `${textField(code)}\t${reportId}\t${placeId}\t${ownMark}\t${mark}\n`;
}
