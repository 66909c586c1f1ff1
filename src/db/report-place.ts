import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { sources } from './tables/source.ts';

/** By what reports stand in the order of the text: their codes as those of their rows begin. */
const orderOfReport = (code: SQLWrapper): SQL => sql`${code} || '/'`;

/**
 * The stretch of numbers of a report or, where that has gone, of the next one: `place`, the number before
 * its first, `numbers`, how many it has, and whether the report `is_there`. No row where none follows.
 */
export const stretchFrom = (report: SQLWrapper): SQL =>
  sql`select ${sources.place} as place, ${sources.numbers} as numbers, ${sources.code} = ${report} as is_there from ${sources} where ${sources.kind} = 'REPORT' and ${orderOfReport(sources.code)} >= ${orderOfReport(report)} order by ${orderOfReport(sources.code)} limit 1`;
