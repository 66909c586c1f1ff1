import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { reports } from './tables/report.ts';
import { sources } from './tables/source.ts';

/** By what reports stand in the order of the text: their codes as those of their rows begin. */
const orderOfReport = (code: SQLWrapper): SQL => sql`${code} || '/'`;

/** Holds for what has a number in the stretch of a report, which is named by its own number. */
export function isInStretch(number: SQLWrapper, reportId: number | SQLWrapper): SQL {
  const end = (last: SQL) =>
    sql`(select ${last} from ${sources} where ${sources.kind} = 'REPORT' and ${sources.code} = (select ${reports.code} from ${reports} where ${reports.id} = ${reportId}))`;
  return sql`${number} between ${end(sql`${sources.place} + 1`)} and ${end(sql`${sources.place} + ${sources.numbers}`)}`;
}

/**
 * The stretch of numbers of a report or, where that has gone, of the next one: `place`, the number before
 * its first, `numbers`, how many it has, and whether the report `is_there`. No row where none follows.
 */
export const stretchFrom = (report: SQLWrapper): SQL =>
  sql`select ${sources.place} as place, ${sources.numbers} as numbers, ${sources.code} = ${report} as is_there from ${sources} where ${sources.kind} = 'REPORT' and ${orderOfReport(sources.code)} >= ${orderOfReport(report)} order by ${orderOfReport(sources.code)} limit 1`;
